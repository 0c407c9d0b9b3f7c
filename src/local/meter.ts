/** What the cloud did for one call of a function. */
export interface Meter {
  /** Every request to the cloud: the database, files, open APIs. */
  roundTrips: number
  /** Those of them that went to the database; a transaction's start and end count. */
  databaseTrips: number
  /** Documents looked at, which is more than those given back if an index narrows little. */
  documentsRead: number
  documentsWritten: number
  /** How each query was found, such as `requests: byState(2/2), in order`. */
  readonly plans: Set<string>
}

export function newMeter(): Meter {
  return { roundTrips: 0, databaseTrips: 0, documentsRead: 0, documentsWritten: 0, plans: new Set() }
}
