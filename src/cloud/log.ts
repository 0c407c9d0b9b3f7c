/** One line of the function's log, as JSON. Never holds an input, a document, a phone number, a name or an openid. */
export interface LogLine {
  readonly level: 'error' | 'info'
  readonly event: string
  readonly requestId: string
  readonly [detail: string]: unknown
}

export type Log = (line: LogLine) => void

export const logLine: Log = (line) => console[line.level](JSON.stringify(line))

/**
 * What may be told of a fault: its kind and where in our code it came from. Messages of the database quote
 * documents (a duplicate key names its value), so only the machine's own code of the error is kept of them.
 */
export function describeFault(fault: unknown): { name: string; code: string | number | null; frames: string[] } {
  const { name, errCode, code } = (fault ?? {}) as { name?: unknown; errCode?: unknown; code?: unknown }
  const isError = fault instanceof Error
  return {
    name: isError && typeof name === 'string' && /^[A-Za-z]{1,40}$/.test(name) ? name : typeof fault,
    code: [errCode, code].find(isMachineCode) ?? null,
    frames: isError ? framesOf(fault) : [],
  }
}

/** -502001, ECONNRESET, DATABASE_TRANSACTION_CONFLICT; nothing that could be a phone number or a name. */
const isMachineCode = (value: unknown): value is string | number =>
  typeof value === 'number' ? Math.abs(value) < 10_000_000 : typeof value === 'string' && /^[A-Z_]{1,60}$/.test(value)

/** Where it came from, as `at work (open.ts:10:5)`. The stack begins with the message, whose lines may look like frames. */
function framesOf({ stack = '', message }: Error): string[] {
  const start = stack.indexOf(message)
  // A message that was changed later: which lines are frames cannot be told.
  if (start < 0) return []
  return stack
    .slice(start + message.length)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .map((line) => line.replace(/\(?(?:file:\/\/)?\/[^)\s]*\/([^/)\s]+)\)?$/, '$1'))
    .slice(0, 8)
}
