import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { builtWeapp } from '../support/weapp'
import { breakages, broken } from '../support/weapp/breakages'
import { readWeapp } from '../support/weapp/files'
import { smoke } from '../support/weapp/smoke'

const files = readWeapp(builtWeapp)

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
})
afterAll(() => cloud.close())

describe('the harness', () => {
  it('passes the bundle as it is', async () => {
    await smoke(cloud, files, 30_000)
  })

  it.each(breakages.map((breakage) => [breakage.what, breakage] as const))(
    'does not pass a bundle where %s',
    async (_, breakage) => {
      await expect(smoke(cloud, broken(files, breakage), 1500)).rejects.toThrow(breakage.caughtBy)
    },
  )
})
