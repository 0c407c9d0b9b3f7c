import { lookWish, refuse, type OutputOf } from '../../contract'
import { day } from '../../domain/time/clock'
import { isAbsent } from '../../domain/wish/sides'
import { isPairedWish } from '../../domain/wish/verbs'
import { agreedVisit, comesFor, unsureVisit } from '../../domain/wish/visits'
import type { Helper, Side } from '../../domain/wish/wish'
import { handle, written, type Context } from '../handle'
import { audit } from '../people/audit'
import { sealedAt } from '../people/ids'
import { loadWish, type WishRow } from './load'
import { sideOf } from './view-who'

type Contact = OutputOf<typeof lookWish>
type Looking = Context<WishRow> & { readonly person: string }

/** So long after a wish was granted both sides still reach each other: a stick was left behind. */
const afterGranted = 7 * day

/** Paired: everybody has agreed, and every place is taken. */
function isPaired({ state, endedAt }: WishRow, now: number): boolean {
  if (state === 'granted') return endedAt !== null && now < endedAt + afterGranted
  return isPairedWish(state)
}

/**
 * How the other side is reached, for this pairing and as long as it lasts; written into the log. Before all have agreed it
 * is nobody's: the office has to call whoever has no phone of ours, and whoever cries for help, and sees no others. Reads
 * the wish, the accounts of those in it, and where a helper came by the card of somebody without a phone, that card; writes
 * a line of the audit log.
 */
export const look = handle(lookWish, {
  load: loadWish,
  async work(_input, context) {
    const { loaded: row, now, person, as } = context
    const isPair = isPaired(row, now)
    if (!isPair && !(as.membership && row.open)) return refuse('wish.not-paired')
    const { _id: id, communityId } = row
    const line = audit(context, { verb: 'wish.look', communityId, subject: { collection: 'wishes', id } })
    const isShown = (side: Side) => isPair || isAbsent(row, side) || (side === 'wisher' && row.state === 'crying')
    const isWisher = sideOf(row, person) === 'wisher'
    const [wisher, helpers] = await Promise.all([
      isWisher || !isShown('wisher') ? null : wisherOf(context),
      helpersOf(
        context,
        row.helpers.filter((helper) => isShown(helper.id)),
      ),
    ])
    return written({ wisher, helpers }, [line])
  },
})

/** What was said for this wish counts before what the account has. The family's account has another name than who it is about. */
async function wisherOf(context: Looking): Promise<Contact['wisher']> {
  const { loaded: row, keys } = context
  const opened = (field: string, sealed: string | null | undefined) =>
    sealed ? keys.unseal(sealed, sealedAt('wishes', field, row._id)) : null
  const isFamily = row.behalf?.kind === 'family'
  const account = await accountOf(context, row.person ?? (isFamily ? row.filedBy : null))
  return {
    name: opened('behalf.name', row.behalf?.name) ?? (isFamily ? null : account.name),
    phone: opened('phone', row.phone) ?? opened('behalf.phone', row.behalf?.phone) ?? account.phone,
    place: `${row.estateName}${row.buildingName}`,
    room: opened('room', row.room),
    emergencyName: opened('emergency.name', row.emergency?.name),
    emergencyPhone: opened('emergency.phone', row.emergency?.phone),
  }
}

/** Each helper, or who comes for them this time. */
async function helpersOf(context: Looking, shown: readonly Helper[]): Promise<Contact['helpers']> {
  const { loaded: row, person } = context
  const visit = agreedVisit(row) ?? unsureVisit(row)
  const comes = (helper: Helper) => (visit ? comesFor(visit, helper) : helper.person)
  return Promise.all(
    shown.map(async (helper) => {
      const who = comes(helper)
      const { name, phone } = who === null ? await cardOf(context, helper) : await memberOf(context, who)
      return { helperId: helper.id, name, phone, isMe: who === person }
    }),
  )
}

interface Reached {
  readonly name: string | null
  readonly phone: string | null
}
const nobody: Reached = { name: null, phone: null }

async function accountOf({ store, keys }: Looking, person: string | null): Promise<Reached> {
  const known = person === null ? null : await store.people.find(person)
  if (!known) return nobody
  const opened = (field: 'name' | 'phone') => {
    const sealed = known[field]
    return sealed === null ? null : keys.unseal(sealed, sealedAt('people', field, known._id))
  }
  return { name: opened('name'), phone: opened('phone') }
}

/** A member's account may have no name: then it is the one by which they hold a role here. */
async function memberOf(context: Looking, person: string): Promise<Reached> {
  const account = await accountOf(context, person)
  if (account.name !== null) return account
  const { store, keys, loaded } = context
  const { rows } = await store.memberships.page({
    where: { person },
    ...{ order: 'until', direction: 'desc', after: null, limit: 20 },
  })
  const held = rows.find(({ communityId, state }) => communityId === loaded.communityId && state === 'active')
  const name = held?.name ? keys.unseal(held.name, sealedAt('memberships', 'name', held._id)) : null
  return { ...account, name }
}

/** Of somebody without a phone: as the office wrote it on their red card. */
async function cardOf({ store, keys }: Looking, { offerId }: Helper): Promise<Reached> {
  const card = offerId === null ? null : await store.offers.find(offerId)
  const opened = (field: 'name' | 'phone') => {
    const sealed = card?.behalf?.[field] ?? null
    return card === null || sealed === null
      ? null
      : keys.unseal(sealed, sealedAt('offers', `behalf.${field}`, card._id))
  }
  return { name: opened('name'), phone: opened('phone') }
}
