import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { watchCloud } from '../../config/cloud'
import { startDemo } from './start'
import { isEntry, runTool } from './support/entry'
import { fromRoot } from './support/paths'
import { say, step } from './support/progress'
import { commandOf, start } from './support/run'
import { dropStamp } from './support/stamp'

/** Builds again after each change, and serves the demo from what was built. Ends with Ctrl-C. */
async function main() {
  // What is in dist from now on is a development build: the next `npm start` or `npm test` builds anew.
  dropStamp('h5')
  dropStamp('cloud')
  await rm(fromRoot('dist', 'h5'), { recursive: true, force: true })

  const functions = await watchCloud({ outFolder: fromRoot('dist', 'cloud') }, (errors) =>
    say(errors.length ? `✗ cloud\n  ${errors.join('\n  ')}` : '✓ cloud bundled'),
  )
  const h5 = start(commandOf('@tarojs/cli', 'taro'), ['build', '--type', 'h5', '--watch'], {
    env: { NODE_ENV: 'development' },
    inherit: true,
  })
  const running = [{ close: () => functions.dispose() }]
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    h5.kill()
    await Promise.allSettled(running.map((part) => part.close()))
  }
  process.once('SIGINT', () => void stop())
  process.once('SIGTERM', () => void stop())
  h5.once('exit', (code) => {
    if (!stopping) process.exitCode = code || 1
    void stop()
  })

  try {
    await step('first h5 build', say, async () => {
      while (!existsSync(fromRoot('dist', 'h5', 'index.html')) && !stopping) await pause(200)
    })
    if (!stopping) running.push(await startDemo({ build: false }))
  } catch (error) {
    await stop()
    throw error
  }
}

if (isEntry(__filename)) runTool(main)
