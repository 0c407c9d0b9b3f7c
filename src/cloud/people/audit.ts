import { randomUUID } from 'node:crypto'
import type { AuditVerb } from '../../domain/people/audit'
import type { As } from '../../domain/people/permit'
import type { MembershipRow } from '../handle'
import type { Store, Write } from '../store'

/** What is written into the log of what was done with roles and people's data. */
export interface Audited {
  /** Where the same again is no line of its own: the `_id`, and whoever writes it looks first. */
  readonly id?: string
  readonly verb: AuditVerb
  /** null: it concerns no community. */
  readonly communityId: string | null
  readonly subject: { readonly collection: string; readonly id: string } | null
  /** Words of whoever did it. */
  readonly why?: string
}

/** Who did it, and when. */
interface Done {
  readonly store: Store
  readonly person: string | null
  readonly now: number
  readonly as: As<MembershipRow>
}

/** One more line of the audit log, for the commit of what it is about. */
export function audit({ store, person, now, as }: Done, { id, verb, communityId, subject, why }: Audited): Write {
  const { role, membership } = as
  return store.audits.inserting({
    _id: id ?? randomUUID(),
    communityId,
    actor: person,
    role: role === 'visitor' ? 'resident' : role,
    membershipId: membership?._id ?? null,
    verb,
    subject,
    why: why ?? null,
    at: now,
  })
}
