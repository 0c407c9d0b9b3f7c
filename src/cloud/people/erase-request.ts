import { isRefused } from '../../contract'
import { actOn, type RequestRules } from '../../domain/request/act'
import { nationalAllowances } from '../../domain/request/clock'
import { isOpen } from '../../domain/request/verbs'
import { calendar } from '../../knowledge/calendar/calendar'
import { derived } from '../request/derive'
import type { RequestRow } from '../request/load'

type Event = RequestRow['events'][number]

const isResident = ({ actor }: Pick<Event, 'actor'>): boolean => actor === 'owner' || actor === 'neighbour'

/**
 * A request without somebody who erases everything. That there was one, where, and how it was handled stays for the
 * community, as the office's words do; what the person wrote, showed and is goes. What is still open is taken back, or
 * goes on for a neighbour who joined.
 */
export function withoutPerson(row: RequestRow, person: string, now: number): RequestRow {
  // Who wrote it for family who is not with us is all there is to it.
  const isTheirs = row.person === person || (row.person === null && row.filedBy === person && row.filedAs === null)
  const own = isTheirs
    ? emptied(isOpen(row.state) ? takenBack(row, now) : row)
    : isFirstOwner(row, person)
      ? withoutFiling(row)
      : row
  const rest: RequestRow = {
    ...own,
    person: own.person === person ? null : own.person,
    filedBy: own.filedBy === person ? null : own.filedBy,
    ...(own.filer === person ? { filer: null, turn: own._id, input: '' } : {}),
    neighbours: own.neighbours.filter((one) => one.person !== person),
    voices: own.voices.map((one) => (one.person === person ? { ...one, person: null, ...silent } : one)),
    events: own.events.map((one) => (one.person === person ? withoutActor(one) : one)),
  }
  return { ...rest, ...derived(rest, calendar, now) }
}

const silent = { words: '', wordsState: 'refused' as const }

/** Who left it to neighbours: what these could read of the filing is still that person's. */
const isFirstOwner = ({ events }: RequestRow, person: string): boolean =>
  events.find(({ data }) => data['handedOver'] === true)?.person === person

/** What was written and shown when it was filed is gone. */
const withoutFiling = (row: RequestRow): RequestRow => ({
  ...row,
  ...silent,
  ...{ pictures: [], answers: [], called: [], spot: null },
})

/** Nobody's words, room, number or pictures are left in it. */
const emptied = (row: RequestRow): RequestRow => ({
  ...withoutFiling(row),
  ...{ room: null, phone: null, behalf: null, isPublic: false },
})

/** The office's words stay; pictures go with whoever took them. */
const withoutActor = (event: Event): Event => ({
  ...event,
  ...(isResident(event) ? silent : {}),
  ...{ person: null, pictures: [] },
})

const rules: RequestRules = { calendar, clocks: nationalAllowances, agencyName: () => null }

function takenBack(row: RequestRow, now: number): RequestRow {
  const gone = { actor: 'owner', person: null, role: null, agencyId: null, now } as const
  const said = { wordsState: 'shown', note: '' } as const
  const acted = actOn(row, { verb: 'withdraw', words: null }, gone, said, rules)
  if (isRefused(acted)) throw new Error(`an open request cannot be taken back: ${acted.refused}`)
  return { ...row, ...(acted.request as Partial<RequestRow>), nextAt: now }
}
