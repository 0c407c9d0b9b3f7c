/** What something is to a screen reader. */
export type SpokenRole =
  'button' | 'heading' | 'status' | 'alert' | 'dialog' | 'radio' | 'radiogroup' | 'checkbox' | 'group' | 'img'

/** What a screen reader is told of something on the page. */
export interface Spoken {
  readonly role?: SpokenRole
  readonly label?: string
  /** For a choice: whether it is the chosen one. */
  readonly chosen?: boolean
  readonly disabled?: boolean
  /** It stands over the page: nothing else is read while it is there. */
  readonly modal?: boolean
}

/** As WeChat's templates take it; the build lets these attributes through (config/aria). */
export function spoken({ role, label, chosen, disabled, modal }: Spoken): Record<string, string> {
  return {
    ...(role === undefined ? {} : { ariaRole: role }),
    ...(label === undefined ? {} : { ariaLabel: label }),
    ...(chosen === undefined ? {} : { ariaChecked: String(chosen) }),
    ...(disabled ? { ariaDisabled: 'true' } : {}),
    ...(modal ? { ariaModal: 'true' } : {}),
  }
}
