/** An index as data: made in the console or by the management API in the cloud, and by the local cloud here. */
export interface IndexSpec {
  readonly name: string
  /** Field paths in order; a leading "-" means descending. */
  readonly fields: readonly string[]
  readonly unique?: true
}

/** What the database must hold for one collection. */
export interface CollectionSpec {
  readonly name: string
  readonly indexes: readonly IndexSpec[]
}
