import { permissions } from '../../contract/permissions'
import { permit, type Allowed } from '../../domain/people/permit'
import type { HeldRole } from '../../domain/people/roles'
import { mayMove, type RequestActor, type RequestVerb } from '../../domain/request/verbs'
import type { RequestWho } from '../../domain/request/act'
import type { Context, MembershipRow } from '../handle'
import { belongsOf, type RequestRow } from './load'
import { isOwners } from './view-who'

type Acting = Context<RequestRow> & { readonly person: string }

/**
 * As whom the caller does a step. Whoever has several roles here does it by one that may; whose own it is never works
 * on it.
 */
export async function whoActs(context: Acting, verb: RequestVerb): Promise<RequestWho> {
  const { as, loaded: row, person, now } = context
  const plain = { person, now, role: null, agencyId: null }
  const isTheirs = isOwners(row, person)
  if (isTheirs || (as.membership === null && mayMove('neighbour', verb)))
    return { ...plain, actor: isTheirs ? 'owner' : 'neighbour' }
  // A grid leader who lives there may join as anybody may, and goes on leading.
  const held = fitting(row, await context.memberships(), { verb, person, now }) ?? as.membership
  if (held === null) return { ...plain, actor: 'neighbour' }
  const { role, agencyId } = held
  return { person, now, role, agencyId, actor: actorOf(role) }
}

/** The table of permissions without the roles that this verb is not for. */
const rowFor = (verb: RequestVerb): Allowed =>
  Object.fromEntries(Object.entries(permissions['request.act']).filter(([role]) => mayMove(role as RequestActor, verb)))

/**
 * By which role somebody may do it to a request that is not their own: first as one of the agency whose it is, then as
 * one with a part in it. null: by none.
 */
export function fitting(
  row: RequestRow,
  memberships: readonly MembershipRow[],
  { verb, person, now }: { readonly verb: RequestVerb; readonly person: string; readonly now: number },
): MembershipRow | null {
  const belongs = belongsOf(row)
  const [allowed, nobody] = [rowFor(verb), { ...belongs, owner: null, shared: [] }]
  const held =
    permit(allowed, person, memberships, { ...nobody, agencyIds: [] }, now) ??
    permit(allowed, person, memberships, nobody, now)
  return held?.membership ?? null
}

function actorOf(role: HeldRole): RequestActor {
  switch (role) {
    case 'handler':
    case 'duty':
    case 'grid-leader':
    case 'secretary':
      return role
    default:
      throw new Error(`nobody acts on a request as ${role}`)
  }
}
