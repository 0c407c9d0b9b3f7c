import { atDoor } from '../../src/domain/notice/at-door'
import { groupsToTell, type NoticeGroup } from '../../src/domain/notice/groups'
import { newsOfNotice } from '../../src/domain/notice/news'
import type { Notice, NoticeContent } from '../../src/domain/notice/notice'
import { reachOf, type Happened, type ReachHome } from '../../src/domain/notice/reach'
import { visitingList } from '../../src/domain/notice/visiting'
import { resultOf, type Consultation, type Voice } from '../../src/domain/notice/voices'
import { readingOf } from '../../src/domain/notice/for-me'
import { day, hour, minute } from '../../src/domain/time/clock'
import * as a from './support/notices'

const heard = (notice: Notice) => newsOfNotice(notice.events.at(-1)!, notice).map(({ to, step }) => `${to} ${step}`)
/** Twenty households of building one; the first four have no phone. */
const building = {
  ...{ id: 'one', estateId: 'heyuan' },
  rooms: Array.from({ length: 20 }, (_, at) => ({
    ...{
      id: `r${at}`,
      unitId: 'one-1',
      floor: Math.floor(at / 4) + 1,
      room: `${Math.floor(at / 4) + 1}0${(at % 4) + 1}`,
    },
    ...{ hasPhone: at >= 4, needs: [] },
  })),
}
const homes: readonly ReachHome[] = building.rooms.map(({ id }) => ({
  ...{ person: `of-${id}`, buildingId: 'one', roomId: id, state: 'confirmed' as const },
}))
const nothing: Happened = { openings: [], acknowledgements: [], helps: [], ticks: [] }
const openedBy = (first: number, last: number) => homes.slice(first, last).map(({ person }) => ({ person }))

describe('the cable fire', () => {
  const fire = a.sent({ isEmergency: true, audience: a.everybody, span: { from: null, until: null, isNow: true } })

  it('is in front of everybody at once, above all other notices, and a second person is asked to read it', () => {
    const other = { ...a.sent(), id: 'other', outAt: a.began + hour }
    expect(atDoor([other, { ...fire, id: 'fire' }], a.place(), a.began).map(({ id }) => id)).toEqual(['fire', 'other'])
    expect(heard(fire)).toEqual(['second review'])
  })

  it('says how many know, and who wants help', () => {
    const happened = { ...nothing, openings: openedBy(4, 10), helps: [{ id: 'h', person: 'of-r5', roomId: null }] }
    expect(reachOf(a.everybody, [building], homes, happened).buildings[0]).toMatchObject({
      ...{ households: 20, opened: { households: 6 }, asked: { households: 1 }, unknown: 14 },
    })
  })

  it('tells whoever opened it that the power is back, and the old card shows nothing else', () => {
    const back = a.done(fire, { verb: 'restore', words: null }, a.leader(a.began + 5 * hour))
    expect(heard(back)).toEqual(['openers restored', 'writers restored'])
    const { lead, edition } = readingOf(back, a.place(), a.began + 6 * hour)
    expect([lead.kind, edition]).toEqual(['restored', null])
  })

  it('that nobody says is over goes to the secretary in the end', () => {
    const forgotten = a.byItself(fire, a.began + 10 * day)
    expect(heard(forgotten)).toEqual(['secretary never-restored'])
  })
})

describe('the pension certification', () => {
  const group: NoticeGroup = { id: 'g', name: '1号楼群', buildingIds: ['one'], wechatId: null }
  const certification = {
    ...{ about: { kind: 'service', what: 'certification' } as const, title: '养老保险资格认证' },
    ...{ span: { from: a.began, until: a.began + 7 * day, isNow: false }, validUntil: a.began + 7 * day },
  }

  it('for everybody is sent back, mended and released by the secretary, and each step tells the other', () => {
    const waiting = a.sent({ ...certification, audience: a.everybody })
    const back = a.done(waiting, { verb: 'send-back', words: '写上地点' }, a.secretary())
    const written = a.done(
      back,
      { verb: 'write', content: a.content({ ...certification, audience: a.everybody }) },
      a.leader(),
    )
    const again = a.done(written, { verb: 'send' }, a.leader())
    const out = a.done(again, { verb: 'release', words: null }, a.secretary(a.began + 20 * minute))
    expect([waiting, back, written, again, out].map(heard)).toEqual([
      ...[['second release'], ['writers sent-back'], [], ['second release'], ['writers released']],
    ])
  })

  it('ends with the last twelve households on the stairs, those without a phone first', () => {
    expect(groupsToTell([group], [], ['one'], 1)).toEqual([{ group, edition: null }])
    const opened = { ...nothing, openings: openedBy(4, 12) }
    const list = (happened: Happened) =>
      visitingList(a.audience(), building, ['one-1'], homes, happened, { direction: 'up', first: 'pressing' })
    const last = list(opened)
    expect(last).toHaveLength(12)
    expect(last.slice(0, 4).map(({ hasPhone }) => hasPhone)).toEqual([false, false, false, false])
    const ticks = last.map(({ roomId }) => ({ id: `t-${roomId}`, roomId, by: 'leader', at: 1, isUndone: false }))
    // The phone was off line, and sends everything twice.
    expect(list({ ...opened, ticks: [...ticks, ...ticks] })).toEqual([])
    expect(reachOf(a.audience(), [building], homes, { ...opened, ticks }).buildings[0]).toMatchObject({
      ...{ opened: { households: 8 }, told: 12, unknown: 0 },
    })
  })
})

it('the drying rack: one voice a household, changed until the deadline, with those who said nothing as nothing', () => {
  const rack: Consultation = {
    ...{
      options: ['north', 'south'],
      most: 1,
      each: 'household',
      until: a.began + day,
      names: 'office',
      isSigned: false,
    },
  }
  const voice = (at: number, roomId: string, choice: string): Voice => ({
    ...{ id: `${roomId}${at}`, person: `of-${roomId}`, roomId, household: 'declared', choices: [choice] },
    ...{ words: '', name: null, at },
  })
  const voices = [
    ...['r0', 'r1', 'r2'].map((roomId) => voice(a.began, roomId, 'north')),
    ...[voice(a.began + hour, 'r2', 'south'), voice(a.began + day, 'r1', 'south')],
  ]
  expect(
    resultOf(
      rack,
      voices,
      building.rooms.map(({ id }) => id),
    ),
  ).toEqual({
    ...{ n: 3, of: 20, confirmed: 0, words: 0 },
    options: [
      { id: 'north', count: 2 },
      { id: 'south', count: 1 },
    ],
  })
})

describe('news of a change', () => {
  it('goes to whoever opened the old edition, at once or once it is released', () => {
    const change = (notice: Notice, over = {}) =>
      a.done(notice, { verb: 'change', content: a.content(over) }, a.leader())
    expect(heard(change(a.sent()))).toEqual(['openers changed'])
    const everybody = a.done(a.sent({ audience: a.everybody }), { verb: 'release', words: null }, a.secretary())
    const changing = change(everybody, { audience: a.everybody })
    expect(heard(changing)).toEqual(['second release'])
    expect(heard(a.done(changing, { verb: 'release', words: null }, a.secretary()))).toEqual([
      ...['writers released', 'openers changed'],
    ])
  })

  it('tells writer and secretary that nobody released it in time', () => {
    expect(heard(a.byItself(a.sent({ audience: a.everybody }), a.began + 10 * day))).toEqual([
      ...['writers never-released', 'secretary never-released'],
    ])
  })

  it('tells them as well of a change that nobody released, also where nothing has to come back', () => {
    const over: Partial<NoticeContent> = {
      ...{ about: { kind: 'meeting', what: 'sign-up' }, audience: a.everybody },
      span: { from: a.began + 6 * hour, until: null, isNow: false },
    }
    const out = a.done(a.sent(over), { verb: 'release', words: null }, a.secretary())
    const content = a.content({ ...over, title: '改到别处' })
    const changing = a.done(out, { verb: 'change', content }, a.leader())
    const never = ['writers never-released', 'secretary never-released']
    expect(heard(a.byItself(changing, a.began + 10 * day))).toEqual(never)
  })

  it('tells of an outage both that nobody released its change, and that nobody said it is back', () => {
    const out = a.done(a.sent({ audience: a.everybody }), { verb: 'release', words: null }, a.secretary())
    const content = a.content({ audience: a.everybody, title: '改到晚上' })
    const changing = a.done(out, { verb: 'change', content }, a.leader())
    expect(heard(a.byItself(changing, a.began + 10 * day))).toEqual([
      ...['writers never-released', 'secretary never-released', 'secretary never-restored'],
    ])
  })

  it('tells nobody of a draft that is put away', () => {
    expect(heard(a.byItself(a.draft(), a.began + 40 * day))).toEqual([])
  })
})
