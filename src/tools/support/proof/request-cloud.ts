import path from 'node:path'
import { startDemoCloud } from '../demo-cloud'

/*
 * The demo cloud as a process of its own, on a folder that outlives it: to be killed. Tells its parent where it listens.
 */
async function main(folder: string): Promise<void> {
  const { url } = await startDemoCloud({ dataFile: path.join(folder, 'data.db') })
  process.send?.(url)
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
