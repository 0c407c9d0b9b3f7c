import { listAudits as contract, refuse, type OutputOf } from '../../contract'
import type { AuditVerb } from '../../domain/people/audit'
import { handle } from '../handle'
import { sealedAt } from '../people/ids'
import { decodeCursor, type Row } from '../store'
import type { AuditFields } from '../store/documents'
import { loadWhole, pageSize } from './whole'

type View = OutputOf<typeof contract>['audits'][number]

/** Two reads: the lines, and the memberships that they name. Nobody is named but members, as they want to be called. */
export const listAudits = handle(contract, {
  load: loadWhole,
  async work({ communityId, cursor: from }, { store, keys }) {
    const after = from === null ? null : decodeCursor(from, 'number')
    if (from !== null && !after) return refuse('place.bad-cursor')
    const { rows, cursor } = await store.audits.page({
      ...{ where: { communityId }, order: 'at', direction: 'desc', after, limit: pageSize },
    })
    const members = await store.memberships.findAll(rows.flatMap(memberIds))
    const names = new Map(
      members
        // A line names ids only: whoever belongs to another community is not told of here.
        .filter((member) => member.communityId === communityId)
        .map(({ _id, name }) => [_id, name && keys.unseal(name, sealedAt('memberships', 'name', _id))]),
    )
    return { audits: rows.map((row) => view(row, names)), cursor }
  },
})

const subjectId = ({ subject }: AuditFields) => (subject?.collection === 'memberships' ? subject.id : null)

const memberIds = (row: AuditFields) => [row.membershipId, subjectId(row)].filter((id) => id !== null)

const view = (row: Row<AuditFields>, names: ReadonlyMap<string, string | null>): View => ({
  auditId: row._id,
  at: row.at,
  // Only verbs of this table are ever written.
  verb: row.verb as AuditVerb,
  role: row.role,
  name: names.get(row.membershipId ?? '') ?? null,
  about: names.get(subjectId(row) ?? '') ?? null,
  why: row.why,
})
