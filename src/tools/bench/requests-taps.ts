import { startWeapp, type Weapp } from '../../../test/support/weapp'
import { noticeVersion, purposes } from '../../domain/people/consent'
import { demo } from '../../local/demo'
import type { LocalCloud } from '../../local/start'
import { startDemoCloud } from '../support/demo-cloud'
import { freshKey } from '../support/proof/documents'
import { askForData } from './ask'
import { withCloud } from './cloud'
import type { Bench, Figure } from './figure'

const scene = demo.doorCodes.find(({ state }) => state === 'active')?._id ?? ''

/** A way from the app's start to a request that was sent: what is tapped, and by what it shows that it is done. */
interface Way {
  readonly what: string
  readonly most: number | null
  /** In the care edition the form asks one question after the other. */
  readonly isCare?: true
  /** Whether they agreed to the privacy notice before. */
  readonly agreed: boolean
  readonly before: readonly (readonly [tap: string, then: string])[]
  readonly after: readonly (readonly [tap: string, then: string])[]
}

const toForm = [
  ['#common-drain-blocked', '#matter-request'],
  ['#matter-request', '#request-form'],
] as const

const ways: readonly Way[] = [
  { what: 'by somebody who agreed before', most: 6, agreed: true, before: toForm, after: [['#send', '#sent']] },
  {
    ...{ what: 'in the care edition', most: 6, agreed: true, isCare: true, before: toForm },
    after: [
      ['#next', '#where'],
      ['#next', '#more-row'],
      ['#send', '#sent'],
    ],
  },
  {
    ...{ what: 'by somebody new, who is asked to agree', most: 6, agreed: false, before: toForm },
    after: [
      ['#send', '#consent-age-old'],
      ['#consent-age-old', '#consent-age-old.choice-on'],
      ['#consent-main', '#sent'],
    ],
  },
]

const kept = (value: unknown) => ({ form: 1, at: 1, value })

async function tapsOf(cloud: LocalCloud, { agreed, isCare, before, after }: Way, openid: string): Promise<number> {
  if (agreed) {
    const input = { version: noticeVersion, purposes, atLeast14: true }
    await askForData(cloud, 'consent.grant', { input, key: freshKey() }, openid)
  }
  const app: Weapp = startWeapp({
    cloud: (name, data) => cloud.invoke(name, data, { openid, source: 'wx_client' }),
    storage: {
      ...(agreed ? { 'jmk:account': kept({ purposes: ['account'], hasRole: false }) } : {}),
      ...(isCare ? { 'jmk:care': kept(true) } : {}),
    },
    launch: { path: 'pages/door/index', query: { scene }, scene: 1047 },
  })
  const shown = (selector: string) => app.until(() => app.page.findAll(selector).length > 0)
  await shown('#phones')
  let count = 0
  const tapAll = async (steps: Way['before']) => {
    for (const [tap, then] of steps) {
      await shown(tap)
      app.page.tap(tap)
      count++
      await shown(then)
    }
  }
  await tapAll(before)
  app.page.type('#words', '厨房下水堵了，水往外冒')
  await tapAll(after)
  return cloud.database.count('requests', { words: '厨房下水堵了，水往外冒' }) > 0 ? count : Number.NaN
}

/** The compiled mini program, from its start at a door to a request that was sent, with one text. */
export const requestTaps: Bench = {
  name: 'request-taps',
  needs: ['weapp', 'cloud'],
  run: async ({ log }) => {
    const figures: Figure[] = []
    for (const [at, way] of ways.entries()) {
      const start = () => startDemoCloud({ dataFile: ':memory:' })
      const value = await withCloud(start, (cloud) => tapsOf(cloud, way, `oTaps_${at}`)).catch((fault: unknown) => {
        log(String(fault))
        return Number.NaN
      })
      figures.push({
        ...{ bench: 'request-taps', value, unit: 'taps', most: way.most },
        what: `from the app’s start to a sent request, one text, ${way.what}`,
      })
    }
    return figures
  },
}
