import { release, type Reply } from '../../../contract'
import { seenOf } from '../../../domain/request/act-said'
import { day } from '../../../domain/time/clock'
import type { HeldRole } from '../../../domain/people/roles'
import type { LocalCloud } from '../../../local/start'
import { fresh, freshKey, keys, membershipDocument, personDocument, put } from './documents'
import { requestDocument, type RequestDocument } from './request-document'
import { here, hereAgency, hereGrid } from './situations'

/** What came of many who act on one request at once. */
export interface Crowded {
  readonly people: number
  /** Calls, those that were sent twice and those after a look among them. */
  readonly calls: number
  readonly accepted: number
  /** How often somebody was told that somebody else was first, or that it cannot be done any more. */
  readonly told: number
  /** Steps of which more than one was accepted by those who had seen the same. */
  readonly tied: number
  /** Accepted acts that the history has not exactly once, and acts in it that nobody was told of. */
  readonly wrong: number
  /** Replies that are neither data nor a refusal of the contract. */
  readonly faults: readonly string[]
}

/** As whom somebody acts, and what they want, with words that tell their act from every other. */
interface Actor {
  readonly openid: string
  readonly deed: (words: string, at: number) => object
  /** Whether it only holds for what they have looked at. */
  readonly mustLook: boolean
}

const shown = (words: string) => ({ words, pictures: [] })
const deeds: Readonly<
  Record<'handler' | 'grid-leader' | 'secretary' | 'duty' | 'neighbour', readonly Actor['deed'][]>
> = {
  handler: [
    (words) => ({ verb: 'start', words }),
    (words, at) => ({ verb: 'hold', until: at + day, words }),
    (words) => ({ verb: 'return', agencyId: null, words }),
    (words) => ({ verb: 'propose-resolution', ...shown(words) }),
    (words) => ({ verb: 'resume', words }),
  ],
  'grid-leader': [
    (words) => ({ verb: 'assign', agencyId: hereAgency, words }),
    (words) => ({ verb: 'accept', words }),
    (words) => ({ verb: 'extend', days: 1, words }),
    (words) => ({ verb: 'refer', to: '街道办', words }),
    (words) => ({ verb: 'request-info', words }),
  ],
  secretary: [(words) => ({ verb: 'supervise', words }), (words) => ({ verb: 'assign', agencyId: hereAgency, words })],
  duty: [(words) => ({ verb: 'contact', reached: true, words }), (words) => ({ verb: 'supply-info', ...shown(words) })],
  neighbour: [(words) => ({ verb: 'remind', words })],
}
/** Fifty people: five who remind of it, the others work on it. */
const crowd = { handler: 15, 'grid-leader': 15, secretary: 10, duty: 5, neighbour: 5 } as const
const needNoLook: readonly string[] = ['remind', 'contact']
/** How often somebody looks again and tries once more. */
const mostLooks = 4

const placeOf = (role: HeldRole) => ({
  communityId: here,
  gridId: role === 'grid-leader' ? hereGrid : null,
  agencyId: role === 'handler' ? hereAgency : null,
})

function actorsOf({ database, clock }: LocalCloud): readonly Actor[] {
  const now = clock.now()
  return (Object.keys(crowd) as (keyof typeof crowd)[]).flatMap((kind) =>
    Array.from({ length: crowd[kind] }, (_, at): Actor => {
      const openid = fresh('openid-of-crowd')
      put(database, 'people', [personDocument(openid, {}, now)])
      if (kind !== 'neighbour') {
        put(database, 'memberships', [membershipDocument(keys.person(openid), { role: kind, ...placeOf(kind) }, now)])
      }
      const deed = deeds[kind][at % deeds[kind].length] as Actor['deed']
      const { verb } = deed('', now) as { readonly verb: string }
      return { openid, deed, mustLook: !needNoLook.includes(verb) }
    }),
  )
}

interface Act {
  /** Tells it from every other. */
  readonly words: string
  readonly seen: number
  readonly mustLook: boolean
}

/** Fifty people act on one request at once, each until it is done or cannot be; every call is sent twice. */
export async function crowdOn(cloud: LocalCloud): Promise<Crowded> {
  const { database, clock } = cloud
  const actors = actorsOf(cloud)
  const now = clock.now()
  const place = { communityId: here, gridId: hereGrid, agencyId: hereAgency }
  const neighbours = actors.slice(-crowd.neighbour).map(({ openid }) => ({ person: keys.person(openid), at: now }))
  const owner = keys.person(fresh('openid-of-owner'))
  const row = requestDocument(owner, place, now, { neighbours, isSeen: false })
  put(database, 'requests', [row])
  const history = () => database.get('requests', row._id) as unknown as RequestDocument
  const accepted: Act[] = []
  const faults: string[] = []
  let calls = 0
  let told = 0
  const send = async (call: object, openid: string) => {
    calls++
    return (await cloud.invoke('api', call, { openid, source: 'wx_client' })) as Reply
  }
  const act = async ({ openid, deed, mustLook }: Actor, at: number) => {
    for (let look = 0; look < mostLooks; look++) {
      const seen = seenOf(history())
      const words = `第${'零一二三四五六七八九'[look]}次说明-${at}`
      const input = { requestId: row._id, seen, note: null, deed: deed(words, clock.now()) }
      const call = { action: 'request.act', release, input, key: freshKey() }
      const replies = await Promise.all([send(call, openid), send(call, openid)])
      const done = replies.filter(({ ok }) => ok)
      if (done.length > 0) accepted.push({ words, seen, mustLook })
      const refused = replies.flatMap((reply) => (reply.ok ? [] : [reply.refused]))
      faults.push(...refused.filter((code) => !known.includes(code)))
      if (done.length > 0) return
      told++
      if (!refused.some((code) => code === 'request.moved' || code === 'conflict')) return
    }
  }
  await Promise.all(actors.map(act))

  const events = history().events.slice(row.events.length)
  const times = (words: string) => events.filter((event) => event.words === words).length
  const looked = accepted.filter(({ mustLook }) => mustLook).map(({ seen }) => seen)
  const unasked = events.filter(({ words }) => !accepted.some((one) => one.words === words))
  return {
    ...{ people: actors.length, calls, accepted: accepted.length, told, faults },
    tied: looked.length - new Set(looked).size,
    wrong: accepted.filter(({ words }) => times(words) !== 1).length + unasked.length,
  }
}

/** What somebody may be told who came too late, or whose step is not possible any more. */
const known: readonly string[] = [
  ...['request.moved', 'request.not-now', 'request.no-more', 'request.once', 'conflict', 'role.forbidden'],
  ...['request.not-yours'],
]
