import { isRefused, withdrawConsent as contract } from '../../contract'
import { agrees, purposes, withdrawn, type Consent, type Purpose } from '../../domain/people/consent'
import { handle, written, type Context, type PersonRow } from '../handle'
import type { Write } from '../store'
import { audit } from './audit'
import { communityOf } from './community'
import { beginErasure, goOnErasing } from './erasure'

/** What is kept for one purpose goes in the same commit as the agreement. */
export const withdrawConsent = handle(contract, async ({ purpose }, context) => {
  if (purpose === 'account') {
    const writes = await beginErasure(context)
    return isRefused(writes) ? writes : written({ purposes: [] }, writes, () => goOnErasing(context))
  }
  const { store, person, now } = context
  const self = await store.people.find(person)
  if (!self?.consents.some((one) => one.purpose === purpose && one.withdrawnAt === null)) {
    return written({ purposes: agreed(self?.consents ?? []) }, [])
  }
  const consents = withdrawn(self.consents, purpose, now)
  const communityId = await communityOf(context)
  return written({ purposes: agreed(consents) }, [
    store.people.replacing({ ...self, ...(purpose === 'phone' ? noPhone : {}), consents }),
    ...(await removals(context, self, purpose)),
    audit(context, { verb: 'consent.withdraw', communityId, subject: { collection: 'consents', id: purpose } }),
  ])
})

const noPhone = { phone: null, phoneLookup: null, phoneFrom: null, phoneAt: null } satisfies Partial<PersonRow>

const agreed = (consents: readonly Consent[]): Purpose[] => purposes.filter((purpose) => agrees(consents, [purpose]))

/** Documents of their own that rest on this agreement alone: one home, and one subscription for each template. */
async function removals({ store }: Context, { _id: person }: PersonRow, purpose: Purpose): Promise<Write[]> {
  const first = { where: { person }, order: 'person', after: null, limit: 10 } as const
  if (purpose === 'home') return (await store.homes.page(first)).rows.map((row) => store.homes.removing(row))
  if (purpose !== 'messages') return []
  return (await store.subscriptions.page(first)).rows.map((row) => store.subscriptions.removing(row))
}
