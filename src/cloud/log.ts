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
  if (!(fault instanceof Error)) {
    const code = (fault as { errCode?: unknown } | null)?.errCode
    return { name: typeof fault, code: typeof code === 'number' ? code : null, frames: [] }
  }
  const { errCode, code } = fault as { errCode?: unknown; code?: unknown }
  const known = [errCode, code].find(
    (value) => typeof value === 'number' || (typeof value === 'string' && /^[A-Z_]+$/.test(value)),
  )
  const frames = (fault.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .map((line) => line.replace(/\(?(?:file:\/\/)?\/[^)\s]*\/([^/)\s]+)\)?$/, '$1'))
    .slice(0, 8)
  return { name: fault.name, code: (known as string | number | undefined) ?? null, frames }
}
