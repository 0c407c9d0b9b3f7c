import type { actWish, claimWish, InputOf, lookWish, OutputOf } from '../../../src/contract'
import { seenOf } from '../../../src/domain/wish/act'
import type { LocalCloud } from '../../../src/local/start'
import { callAs, dataAs, dutyMember, keys, volunteer } from './people'
import { atHome, hung, otherVolunteer, wisher, wishOf, type Wishing } from './wishes'

export type Acting = InputOf<typeof actWish>
export type WishDeed = Acting['deed']
export type Claimed = OutputOf<typeof claimWish>
export type Looked = OutputOf<typeof lookWish>

/** Claims a wish, with what came of it. */
export const claiming = (
  cloud: LocalCloud,
  wishId: string,
  openid = volunteer,
  key?: string,
  offerId: string | null = null,
) => callAs(cloud, openid, 'wish.claim', { wishId, offerId }, key)
export const claimed = (
  cloud: LocalCloud,
  wishId: string,
  openid = volunteer,
  offerId: string | null = null,
  key?: string,
): Promise<Claimed> => dataAs<Claimed>(cloud, openid, 'wish.claim', { wishId, offerId }, key)

/** A step as somebody who has seen how it stands now, unless said. */
export const acting = (
  cloud: LocalCloud,
  openid: string,
  wishId: string,
  deed: WishDeed,
  over: Partial<Acting> = {},
  key?: string,
) => {
  const seen = seenOf(wishOf(cloud, wishId))
  return callAs(cloud, openid, 'wish.act', { wishId, seen, deed, note: null, ...over }, key)
}

/** The same, and fails the test where it is refused. */
export async function stepped(
  cloud: LocalCloud,
  openid: string,
  wishId: string,
  deed: WishDeed,
  over: Partial<Acting> = {},
  key?: string,
): Promise<OutputOf<typeof actWish>> {
  const reply = await acting(cloud, openid, wishId, deed, over, key)
  if (!reply.ok) throw new Error(`${deed.verb} was refused: ${reply.refused}`)
  return reply.data as OutputOf<typeof actWish>
}

export const looking = (cloud: LocalCloud, openid: string, wishId: string) =>
  callAs(cloud, openid, 'wish.look', { wishId })

/** An old woman without a phone, for whom the duty member writes. */
export const ofOldWoman = (over: Partial<Wishing> = {}): Partial<Wishing> => ({
  behalf: { kind: 'office', name: '陈奶奶', phone: '13900000077' },
  ...over,
})

/** Hung by the wisher and claimed by the volunteer; for two, by the other one as well. */
export async function pairedWish(cloud: LocalCloud, over: Partial<Wishing> = {}, by = wisher): Promise<string> {
  const { wishId, places } = await hung(cloud, over, by)
  await claimed(cloud, wishId, volunteer)
  if (places === 2) await claimed(cloud, wishId, otherVolunteer)
  return wishId
}

/** With a visit that the volunteer proposes and the wisher's side accepts. */
export async function arrangedWish(
  cloud: LocalCloud,
  over: Partial<Wishing> = {},
  at = cloud.clock.now() + 26 * 3_600_000,
): Promise<string> {
  const isAbsent = over.behalf?.kind === 'office'
  const wishId = await pairedWish(cloud, over, isAbsent ? dutyMember : wisher)
  const { place } = wishOf(cloud, wishId)
  await stepped(cloud, volunteer, wishId, { verb: 'arrange', side: null, at, minutes: 60, place, words: null })
  const side = isAbsent ? 'wisher' : null
  await stepped(cloud, isAbsent ? dutyMember : wisher, wishId, { verb: 'accept', side, appointmentId: 'a1' })
  return wishId
}

export const finishing = (
  appointmentId: string,
  over: Partial<Extract<WishDeed, { verb: 'finish' }>> = {},
): WishDeed => ({
  ...{ verb: 'finish', side: null, appointmentId, done: true, minutes: null, words: null },
  ...over,
})

export const personOf = (openid: string): string => keys.person(openid)
export { atHome }
