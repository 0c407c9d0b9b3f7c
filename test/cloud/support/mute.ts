import { functions } from '../../../src/cloud/deployment'
import { collections } from '../../../src/cloud/store/documents'
import { demoRows } from '../../../src/local/demo-rows'
import { seed } from '../../../src/local/seed'
import { startLocalCloud, type LocalCloud } from '../../../src/local/start'
import { fromRoot } from '../../../src/tools/support/paths'

/** The product where the function may ask WeChat nothing: deployed without its declarations, each answers -604101. */
export async function startMuteProduct(): Promise<LocalCloud> {
  const cloud = await startLocalCloud({
    dataFile: ':memory:',
    functionsFolder: fromRoot('dist', 'cloud'),
    collections,
    functions: { ...functions, api: { ...functions.api, openapi: [] } },
    log: () => undefined,
  })
  seed(cloud.database, demoRows())
  return cloud
}
