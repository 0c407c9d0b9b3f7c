import path from 'node:path'
import { functions, messageTemplates } from '../../cloud/deployment'
import { collections } from '../../cloud/store/documents'
import { demoNoticeRows, demoRequestRows, demoRows, demoWallRows } from '../../local/demo-rows'
import { seed } from '../../local/seed'
import { startLocalCloud, type LocalCloud, type LogLine } from '../../local/start'
import { fromRoot, root } from './paths'

/** Where the demo keeps its documents: in `.local`, or in the folder that LOCAL_DATA names. */
export const dataFile = path.join(path.resolve(root, process.env.LOCAL_DATA || '.local'), 'data.db')

export interface DemoCloudOptions {
  readonly dataFile: string
  readonly port?: number
  readonly log?: (line: LogLine) => void
  /** Runs timers and brings pushes when they are due, and has requests in it already; tests do that by hand. */
  readonly alive?: boolean
  /** Nothing is in it, as right after a deployment: no community, nobody. */
  readonly empty?: boolean
}

/** The local cloud as this product needs it, with the demo communities in it unless it is to be empty. */
export async function startDemoCloud({
  dataFile,
  port,
  log,
  alive = false,
  empty = false,
}: DemoCloudOptions): Promise<LocalCloud> {
  const cloud = await startLocalCloud({
    dataFile,
    functionsFolder: fromRoot('dist', 'cloud'),
    staticFolder: fromRoot('dist', 'h5'),
    collections,
    functions,
    messageTemplates,
    timers: alive,
    pushes: alive,
    ...(port === undefined ? {} : { port }),
    ...(log ? { log } : {}),
  })
  try {
    if (empty) return cloud
    const now = cloud.clock.now()
    seed(cloud.database, [
      ...demoRows(alive ? now : null),
      ...(alive ? [demoRequestRows(now), ...demoWallRows(now), ...demoNoticeRows(now)] : []),
    ])
    return cloud
  } catch (error) {
    await cloud.close()
    throw error
  }
}
