import { CloudError } from '../errors'

/** What MongoDB refuses. The message names fields and operators, never values. */
export function rejected(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`)
}
