import { readFileSync } from 'node:fs'
import path from 'node:path'
import { runInNewContext } from 'node:vm'
import { demoNoticeRows } from '../../src/local/demo-rows'
import type { LocalCloud } from '../../src/local/start'
import { keptBefore } from '../../src/tools/bench/page-visit'
import { pages, spots, type PageVisit } from '../../src/tools/bench/pages'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { builtWeapp, startWeapp, type Weapp } from '../support/weapp'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
  for (const { collection, documents } of demoNoticeRows(cloud.clock.now()))
    cloud.database.insert(collection, documents)
})
afterAll(() => cloud.close())

/** A node as the templates get it. */
interface Sent {
  /** Which kind of component it is. */
  readonly nn?: string
  readonly cn?: Readonly<Record<string, Sent>>
}
const depthOf = ({ cn = {} }: Sent): number =>
  Object.values(cn).reduce((deepest, child) => Math.max(deepest, 1 + depthOf(child)), 0)
const depthIn = (app: Weapp) => depthOf(app.page.instance.data.root as Sent)

/** How deep the templates go before WeChat has to make a component for what lies below. */
const templates = readFileSync(path.join(builtWeapp, 'base.wxml'), 'utf8')
const levels = Number(/name="tmpl_(\d+)_container"/.exec(templates)?.[1] ?? Number.NaN)

const [spot] = spots
const script = {
  exports: {} as { a(level: number, kind: string, kinds: string): string; f(kinds: string, kind: string): string },
}
runInNewContext(readFileSync(path.join(builtWeapp, 'utils.wxs'), 'utf8'), { module: script })

/** Templates that the node and what lies in it ask for, as the build's own script chooses them, and that do not exist. */
function missing({ nn = '', cn = {} }: Sent, level = 0, kinds = ''): string[] {
  const name = script.exports.a(level, nn, kinds)
  // Where the levels end, a component begins anew.
  if (name.endsWith('_container')) return Object.values(cn).flatMap((child) => missing(child))
  const own = templates.includes(`name="${name}"`) ? [] : [name]
  return [...own, ...Object.values(cn).flatMap((child) => missing(child, level + 1, script.exports.f(kinds, nn)))]
}
const missingIn = (app: Weapp) =>
  Object.values((app.page.instance.data.root as Sent).cn ?? {}).flatMap((child) => missing(child))

/** What the node and those in it are given, and no template of their kind reads. `sid` is Taro's own: texts are not marked. */
function unread({ cn = {}, nn = '', ...given }: Sent): string[] {
  const own = [
    ...templates.matchAll(new RegExp(`<template name="tmpl_\\d+_${nn}(?:_\\w+)?">.*?</template>(?=<template|$)`, 'g')),
  ]
  const read = new Set(own.flatMap(([text]) => [...text.matchAll(/\bi\.(\w+)/g)].map(([, name]) => name)))
  const lost = Object.keys(given).filter((name) => name !== 'sid' && !read.has(name))
  return [...lost.map((name) => `${name} of ${nn}`), ...Object.values(cn).flatMap(unread)]
}
const unreadIn = (app: Weapp) => Object.values((app.page.instance.data.root as Sent).cn ?? {}).flatMap(unread)

/** Pages that only differ in their matter are built alike: some of them speak for all. */
const someOf = <Query>(queries: readonly Query[]) => queries.filter((_, at) => at % 7 === 0)
const visits = Object.entries(pages).flatMap(([route, visit]) =>
  someOf(spot ? visit.queries(spot) : []).map((query) => ({ route, visit, query, id: query.id ?? '' })),
)

interface Nesting {
  readonly depth: number
  readonly missing: readonly string[]
  readonly unread: readonly string[]
}

/** How the page nests at its deepest, as it opens and after everything that is done on it. */
async function nesting(route: string, visit: PageVisit, query: Readonly<Record<string, string>>): Promise<Nesting> {
  if (!spot) return { depth: Number.NaN, missing: [], unread: [] }
  const app = startWeapp({
    cloud: (name, data) => cloud.invoke(name, data, { openid: visit.openid ?? 'oNesting', source: 'wx_client' }),
    launch: { path: route, query, scene: 1047 },
    storage: keptBefore(visit, spot) ?? {},
  })
  const shown = (selector: string) => app.until(() => app.page.findAll(selector).length > 0)
  await shown(visit.ready(spot, query))
  let depth = depthIn(app)
  const without = missingIn(app)
  const lost = unreadIn(app)
  for (const { act, then } of visit.steps?.(spot, query) ?? []) {
    act(app)
    await shown(then)
    depth = Math.max(depth, depthIn(app))
    without.push(...missingIn(app))
    lost.push(...unreadIn(app))
  }
  return { depth, missing: without, unread: [...new Set(lost)] }
}

// Below a component the styles' child combinators no longer hold, and each costs the phone time. A node whose template
// is missing stays empty in WeChat, an attribute that no template has is not there, and nobody says so.
describe('every page nests no deeper than the templates go, and has one for each node and attribute', () => {
  it.each(visits)('$route $id', async ({ route, visit, query }) => {
    const found = await nesting(route, visit, query)
    expect(found.depth).toBeLessThanOrEqual(levels)
    expect(found.missing).toEqual([])
    expect(found.unread).toEqual([])
  })
})
