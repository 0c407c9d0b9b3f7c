import { seenOf } from '../../src/domain/request/act-said'
import { startProduct } from './support/cloud'
import { callAs, consent, keys, secretary } from './support/people'
import { acting, alterRequest, filed, filer, requestOf, type Deed } from './support/requests'
import { membershipOf } from './support/roles'

jest.setTimeout(180_000)

const crowd = 50

let cloud: Awaited<ReturnType<typeof startProduct>>
const openids = Array.from({ length: crowd }, (_, at) => `one-of-the-crowd-${at}`)
beforeAll(async () => {
  cloud = await startProduct()
  await consent(cloud, filer)
  for (const openid of openids) await consent(cloud, openid)
})
afterAll(() => cloud.close())

/** All of them may do what the secretary may. */
function asSecretaries(): void {
  const [row] = cloud.database.find('memberships', { _id: membershipOf(secretary, 'secretary') })
  cloud.database.insert(
    'memberships',
    openids.map((openid) => ({ ...row, _id: membershipOf(openid, 'secretary'), person: keys.person(openid) })),
  )
}

/** All at once, with the same look at it. */
const allAtOnce = async (id: string, deed: Deed, seen = seenOf(requestOf(cloud, id))) => {
  const replies = await Promise.all(openids.map((openid) => acting(cloud, openid, id, deed, { seen })))
  return {
    won: replies.filter(({ ok }) => ok).length,
    lost: [...new Set(replies.flatMap((reply) => (reply.ok ? [] : [reply.refused])))],
  }
}

describe('fifty people at one request', () => {
  it('who join it at once, as after a power cut: all are in, each once', async () => {
    const { requestId } = await filed(cloud)
    const replies = await Promise.all(openids.map((openid) => callAs(cloud, openid, 'request.join', { requestId })))
    expect(replies.filter(({ ok }) => !ok)).toEqual([])
    const { neighbours } = requestOf(cloud, requestId)
    expect(neighbours.map(({ person }) => person).sort()).toEqual(openids.map((openid) => keys.person(openid)).sort())
  })

  it('who joined it: each reminder of each is there once', async () => {
    const { requestId: id } = await filed(cloud)
    const people = openids.map((openid) => keys.person(openid))
    const neighbours = people.map((person) => ({ person, at: cloud.clock.now() }))
    alterRequest(cloud, id, { neighbours, people: [...requestOf(cloud, id).people, ...people] })
    const { won, lost } = await allAtOnce(id, { verb: 'remind', words: null })
    const reminders = requestOf(cloud, id).events.filter(({ verb }) => verb === 'remind')
    expect(reminders).toHaveLength(won)
    expect(new Set(reminders.map(({ person }) => person)).size).toBe(won)
    // Whoever had no luck sixteen times is told to try again.
    expect(lost.filter((refused) => refused !== 'conflict')).toEqual([])
  })

  it('who work on it: of each step one wins, the others look again, and nothing is there twice or lost', async () => {
    asSecretaries()
    const { requestId: id } = await filed(cloud)
    const steps: readonly Deed[] = [
      { verb: 'start', words: null },
      { verb: 'assign', agencyId: 'west-water', words: null },
      { verb: 'supervise', words: '快办' },
      { verb: 'hold', until: cloud.clock.now() + 86_400_000, words: '等零件' },
      { verb: 'resume', words: null },
      { verb: 'merge', into: (await filed(cloud)).requestId, words: null },
    ]
    const before = requestOf(cloud, id).events.length
    for (const deed of steps) {
      const { won, lost } = await allAtOnce(id, deed)
      expect([deed.verb, won, lost]).toEqual([deed.verb, 1, ['request.moved']])
    }
    const { events } = requestOf(cloud, id)
    expect(events.slice(before).map(({ verb }) => verb)).toEqual(steps.map(({ verb }) => verb))
    expect(events.map((event) => event.id)).toEqual(events.map((_, at) => String(at + 1)))
    events.slice(1).forEach((event, at) => expect(event.from).toBe(events[at]?.to))
  })

  it('who do different things: what each was told is what the history says', async () => {
    const { requestId: id } = await filed(cloud)
    const seen = seenOf(requestOf(cloud, id))
    const choices: readonly Deed[] = [
      { verb: 'accept', words: null },
      { verb: 'start', words: null },
      { verb: 'assign', agencyId: 'west-water', words: null },
      { verb: 'contact', reached: false, words: null },
      { verb: 'note' },
    ]
    const replies = await Promise.all(
      openids.map((openid, at) => {
        const deed = choices[at % choices.length] ?? { verb: 'note' as const }
        return acting(cloud, openid, id, deed, { seen, note: deed.verb === 'note' ? '记一笔' : null })
      }),
    )
    const { events } = requestOf(cloud, id)
    const done = openids.filter((_, at) => replies[at]?.ok).map((openid) => keys.person(openid))
    expect(
      events
        .slice(seen)
        .map(({ person }) => person)
        .sort(),
    ).toEqual(done.sort())
    const moving = events.slice(seen).filter(({ verb }) => verb !== 'contact' && verb !== 'note')
    expect(moving.length).toBeLessThanOrEqual(1)
  })
})
