import { Choices, State, type Option } from '../../../components'
import type { Posts, Spot } from '../../../client'
import { heldRoles, rolePlaces, type HeldRole } from '../../../domain/people/roles'
import { roleNames } from '../../../text/role-names'
import { invite as words, roleHints } from '../../../text/roles'
import type { Places } from './invitation'

/** The answer that means no grid in particular. */
export const whole = 'whole'

/** What has to be asked about the place: which agency, which grid; null: it is clear. */
export function needOf(role: HeldRole, { gridId }: Spot): 'agency' | 'grid' | null {
  const { agency, grid } = rolePlaces[role]
  if (agency === 'must') return 'agency'
  return grid === 'none' || gridId !== null ? null : 'grid'
}

/** The roles that the person gives away here. */
export const rolesFor = ({ communityId, gridId }: Spot, mayGive: Posts['mayGive']): Option[] =>
  heldRoles
    .filter(
      (role) =>
        (gridId === null || rolePlaces[role].grid !== 'none') && mayGive(role, { communityId, gridId, agencyId: null }),
    )
    .map((role) => ({ id: role, title: roleNames[role], note: roleHints[role] }))

export const nameIn = ({ grids, agencies }: Places, place: string | null): string =>
  [...grids, ...agencies].find(({ id }) => id === place)?.name ?? words.wholeCommunity

interface PlaceQuestionProps {
  readonly role: HeldRole
  readonly needs: 'agency' | 'grid'
  readonly places: Places
  readonly onChoose: (id: string) => void
}

/** Which grid, or which agency. */
export function PlaceQuestion({ role, needs, places, onChoose }: PlaceQuestionProps) {
  const isOptional = needs === 'grid' && rolePlaces[role].grid === 'may'
  const named = (needs === 'agency' ? places.agencies : places.grids).map(({ id, name }) => ({ id, title: name }))
  const options = isOptional ? [{ id: whole, title: words.wholeCommunity }, ...named] : named
  if (options.length === 0) return <State icon="place" title={needs === 'agency' ? words.noAgencies : words.noGrids} />
  const label = needs === 'agency' ? words.agency : isOptional ? words.gridOrAll : words.grid
  return <Choices id="invite-place" label={label} options={options} chosen={null} onChoose={onChoose} />
}
