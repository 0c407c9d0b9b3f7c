/** What the audit log knows to say. It is only ever added to. */
export const auditVerbs = [
  'community.found',
  'invitation.create',
  'invitation.revoke',
  'role.accept',
  'role.revoke',
  'role.renew',
  'home.confirm',
  'home.decline',
  'phone.look',
  'member.phone',
  'me.export',
  'me.erase',
  'consent.withdraw',
  'check.show',
  'check.refuse',
  'complaint.close',
  'request.look',
  'request.sheet',
  'request.tighten',
] as const
export type AuditVerb = (typeof auditVerbs)[number]
