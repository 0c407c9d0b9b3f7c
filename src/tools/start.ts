import { dirname } from 'node:path'
import { demo } from '../local/demo'
import { lockFolder } from '../local/lock'
import { resetData } from '../local/reset'
import type { LocalCloud } from '../local/start'
import { ensureBuilt } from './build'
import { dataFile, startDemoCloud } from './support/demo-cloud'
import { isEntry, runTool, Sentence } from './support/entry'
import { say } from './support/progress'

const usualPort = 8787

function portFrom(text: string | undefined): number {
  if (text === undefined || text === '') return usualPort
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Sentence(`PORT 应为 1–65535 的整数，现在是“${text}”。 | PORT has to be a whole number from 1 to 65535.`)
  }
  return port
}

/** Serves the whole product on this machine, off line. `build: false` takes dist as it stands (a watch fills it). */
export async function startDemo({
  build = true,
  reset = false,
}: { build?: boolean; reset?: boolean } = {}): Promise<LocalCloud> {
  const port = portFrom(process.env.PORT)
  // Told before the build, which may take a minute.
  ;(await lockFolder(dirname(dataFile))).release()
  if (build) await ensureBuilt(['cloud', 'h5'])
  if (reset) await resetData(dataFile)
  const cloud = await startDemoCloud({
    dataFile,
    port,
    alive: true,
    log: ({ level, text }) => (level === 'error' ? say(`✗ ${text}`) : undefined),
  })
  say('')
  say(`家门口  ${cloud.url}`)
  for (const { name, street, estates, _id } of demo.communities) {
    const code = demo.doorCodes.find((door) => door.communityId === _id && door.state === 'active')
    say(
      `  ${street.name} ${name} · ${estates.map((estate) => estate.name).join('、')}  ${cloud.url}/#/pages/door/index?scene=${code?._id ?? ''}`,
    )
  }
  say(`本地云  ${cloud.url}/_local  看调用、数据、消息、定时；换身份、拨时钟、断网 | a look inside`)
  say('Ctrl-C stops it.')
  return cloud
}

async function main(args: readonly string[]) {
  const unknown = args.filter((arg) => arg !== '--reset')
  if (unknown.length > 0) throw new Sentence(`npm start [-- --reset]; not understood: ${unknown.join(' ')}`)
  const cloud = await startDemo({ reset: args.includes('--reset') })
  const stop = () => void cloud.close().then(() => process.exit(0))
  // The terminal and the program that started us may both tell it: closing twice is the same as once.
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

if (isEntry(__filename)) runTool(main)
