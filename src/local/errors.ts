/**
 * The error codes of the real cloud and the numbers a client sees. The SDK knows most of them by name and turns
 * every other name into SYS_ERR; `/call` answers the number itself.
 */
export const cloudErrorNumbers = {
  FUNCTION_NOT_FOUND: -501000,
  SYS_ERR: -501001,
  EXCEED_CONCURRENT_REQUEST_LIMIT: -501004,
  INVALID_PARAM: -501007,
  INVALID_REQUEST_SOURCE: -501008,
  DATABASE_REQUEST_FAILED: -502001,
  DATABASE_PERMISSION_DENIED: -502003,
  DATABASE_COLLECTION_NOT_EXIST: -502005,
  DATABASE_TRANSACTION_CONFLICT: -502001,
  DATABASE_TRANSACTION_NOT_EXIST: -502001,
  STORAGE_EXCEED_AUTHORITY: -503002,
  STORAGE_FILE_NONEXIST: -503003,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  RESULT_SIZE_EXCEED_LIMIT: -604001,
} as const

export type CloudErrorCode = keyof typeof cloudErrorNumbers

/** A failure that the real cloud would answer too. The message names fields and collections, never their contents. */
export class CloudError extends Error {
  override readonly name = 'CloudError'
  readonly errCode: number

  constructor(
    readonly code: CloudErrorCode,
    message: string,
  ) {
    super(message)
    this.errCode = cloudErrorNumbers[code]
  }
}

/** What exists in the real cloud but not here: saying so beats a wrong answer. */
export function notSupported(what: string): CloudError {
  return new CloudError('INVALID_PARAM', `${what} is not supported by the local cloud yet | 本地云暂不支持 ${what}`)
}

export type StartFailure =
  | 'port-busy'
  | 'already-running'
  | 'data-newer'
  | 'data-damaged'
  | 'data-foreign'
  | 'index'
  | 'timer'
  | 'secret'
  | 'backup'

/** Why the local cloud cannot start, as a sentence for the person at the terminal. */
export class StartError extends Error {
  override readonly name = 'StartError'

  constructor(
    readonly reason: StartFailure,
    message: string,
  ) {
    super(message)
  }
}
