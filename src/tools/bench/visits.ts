import { startWeapp, type Weapp } from '../../../test/support/weapp'
import { demo } from '../../local/demo'
import type { LocalCloud } from '../../local/start'
import { startDemoCloud } from '../support/demo-cloud'
import type { Bench, Figure } from './figure'

const scene = demo.doorCodes.find(({ state }) => state === 'active')?._id ?? ''

/** The compiled mini program, as somebody who scans the code at the door; it talks to the real function. */
const scan = (cloud: LocalCloud, storage: Readonly<Record<string, unknown>> = {}, answers = true): Weapp =>
  startWeapp({
    cloud: (name, data) =>
      answers
        ? cloud.invoke(name, data, { openid: 'oBenchResident', source: 'wx_client' })
        : new Promise(() => undefined),
    storage,
    launch: { path: 'pages/door/index', query: { scene }, scene: 1047 },
  })

const shown = (app: Weapp, selector: string) => app.until(() => app.page.findAll(selector).length > 0)

async function withCloud<T>(work: (cloud: LocalCloud) => Promise<T>): Promise<T> {
  const cloud = await startDemoCloud({ dataFile: ':memory:' })
  try {
    return await work(cloud)
  } finally {
    await cloud.close()
  }
}

export const visits: Bench = {
  name: 'visits',
  needs: ['weapp', 'cloud'],
  run: () =>
    withCloud(async (cloud) => {
      const first = scan(cloud)
      await shown(first, '#phones')
      const record = cloud.calls.at(-1)
      const kept = Object.fromEntries([...first.storage].map(([key, text]) => [key, JSON.parse(text) as unknown]))
      // Nothing answers on the later visit: whatever is shown then was shown before any call.
      const later = scan(cloud, kept, false)
      const before = cloud.calls.length
      await shown(later, '#phones')
      const figure = (what: string, value: number, unit: string, most: number | null): Figure => ({
        bench: 'visits',
        what,
        value,
        unit,
        most,
      })
      return [
        figure('first visit: function calls', first.callsOf('cloud.callFunction').length, 'calls', 1),
        figure('first visit: database reads', record?.roundTrips ?? Number.NaN, 'reads', 3),
        figure('later visit: calls answered before content', cloud.calls.length - before, 'calls', 0),
        figure('first visit: setData of the landing', first.page.bytes, 'bytes', 16 * 1024),
        figure('later visit: setData of the landing', later.page.bytes, 'bytes', 16 * 1024),
      ]
    }),
}

type Step = readonly [tap: string, then: string]

/** Each way from the landing to the call; what is typed on the way is no tap. */
const ways: readonly {
  readonly what: string
  readonly most: number
  readonly typed?: string
  readonly steps: readonly Step[]
}[] = [
  {
    what: 'from danger',
    most: 2,
    steps: [
      ['#danger', '#danger-call-gas-leak'],
      ['#danger-call-gas-leak', ''],
    ],
  },
  {
    what: 'from danger to 119',
    most: 2,
    steps: [
      ['#danger', '#call-119'],
      ['#call-119', ''],
    ],
  },
  {
    what: 'from a most-asked matter',
    most: 2,
    steps: [
      ['#common-drain-blocked', '#call-first'],
      ['#call-first', ''],
    ],
  },
  {
    what: 'from a search hit',
    most: 2,
    typed: '下水道堵了',
    steps: [
      ['#hit-drain-blocked', '#call-first'],
      ['#call-first', ''],
    ],
  },
  {
    what: 'through a group',
    most: 3,
    steps: [
      ['#group-drainage', '#matter-drain-blocked'],
      ['#matter-drain-blocked', '#call-first'],
      ['#call-first', ''],
    ],
  },
]

export const taps: Bench = {
  name: 'taps',
  needs: ['weapp', 'cloud'],
  run: () =>
    withCloud(async (cloud) => {
      const figures: Figure[] = []
      for (const { what, most, typed, steps } of ways) {
        const app = scan(cloud)
        await shown(app, '#phones')
        if (typed !== undefined) {
          app.page.type('#search', typed)
          await shown(app, steps[0]?.[0] ?? '')
        }
        let count = 0
        for (const [tap, then] of steps) {
          app.page.tap(tap)
          count++
          if (then !== '') await shown(app, then)
        }
        const dialled = app.callsOf('makePhoneCall').length === 1
        figures.push({
          bench: 'taps',
          what: `taps to the call ${what}`,
          value: dialled ? count : Number.NaN,
          unit: 'taps',
          most,
        })
      }
      return figures
    }),
}
