import fc from 'fast-check'
import { actions, commonRefusals, release, type AnyAction, type Reply } from '../../../contract'
import { fileHandlers } from '../../../cloud/files'
import { openPosterFont } from '../../../cloud/poster'
import { handlers } from '../../../cloud/router'
import { serveBy } from '../../../cloud/serve'
import { openStore } from '../../../cloud/store'
import { openDatabase } from '../../../cloud/store/sdk'
import { platform, type Platform } from '../../../cloud/store/platform'
import type { LocalCloud } from '../../../local/start'
import { functionOf } from '../function-of'
import { fromRoot } from '../paths'
import { newCaller } from '../permission-walk'
import { aboutOf } from './about'
import { freshKey, keys } from './documents'
import { broken, oddCursor, oddInMemory, oddTexts, oddValue, validOf } from './odd'
import { callerKinds, situationsOf, type Situation } from './situations'

export interface Fuzzed {
  readonly inputs: number
  /** How many came over HTTP, as JSON, to the product's own bundle; the others were served in this process. */
  readonly overHttp: number
  /** How many were answered with data: what is well formed reaches the work. */
  readonly answered: number
  /** How often each refusal was given. */
  readonly refused: ReadonlyMap<string, number>
  /** Calls that were answered neither by data nor by a refusal of the contract, in words. */
  readonly faults: readonly string[]
}

interface Event {
  readonly action: unknown
  readonly input: unknown
  readonly key?: unknown
  readonly release: unknown
}
interface Shot {
  readonly event: Event
  readonly openid: string | undefined
}

/** Those who can get the furthest, and those who can get nowhere. */
const kinds = callerKinds.filter(({ name }) =>
  ['visitor', 'resident who agreed to nothing', 'resident', 'secretary, in force', 'grid-leader, in force'].includes(
    name,
  ),
)
/** After so many inputs others call: who has done much is only told so. */
const callsOfOne = 150
/** Every so manieth input is served in this process, with what JSON cannot say. */
const inProcess = 5

const one = <T>(arbitrary: fc.Arbitrary<T>, seed: number): T => fc.sample(arbitrary, { numRuns: 1, seed })[0] as T

/** Fields that say what a call is about: kept as they are, so that odd words reach the work. */
const names = /(Id|code|version|purposes|atLeast14|seen|pictures|about|answers|role)$/

/** An input that is right: made from the schema, about something that is there, or both. */
function rightInput(cloud: LocalCloud, action: AnyAction, seed: number, person: string): unknown {
  const { varies, canMiss, input } = aboutOf[action.name]
  const fromSchema = one(validOf(action.input), seed)
  if (seed % 4 === 0) return fromSchema
  const situations = situationsOf(varies, canMiss === true)
  const situation = seed % 2 === 0 ? situations[0] : one(fc.constantFrom(...situations), seed)
  const known = input({ database: cloud.database, now: cloud.clock.now(), caller: person }, situation as Situation)
  if (seed % 3 !== 0) return known
  const odd = Object.entries(fromSchema as object).filter(([name]) => name in known && !names.test(name))
  return { ...known, ...Object.fromEntries(odd) }
}

const oddKeys = fc.constantFrom<unknown>(undefined, null, '', 'short', 'x'.repeat(65), 7, {}, ['a'], ...oddTexts)
const oddReleases = fc.constantFrom<unknown>(0, -1, 1.5, '1', null, 2, 1e9, undefined)
const oddNames = fc.constantFrom<unknown>(
  '',
  '__proto__',
  'me.show ',
  'ME.SHOW',
  'me',
  null,
  7,
  ['me.show'],
  {},
  ...oddTexts,
)

/** One thing is odd in most calls, and nothing in some. */
function shotOf(cloud: LocalCloud, at: number, seed: number, callers: readonly (string | undefined)[]): Shot {
  const action = actions[at % actions.length] as AnyAction
  const openid = callers[seed % callers.length]
  const right = rightInput(cloud, action, seed, keys.person(openid ?? 'openid-of-nobody'))
  const event: Event = { action: action.name, input: right, key: freshKey(), release }
  const odd = at % inProcess === 0 ? fc.oneof(oddValue, oddInMemory) : oddValue
  const hasCursor = 'cursor' in (right as object)
  const way = seed % 20
  if (hasCursor && way < 6)
    return { openid, event: { ...event, input: { ...(right as object), cursor: one(oddCursor, seed) } } }
  if (way < 14) return { openid, event: { ...event, input: one(broken(right, odd), seed) } }
  if (way === 14) return { openid, event: { ...event, key: one(oddKeys, seed) } }
  if (way === 15) return { openid, event: { ...event, release: one(oddReleases, seed) } }
  if (way === 16) return { openid, event: { ...event, action: one(oddNames, seed) } }
  return { openid, event }
}

/** What WeChat says is not at hand in this process; nothing of it depends on how odd an input is. */
const saying: Platform = {
  ...platform,
  checkText: () => Promise.resolve('pass'),
  checkPicture: () => Promise.resolve('trace'),
  phoneNumber: () => Promise.resolve(null),
  push: () => Promise.resolve(43101),
  drawCode: () => Promise.resolve({ bytes: Buffer.from('png'), type: 'png' }),
  upload: (path) => Promise.resolve(`cloud://local/${path}`),
  links: (ids) => Promise.resolve(new Map(ids.map((id) => [id, 'https://example.cn/one-file']))),
}

type Ask = (shot: Shot) => Promise<unknown>

/** What is no action is asked of the function `api`. */
const functionNamed = ({ action }: Event) => functionOf(typeof action === 'string' ? action : '')
const files = fileHandlers({
  font: () => openPosterFont(fromRoot('node_modules', '@fontsource', 'noto-sans-sc')),
  doorLink: 'https://example.cn/d/',
  noticeLink: 'https://example.cn/n/',
})

const overHttp =
  ({ url }: LocalCloud): Ask =>
  async ({ event, openid }) => {
    const headers = new Headers({ 'content-type': 'application/json' })
    if (openid !== undefined) headers.set('x-local-openid', openid)
    const response = await fetch(`${url}/call/${functionNamed(event)}`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ data: event }),
    })
    return ((await response.json()) as { readonly result?: unknown }).result
  }

function inThisProcess(cloud: LocalCloud, onError: () => void): Ask {
  // SILENCE stops the SDK's timers that warn of slow requests.
  Object.assign(process.env, cloud.sdkEnvironment(), { SILENCE: 'true' })
  const store = openStore(openDatabase())
  return ({ event, openid = '' }) =>
    serveBy([...handlers, ...files], event, {
      ...{ caller: { openid, source: 'wx_client' }, now: cloud.clock.now(), store, keys, platform: saying },
      log: ({ level }) => {
        if (level === 'error') onError()
      },
    })
}

/** Whether it is an answer that the contract knows. */
export function isAnswer(answer: unknown, name: unknown): answer is Reply {
  if (typeof answer !== 'object' || answer === null) return false
  const reply = answer as Partial<{ ok: boolean; refused: string; requestId: string }>
  if (typeof reply.requestId !== 'string') return false
  if (reply.ok === true) return 'data' in reply
  const own = actions.find((action) => action.name === name)?.refusals ?? []
  const known: readonly string[] = [...commonRefusals.filter((code) => code !== 'server.failed'), ...own]
  return reply.ok === false && known.includes(reply.refused ?? '')
}

/** A call in few words, without what is in it: sizes and kinds only would hide what broke, so its beginning is told. */
const tell = ({ event, openid }: Shot, answer: unknown) => {
  const said = (value: unknown) => {
    try {
      return JSON.stringify(value)?.slice(0, 200)
    } catch {
      return String(value)
    }
  }
  return `${String(said(event))} by ${openid ?? 'nobody'}: ${String(said(answer))}`
}

/**
 * Throws odd inputs at every action in turn, by several people, with and without a key, always the same ones for a
 * seed. `errors` answers how many lines of level error the cloud has logged so far.
 */
export async function fuzz(cloud: LocalCloud, count: number, seed: number, errors: () => number): Promise<Fuzzed> {
  let logged = 0
  const asking = { http: overHttp(cloud), here: inThisProcess(cloud, () => logged++) }
  const faults: string[] = []
  const refused = new Map<string, number>()
  let answered = 0
  let sent = 0
  let callers: readonly (string | undefined)[] = []
  for (let at = 0; at < count; at++) {
    if (at % callsOfOne === 0) callers = kinds.map((kind) => newCaller(cloud, kind))
    const shot = shotOf(cloud, at, (seed + Math.imul(at, 2654435761)) >>> 1, callers)
    const isHere = at % inProcess === 0
    if (!isHere) sent++
    const before = errors() + logged
    const answer = await (isHere ? asking.here(shot) : asking.http(shot)).catch(String)
    if (!isAnswer(answer, shot.event.action) || errors() + logged > before) faults.push(tell(shot, answer))
    else if (answer.ok) answered++
    else refused.set(answer.refused, (refused.get(answer.refused) ?? 0) + 1)
  }
  return { inputs: count, overHttp: sent, answered, refused, faults }
}
