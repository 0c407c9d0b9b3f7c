import { refuse, type Refused } from '../../contract'
import { withdrawn } from '../../domain/people/consent'
import type { Context, MembershipRow, PersonRow } from '../handle'
import { anotherSecretary } from '../roles/last-secretary'
import type { Write } from '../store'
import { audit } from './audit'
import { communityOf } from './community'
import { erasePerson } from './erasing'

type Leaving = Context & { readonly person: string }

/** Communities whose secretary can leave in one commit: each takes three documents of it. */
const mostAtOnce = 5
/** How long (ms) the call itself goes on erasing; the rest is the timer's. */
const patience = 3000

/**
 * The commit that begins an erasure: from here on nothing secret is kept, nothing is agreed to and no community is led
 * any more, whatever happens to the rest of the work. No writes where it has begun before. Reads: the person, the
 * erasure, the memberships, and for each community one page.
 */
export async function beginErasure(context: Leaving): Promise<Write[] | Refused<'me.last-secretary'>> {
  const { person, store, now } = context
  if (await store.erasures.find(person)) return []
  const leads = (await context.memberships()).filter(({ role }) => role === 'secretary')
  const leaves: Write[] = []
  for (const [at, row] of leads.entries()) {
    const another = await anotherSecretary(store, row, now)
    if (!another) return refuse('me.last-secretary')
    // Of more communities than fit: the work that follows ends those roles as any other.
    if (at < mostAtOnce) leaves.push(...ending(context, row), another)
  }
  const self = await store.people.find(person)
  return [
    store.erasures.inserting({ _id: person, askedAt: now }),
    ...(self ? [store.people.replacing(emptied(self, now))] : []),
    ...leaves,
    audit(context, { verb: 'me.erase', communityId: await communityOf(context), subject: null }),
  ]
}

/** For after the commit: as much as a call has time for. */
export const goOnErasing = async (context: Leaving): Promise<void> => {
  const ends = Date.now() + patience
  await erasePerson({ ...context, hasTime: () => Date.now() < ends }, context.person)
}

/** A role ended by its holder's leaving, with its line of the audit log. */
const ending = (context: Leaving, row: MembershipRow): Write[] => [
  context.store.memberships.replacing({ ...row, name: null, state: 'revoked', endedAt: context.now }),
  audit(context, {
    verb: 'role.revoke',
    communityId: row.communityId,
    subject: { collection: 'memberships', id: row._id },
  }),
]

const emptied = (self: PersonRow, now: number): PersonRow => ({
  ...self,
  ...{ openid: '', name: null, phone: null, phoneLookup: null, phoneFrom: null, phoneAt: null },
  consents: withdrawn(self.consents, 'account', now),
})
