import { startWeapp, type Weapp } from '../../../../test/support/weapp'
import type { InputOf, NoticeDeedFields, OutputOf, saveNotice } from '../../../contract'
import { release } from '../../../contract'
import type { NoticeState } from '../../../domain/notice/verbs'
import { day } from '../../../domain/time/clock'
import type { LocalCloud } from '../../../local/start'
import { freshKey, hour } from './documents'

// Cards that were shared before something became of their notice, opened afterwards in the compiled mini program.

type Saving = InputOf<typeof saveNotice>
type Content = Saving['content']
type Saved = OutputOf<typeof saveNotice>

const writer = 'demo-grid-leader'
const reader = 'oCards_reader'
const other = 'oCards_other'
const buildingId = 'heyuan-1'
/** They stand in the old title, text and options only; WeChat's check, as it is here, wants to have a look at the last. */
const old = { title: '旧题甲乙', body: '旧文丙丁', again: '旧文戊己', unchecked: '旧文庚辛【待审】' } as const
const fresh = '新题子丑'
const forbidden = Object.values(old)

const contentAt = (now: number, over: Partial<Content> = {}): Content => ({
  about: { kind: 'outage', what: 'water' },
  span: { from: now - hour, until: now + 3 * hour, isNow: true },
  where: { kind: 'buildings', ids: [buildingId] },
  ...{ needs: [], isEmergency: false, title: old.title, body: old.body, pictures: [], fileId: null },
  ...{ validUntil: now + day, consultation: null, signUp: null },
  ...over,
})

interface Case {
  readonly name: string
  /** As which readers are told it afterwards. */
  readonly as: NoticeState
  readonly content?: (now: number) => Partial<Content>
  /** A draft, of which nobody can have a card but by its address. */
  readonly isDraft?: true
  readonly then: (cloud: LocalCloud, saved: Saved) => Promise<unknown>
}

const act =
  (deed: NoticeDeedFields) =>
  (cloud: LocalCloud, { noticeId, seen }: Saved) =>
    asWriter(cloud, 'notice.act', { noticeId, seen, deed })
const change = (over: Partial<Content>) => (cloud: LocalCloud, saved: Saved) =>
  save(cloud, contentAt(cloud.clock.now(), over), saved)
/** Nobody does anything, and no timer runs. */
const passes = (time: number) => (cloud: LocalCloud) => {
  cloud.clock.moveTo(cloud.clock.offset + time)
  return Promise.resolve()
}
const reminder = { about: { kind: 'safety', what: 'fire' }, span: null } as const
const toAll = { where: { kind: 'community' as const } }

/** What becomes of a notice after its card was shared. */
export const cardCases: readonly Case[] = [
  { name: 'withdrawn', as: 'withdrawn', then: act({ verb: 'withdraw', words: '不停水了' }) },
  { name: 'expired by time', as: 'expired', content: () => reminder, then: passes(2 * day) },
  { name: 'an outage of which nobody said that it is back, expired by time', as: 'expired', then: passes(9 * day) },
  { name: 'restored', as: 'restored', then: act({ verb: 'restore', words: '水来了' }) },
  { name: 'changed', as: 'out', then: change({ title: fresh, body: '请看新的' }) },
  {
    name: 'changed, the new words waiting for the check',
    as: 'out',
    then: change({ title: fresh, body: old.unchecked }),
  },
  {
    name: 'waiting for the check',
    as: 'out',
    content: () => ({ title: old.unchecked }),
    then: () => Promise.resolve(),
  },
  {
    name: 'waiting for the secretary',
    as: 'waiting',
    content: () => ({ ...reminder, ...toAll }),
    then: () => Promise.resolve(),
  },
  { name: 'a draft that was discarded', as: 'withdrawn', isDraft: true, then: act({ verb: 'discard' }) },
]

type Invoked = readonly [name: string, data: unknown]
type Answer = (...invoked: Invoked) => Promise<unknown>

const isOpening = (data: unknown): boolean => (data as { action: string }).action === 'notice.open'

/** Calls as the mini program of somebody does; null: WeChat says of nobody who they are. */
const answerTo =
  (cloud: LocalCloud, openid: string | null): Answer =>
  (name, data) =>
    cloud.invoke(name, data, { source: 'wx_client', ...(openid === null ? {} : { openid }) })

async function asWriter(cloud: LocalCloud, action: string, input: object): Promise<Saved> {
  const reply = (await answerTo(cloud, writer)('api', { action, release, input, key: freshKey() })) as {
    readonly ok: boolean
    readonly data: Saved
    readonly refused?: string
  }
  if (!reply.ok) throw new Error(`${action} was refused: ${reply.refused}`)
  return reply.data
}

const save = (cloud: LocalCloud, content: Content, before: Saved | null, send = true): Promise<Saved> =>
  asWriter(cloud, 'notice.save', {
    ...{ noticeId: before?.noticeId ?? null, seen: before?.seen ?? null },
    draftId: before === null ? freshKey() : null,
    ...{ communityId: 'west-street', gridId: before === null ? 'west-1' : null, content, send },
  })

interface Looked {
  readonly app: Weapp
  /** Everything that stood on the page, at any moment, was said by the server, or would be passed on. */
  readonly text: string
  /** The last state that the server told. */
  readonly state: string | null
}

const isOpen = ({ page }: Weapp) => ['#lead-line', '#notice-over', '#retry'].some((one) => page.findAll(one).length > 0)
const shareOf = (app: Weapp): string => JSON.stringify(app.shareFromMenu() ?? null)

/** Opens a card on a phone, with what it kept, and reads it from the first moment on. */
async function looksAt(answer: Answer, noticeId: string, storage: Record<string, unknown>): Promise<Looked> {
  const said: string[] = []
  let state: string | null = null
  let waiting = 0
  const app = startWeapp({
    cloud: async (name, data) => {
      waiting++
      const reply = await answer(name, data)
      waiting--
      if (isOpening(data)) state = (reply as { data?: { state?: string } }).data?.state ?? null
      said.push(JSON.stringify(reply))
      return reply
    },
    storage,
    launch: { path: 'pages/notice/view/index', query: { id: noticeId, t: 'token-of-the-card' }, scene: 1008 },
  })
  let looks = 0
  await app.until(() => {
    said.push(app.page.text)
    // What came last has to be on the page too.
    looks = isOpen(app) && waiting === 0 ? looks + 1 : 0
    return looks > 3
  }, 30_000)
  const text = [...said, shareOf(app)].join('\n')
  app.close()
  return { app, text, state }
}

const keptOn = ({ storage }: Weapp): Record<string, unknown> =>
  Object.fromEntries([...storage].map(([key, text]) => [key, JSON.parse(text) as unknown]))

/** What the door says, as its landing and its list are told it. */
async function doorOf(cloud: LocalCloud): Promise<string> {
  const place = { buildingId, unitId: null }
  const asked = [
    ['door.open', { by: 'place', ...place }],
    ['notice.door', place],
  ] as const
  const ask = answerTo(cloud, reader)
  return JSON.stringify(await Promise.all(asked.map(([action, input]) => ask('api', { action, release, input }))))
}

const hasOld = (text: string): boolean => forbidden.some((words) => text.includes(words))

export interface OldCards {
  readonly opened: number
  /** Case and reader of each that saw words which do not hold. */
  readonly wrong: readonly string[]
  /** The same where the server is made to answer as it did before, for the cards that had been read. */
  readonly planted: { readonly opened: number; readonly wrong: number }
  /** Readers were told of another state than this case is about, or did not see what holds now. */
  readonly missed: readonly string[]
}

/** Opens every old card on the phone that had read it, on another one, and without a name; and looks at the door. */
export async function openOldCards(cloud: LocalCloud, cases = cardCases): Promise<OldCards> {
  const wrong: string[] = []
  const missed: string[] = []
  const planted = { opened: 0, wrong: 0 }
  let opened = 0
  for (const one of cases) {
    cloud.database.remove('notices', {}, { multi: true })
    cloud.database.modify('communities', {}, { $set: { notices: [] } }, { multi: true })
    const now = cloud.clock.now()
    const saved = await save(cloud, contentAt(now, one.content?.(now)), null, one.isDraft !== true)
    const { noticeId } = saved
    const first: unknown[] = []
    const before = await looksAt(
      async (name, data) => {
        const reply = await answerTo(cloud, reader)(name, data)
        if (isOpening(data)) first.push(reply)
        return reply
      },
      noticeId,
      {},
    )
    await one.then(cloud, saved)
    const kept = keptOn(before.app)
    const again = answerTo(cloud, reader)
    const looks = {
      'the phone that had read it': await looksAt(again, noticeId, kept),
      'another phone': await looksAt(answerTo(cloud, other), noticeId, {}),
      'a phone without a name': await looksAt(answerTo(cloud, null), noticeId, {}),
      'the door': { text: await doorOf(cloud), state: one.as },
    }
    for (const [who, { text, state }] of Object.entries(looks)) {
      opened++
      if (hasOld(text)) wrong.push(`${one.name}: ${who}`)
      const isThere = state === one.as && (one.name !== 'changed' || text.includes(fresh))
      if (!isThere) missed.push(`${one.name}: ${who} was told ${state}`)
    }
    if (hasOld(before.text)) {
      planted.opened++
      const asBefore: Answer = (name, data) => (isOpening(data) ? Promise.resolve(first[0]) : again(name, data))
      if (hasOld((await looksAt(asBefore, noticeId, {})).text)) planted.wrong++
    }
    cloud.clock.moveTo(0)
  }
  return { opened, wrong, planted, missed }
}
