export type Log = (line: string) => void

export const say: Log = (line) => console.log(line)

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

/** Says now and then that a long step is alive: a silent minute looks like a hang. */
const heartbeat = 20_000

/**
 * Runs one step of a tool with a line at its end (`✓ types  4.1 s`), and one every twenty seconds before that.
 * What `work` answers follows the time; what it throws is said and thrown on.
 */
export async function step(name: string, log: Log, work: () => Promise<string | void>): Promise<void> {
  const start = Date.now()
  const alive = setInterval(() => log(`… ${name}  ${seconds(Date.now() - start)}`), heartbeat)
  try {
    const note = await work()
    log(`✓ ${name}  ${seconds(Date.now() - start)}${note ? `  ${note}` : ''}`)
  } catch (error) {
    log(`✗ ${name}  failed after ${seconds(Date.now() - start)}`)
    throw error
  } finally {
    clearInterval(alive)
  }
}

export const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} KB`
