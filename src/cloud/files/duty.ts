import { refuse, type Refused } from '../../contract'
import { dutyEnds, isOnDuty } from '../../domain/people/duty'
import type { As } from '../../domain/people/permit'
import type { Context, MembershipRow } from '../handle'
import { audit } from '../people/audit'
import type { Write } from '../store'

type Asking = Context<unknown>

/** By what somebody sees rooms, and what is written of it. */
interface Standing {
  readonly as: As<MembershipRow>
  readonly writes: readonly Write[]
}

/** Where the rooms are. */
interface Where {
  readonly communityId: string
  readonly gridId: string | null
}

/** The grid's own leader always may, whatever else they are: by whichever role the call was let in. */
async function asLeader({ memberships }: Asking, { communityId, gridId }: Where): Promise<As<MembershipRow> | null> {
  if (gridId === null) return null
  const own = (await memberships()).find(
    (held) => held.role === 'grid-leader' && held.communityId === communityId && held.gridId === gridId,
  )
  return own ? { role: own.role, membership: own } : null
}

/**
 * A duty member sees rooms while on duty: there is no roster yet, so that their own word opens them, for some hours, and it
 * is logged. Decision 0038.
 */
export async function onDuty(
  context: Asking,
  where: Where,
  saysSo: boolean,
): Promise<Standing | Refused<'household.not-on-duty'>> {
  const { as, now, store } = context
  if (as.role !== 'duty' || !as.membership) return { as, writes: [] }
  const leader = await asLeader(context, where)
  if (leader) return { as: leader, writes: [] }
  const { membership } = as
  if (isOnDuty(membership, now)) return { as, writes: [] }
  if (!saysSo) return refuse('household.not-on-duty')
  const subject = { collection: 'memberships', id: membership._id }
  return {
    as,
    writes: [
      store.memberships.replacing({ ...membership, onDutyUntil: dutyEnds(now) }),
      audit(context, { verb: 'duty.begin', communityId: where.communityId, subject }),
    ],
  }
}
