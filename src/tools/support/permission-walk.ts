import { actions, release, type ActionName, type Reply } from '../../contract'
import { functionOf } from './function-of'
import { permissions } from '../../contract/permissions'
import type { LocalCloud } from '../../local/start'
import { aboutOf } from './proof/about'
import {
  changesIn,
  contentsOf,
  fresh,
  freshKey,
  keys,
  membershipDocument,
  personDocument,
  put,
} from './proof/documents'
import {
  callerKinds,
  expectedOf,
  here,
  hereAgency,
  hereGrid,
  situationsOf,
  there,
  type CallerKind,
  type CallersRole,
  type Expected,
  type Situation,
  type Table,
} from './proof/situations'

/** One question to the gate: who asks for what, about what. */
export interface Cell {
  readonly action: ActionName
  readonly caller: CallerKind
  readonly situation: Situation
}

export interface Walked {
  readonly cells: number
  readonly denied: number
  /** The cells that were answered otherwise than the table says, in words. */
  readonly wrong: readonly string[]
  /** Documents that denied calls left behind or changed, rate counters aside: `collection id`. */
  readonly changed: readonly string[]
}

/** Every cell: actions × callers × situations. */
export const allCells = (): readonly Cell[] =>
  actions.flatMap(({ name: action }) => {
    const { varies, canMiss } = aboutOf[action]
    const situations = situationsOf(varies, canMiss === true)
    return callerKinds.flatMap((caller) => situations.map((situation) => ({ action, caller, situation })))
  })

const declared = (name: ActionName) => {
  const found = actions.find((action) => action.name === name)
  if (!found) throw new Error(`no action ${name}`)
  return found as { readonly needs?: readonly string[]; readonly refusals: readonly string[] }
}

/** What the table says of a cell. */
export const expectedAt = ({ action, caller, situation }: Cell, table: Table = permissions): Expected =>
  expectedOf(table, action, caller, situation, (declared(action).needs ?? []).length > 0)

export const nameOf = ({ action, caller, situation }: Cell): string => {
  const { owner, community, grid, agency, missing } = situation
  return `${action} by ${caller.name}: ${missing ? 'gone' : `${owner}, ${community}, grid ${grid}, agency ${agency}`}`
}

const placeOfRole = ({ at, hasGrid, role }: CallersRole) => ({
  communityId: at === 'here' ? here : there,
  gridId: hasGrid ? hereGrid : null,
  agencyId: role === 'handler' ? hereAgency : null,
})

/** A caller of this kind whom nobody has seen before. */
export function newCaller({ database, clock }: LocalCloud, { identity, held }: CallerKind): string | undefined {
  if (identity === null) return undefined
  const openid = fresh('openid-of-caller')
  const now = clock.now()
  if (identity === 'agreed') put(database, 'people', [personDocument(openid, { phone: '00000000001' }, now)])
  const person = keys.person(openid)
  put(
    database,
    'memberships',
    held.map((one) => membershipDocument(person, { ...one, ...placeOfRole(one) }, now)),
  )
  return openid
}

type Ready = Cell & { readonly openid: string | undefined; readonly input: object; readonly expected: Expected }

function prepare(cloud: LocalCloud, cell: Cell, table: Table): Ready {
  const openid = newCaller(cloud, cell.caller)
  const { database, clock } = cloud
  const caller = keys.person(openid ?? fresh('openid-of-nobody'))
  const input = aboutOf[cell.action].input({ database, now: clock.now(), caller }, cell.situation)
  return { ...cell, openid, input, expected: expectedAt(cell, table) }
}

/**
 * How the gate answered: past it are data, the refusals that are the action's own, and `conflict`: several cells count
 * the same search at once, and who comes to write was let in.
 */
async function answerTo(cloud: LocalCloud, { action, input, openid }: Ready): Promise<string> {
  const caller = { source: 'wx_client', ...(openid === undefined ? {} : { openid }) }
  const reply = (await cloud.invoke(functionOf(action), { action, release, input, key: freshKey() }, caller)) as Reply
  const isPast = reply.ok || reply.refused === 'conflict' || declared(action).refusals.includes(reply.refused)
  return isPast ? 'in' : reply.refused
}

/** Calls at once: the pool of the local cloud holds as many instances. */
const atOnce = 4

async function askAll(cloud: LocalCloud, cells: Iterable<Ready>): Promise<string[]> {
  const wrong: string[] = []
  const queue = cells[Symbol.iterator]()
  const worker = async () => {
    for (let next = queue.next(); !next.done; next = queue.next()) {
      const answer = await answerTo(cloud, next.value)
      if (answer !== next.value.expected) wrong.push(`${nameOf(next.value)}: ${answer}, not ${next.value.expected}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return wrong
}

/**
 * Asks every cell of the product's own bundle and holds its answers against the table. Each has a caller and a subject
 * of its own, so that no cell changes another. The denied come first, together: afterwards not one document may differ.
 */
export async function walkPermissions(
  cloud: LocalCloud,
  cells: readonly Cell[] = allCells(),
  table: Table = permissions,
): Promise<Walked> {
  const isDenied = (cell: Cell) => expectedAt(cell, table) !== 'in'
  const denied = cells.filter(isDenied).map((cell) => prepare(cloud, cell, table))
  const before = contentsOf(cloud.database)
  const wronglyLetIn = await askAll(cloud, denied)
  // A refused try may be counted: where guessing must not pay, the table of limits says so.
  const changed = changesIn(before, contentsOf(cloud.database)).filter((name) => !name.startsWith('counters '))
  const allowed = (function* () {
    for (const cell of cells) if (!isDenied(cell)) yield prepare(cloud, cell, table)
  })()
  const wronglyDenied = await askAll(cloud, allowed)
  return { cells: cells.length, denied: denied.length, wrong: [...wronglyLetIn, ...wronglyDenied], changed }
}
