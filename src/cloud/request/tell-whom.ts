import { agenciesLosing, agenciesNamed, type Hearers } from '../../domain/request/news'
import type { RequestEvent } from '../../domain/request/request'
import type { Holders } from '../filing/holders'
import type { MembershipRow } from '../handle'
import type { RequestRow } from './load'

/** The agencies on whose desk it lies: the one that it was given to, and those of open tasks. */
const agenciesOf = ({ agencyId, tasks }: RequestRow): readonly string[] => [
  ...(agencyId === null ? [] : [agencyId]),
  ...tasks.filter(({ state }) => state === 'open').map((task) => task.agencyId),
]

/** Whose it is, and family who wrote it: those who follow it, save the neighbours who joined. */
function ownersOf({ people, neighbours }: RequestRow): readonly string[] {
  const joined = new Set(neighbours.map(({ person }) => person))
  return people.filter((person) => !joined.has(person))
}

/** Nobody works on what is their own: as if they did not hold the role. Who only joined it goes on working on it. */
function peopleBeside(row: RequestRow, held: readonly MembershipRow[]): readonly string[] {
  const owners = ownersOf(row)
  return held.map(({ person }) => person).filter((person) => !owners.includes(person))
}

/**
 * The people of a group, in no order and perhaps twice. Where nobody handles for the agency, the grid leaders hear it;
 * where the grid has no leader, the secretaries: nothing is told to nobody.
 */
export async function peopleOf(
  group: Hearers,
  row: RequestRow,
  event: RequestEvent | null,
  holders: Holders,
): Promise<readonly string[]> {
  switch (group) {
    case 'followers':
      return row.people
    case 'owner':
      return ownersOf(row)
    case 'handlers':
      return handlersOf(agenciesOf(row), row, holders)
    case 'named':
      return handlersOf(event ? agenciesNamed(event) : [], row, holders)
    case 'losers':
      return losersOf(event ? agenciesLosing(event, row) : [], row, holders)
    case 'leaders':
      return leadersOf(row, holders)
    case 'secretaries':
      return peopleBeside(row, await holders('secretary'))
  }
}

/** Nobody stands in for those who have nothing left to do. */
async function losersOf(agencies: readonly string[], row: RequestRow, holders: Holders): Promise<readonly string[]> {
  const held = agencies.length === 0 ? [] : await holders('handler')
  return peopleBeside(
    row,
    held.filter(({ agencyId }) => agencyId !== null && agencies.includes(agencyId)),
  )
}

/** Of each agency those who handle for it; the grid leaders stand in for one that has nobody. */
async function handlersOf(agencies: readonly string[], row: RequestRow, holders: Holders): Promise<readonly string[]> {
  const held = agencies.length === 0 ? [] : await holders('handler')
  const handling = agencies.map((id) =>
    peopleBeside(
      row,
      held.filter(({ agencyId }) => agencyId === id),
    ),
  )
  const isMissing = handling.length === 0 || handling.some((mine) => mine.length === 0)
  return [...handling.flat(), ...(isMissing ? await leadersOf(row, holders) : [])]
}

async function leadersOf(row: RequestRow, holders: Holders): Promise<readonly string[]> {
  const held = row.gridId === null ? [] : await holders('grid-leader')
  const leading = peopleBeside(
    row,
    held.filter(({ gridId }) => gridId === row.gridId),
  )
  return leading.length > 0 ? leading : peopleBeside(row, await holders('secretary'))
}
