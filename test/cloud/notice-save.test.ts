import { day, hour } from '../../src/domain/time/clock'
import type { LocalCloud } from '../../src/local/start'
import { put } from '../../src/tools/support/proof/documents'
import { noticeFileDocument } from '../../src/tools/support/proof/notice-document'
import { startProduct } from './support/cloud'
import { noticeOf } from './support/notices'
import { aContent, acting, saved, saving, stepped } from './support/notice-steps'
import {
  callAs,
  dataAs,
  dutyMember,
  freshKey,
  gridLeader,
  keys,
  otherGridLeader,
  otherSecretary,
  secretary,
} from './support/people'

jest.setTimeout(240_000)

let cloud: LocalCloud
const morning = Date.parse('2026-11-18T09:00:00+08:00')

beforeAll(async () => {
  cloud = await startProduct()
})
afterAll(() => cloud.close())
beforeEach(() => {
  cloud.clock.moveTo(morning - Date.now())
  for (const name of ['notices', 'signUps', 'counters', 'checks', 'messages', 'audits', 'openings'])
    cloud.database.remove(name, {}, { multi: true })
  cloud.database.modify('communities', { _id: 'west-street' }, { $set: { notices: [] } })
})

const now = () => cloud.clock.now()
const own = { gridId: 'west-1' }
const whole = { where: { kind: 'community' as const } }
const ofBuilding = (id: string) => ({ where: { kind: 'buildings' as const, ids: [id] } })
const said = (openid: string) =>
  cloud.database
    .find('messages', { person: keys.person(openid) })
    .map(({ kind, params }) => `${kind as string} ${JSON.stringify(params)}`)
const atDoor = async (buildingId: string) =>
  (
    await dataAs<{ notices: { noticeId: string; title: string }[] }>(cloud, 'somebody', 'door.open', {
      by: 'place',
      buildingId,
      unitId: null,
    })
  ).notices

describe('writing a notice', () => {
  test('what a grid leader writes for the own grid goes out at once and stands at the door', async () => {
    const { noticeId, state, words } = await saved(cloud, gridLeader, own)
    expect([state, words]).toEqual(['out', 'shown'])
    expect((await atDoor('heyuan-1')).map((one) => one.noticeId)).toEqual([noticeId])
    expect(await atDoor('heyuan-2')).toEqual([])
    expect(noticeOf(cloud, noticeId)).toMatchObject({ communityName: '西街社区', placeNames: ['1号楼'], desk: 'out' })
  })

  test('what lacks its title is kept, and not sent', async () => {
    const { noticeId, state, problems } = await saved(cloud, gridLeader, {
      ...own,
      content: aContent(now(), { title: '' }),
    })
    expect([state, problems]).toEqual(['draft', ['title-empty']])
    expect(noticeOf(cloud, noticeId).outAt).toBeNull()
    expect(await atDoor('heyuan-1')).toEqual([])
  })

  test('a draft is written on and sent in one call', async () => {
    const first = await saved(cloud, gridLeader, { ...own, send: false })
    const content = aContent(now(), { title: '1号楼停水到下午' })
    const second = await saved(cloud, gridLeader, { ...own, noticeId: first.noticeId, seen: first.seen, content })
    expect([first.state, second.state]).toEqual(['draft', 'out'])
    expect(noticeOf(cloud, first.noticeId).shown?.title).toBe('1号楼停水到下午')
  })

  describe('whose reply was lost', () => {
    const draftId = freshKey()
    const count = () => cloud.database.find('notices', {}).length
    const other = () => aContent(now(), { title: '1号楼停水到下午' })

    test('is one notice still, where another word is sent afterwards, and the phone is told which', async () => {
      const first = await saved(cloud, gridLeader, { ...own, draftId })
      const again = await saved(cloud, gridLeader, { ...own, draftId, content: other() })
      expect(again).toMatchObject({ noticeId: first.noticeId, seen: first.seen, state: 'out', isThere: true })
      expect([count(), noticeOf(cloud, first.noticeId).shown?.title]).toEqual([1, '1号楼今天停水'])
      const { noticeId, seen } = again
      const third = await saved(cloud, gridLeader, { ...own, noticeId, seen, content: other() })
      expect([third.state, count()]).toEqual(['out', 1])
      expect(noticeOf(cloud, noticeId).shown).toMatchObject({ number: 2, title: '1号楼停水到下午' })
      expect(await atDoor('heyuan-1')).toHaveLength(1)
    })

    test('has gone out, where the same is sent once more by a page that was opened again', async () => {
      const content = aContent(now())
      const first = await saved(cloud, gridLeader, { ...own, draftId, content })
      const again = await saved(cloud, gridLeader, { ...own, draftId, content })
      expect(again).toEqual(first)
      expect(noticeOf(cloud, first.noticeId).events).toHaveLength(2)
    })

    test('is written on, where it was kept as a draft that nobody else has had', async () => {
      const first = await saved(cloud, gridLeader, { ...own, draftId, send: false })
      const again = await saved(cloud, gridLeader, { ...own, draftId, content: other() })
      expect([again.noticeId, again.state, again.isThere, count()]).toEqual([first.noticeId, 'out', undefined, 1])
      expect(noticeOf(cloud, first.noticeId).shown?.title).toBe('1号楼停水到下午')
    })

    test('is not sent out a second time, where it waits for the secretary', async () => {
      const first = await saved(cloud, gridLeader, { ...own, draftId, content: aContent(now(), whole) })
      const again = await saved(cloud, gridLeader, {
        ...own,
        draftId,
        content: aContent(now(), { ...whole, title: '停水' }),
      })
      expect(again).toMatchObject({ noticeId: first.noticeId, state: 'waiting', isThere: true })
      expect(count()).toBe(1)
    })

    test('is nobody else’s, whatever their phone calls its own', async () => {
      const first = await saved(cloud, gridLeader, { ...own, draftId })
      const others = await saved(cloud, secretary, { draftId })
      expect(others.noticeId).not.toBe(first.noticeId)
      expect(others.isThere).toBeUndefined()
    })
  })

  test('a new notice without an id of its own is refused', async () => {
    expect(await saving(cloud, gridLeader, { ...own, draftId: null })).toMatchObject({ refused: 'input.invalid' })
  })

  test('a file belongs to one notice, so that it does not go with another', async () => {
    const file = { ...noticeFileDocument(keys.person(gridLeader), now()), fileId: 'cloud://local/notices/one.pdf' }
    put(cloud.database, 'noticeFiles', [file])
    const content = aContent(now(), { fileId: file._id })
    const { noticeId, seen } = await saved(cloud, gridLeader, { ...own, send: false, content })
    expect(await saving(cloud, gridLeader, { ...own, content })).toMatchObject({ refused: 'picture.missing' })
    const again = { ...content, body: '水管抢修，晚上来水。' }
    expect(await saved(cloud, gridLeader, { ...own, noticeId, seen, content: again })).toMatchObject({ state: 'out' })
  })

  test('saving the same draft again adds nothing to its history', async () => {
    const content = aContent(now())
    const { noticeId, seen } = await saved(cloud, gridLeader, { ...own, send: false, content })
    expect((await saved(cloud, gridLeader, { ...own, send: false, content, noticeId, seen })).seen).toBe(seen)
  })

  test('a double tap on send makes one notice', async () => {
    const key = freshKey()
    const input = { ...own, content: aContent(now()) }
    const [one, other] = await Promise.all([saved(cloud, gridLeader, input, key), saved(cloud, gridLeader, input, key)])
    expect(one.noticeId).toBe(other.noticeId)
    expect(cloud.database.find('notices')).toHaveLength(1)
  })

  test('whoever wrote on what somebody else has changed meanwhile is told to look', async () => {
    const { noticeId } = await saved(cloud, gridLeader, own)
    const reply = await saving(cloud, gridLeader, { ...own, noticeId, seen: 1 })
    expect(reply).toMatchObject({ ok: false, refused: 'notice.moved' })
  })

  test('two who change it at once make one new edition', async () => {
    const { noticeId, seen } = await saved(cloud, secretary, { content: aContent(now(), ofBuilding('heyuan-1')) })
    const replies = await Promise.all(
      ['第一种', '第二种'].map((title) =>
        saving(cloud, secretary, { noticeId, seen, content: aContent(now(), { title }) }),
      ),
    )
    expect(replies.map((reply) => (reply.ok ? 'done' : reply.refused)).sort()).toEqual(['done', 'notice.moved'])
    expect(noticeOf(cloud, noticeId).shown?.number).toBe(2)
  })

  test('a grid leader writes for the own grid alone, and nobody from elsewhere does', async () => {
    expect(await saving(cloud, otherGridLeader, own)).toMatchObject({ refused: 'role.forbidden' })
    expect(await saving(cloud, otherSecretary, {})).toMatchObject({ refused: 'role.forbidden' })
    const { noticeId, seen } = await saved(cloud, gridLeader, own)
    expect(await saving(cloud, otherGridLeader, { gridId: 'west-2', noticeId, seen })).toMatchObject({
      refused: 'role.forbidden',
    })
  })

  test('a place that is not there is refused', async () => {
    expect(await saving(cloud, gridLeader, { ...own, content: aContent(now(), ofBuilding('mill-1')) })).toMatchObject({
      refused: 'notice.no-place',
    })
  })

  test('words that WeChat refuses are not kept', async () => {
    const content = aContent(now(), { body: '【违规】' })
    expect(await saving(cloud, gridLeader, { ...own, content })).toMatchObject({ refused: 'content.refused' })
    expect(cloud.database.find('notices')).toEqual([])
  })

  test('words that a person has to look at go out without being read, and are read once passed', async () => {
    const { noticeId, words } = await saved(cloud, gridLeader, {
      ...own,
      content: aContent(now(), { body: '【待审】' }),
    })
    expect(words).toBe('waiting')
    expect((await atDoor('heyuan-1')).map(({ title }) => title)).toEqual([''])
    const [check] = cloud.database.find('checks')
    await dataAs(cloud, secretary, 'check.decide', { checkId: check?.['_id'], shown: true, why: '没有问题' })
    expect(noticeOf(cloud, noticeId).shown?.wordsState).toBe('shown')
    expect((await atDoor('heyuan-1')).map(({ title }) => title)).toEqual(['1号楼今天停水'])
  })

  test('refused by a person, they are shown to nobody and the writer is told', async () => {
    const { noticeId } = await saved(cloud, gridLeader, { ...own, content: aContent(now(), { body: '【待审】' }) })
    const [check] = cloud.database.find('checks')
    await dataAs(cloud, secretary, 'check.decide', { checkId: check?.['_id'], shown: false, why: '不合适' })
    expect(noticeOf(cloud, noticeId).shown?.wordsState).toBe('refused')
    expect((await atDoor('heyuan-1')).map(({ title }) => title)).toEqual([''])
    expect(said(gridLeader)).toEqual(['check.refused {"what":"notice"}'])
  })

  test('a verdict on words that were written anew meanwhile touches nothing', async () => {
    const content = aContent(now(), { ...whole, body: '【待审】' })
    const { noticeId } = await saved(cloud, gridLeader, { ...own, content })
    const [check] = cloud.database.find('checks')
    await stepped(cloud, gridLeader, noticeId, { verb: 'recall' })
    cloud.clock.moveTo(morning + hour - Date.now())
    const seen = noticeOf(cloud, noticeId).events.length
    await saved(cloud, gridLeader, { ...own, noticeId, seen, content: aContent(now(), whole) })
    await dataAs(cloud, secretary, 'check.decide', { checkId: check?.['_id'], shown: false, why: '不合适' })
    expect(noticeOf(cloud, noticeId).next?.wordsState).toBe('shown')
  })

  test('a sign-up opens with the commit by which its notice goes out, and stays as it was offered', async () => {
    const signUp = { places: 8, until: now() + day, beginsAt: now() + 2 * day }
    const about = { kind: 'meeting' as const, what: 'sign-up' as const }
    const content = aContent(now(), { about, signUp, span: null })
    const draft = await saved(cloud, gridLeader, { ...own, content, send: false })
    expect(cloud.database.find('signUps')).toEqual([])
    const { noticeId, seen } = await saved(cloud, gridLeader, {
      ...own,
      content,
      noticeId: draft.noticeId,
      seen: draft.seen,
    })
    expect(cloud.database.get('signUps', noticeId)).toMatchObject({ places: 8, entries: [] })
    const more = { ...content, signUp: { ...signUp, places: 80 } }
    expect(await saving(cloud, gridLeader, { ...own, content: more, noticeId, seen })).toMatchObject({
      refused: 'notice.fixed',
    })
  })

  test('the deadline of a question that is out may be put off, and nothing else of it', async () => {
    const about = { kind: 'meeting' as const, what: 'consultation' as const }
    const options = [
      { id: 'a', text: '东边' },
      { id: 'b', text: '西边' },
    ]
    const consultation = {
      options,
      most: 1,
      each: 'household',
      until: now() + day,
      names: 'nobody',
      isSigned: false,
    } as const
    const content = aContent(now(), { about, consultation, span: null, validUntil: now() + 9 * day })
    const { noticeId, seen } = await saved(cloud, gridLeader, { ...own, content })
    const changed = (over: object) => ({
      ...own,
      noticeId,
      seen,
      content: { ...content, consultation: { ...consultation, ...over } },
    })
    expect(await saving(cloud, gridLeader, changed({ most: 2 }))).toMatchObject({ refused: 'notice.fixed' })
    expect(await saving(cloud, gridLeader, changed({ until: now() + hour }))).toMatchObject({ refused: 'notice.fixed' })
    const later = now() + 2 * day
    expect(await saving(cloud, gridLeader, changed({ until: later }))).toMatchObject({
      ok: true,
      data: { problems: [] },
    })
    expect(noticeOf(cloud, noticeId)).toMatchObject({
      consultation: { until: later },
      shown: { span: { until: later } },
    })
  })

  test.each(['consultation', 'consent'] as const)(
    'a %s goes on until its deadline, whatever time was typed',
    async (what) => {
      const about = { kind: 'meeting', what } as const
      const asked = { options: [], most: 1, each: 'household', names: 'office', isSigned: false } as const
      const until = now() + 2 * day
      const span = { from: now() + hour, until: now() + 3 * hour, isNow: false }
      const content = aContent(now(), { about, span, validUntil: until + 7 * day })
      const { noticeId, seen } = await saved(cloud, gridLeader, { ...own, send: false, content })
      expect(noticeOf(cloud, noticeId).next?.span).toBeNull()
      const consultation = { ...asked, until }
      await saved(cloud, gridLeader, { ...own, noticeId, seen, content: { ...content, consultation } })
      expect(noticeOf(cloud, noticeId).shown?.span).toEqual({ from: null, until, isNow: false })
    },
  )

  test('a question does not end before its deadline', async () => {
    const about = { kind: 'meeting', what: 'consultation' } as const
    const asked = { options: [], most: 1, each: 'household', names: 'office', isSigned: false } as const
    const consultation = { ...asked, until: now() + 2 * day }
    const content = aContent(now(), { about, consultation, span: null, validUntil: now() + day })
    expect(await saved(cloud, gridLeader, { ...own, content })).toMatchObject({
      ...{ state: 'draft', problems: ['valid-short'] },
    })
  })
})

describe('a second pair of eyes', () => {
  const toAll = async () => saved(cloud, gridLeader, { ...own, content: aContent(now(), whole) })

  test('what goes to the whole community waits for the secretary, who is told', async () => {
    const { noticeId, state, asks } = await toAll()
    expect([state, asks]).toEqual(['waiting', true])
    expect(said(secretary)).toEqual(['notice.todo {"step":"release"}'])
    expect(await atDoor('heyuan-1')).toEqual([])
    await stepped(cloud, secretary, noticeId, { verb: 'release', words: null })
    expect((await atDoor('heyuan-5')).map((one) => one.noticeId)).toEqual([noticeId])
    expect(said(gridLeader)).toEqual(['notice.progress {"step":"released"}'])
    expect(cloud.database.find('audits', { verb: 'notice.release' })).toHaveLength(1)
  })

  test('a later deadline of its question waits with the change that it came with', async () => {
    const options = [
      { id: 'a', text: '东边' },
      { id: 'b', text: '西边' },
    ]
    const consultation = {
      ...({ options, most: 1, each: 'household', until: now() + day, names: 'nobody', isSigned: false } as const),
    }
    const about = { kind: 'meeting', what: 'consultation' } as const
    const content = aContent(now(), { ...whole, about, consultation, span: null, validUntil: now() + 9 * day })
    const { noticeId } = await saved(cloud, gridLeader, { ...own, content })
    const { seen } = await stepped(cloud, secretary, noticeId, { verb: 'release', words: null })
    const later = { ...content, consultation: { ...consultation, until: now() + 2 * day } }
    const { state } = await saved(cloud, gridLeader, { ...own, noticeId, seen, content: later })
    expect(state).toBe('changing')
    const deadline = () => {
      const [row] = cloud.database.find('notices', { _id: noticeId })
      return (row?.['consultation'] as { until: number }).until
    }
    const lead = () => noticeOf(cloud, noticeId).shown?.span?.until
    expect([deadline(), lead()]).toEqual([consultation.until, consultation.until])
    await stepped(cloud, secretary, noticeId, { verb: 'release', words: null })
    expect([deadline(), lead()]).toEqual([later.consultation.until, later.consultation.until])
  })

  test('every building named one by one is the whole community as well', async () => {
    const ids = [1, 2, 3, 4, 5].map((order) => `heyuan-${order}`)
    const { state } = await saved(cloud, secretary, { content: aContent(now(), { where: { kind: 'buildings', ids } }) })
    expect(state).toBe('waiting')
  })

  test('nobody releases their own words', async () => {
    const { noticeId } = await saved(cloud, secretary, { content: aContent(now(), whole) })
    expect(await acting(cloud, secretary, noticeId, { verb: 'release', words: null })).toMatchObject({
      refused: 'notice.own',
    })
    expect(await acting(cloud, dutyMember, noticeId, { verb: 'release', words: null })).toMatchObject({ ok: true })
  })

  test('a colleague of the same rank is not the second person', async () => {
    const { noticeId } = await toAll()
    expect(await acting(cloud, otherGridLeader, noticeId, { verb: 'release', words: null })).toMatchObject({
      refused: 'notice.not-second',
    })
  })

  test('two who release and send back at once: one of them is told to look', async () => {
    const { noticeId, seen } = await saved(cloud, secretary, { content: aContent(now(), whole) })
    const replies = await Promise.all([
      acting(cloud, dutyMember, noticeId, { verb: 'release', words: null }, seen),
      acting(cloud, gridLeader, noticeId, { verb: 'send-back', words: '时间不对' }, seen),
    ])
    expect(replies.map((reply) => (reply.ok ? 'done' : reply.refused)).sort()).toEqual(['done', 'notice.moved'])
  })

  test('an emergency goes out at once, and the secretary is asked to read it afterwards', async () => {
    const { noticeId, state } = await saved(cloud, gridLeader, {
      ...own,
      content: aContent(now(), { ...whole, isEmergency: true }),
    })
    expect(state).toBe('out')
    expect(said(secretary)).toEqual(['notice.todo {"step":"review"}'])
    await stepped(cloud, secretary, noticeId, { verb: 'review', words: null })
    expect(noticeOf(cloud, noticeId).unread).toBeNull()
  })

  test('a grid leader ends notices of the own grid alone', async () => {
    const { noticeId } = await saved(cloud, secretary, { content: aContent(now(), ofBuilding('heyuan-1')) })
    expect(await acting(cloud, gridLeader, noticeId, { verb: 'withdraw', words: null })).toMatchObject({
      refused: 'notice.not-yours',
    })
    expect(await acting(cloud, dutyMember, noticeId, { verb: 'withdraw', words: '写错了' })).toMatchObject({ ok: true })
    expect(await atDoor('heyuan-1')).toEqual([])
  })
})

describe('reading it in the office', () => {
  test('a draft is its writer’s, what waits is everybody’s of the office', async () => {
    const draft = await saved(cloud, gridLeader, { ...own, send: false })
    const list = async (openid: string, show: string) =>
      (
        await dataAs<{ notices: { noticeId: string }[] }>(cloud, openid, 'notice.list', {
          communityId: 'west-street',
          gridId: null,
          show,
          cursor: null,
        })
      ).notices.map((one) => one.noticeId)
    expect(await list(gridLeader, 'writing')).toEqual([draft.noticeId])
    expect(await list(secretary, 'writing')).toEqual([])
    const waits = await saved(cloud, gridLeader, { ...own, content: aContent(now(), whole) })
    expect(await list(secretary, 'asking')).toEqual([waits.noticeId])
  })

  test('an emergency that nobody else has read waits with the others, also once it is over', async () => {
    const drawers = async () => {
      const found: Record<string, string[]> = {}
      for (const show of ['asking', 'out', 'closed'] as const) {
        const input = { communityId: 'west-street', gridId: null, show, cursor: null }
        const { notices } = await dataAs<{ notices: { title: string }[] }>(cloud, secretary, 'notice.list', input)
        if (notices.length > 0) found[show] = notices.map(({ title }) => title)
      }
      return found
    }
    const content = aContent(now(), { ...whole, isEmergency: true, title: '全社区停水' })
    const { noticeId } = await saved(cloud, gridLeader, { ...own, content })
    expect(await drawers()).toEqual({ asking: ['全社区停水'] })
    await stepped(cloud, gridLeader, noticeId, { verb: 'restore', words: null })
    const { dueAt, unread } = noticeOf(cloud, noticeId)
    expect(dueAt).toBe((unread?.since ?? 0) + 2 * hour)
    expect(await drawers()).toEqual({ asking: ['全社区停水'] })
    await stepped(cloud, secretary, noticeId, { verb: 'review', words: null })
    expect(await drawers()).toEqual({ closed: ['全社区停水'] })
    expect(noticeOf(cloud, noticeId).dueAt).toBeLessThan(0)
  })

  test('a page knows what the caller may do, and which buildings it is for', async () => {
    const { noticeId } = await saved(cloud, gridLeader, {
      ...own,
      content: aContent(now(), { where: { kind: 'estates', ids: ['heyuan'] } }),
    })
    const seen = await dataAs<Record<string, unknown> & { may: string[]; buildings: unknown[] }>(
      cloud,
      secretary,
      'notice.show',
      { noticeId },
    )
    expect(seen).toMatchObject({ state: 'waiting', isSecond: true, asks: true, placeNames: ['和苑小区'] })
    expect(seen.may).toEqual(['release', 'send-back'])
    expect(seen.buildings).toHaveLength(5)
    const writers = await dataAs<{ may: string[] }>(cloud, gridLeader, 'notice.show', { noticeId })
    expect(writers.may).toEqual(['recall', 'discard'])
  })

  test('a grid leader is given the buildings of the own grid', async () => {
    const { estates } = await dataAs<{ estates: { isWhole: boolean; buildings: { name: string }[] }[] }>(
      cloud,
      gridLeader,
      'notice.places',
      { communityId: 'west-street', gridId: 'west-1' },
    )
    expect(estates.map(({ isWhole, buildings }) => [isWhole, buildings.map(({ name }) => name)])).toEqual([
      [false, ['1号楼', '2号楼', '3号楼']],
    ])
  })

  test('the door’s own list holds what concerns it, without a log-in', async () => {
    const { noticeId } = await saved(cloud, gridLeader, own)
    const listed = async (buildingId: string) => {
      const reply = await callAs(cloud, undefined, 'notice.door', { buildingId, unitId: null })
      return reply.ok ? (reply.data['notices'] as { noticeId: string }[]).map((one) => one.noticeId) : reply.refused
    }
    expect(await listed('heyuan-1')).toEqual([noticeId])
    expect(await listed('heyuan-4')).toEqual([])
    expect(await listed('nowhere')).toBe('door.unknown')
  })
})

describe('a community of sixty buildings', () => {
  const ids = Array.from({ length: 60 }, (_, at) => `heyuan-${at + 1}`)
  beforeAll(() => {
    const [first] = cloud.database.find('buildings', { _id: 'heyuan-1' })
    const more = ids.slice(5).map((_id, at) => ({ ...first, _id, name: `${at + 6}号楼`, order: at + 6, units: [] }))
    cloud.database.insert('buildings', more)
  })
  afterAll(() => cloud.database.remove('buildings', { order: { $gt: 5 } }, { multi: true }))

  test('naming fifty-nine goes out at once, naming all sixty is the whole community and waits', async () => {
    const naming = (named: readonly string[]) =>
      saved(cloud, secretary, { content: aContent(now(), { where: { kind: 'buildings', ids: [...named] } }) })
    expect((await naming(ids.slice(1))).state).toBe('out')
    expect((await naming(ids)).state).toBe('waiting')
  })
})
