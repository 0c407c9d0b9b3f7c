/** Thrown inside a transaction to leave it; says what was found. */
export class Lost extends Error {
  constructor(readonly why: 'exists' | 'changed') {
    super(why)
  }
}

interface SdkError {
  readonly errCode?: number
  readonly errMsg?: string
  readonly code?: string
  readonly message?: string
}

const wordsOf = (error: unknown) => {
  const { errMsg, message, code } = error as SdkError
  return `${errMsg ?? ''} ${message ?? ''} ${code ?? ''}`
}

/** Two transactions touched the same document. The SDK retries this only when it shows at commit. */
export const isTransactionConflict = (error: unknown): boolean =>
  /WriteConflict|TRANSACTION_CONFLICT/.test(wordsOf(error))

/** A document with this `_id`, or this value of a unique index, is there already. */
export const isDuplicate = (error: unknown): boolean => /E11000|duplicate key/i.test(wordsOf(error))

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

/**
 * Runs `work` again while it meets conflicts: a few times, each after a longer and uneven pause, so that those
 * who collided do not collide again in step.
 */
export async function retryConflicts<T>(work: () => Promise<T>, times = 8): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= times || !isTransactionConflict(error)) throw error
      await pause(Math.random() * 10 * 2 ** Math.min(attempt, 6))
    }
  }
}
