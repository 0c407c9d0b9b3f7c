import { permissions } from '../../contract/permissions'
import type { WishDeed } from '../../contract'
import { permit, type Allowed } from '../../domain/people/permit'
import type { WishWho } from '../../domain/wish/act'
import { officeActors } from '../../domain/wish/sides'
import { mayWishMove, type WishVerb } from '../../domain/wish/verbs'
import { sideOfPerson } from '../../domain/wish/visits'
import type { Context } from '../handle'
import { belongsOfWish, type WishRow } from './load'
import { isWishers } from './view-who'

type Acting = Context<WishRow> & { readonly person: string }

/** What somebody of the office may do by their role also where they are in it themselves: it says yes to nothing. */
const besideOnesOwn: readonly WishVerb[] = ['note', 'propose']

/**
 * As whom the caller does a step: for their own side where it is theirs and no other is named, else by a role of the
 * office. Nobody of the office speaks, settles or closes where they are wisher or helper themselves.
 */
export async function whoActs(context: Acting, deed: WishDeed): Promise<WishWho> {
  const { loaded: row, person, now, as } = context
  const { verb } = deed
  const own = isWishers(row, person) ? 'wisher' : hasHelped(row, person) ? 'helper' : null
  if (own && mayWishMove(own, verb) && isOwnSide(row, deed, own, person)) return { actor: own, person, role: null, now }
  const actor = own === null || besideOnesOwn.includes(verb) ? await officeRole(context, verb) : null
  if (actor) return { actor, person, role: actor, now }
  return { actor: own ?? 'volunteer', person, role: own ? null : (as.membership?.role ?? null), now }
}

/** A helper, or somebody who came for one. */
const hasHelped = ({ helpers, appointments }: WishRow, person: string): boolean =>
  [...helpers, ...appointments.flatMap(({ standIns }) => standIns)].some((one) => one.person === person)

function isOwnSide(row: WishRow, deed: WishDeed, own: 'wisher' | 'helper', person: string): boolean {
  const named = 'side' in deed ? deed.side : null
  if (named === null || own === 'wisher') return named === null || named === 'wisher'
  return named === sideOfPerson(row, person, 'appointmentId' in deed ? deed.appointmentId : undefined)
}

/** By which role of the office the caller may do it here; null: by none. */
async function officeRole({ loaded: row, person, now, memberships }: Acting, verb: WishVerb) {
  const able = officeActors.filter((role) => mayWishMove(role, verb))
  const allowed: Allowed = Object.fromEntries(able.map((role) => [role, permissions['wish.act'][role]]))
  const apart = { ...belongsOfWish(row), owner: null, shared: [] }
  const role = able.length === 0 ? null : permit(allowed, person, await memberships(), apart, now)?.role
  return able.find((one) => one === role) ?? null
}
