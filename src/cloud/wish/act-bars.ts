import { refuse, type Refused } from '../../contract'
import { permissions } from '../../contract/permissions'
import { isChecked, type Membership } from '../../domain/people/roles'
import { mostOpenClaims } from '../../domain/wish/limits'
import { pairOf } from '../../domain/wish/match'
import { wishersOf } from '../../domain/wish/sides'
import type { Context } from '../handle'
import type { Store } from '../store'
import { blockedFor } from './candidates'
import type { WishRow } from './load'

type Barred = 'wish.not-checked' | 'wish.enough' | 'wish.not-yours'
type Asking = Context<WishRow> & { readonly person: string }

/** Open wishes of one person that are looked at: those that they are only asked for lie among them. */
const mostLooked = 100

/** Whether a keeper of this community has seen who the caller is. */
export const isCheckedHere = async ({ memberships, loaded }: Asking): Promise<boolean> =>
  (await memberships()).some((one) => one.communityId === loaded.communityId && isChecked(one))

/** Whether the caller holds a role by which wishes are taken on. */
const isVolunteerHere = async ({ memberships, loaded }: Asking): Promise<boolean> =>
  (await memberships()).some((one) => one.communityId === loaded.communityId && takesWishes(one))
/** Whether a role is one by which wishes are taken on. */
export const takesWishes = ({ role }: Pick<Membership, 'role'>): boolean =>
  permissions['wish.claim'][role] !== undefined

/** Everybody who would be met: the wisher's side, and the other helpers. */
export const othersIn = (row: WishRow, person: string): readonly string[] =>
  [...wishersOf(row), ...row.helpers.map((helper) => helper.person)].filter(
    (one) => one !== null && one !== person,
  ) as string[]

/**
 * Why somebody cannot take a wish on beside those that they have: they hold no role here any more, nobody has seen who
 * they are, or it is as many as one person can keep. One read.
 */
export async function barredFrom(context: Asking): Promise<Refused<Barred> | null> {
  const { store, person, loaded: row } = context
  if (!(await isVolunteerHere(context))) return refuse('wish.not-yours')
  if (row.needsChecked && !(await isCheckedHere(context))) return refuse('wish.not-checked')
  return (await openWishesOf(store, person, row._id)) >= mostOpenClaims ? refuse('wish.enough') : null
}

/** Whether somebody who would be met is not to be met, whoever of the two said so. One read. */
export async function isKeptApart({ store, person, loaded }: Asking): Promise<boolean> {
  const blocked = await blockedFor(store, [person])
  return othersIn(loaded, person).some((other) => blocked.has(pairOf(person, other)))
}

/** How many other wishes somebody has said yes to; what they are only asked for counts for nothing. One read. */
async function openWishesOf({ wishes }: Store, person: string, except: string): Promise<number> {
  const { rows } = await wishes.scan(
    { where: { helping: person, open: true }, order: 'hungAt', direction: 'desc' },
    { helpers: true },
    { most: mostLooked },
  )
  return rows.filter(({ _id, helpers }) => _id !== except && helpers.some((one) => one.person === person && one.agreed))
    .length
}
