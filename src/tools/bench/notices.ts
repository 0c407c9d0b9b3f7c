import { startWeapp, type Weapp } from '../../../test/support/weapp'
import type { NoticeFields } from '../../cloud/store/documents'
import type { LocalCloud } from '../../local/start'
import { startDemoCloud } from '../support/demo-cloud'
import { cardCases, openOldCards } from '../support/proof/notice-cards'
import { withCloud } from './cloud'
import type { Bench, Figure } from './figure'

const leader = 'demo-grid-leader'
const start = () => startDemoCloud({ dataFile: ':memory:' })
const kept = (value: unknown) => ({ form: 1, at: 1, value })

/** Something that a grid leader does: a tap, or a text typed. */
type Step = string | { readonly into: string; readonly types: string }

export interface WritingWay {
  readonly what: string
  readonly page: string
  readonly query: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
}

const grid = { c: 'west-street', g: 'west-1' }
const outage = ['#write', '#kind-outage', '#what-power'] as const
const out = ['#next', '#send', '#share-anywhere'] as const

/** Ways from a template to a shared card. A row of the workbench is named by how its id begins. */
export const writingWays: readonly WritingWay[] = [
  {
    ...{ what: 'from 发通知, of one building, planned', page: 'notices', query: grid },
    steps: [...outage, '#building-heyuan-1', '#time-tomorrow-am', ...out],
  },
  {
    ...{ what: 'from 工作台, of the own grid, planned', page: 'work', query: {} },
    steps: ['notices-', ...outage, '#time-tomorrow-am', ...out],
  },
  {
    ...{ what: 'from 发通知, of the own grid, an emergency', page: 'notices', query: grid },
    steps: [...outage, '#time-now', '#urgent-yes', ...out],
  },
]

export interface Written {
  readonly taps: number
  readonly texts: number
}

const never: Written = { taps: Number.NaN, texts: Number.NaN }

/** Does a way in the compiled mini program; what was done counts only where a card of a notice that is out was shared. */
export async function writeAndShare(cloud: LocalCloud, { page, query, steps }: WritingWay): Promise<Written> {
  cloud.database.remove('notices', {}, { multi: true })
  const app = startWeapp({
    connect: { url: cloud.url, openid: leader },
    cloud: (name, data) => cloud.invoke(name, data, { openid: leader, source: 'wx_client' }),
    storage: { 'jmk:account': kept({ purposes: ['account'], hasRole: true }) },
    launch: { path: `pages/${page}/index`, query, scene: 1001 },
  })
  const done = { taps: 0, texts: 0 }
  for (const step of steps) {
    const node = await shown(app, typeof step === 'string' ? step : step.into)
    if (typeof step === 'string') {
      app.page.tap(node)
      done.taps++
    } else {
      app.page.type(node, step.types)
      done.texts++
    }
  }
  await app.until(() => app.shares.length > 0)
  const isShared = isCard(app.shares[0]?.path, cloud)
  app.close()
  return isShared ? done : never
}

async function shown(app: Weapp, name: string): Promise<string> {
  const find = () =>
    name.startsWith('#')
      ? app.page.findAll(name)[0]
      : app.page.findAll('.row').find(({ id }) => id?.startsWith(name) ?? false)
  await app.until(() => find() !== undefined, 30_000)
  return `#${find()?.id ?? ''}`
}

function isCard(path: string | undefined, cloud: LocalCloud): boolean {
  const [notice, ...more] = cloud.database.find('notices') as unknown as readonly (NoticeFields & { _id: string })[]
  const address = `pages/notice/view/index?id=${notice?._id}&t=`
  return notice?.state === 'out' && more.length === 0 && path?.includes(address) === true
}

const mostTaps = 8
const mostTexts = 2

/** From a template of an outage to a card that was shared, tapped and typed in the compiled mini program. */
export const noticeSteps: Bench = {
  name: 'notice-steps',
  needs: ['weapp', 'cloud'],
  run: async ({ log }) => {
    const figures: Figure[] = []
    for (const way of writingWays) {
      const { taps, texts } = await withCloud(start, (cloud) => writeAndShare(cloud, way)).catch((fault: unknown) => {
        log(String(fault))
        return never
      })
      const figure = { bench: 'notice-steps' }
      const what = `an outage from a template to a shared card, ${way.what}`
      figures.push(
        { ...figure, what: `${what}: taps`, value: taps, unit: 'taps', most: mostTaps },
        { ...figure, what: `${what}: typed texts`, value: texts, unit: 'texts', most: mostTexts },
      )
    }
    return figures
  },
}

/** Cards of notices that are over, changed or not to be read, opened afterwards. */
export const noticeCards: Bench = {
  name: 'notice-cards',
  needs: ['weapp', 'cloud'],
  run: ({ log }) =>
    withCloud(start, async (cloud) => {
      const { opened, wrong, planted, missed } = await openOldCards(cloud)
      for (const line of [...wrong, ...missed]) log(line)
      const figure = { bench: 'notice-cards', unit: 'looks', most: null }
      return [
        { ...figure, what: 'old cards and doors looked at afterwards', value: opened, least: 4 * cardCases.length },
        { ...figure, what: 'of these showed words that do not hold', value: wrong.length, most: 0 },
        { ...figure, what: 'of these were not told how it stands now', value: missed.length, most: 0 },
        {
          ...{ ...figure, value: planted.wrong, least: planted.opened, beside: `of ${planted.opened} cards` },
          what: 'planted: the server answers as it did before, and old words are found',
        },
      ]
    }),
}
