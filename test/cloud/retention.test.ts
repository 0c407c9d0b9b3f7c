import { expiredUntil, sweep } from '../../src/cloud/sweep'
import { definitions } from '../../src/cloud/store/documents'
import type { Run } from '../../src/cloud/run'
import { keptAfterErasure, nothingOfPeople, retention, retentionIds } from '../../src/domain/people/retention'
import { addDays, day, dayOf } from '../../src/domain/time/clock'
import { keptFor, retentionText, staysText } from '../../src/text/retention'
import { importDocument } from '../../src/tools/support/proof/about-files'
import { connect, type Connected } from './support/cloud'
import { noon, surroundings } from './support/entry'
import { aRequest, anEvent } from './support/request-row'
import { lifeOf, put, type Life } from './support/somebody'

const collections = Object.values(definitions)
const timed = retention.filter(({ from }) => from !== null)

describe('the table of retention', () => {
  it.each(collections.map(({ name }) => name))(
    'says how long %s is kept, or that it holds nothing of people',
    (name) => {
      const stands = [retention.some(({ collection }) => collection === name), nothingOfPeople.includes(name)]
      expect(stands.filter(Boolean)).toHaveLength(1)
    },
  )

  it('names no collection that there is not', () => {
    const named = [...retention.map(({ collection }) => collection), ...nothingOfPeople]
    expect(named.filter((name) => !collections.some((one) => one.name === name))).toEqual([])
  })

  it.each(timed.map((row) => [row.id, row] as const))('is served by an index where it ends %s', (_, row) => {
    const wanted = [...Object.keys(row.where ?? {}), row.from?.field]
    const { indexes } = collections.find(({ name }) => name === row.collection) ?? { indexes: [] }
    expect(indexes.map(({ fields }) => fields.slice(0, wanted.length))).toContainEqual(wanted)
  })

  it.each(retentionIds)('says why and how long in words: %s', (id) => {
    expect(retention.some((row) => row.id === id)).toBe(true)
    expect(`${retentionText[id].what}${retentionText[id].why}${keptFor(id)}`).toMatch(/^[^A-Za-z]{6,}$/)
  })

  it('says of what keepers list of a room that no account has it, and who takes it out', () => {
    expect(keptAfterErasure).toContain('household')
    expect(`${staysText.household.what}${staysText.household.why}`).toMatch(
      /住户.*不在您的账号里.*跟网格长或社区说一声/,
    )
    expect(retentionText.household.what).toContain('不在您的账号里')
    // Not 一直到您删除: an erasure does not reach it.
    expect(keptFor('household')).toBe('您说去掉为止')
  })

  it.each(keptAfterErasure)('says what stays after an erasure, and why: %s', (id) => {
    expect(`${staysText[id].what}${staysText[id].why}`).toMatch(/^[^A-Za-z]{10,}$/)
  })

  it('keeps the audit log for three years and no shorter', () => {
    const until = expiredUntil(
      retention.find(({ id }) => id === 'audit')!,
      noon,
    )
    expect(until).toBeLessThanOrEqual(Date.parse('2023-11-18T12:00:00+08:00'))
  })
})

describe('the sweep', () => {
  let cloud: Connected
  beforeAll(async () => void (cloud = await connect()))
  afterAll(() => cloud.close())
  beforeEach(() => collections.forEach(({ name }) => cloud.database.remove(name, {}, { multi: true })))

  const swept = (over: Partial<Run> = {}) =>
    sweep({ ...surroundings(cloud.store, { now: noon }), hasTime: () => true, ...over })
  const ids = (name: string) => cloud.database.find(name).map(({ _id }) => _id)

  const life = lifeOf('openid-swept', noon)
  const others: Life = {
    searchMisses: [
      { _id: 'm', communityId: 'west-street', day: '2026-11-18', outcome: 'wrong', text: null, count: 1, shown: [] },
    ],
    resends: [{ _id: 'r', input: '', result: '', expiresAt: noon }],
    counters: [{ _id: 'c', count: 1, expiresAt: noon }],
    imports: [importDocument('west-street', noon)],
    importParts: [{ _id: 'p.1', importId: 'i', data: '', startedAt: noon }],
    directories: [
      {
        ...{ _id: 'd', communityId: 'west-street', kind: 'head', revision: 1, endedBy: 'save', plan: null, parts: 0 },
        ...{ data: '', at: noon, keyId: 'development' },
      },
    ],
  }
  const sample = (name: string) => ({ ...life, ...others })[name as keyof Life]?.[0] as { _id: string }

  /** A time in the form that the row's field has, so many days after its end. */
  const at = ({ from, days }: (typeof retention)[number], past: number) =>
    from?.unit === 'day' ? addDays(dayOf(noon), -days - past) : noon - (days + past - 1) * day

  it.each(timed.map((row) => [`${row.id} of ${row.collection}`, row] as const))(
    'ends %s on its day, and not a day before',
    async (_, row) => {
      const { collection, from, where = {}, ends } = row
      const one = (_id: string, past: number) => ({
        ...sample(collection),
        ...where,
        _id,
        // Two requests never have the same number, and two cards never the same turn.
        ...(collection === 'requests' ? { serial: past + 1, turn: _id } : {}),
        ...(['wishes', 'offers', 'noticeQuestions'].includes(collection) ? { turn: _id } : {}),
        [from!.field]: at(row, past),
      })
      put(cloud.database, { [collection]: [one('over', 1), one('not-yet', 0)] })
      expect((await swept())[row.id]).toBe(1)
      if (ends === 'removed') expect(ids(collection)).toEqual(['not-yet'])
      else
        for (const field of ends.stripped) {
          expect(cloud.database.get(collection, 'over')).toHaveProperty(field, null)
          expect(cloud.database.get(collection, 'not-yet')).not.toHaveProperty(field, null)
        }
    },
  )

  it('finds nothing to do a second time', async () => {
    put(cloud.database, { contactReports: [{ ...sample('contactReports'), receivedAt: noon - 100 * day }] })
    expect(await swept()).toEqual({ reporter: 1 })
    expect(await swept()).toEqual({})
  })

  it('leaves alone what is kept until it is erased', async () => {
    put(cloud.database, { people: life.people!, homes: life.homes!, subscriptions: life.subscriptions! })
    expect(await swept({ now: noon + 4000 * day })).toEqual({})
    expect([ids('people'), ids('homes'), ids('subscriptions')].map(({ length }) => length)).toEqual([1, 1, 1])
  })

  it('goes on for as many batches as there are', async () => {
    const old = (_: unknown, i: number) => ({ ...sample('resends'), _id: `old-${i}` })
    put(cloud.database, { resends: Array.from({ length: 230 }, old) })
    expect(await swept()).toEqual({ resend: 230 })
  })

  it('begins nothing once its time is short', async () => {
    put(cloud.database, { resends: [sample('resends')] })
    expect(await swept({ hasTime: () => false })).toEqual({})
    expect(ids('resends')).toEqual(['r'])
  })

  it('removes the pictures of a complaint with their files before the complaint', async () => {
    const { platform } = surroundings(cloud.store)
    const fileId = await platform.upload('pictures/swept.jpg', Buffer.from('picture'))
    const [picture] = life.pictures as unknown as readonly [{ _id: string }]
    const [complaint] = life.complaints as unknown as readonly [{ _id: string }]
    const filedAt = noon - 731 * day
    put(cloud.database, {
      pictures: [{ ...picture, fileId, addedAt: filedAt }],
      complaints: [{ ...complaint, filedAt, pictures: [picture._id] }],
    })
    const broken = { ...platform, removeFiles: () => Promise.reject(new Error('storage is away')) }
    await expect(swept({ platform: broken })).rejects.toThrow('storage is away')
    expect([ids('complaints'), ids('pictures')].flat()).toHaveLength(2)

    await swept()
    expect([ids('complaints'), ids('pictures'), cloud.files.list()].flat()).toEqual([])
  })

  it('removes the pictures of a request, and of its steps, with their files', async () => {
    const { platform } = surroundings(cloud.store)
    const filedAt = noon - 731 * day
    const [picture] = life.pictures as unknown as readonly [{ _id: string }]
    const pictures = await Promise.all(
      ['first', 'after'].map(async (_id) => ({
        ...{ ...picture, _id, copyName: _id, used: true, addedAt: noon },
        fileId: await platform.upload(`pictures/${_id}.jpg`, Buffer.from('picture')),
      })),
    )
    const event = anEvent({ id: '1', at: filedAt, pictures: ['after'] })
    const request = aRequest(noon, { filedAt, pictures: ['first'], events: [event] })
    put(cloud.database, { pictures, requests: [request] })
    await swept()
    expect([ids('requests'), ids('pictures'), cloud.files.list()].flat()).toEqual([])
  })
})
