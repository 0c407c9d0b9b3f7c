import { isRefused } from '../../contract'
import { actOn, type RequestDeed, type RequestRules, type RequestWho } from '../../domain/request/act'
import { nationalAllowances } from '../../domain/request/clock'
import type { SystemVerb } from '../../domain/request/due'
import { calendar } from '../../knowledge/calendar/calendar'
import type { RequestRow } from './load'

const deeds: Readonly<Record<SystemVerb, RequestDeed>> = {
  resume: { verb: 'resume', words: null },
  'resolve-by-silence': { verb: 'resolve-by-silence' },
  archive: { verb: 'archive' },
}

/** None of these steps starts a clock or names an agency. */
const rules: RequestRules = { calendar, clocks: nationalAllowances, agencyName: () => null }

/** What happens to a request by itself, as one more event. In the archive nobody has to be called any more. */
export function byItself(row: RequestRow, verb: SystemVerb, now: number): RequestRow {
  const system: RequestWho = { actor: 'system', person: null, role: null, agencyId: null, now }
  const acted = actOn(row, deeds[verb], system, { wordsState: 'shown', note: '' }, rules)
  if (isRefused(acted)) throw new Error(`the system may not ${verb}: ${acted.refused}`)
  const next = { ...row, ...(acted.request as Partial<RequestRow>) }
  return verb === 'archive' ? withoutContact(next) : next
}

/** Whom to call and where: gone for good. For whom somebody wrote it stays as a kind, without who it was. */
const withoutContact = (row: RequestRow): RequestRow => ({
  ...row,
  room: null,
  phone: null,
  behalf: row.behalf && { ...row.behalf, name: null, phone: null },
})
