import type { DoorView, Reply } from '../../src/contract'
import type { Settings } from '../../src/domain/routing'
import type { LocalCloud } from '../../src/local/start'
import { ownQueries } from '../../src/tools/bench/search'
import { ours } from '../../src/tools/search-score/engines'
import { readQueries } from '../../src/tools/search-score/queries'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { demoDoor } from '../support/demo'
import { openDoorIn, startAt } from '../support/door-app'
import type { Weapp } from '../support/weapp'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
})
afterAll(() => cloud.close())

const find = ours.make()
/** Every fifth of the labelled queries, and what tells the communities apart. */
const said = [
  ...readQueries(ownQueries)
    .map(({ text }) => text)
    .filter((_, at) => at % 5 === 0),
  '暖气不热',
  '今天天气怎么样',
]

const shownBy = (app: Weapp): string =>
  app.page
    .findAll('.row')
    .flatMap(({ id }) => (id.startsWith('hit-') ? [id.slice(4)] : []))
    .join(' ')

/** Types a text; what the landing shows then has to become what the score is counted on. */
async function typed(app: Weapp, text: string, settings: Settings): Promise<void> {
  const expected = find(text, settings)
    .map(({ id }) => id)
    .join(' ')
  app.page.type('#search', '')
  await app.until(() => app.page.findAll('#hits').length === 0 && app.page.findAll('#no-hits').length === 0)
  app.page.type('#search', text)
  await app.until(() => app.page.findAll('#hits').length + app.page.findAll('#no-hits').length > 0)
  expect([text, shownBy(app)]).toEqual([text, expected])
}

describe('the search that is scored', () => {
  it('shows what the landing shows where no place is chosen', async () => {
    const app = startAt(cloud, {})
    await app.until(() => app.page.findAll('#search').length > 0)
    for (const text of said) await typed(app, text, {})
  })

  it('shows what the landing shows at a door, with its community’s settings', async () => {
    const app = await openDoorIn(cloud)
    const call = { action: 'door.open', input: { by: 'code', code: demoDoor.code }, release: 1 }
    const reply = (await cloud.invoke('api', call, { source: 'wx_client' })) as Reply<DoorView>
    if (!reply.ok) throw new Error(reply.refused)
    for (const text of said) await typed(app, text, reply.data.settings)
  })
})
