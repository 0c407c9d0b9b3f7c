import { startWeapp, type Weapp } from '../../../test/support/weapp'
import { demoNoticeRows } from '../../local/demo-rows'
import type { LocalCloud } from '../../local/start'
import { startDemoCloud } from '../support/demo-cloud'
import { withCloud } from './cloud'
import { startPriced } from './costs'
import type { Bench, Figure } from './figure'
import { fillDirectory } from './fill-directory'
import { keptBefore } from './page-visit'
import { builtPages, pages, spots, unvisited, type PageVisit, type Spot } from './pages'

type Storage = Readonly<Record<string, unknown>>
type Query = Readonly<Record<string, string>>

/** How long (ms) nothing more may come before a page counts as at rest. */
const rest = 60
/** Longer than any page needs (ms). */
const patience = 10_000
/** What is typed, character by character; the worst of all keystrokes counts. */
const typed = ['楼上漏水漏到我家天花板', '电梯坏了没人修', '家里有煤气味', '下水道堵了', '物业不管事', '今天天气怎么样']
const mostOfKeystroke = 8 * 1024

const payloads = (app: Weapp) => app.stack.flatMap(({ payloads: sent }) => sent)
const count = (app: Weapp) => payloads(app).length

interface Opened {
  readonly app: Weapp
  /** Everything sent until the page came to rest. */
  readonly bytes: number
  /** Waits until something is shown, every call is answered, and nothing more is sent. */
  readonly settled: (selector: string) => Promise<void>
}

interface Opening {
  /** Without a cloud nothing answers: whatever is shown was kept on the phone. */
  readonly cloud: LocalCloud | null
  readonly route: string
  readonly visit: PageVisit
  readonly spot: Spot
  readonly query: Query
  readonly storage: Storage
}

async function open({ cloud, route, visit, spot, query, storage }: Opening): Promise<Opened> {
  let waiting = 0
  let started: Weapp | null = null
  const answer = async (name: string, data: unknown) => {
    if (!cloud) return new Promise(() => undefined)
    waiting += 1
    try {
      // On a phone the way to the server is longer than to the screen: something was shown before.
      while (!started || count(started) === 0) await new Promise((resolve) => setTimeout(resolve, 5))
      return await cloud.invoke(name, data, { openid: visit.openid ?? 'oBenchResident', source: 'wx_client' })
    } finally {
      waiting -= 1
    }
  }
  const app = startWeapp({
    cloud: answer,
    storage: { ...keptBefore(visit, spot), ...storage },
    launch: { path: route, query, scene: 1047 },
  })
  started = app
  const settled = async (selector: string) => {
    if (selector !== '') await app.until(() => app.page.findAll(selector).length > 0, patience)
    // A whole rest in which nothing was under way, neither at its beginning nor at its end.
    for (let quiet = false; !quiet;) {
      const [sent, asked] = [count(app), waiting]
      await new Promise((resolve) => setTimeout(resolve, rest))
      quiet = count(app) === sent && asked === 0 && waiting === 0
    }
  }
  await settled(visit.ready(spot, query))
  return { app, bytes: app.page.bytes, settled }
}

const kept = ({ storage }: Weapp): Storage =>
  Object.fromEntries([...storage].map(([key, text]) => [key, JSON.parse(text) as unknown]))

/** The largest single change that a step sends, and which step that was. */
async function worstStep(
  { app, settled, query }: Opened & { readonly query: Query },
  visit: PageVisit,
  spot: Spot,
): Promise<{ bytes: number; what: string } | null> {
  let worst: { bytes: number; what: string } | null = null
  for (const { what, act, then } of visit.steps?.(spot, query) ?? []) {
    const before = app.page.bytes
    act(app)
    await settled(then)
    const bytes = app.page.bytes - before
    if (!worst || bytes > worst.bytes) worst = { bytes, what }
  }
  return worst
}

const figure = (spot: Spot, what: string, value: number, most: number, beside?: string): Figure => ({
  bench: 'views',
  what: `${what}, ${spot.data}`,
  value,
  unit: 'bytes',
  most,
  ...(beside === undefined ? {} : { beside }),
})

const nameOf = (query: Query) => (query.id === undefined ? '' : `the largest is ${query.id}`)

/** A page's figures: opened with nothing kept, opened again from what the phone kept, and what is done on it. */
async function measurePage(cloud: LocalCloud, route: string, visit: PageVisit, spot: Spot): Promise<readonly Figure[]> {
  let first: (Opened & { readonly query: Query }) | null = null
  const queries = visit.queries(spot)
  if (queries.length === 0) return []
  for (const query of queries) {
    const opened = await open({ cloud, route, visit, spot, query, storage: {} })
    if (!first || opened.bytes > first.bytes) first = { ...opened, query }
  }
  if (!first) return [figure(spot, `${route} opened first`, Number.NaN, visit.most)]
  const { app, bytes, query } = first
  const opening = { cloud: null, route, visit, spot, query, storage: kept(app) }
  const again = visit.forgets ? null : await open(opening)
  const single = Math.max(...payloads(app).map((sent) => sent.bytes))
  const worst = await worstStep(first, visit, spot)
  const largest = [nameOf(query), `${payloads(app).length} updates, the largest ${single}`].filter(Boolean).join('; ')
  return [
    figure(spot, `${route} opened first`, bytes, visit.most, largest),
    ...(again ? [figure(spot, `${route} opened again from the phone`, again.bytes, visit.most)] : []),
    ...(worst ? [figure(spot, `${route}, the most that a tap sends`, worst.bytes, visit.most, worst.what)] : []),
  ]
}

/** The worst keystroke on the landing. */
async function measureKeystrokes(cloud: LocalCloud, spot: Spot): Promise<Figure> {
  const route = 'pages/door/index'
  const visit = pages[route]
  let worst = { bytes: Number.NaN, text: '' }
  if (visit) {
    const query = { scene: spot.code }
    const { app, settled } = await open({ cloud, route, visit, spot, query, storage: {} })
    for (const text of typed.flatMap((whole) => [...whole].map((_, at) => whole.slice(0, at + 1)).concat(''))) {
      const before = app.page.bytes
      app.page.type('#search', text)
      await settled('')
      const bytes = app.page.bytes - before
      if (!(bytes <= worst.bytes)) worst = { bytes, text }
    }
  }
  const what = worst.text === '' ? 'when the text is cleared' : `at “${worst.text}”`
  return figure(spot, 'the worst keystroke in the search', worst.bytes, mostOfKeystroke, what)
}

export const views: Bench = {
  name: 'views',
  needs: ['weapp', 'cloud'],
  run: async ({ log }) => {
    const figures: Figure[] = unvisited().map((route) => ({
      bench: 'views',
      what: `${route}: nobody opens it in the bench`,
      value: Number.NaN,
      unit: 'bytes',
      most: 0,
    }))
    for (const spot of spots) {
      const start = spot.isFull ? startFull : startDemo
      figures.push(...(await withCloud(start, (cloud) => measureSpot(cloud, spot, log))))
    }
    return figures
  },
}

/** The demo's places, with its notices: pages show them by their ids. */
async function startDemo(): Promise<LocalCloud> {
  const cloud = await startDemoCloud({ dataFile: ':memory:' })
  for (const { collection, documents } of demoNoticeRows(cloud.clock.now()))
    cloud.database.insert(collection, documents)
  return cloud
}

/** The fullest lists; imports beside them, which would make other figures dearer. */
async function startFull(): Promise<LocalCloud> {
  const cloud = await startPriced()
  fillDirectory(cloud.database)
  return cloud
}

async function measureSpot(cloud: LocalCloud, spot: Spot, log: (line: string) => void): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const route of builtPages()) {
    const visit = pages[route]
    if (!visit) continue
    log(`${route}, ${spot.data}`)
    figures.push(...(await measurePage(cloud, route, visit, spot)))
  }
  return [...figures, await measureKeystrokes(cloud, spot)]
}
