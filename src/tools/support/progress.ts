export type Log = (line: string) => void

export const say: Log = (line) => console.log(line)

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

/** A step that takes longer than this says that it has begun, and then now and then that it is alive. */
const patience = 2_000
const heartbeat = 15_000

/**
 * Runs one step of a tool with a line at its end (`✓ types  4.1 s`), and lines before that where it takes long.
 * What `work` answers follows the time; what it throws is said and thrown on.
 */
export async function step(name: string, log: Log, work: () => Promise<string | void>): Promise<void> {
  const start = Date.now()
  const tell = () => log(`… ${name}  ${seconds(Date.now() - start)}`)
  const begun = setTimeout(tell, patience)
  const alive = setInterval(tell, heartbeat)
  try {
    const note = await work()
    log(`✓ ${name}  ${seconds(Date.now() - start)}${note ? `  ${note}` : ''}`)
  } catch (error) {
    log(`✗ ${name}  failed after ${seconds(Date.now() - start)}`)
    throw error
  } finally {
    clearTimeout(begun)
    clearInterval(alive)
  }
}

export const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} KB`
