import { lookAtNotice } from '../../src/cloud/notice/due'
import { rowAfter } from '../../src/cloud/notice/step'
import { lookAtNotices } from '../../src/cloud/notice/timer'
import type { NoticeRow } from '../../src/cloud/notice/load'
import { platform } from '../../src/cloud/store/platform'
import { definitions, type MessageFields, type OpeningFields } from '../../src/cloud/store/documents'
import { noticeVersion } from '../../src/domain/people/consent'
import { day, hour } from '../../src/domain/time/clock'
import { demoRows } from '../../src/local/demo-rows'
import { breaking, Killed } from './support/breaking'
import { connect, type Connected } from './support/cloud'
import { noon, surroundings } from './support/entry'
import { anEdition, aNoticeEvent, aNoticeRow, type NoticeDocument, type NoticeOver } from './support/notices'
import { gridLeader, keys, secretary } from './support/people'
import { put } from './support/somebody'

jest.setTimeout(240_000)

let cloud: Connected
beforeAll(async () => void (cloud = await connect()))
afterAll(() => cloud.close())
beforeEach(() => {
  for (const { name } of Object.values(definitions)) cloud.database.remove(name, {}, { multi: true })
  for (const { collection, documents } of demoRows()) cloud.database.insert(collection, documents)
})

const given = (now: number, over: object = {}) => ({
  ...surroundings(cloud.store, { now }),
  hasTime: () => true,
  ...over,
})
const run = (now: number) => lookAtNotices(given(now))
const kept = (id: string) => cloud.database.get('notices', id) as unknown as NoticeRow

/** As a step would have left it. */
const standing = (now: number, over: NoticeOver = {}): NoticeDocument =>
  rowAfter({ ...aNoticeRow(now, over), shape: 1, version: 1 }, now)

const lives = (count: number) => Array.from({ length: count }, (_, at) => `openid-of-opener-${at}`)
/** People who agreed to an account, and who opened a notice. */
function opened(
  noticeId: string,
  openids: readonly string[],
  over: Partial<OpeningFields> = {},
  hasAccount = true,
): void {
  put(cloud.database, {
    people: hasAccount
      ? openids.map((openid) => ({
          ...{ _id: keys.person(openid), openid: '', name: null, phone: null, phoneLookup: null, phoneFrom: null },
          ...{ phoneAt: null, since: 1, keyId: keys.currentKey },
          consents: [{ purpose: 'account' as const, version: noticeVersion, at: 1, withdrawnAt: null }],
        }))
      : [],
    openings: openids.map((openid) => ({
      ...{ _id: `opening-${noticeId}-${openid}`, noticeId, communityId: 'west-street', person: keys.person(openid) },
      ...{ at: noon - hour, token: null, group: null, openedIn: null, edition: 1, acknowledgedAt: null },
      ...{ until: noon + 200 * day },
      ...over,
    })),
  })
}

/** Withdrawn at `now`; the commit holds, and nobody who opened it has heard. */
const withdrawn = (now: number, over: NoticeOver = {}) =>
  standing(now, {
    ...{ state: 'withdrawn', end: { at: now, words: '写错了', wordsState: 'shown' }, told: 1 },
    events: [
      aNoticeEvent(noon - 2 * hour),
      aNoticeEvent(now, { id: '2', verb: 'withdraw', from: 'out', to: 'withdrawn', words: '写错了' }),
    ],
    ...over,
  })
const put1 = (row: NoticeDocument) => (put(cloud.database, { notices: [row] }), row._id)
const messages = () => cloud.database.find('messages') as unknown as (MessageFields & { _id: string })[]
const heard = () =>
  messages()
    .map(({ person }) => person)
    .sort()
const personsOf = (openids: readonly string[]) => openids.map((openid) => keys.person(openid)).sort()

describe('telling those who opened it', () => {
  test('everybody who opened the withdrawn one hears it once, however many there are', async () => {
    const id = put1(withdrawn(noon))
    opened(id, lives(230))
    await run(noon)
    expect(heard()).toEqual(personsOf(lives(230)))
    expect(messages().every(({ params }) => params['step'] === 'withdrawn')).toBe(true)
    expect(kept(id).told).toBe(2)
    await run(noon + hour)
    expect(messages()).toHaveLength(230)
  })

  test('two timers at once say nothing twice', async () => {
    const id = put1(withdrawn(noon))
    opened(id, lives(120))
    await Promise.all([run(noon), run(noon), run(noon)])
    expect(heard()).toEqual(personsOf(lives(120)))
  })

  test('wherever the telling dies, everybody hears it once in the end', async () => {
    for (let steps = 1; steps < 24; steps += 3) {
      cloud.database.remove('messages', {}, { multi: true })
      cloud.database.remove('openings', {}, { multi: true })
      cloud.database.remove('people', {}, { multi: true })
      const id = put1(withdrawn(noon))
      opened(id, lives(12))
      const broken = breaking(cloud.store, platform, steps)
      await lookAtNotice(given(noon, { store: broken.store }), id, 60).catch((fault: unknown) => {
        if (!(fault instanceof Killed)) throw fault
      })
      await run(noon)
      expect(heard()).toEqual(personsOf(lives(12)))
    }
  })

  test('whoever has no account, came after it, or did it, hears nothing', async () => {
    const id = put1(withdrawn(noon))
    opened(id, ['somebody-without'], {}, false)
    opened(id, ['somebody-later'], { at: noon + 1 })
    opened(id, ['somebody-before'])
    put(cloud.database, {
      openings: [
        {
          ...{ _id: 'own', noticeId: id, communityId: 'west-street', person: keys.person(gridLeader), at: noon - hour },
          ...{ token: null, group: null, openedIn: null, edition: 1, acknowledgedAt: null, until: noon + day },
        },
      ],
    })
    await run(noon)
    expect(heard()).toEqual(personsOf(['somebody-before']))
  })

  test('a change is told to those who saw the words before it alone', async () => {
    const id = put1(
      standing(noon, {
        ...{ shown: anEdition(noon, { number: 2 }), told: 1 },
        events: [
          aNoticeEvent(noon - 2 * hour),
          aNoticeEvent(noon, { id: '2', verb: 'change', from: 'out', to: 'out', edition: 2 }),
        ],
      }),
    )
    opened(id, ['saw-the-old'])
    opened(id, ['saw-the-new'], { edition: 2 })
    await run(noon)
    expect(heard()).toEqual(personsOf(['saw-the-old']))
  })

  test('changed and withdrawn before anybody was told: they hear the last of it', async () => {
    const row = withdrawn(noon)
    const events = [
      row.events[0],
      aNoticeEvent(noon - hour, { id: '2', verb: 'change', to: 'out', edition: 2 }),
      row.events[1],
    ]
    const id = put1(standing(noon, { ...row, events: events.flatMap((one) => one ?? []), told: 1 }))
    opened(id, lives(3), { at: noon - 90 * 60_000 })
    await run(noon)
    expect(messages().map(({ params }) => params['step'])).toEqual(['withdrawn', 'withdrawn', 'withdrawn'])
  })
})

describe('what happens by itself', () => {
  const doors = () => (cloud.database.get('communities', 'west-street')?.['notices'] ?? []) as { noticeId: string }[]

  test('its time over it expires with nobody there, leaves the doors, and the secretary hears of an outage', async () => {
    const id = put1(standing(noon))
    cloud.database.modify('communities', { _id: 'west-street' }, { $set: { notices: [kept(id).door] } })
    await run(noon + 10 * day)
    expect(kept(id)).toMatchObject({ state: 'expired', desk: 'closed', door: null })
    expect(doors()).toEqual([])
    expect(messages().map(({ person, params }) => [person, params['step']])).toContainEqual([
      keys.person(secretary),
      'never-restored',
    ])
  })

  test('an outage that nobody says is back is asked about once', async () => {
    const id = put1(standing(noon))
    await run(noon + 4 * hour + 1)
    await run(noon + 5 * hour)
    const asked = messages().filter(({ params }) => params['step'] === 'say-restored')
    expect(asked.map(({ person }) => person).sort()).toEqual(personsOf([gridLeader, secretary]))
    expect(kept(id).state).toBe('out')
  })

  test('what waits for the second pair of eyes too long is said once, and what nobody read ends unread', async () => {
    const next = anEdition(noon, {
      audience: { communityId: 'west-street', where: { kind: 'community' }, needs: [] },
      span: null,
      about: { kind: 'safety', what: 'fire' },
    })
    const id = put1(standing(noon, { state: 'waiting', shown: null, next, outAt: null }))
    await run(noon + 4 * hour)
    await run(noon + 5 * hour)
    expect(messages().map(({ params }) => params['step'])).toEqual(['release-late'])
    await run(noon + 2 * day)
    expect(kept(id)).toMatchObject({ state: 'expired', shown: null })
    expect(
      messages()
        .map(({ params }) => params['step'])
        .sort(),
    ).toEqual(['never-released', 'never-released', 'release-late'])
  })

  test('what is back stands at the door for a day', async () => {
    const id = put1(standing(noon, { state: 'restored', end: { at: noon, words: '', wordsState: 'shown' } }))
    cloud.database.modify('communities', { _id: 'west-street' }, { $set: { notices: [kept(id).door] } })
    await run(noon + 23 * hour)
    expect(doors().map(({ noticeId }) => noticeId)).toEqual([id])
    await run(noon + day)
    expect(doors()).toEqual([])
  })

  test('where nothing is due nothing is written', async () => {
    const id = put1(standing(noon))
    await run(noon + 1)
    expect(kept(id).version).toBe(1)
  })
})
