import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { LocalCloud } from '../../src/local/start'
import { pages, spots, type PageVisit } from '../../src/tools/bench/pages'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { builtWeapp, startWeapp, type Weapp } from '../support/weapp'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
})
afterAll(() => cloud.close())

/** A node as the templates get it. */
interface Sent {
  readonly cn?: Readonly<Record<string, Sent>>
}
const depthOf = ({ cn = {} }: Sent): number =>
  Object.values(cn).reduce((deepest, child) => Math.max(deepest, 1 + depthOf(child)), 0)
const depthIn = (app: Weapp) => depthOf(app.page.instance.data.root as Sent)

/** How deep the templates go before WeChat has to make a component for what lies below. */
const levels = Number(
  /name="tmpl_(\d+)_container"/.exec(readFileSync(path.join(builtWeapp, 'base.wxml'), 'utf8'))?.[1] ?? Number.NaN,
)

const [spot] = spots
/** Pages that only differ in their matter are built alike: some of them speak for all. */
const someOf = <Query>(queries: readonly Query[]) => queries.filter((_, at) => at % 7 === 0)
const visits = Object.entries(pages).flatMap(([route, visit]) =>
  someOf(spot ? visit.queries(spot) : []).map((query) => ({ route, visit, query, id: query.id ?? '' })),
)

/** The deepest that the page nests, as it opens and after everything that is done on it. */
async function deepest(route: string, visit: PageVisit, query: Readonly<Record<string, string>>): Promise<number> {
  if (!spot) return Number.NaN
  const app = startWeapp({
    cloud: (name, data) => cloud.invoke(name, data, { openid: 'oNesting', source: 'wx_client' }),
    launch: { path: route, query, scene: 1047 },
  })
  const shown = (selector: string) => app.until(() => app.page.findAll(selector).length > 0)
  await shown(visit.ready(spot, query))
  let depth = depthIn(app)
  for (const { act, then } of visit.steps?.(spot) ?? []) {
    act(app)
    await shown(then)
    depth = Math.max(depth, depthIn(app))
  }
  return depth
}

// Below a component the styles' child combinators no longer hold, and each costs the phone time.
describe('every page nests no deeper than the templates go', () => {
  it.each(visits)('$route $id', async ({ route, visit, query }) => {
    expect(await deepest(route, visit, query)).toBeLessThanOrEqual(levels)
  })
})
