/** What a screen reader is told of something on the page. */
export interface Spoken {
  readonly role?: 'button' | 'heading' | 'status' | 'dialog'
  readonly label?: string
  /** For a choice: whether it is the chosen one. */
  readonly chosen?: boolean
  readonly disabled?: boolean
}

/** As WeChat's templates take it; the build lets these attributes through (config/aria). */
export function spoken({ role, label, chosen, disabled }: Spoken): Record<string, string> {
  return {
    ...(role === undefined ? {} : { ariaRole: role }),
    ...(label === undefined ? {} : { ariaLabel: label }),
    ...(chosen === undefined ? {} : { ariaChecked: String(chosen) }),
    ...(disabled ? { ariaDisabled: 'true' } : {}),
  }
}
