import fc from 'fast-check'
import { hour } from '../../src/domain/time/clock'
import type { Connected } from './support/cloud'
import {
  afternoon,
  ask,
  dataOf,
  leader,
  otherLeader,
  putPerson,
  putSignUp,
  runTimer,
  startVoices,
  toldOf,
} from './support/notice-voices'
import { freshKey, keys } from './support/people'

jest.setTimeout(120_000)

let cloud: Connected
beforeAll(async () => {
  cloud = await startVoices()
})
afterAll(() => cloud.close())

type State = { readonly state: 'in' | 'waiting'; readonly before: number | null }
interface Shown {
  readonly may: boolean
  readonly places: number
  readonly entries: readonly {
    readonly number: number
    readonly name: string | null
    readonly state: string
    readonly came: boolean | null
    readonly isNoted: boolean
  }[]
}

let people = 0
const newcomers = (count: number): string[] =>
  Array.from({ length: count }, () => {
    const openid = `patrol-${++people}`
    putPerson(cloud, openid)
    return openid
  })
const join = (noticeId: string, openid: string, over: { now?: number; key?: string; name?: string } = {}) =>
  ask<State>(cloud, openid, 'signup.join', { noticeId, name: over.name ?? '王师傅' }, over)
const leave = (noticeId: string, openid: string, over: { now?: number; key?: string } = {}) =>
  ask(cloud, openid, 'signup.leave', { noticeId }, over)
const show = (noticeId: string, by = leader) => dataOf<Shown>(cloud, by, 'signup.show', { noticeId })
const note = (noticeId: string, deed: object, now = afternoon) =>
  ask<{ movedUp: number }>(cloud, leader, 'signup.note', { noticeId, deed }, { now })
/** One after another. */
async function joinAll(noticeId: string, openids: readonly string[]) {
  for (const openid of openids) await join(noticeId, openid)
}
const statesOf = async (noticeId: string) => (await show(noticeId)).entries.map(({ state }) => state)
const movedOf = (noticeId: string) =>
  toldOf(cloud, 'signup.moved').filter(({ path }) => (path as string).includes(noticeId))

describe('many people who sign up at once', () => {
  it('are exactly as many as there are places, and the others wait in the order in which they came', async () => {
    const id = putSignUp(cloud, 8)
    const openids = newcomers(30)
    // As a phone does that was told that too many come at once: it sends the same call again.
    const persisting = async (openid: string) => {
      const key = freshKey()
      for (;;) {
        const reply = await join(id, openid, { key })
        if (reply.ok) return reply.data
        if (reply.refused !== 'conflict') throw new Error(reply.refused)
      }
    }
    const replies = await Promise.all(openids.map(persisting))
    expect(replies.filter(({ state }) => state === 'in')).toHaveLength(8)
    const line = replies.flatMap(({ before }) => before ?? []).sort((one, other) => one - other)
    expect(line).toEqual(Array.from({ length: 22 }, (_, at) => at))
    const { entries } = await show(id)
    expect(entries.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1))
    expect(entries.map(({ state }) => state)).toEqual(
      Array.from({ length: 30 }, (_, at) => (at < 8 ? 'in' : 'waiting')),
    )
  })
})

describe('a place that is given back', () => {
  it('is taken by whoever has waited longest, who is told once', async () => {
    const id = putSignUp(cloud, 1)
    const [first = '', second = '', third = ''] = newcomers(3)
    await joinAll(id, [first, second, third])
    const key = freshKey()
    await Promise.all([leave(id, first, { key }), leave(id, first, { key })])
    expect(await statesOf(id)).toEqual(['left', 'in', 'waiting'])
    expect(movedOf(id).map(({ person }) => person)).toEqual([keys.person(second)])
  })

  it('twice at the same moment is taken by two, each told once', async () => {
    const id = putSignUp(cloud, 2)
    const openids = newcomers(5)
    await joinAll(id, openids)
    await Promise.all(openids.slice(0, 2).map((openid) => leave(id, openid)))
    expect(await statesOf(id)).toEqual(['left', 'left', 'in', 'in', 'waiting'])
    expect(
      movedOf(id)
        .map(({ person }) => person)
        .sort(),
    ).toEqual(openids.slice(2, 4).map(keys.person).sort())
  })

  it('cannot be given back once it has begun', async () => {
    const id = putSignUp(cloud, 1)
    const [openid = ''] = newcomers(1)
    await join(id, openid)
    const begun = Date.parse('2026-11-25T09:00:00+08:00')
    expect(await leave(id, openid, { now: begun })).toMatchObject({ refused: 'signup.begun' })
    expect(await statesOf(id)).toEqual(['in'])
  })
})

describe('somebody who taps twice', () => {
  it('is in it once, and is told the same place both times', async () => {
    const id = putSignUp(cloud, 1)
    const [first = '', twice = ''] = newcomers(2)
    await join(id, first)
    const replies = await Promise.all([join(id, twice), join(id, twice)])
    expect(replies).toMatchObject([
      { ok: true, data: { state: 'waiting', before: 0 } },
      { ok: true, data: { state: 'waiting', before: 0 } },
    ])
    expect(await statesOf(id)).toEqual(['in', 'waiting'])
  })

  it('and has left gets a new number at the end of the line', async () => {
    const id = putSignUp(cloud, 1)
    const [first = '', second = ''] = newcomers(2)
    await joinAll(id, [first, second])
    await leave(id, first)
    await join(id, first)
    expect(await statesOf(id)).toEqual(['left', 'in', 'waiting'])
  })
})

describe('a sign-up', () => {
  it('takes nobody in whose name was typed while its deadline passed', async () => {
    const until = afternoon + hour
    const id = putSignUp(cloud, 3, { until })
    const [early = '', late = ''] = newcomers(2)
    expect(await join(id, early, { now: until - 1 })).toMatchObject({ ok: true })
    expect(await join(id, late, { now: until })).toMatchObject({ refused: 'signup.over' })
  })

  it('of a notice that was withdrawn takes nobody in', async () => {
    const id = putSignUp(cloud, 3)
    cloud.database.modify('notices', { _id: id }, { $set: { state: 'withdrawn' } })
    const [openid = ''] = newcomers(1)
    expect(await join(id, openid)).toMatchObject({ refused: 'signup.over' })
  })

  it('keeps names sealed, and shows them to the office alone', async () => {
    const id = putSignUp(cloud, 1)
    const [openid = ''] = newcomers(1)
    await join(id, openid, { name: '魏大姐' })
    expect(JSON.stringify(cloud.database.find('signUps', { _id: id }))).not.toContain('魏大姐')
    expect((await show(id)).entries).toMatchObject([{ name: '魏大姐', isNoted: false }])
    expect(await ask(cloud, openid, 'signup.show', { noticeId: id })).toMatchObject({ refused: 'role.forbidden' })
  })

  it.each([
    ['坏话', 'content.refused'],
    ['断线', 'content.unchecked'],
  ])('refuses a name that the check does not pass: %s', async (name, refused) => {
    const id = putSignUp(cloud, 1)
    const [openid = ''] = newcomers(1)
    expect(await join(id, openid, { name })).toMatchObject({ refused })
  })
})

describe('the office', () => {
  it('writes somebody down who has no phone, and takes somebody out who called', async () => {
    const id = putSignUp(cloud, 1)
    const [openid = ''] = newcomers(1)
    expect(await note(id, { verb: 'add', name: '李奶奶' })).toMatchObject({ ok: true })
    await join(id, openid)
    expect(await note(id, { verb: 'remove', number: 1 })).toMatchObject({ data: { movedUp: 1 } })
    expect((await show(id)).entries).toMatchObject([{ name: '李奶奶', isNoted: true, state: 'left' }, { state: 'in' }])
    expect(movedOf(id)).toHaveLength(1)
  })

  it('hears whether whoever it wrote down has a place, or waits', async () => {
    const id = putSignUp(cloud, 1)
    expect(await note(id, { verb: 'add', name: '李奶奶' })).toMatchObject({ data: { added: 'in' } })
    expect(await note(id, { verb: 'add', name: '孙奶奶' })).toMatchObject({ data: { added: 'waiting' } })
    expect(await note(id, { verb: 'remove', number: 1 })).toMatchObject({ data: { added: null, movedUp: 1 } })
  })

  it('says who came, once it has begun and not before', async () => {
    const id = putSignUp(cloud, 1)
    await join(id, newcomers(1)[0] ?? '')
    const came = { verb: 'came', number: 1, came: true }
    expect(await note(id, came)).toMatchObject({ refused: 'signup.not-begun' })
    expect(await note(id, came, Date.parse('2026-11-25T09:30:00+08:00'))).toMatchObject({ ok: true })
    expect((await show(id)).entries).toMatchObject([{ came: true }])
  })

  it('gives more places, and everybody who moves up hears it once, however many they are', async () => {
    const id = putSignUp(cloud, 1)
    const openids = newcomers(16)
    await joinAll(id, openids)
    expect(await note(id, { verb: 'places', places: 16 })).toMatchObject({ data: { movedUp: 15 } })
    expect(movedOf(id)).toHaveLength(10)
    await runTimer(cloud, afternoon)
    await runTimer(cloud, afternoon + 1)
    expect(
      movedOf(id)
        .map(({ person }) => person)
        .sort(),
    ).toEqual(openids.slice(1).map(keys.person).sort())
    expect(await note(id, { verb: 'places', places: 15 })).toMatchObject({ refused: 'signup.too-few' })
  })

  it('of another grid of the community sees it too, may not change it, and nobody from elsewhere sees it', async () => {
    const id = putSignUp(cloud, 1)
    expect(await show(id)).toMatchObject({ may: true })
    expect(await show(id, otherLeader)).toMatchObject({ may: false, places: 1 })
    const add = { noticeId: id, deed: { verb: 'add', name: '李奶奶' } }
    expect(await ask(cloud, otherLeader, 'signup.note', add)).toMatchObject({ refused: 'notice.not-yours' })
    expect(await ask(cloud, 'openid-nobody', 'signup.show', { noticeId: id })).toMatchObject({
      refused: 'role.forbidden',
    })
  })
})

describe('the day before', () => {
  const theDayBefore = Date.parse('2026-11-24T10:00:00+08:00')
  const soonOf = (id: string) => toldOf(cloud, 'signup.soon').filter(({ path }) => (path as string).includes(id))

  it('everybody who takes part is reminded, once each, however often the timer runs; nobody who waits', async () => {
    const id = putSignUp(cloud, 2)
    const openids = newcomers(3)
    await joinAll(id, openids)
    await runTimer(cloud, theDayBefore - 1)
    expect(soonOf(id)).toEqual([])
    await Promise.all([runTimer(cloud, theDayBefore), runTimer(cloud, theDayBefore)])
    await runTimer(cloud, theDayBefore + hour)
    expect(
      soonOf(id)
        .map(({ person }) => person)
        .sort(),
    ).toEqual(openids.slice(0, 2).map(keys.person).sort())
  })

  it('a crash after the first was told tells nobody twice', async () => {
    const id = putSignUp(cloud, 3)
    const openids = newcomers(3)
    await joinAll(id, openids)
    await runTimer(cloud, theDayBefore)
    // As if the run had ended before it noted what it had told, and some of it had not been told.
    cloud.database.modify('signUps', { _id: id }, { $set: { isReminded: false, nextAt: theDayBefore } })
    cloud.database.remove('messages', { kind: 'signup.soon', person: keys.person(openids[2] ?? '') })
    await runTimer(cloud, theDayBefore)
    expect(soonOf(id)).toHaveLength(3)
  })

  it('nobody is reminded of what was withdrawn', async () => {
    const id = putSignUp(cloud, 1)
    await join(id, newcomers(1)[0] ?? '')
    cloud.database.modify('notices', { _id: id }, { $set: { state: 'withdrawn' } })
    await runTimer(cloud, theDayBefore)
    expect(soonOf(id)).toEqual([])
  })
})

describe('a grid leader of another grid', () => {
  it('reads who has signed up, and takes nobody out', async () => {
    const id = putSignUp(cloud, 2)
    await joinAll(id, newcomers(1))
    const deed = { verb: 'remove', number: 1 }
    const reply = await ask(cloud, otherLeader, 'signup.note', { noticeId: id, deed }, { now: afternoon })
    expect(reply).toMatchObject({ refused: 'notice.not-yours' })
    expect(await statesOf(id)).toEqual(['in'])
  })
})

describe('whatever happens in whatever order', () => {
  const step = fc.record({ who: fc.integer({ min: 0, max: 4 }), verb: fc.constantFrom('join', 'leave') })

  it('no place stays free while somebody waits, none is given twice, and each move up is told once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 5 }), async (turns) => {
        const id = putSignUp(cloud, 2)
        const openids = newcomers(5)
        for (const turn of turns)
          await Promise.all(turn.map(({ who, verb }) => (verb === 'join' ? join : leave)(id, openids[who] ?? '')))
        const [row] = cloud.database.find('signUps', { _id: id })
        const entries = row?.['entries'] as { who: string; state: string; movedUpAt: number | null }[]
        const count = (state: string) => entries.filter((one) => one.state === state).length
        expect(count('in')).toBe(Math.min(2, count('in') + count('waiting')))
        const present = entries.filter(({ state }) => state !== 'left').map(({ who }) => who)
        expect(new Set(present).size).toBe(present.length)
        expect(movedOf(id)).toHaveLength(entries.filter(({ movedUpAt }) => movedUpAt !== null).length)
      }),
      { numRuns: 12 },
    )
  })
})
