import { isRefused } from '../../contract'
import type { NoticeActRefused, NoticeDeedVerb, NoticeWho } from '../../domain/notice/act'
import type { NoticeRole } from '../../domain/notice/notice'
import type { Context, MembershipRow } from '../handle'

/** Somebody by one of their roles here. */
export interface NoticeActor extends NoticeWho {
  readonly actor: NoticeRole
  readonly membership: MembershipRow
  /** Of a grid leader; null: the role has none. */
  readonly gridId: string | null
}

type Asking = Pick<Context<unknown>, 'memberships' | 'now' | 'as'> & { readonly person: string | null }

const roleOf = ({ role }: MembershipRow): NoticeRole | null =>
  role === 'secretary' || role === 'duty' || role === 'grid-leader' ? role : null

/** Who sees more speaks first; a grid leader's own grid before another. */
const weight: Readonly<Record<NoticeRole, number>> = { secretary: 0, duty: 1, 'grid-leader': 2 }

/** Every role by which the caller may have to do with notices of a community, the widest first. */
export async function rolesHere({ memberships, person, now }: Asking, communityId: string): Promise<NoticeActor[]> {
  const held = (await memberships()).filter((one) => one.communityId === communityId)
  return held
    .flatMap((membership) => {
      const actor = roleOf(membership)
      if (actor === null) return []
      return [{ actor, person, now, membership, gridId: actor === 'grid-leader' ? membership.gridId : null }]
    })
    .sort((one, other) => weight[one.actor] - weight[other.actor])
}

/** They may be done with whatever notice of the community: whose eyes it takes, the rules say. */
const asSecond: readonly NoticeDeedVerb[] = ['release', 'send-back', 'review']
/** Words of one's own: a grid leader's are the grid's, whatever else they are. */
const asWriter: readonly NoticeDeedVerb[] = ['write', 'send', 'recall', 'change', 'discard']

/**
 * By which roles somebody may try a step, in this order: a grid leader has a say over notices of the own grid alone, save
 * as the second pair of eyes.
 */
export function actorsFor(
  roles: readonly NoticeActor[],
  verb: NoticeDeedVerb | 'begin',
  gridId: string | null,
): readonly NoticeActor[] {
  if (asSecond.some((one) => one === verb)) return roles
  const able = roles.filter((one) => one.actor !== 'grid-leader' || (gridId !== null && one.gridId === gridId))
  const isWriting = verb === 'begin' || asWriter.includes(verb)
  return isWriting && gridId !== null
    ? [...able].sort((one, other) => Number(other.gridId === gridId) - Number(one.gridId === gridId))
    : able
}

/** Whether somebody has a say over a notice, by any of their roles: a grid leader over those of the own grid. */
export const hasSay = async (
  asking: Asking,
  { communityId, gridId }: { readonly communityId: string; readonly gridId: string | null },
): Promise<boolean> => actorsFor(await rolesHere(asking, communityId), 'withdraw', gridId).length > 0

/** What was done, by which of their roles. */
export type DoneBy<Outcome> = Outcome & { readonly actor: NoticeActor }

/** The first of them by whose role it goes; else why the first one may not. */
export function firstOf<Outcome extends object>(
  actors: readonly NoticeActor[],
  attempt: (actor: NoticeActor) => Outcome | NoticeActRefused,
): DoneBy<Outcome> | NoticeActRefused {
  let refused: NoticeActRefused | null = null
  for (const actor of actors) {
    const outcome = attempt(actor)
    if (!isRefused(outcome)) return { ...outcome, actor }
    refused ??= outcome
  }
  return refused ?? { refused: 'notice.not-yours' }
}
