import { heldRoles, type HeldRole, rolePlaces } from '../people/roles'
import { dayOf } from '../time/clock'
import { personPhone, type RowReader } from './cells'
import { claimIds } from './ids'
import type { ColumnOf } from './layout'
import { longest } from './limits'
import { nameBook, plain } from './names'
import { bookOf, choiceNamed, idNamed, onceOnly, type Reading, rowsOf } from './reading'
import type { Directory, Member } from './types'

type Row = RowReader<ColumnOf<'members'>>
type Place = Pick<Member, 'gridId' | 'agencyId'>
const nowhere: Place = { gridId: null, agencyId: null }

/** Which column of names a role's place stands in. */
const placeKind = (role: HeldRole): 'grids' | 'agencies' | null =>
  rolePlaces[role].agency === 'must' ? 'agencies' : rolePlaces[role].grid === 'none' ? null : 'grids'

/** null: it was said what is wrong. */
function placeOf(
  row: Row,
  role: HeldRole,
  { grids, agencies }: Pick<Directory, 'grids' | 'agencies'>,
  { problems }: Reading,
): Place | null {
  const kind = placeKind(role)
  const isBlank = row.isBlank('place')
  if (kind === null) {
    if (isBlank) return nowhere
    problems.add(row.where('place'), 'place-unwanted', { role })
    return null
  }
  if (isBlank) {
    if (rolePlaces[role].grid === 'may') return nowhere
    problems.add(row.where('place'), 'place-needed', { role, kind })
    return null
  }
  const id = idNamed(row, 'place', bookOf(kind === 'grids' ? grids : agencies), kind, problems)
  if (id === null) return null
  return kind === 'grids' ? { ...nowhere, gridId: id } : { ...nowhere, agencyId: id }
}

const keyOf = ({ name, role, gridId, agencyId }: Omit<Member, 'id'>) => [plain(name), role, gridId, agencyId].join(' ')

export function readMembers(directory: Pick<Directory, 'grids' | 'agencies'>, reading: Reading): readonly Member[] {
  const { known, problems, tables } = reading
  const rows = rowsOf(tables.members, reading)
  if (rows === null) return known.before.members
  const roleBook = nameBook<string>(heldRoles.map((role) => ({ name: known.words.memberRoles[role], thing: role })))
  const read = rows.flatMap((row) => {
    const isWhole = row.needed('name', 'role')
    const name = row.name('name', longest.person)
    const typed = row.name('role')
    const roleId = typed === null ? null : choiceNamed(row, 'role', typed, roleBook, problems)
    const role = heldRoles.find((held) => held === roleId)
    const place = role ? placeOf(row, role, directory, reading) : null
    const phone = personPhone(row, 'phone', problems)
    const until = row.day('until')
    if (until !== null && until < dayOf(known.now)) problems.add(row.where('until'), 'date-over', { value: until })
    if (!isWhole || name === null || role === undefined || place === null) return []
    const member = { name, phone, role, ...place, until }
    return [{ member, name, key: keyOf(member), at: row.where('name') }]
  })
  const once = onceOnly(read, problems)
  const owned = known.before.members.map((member) => ({ id: member.id, key: keyOf(member) }))
  const ids = claimIds(
    known.communityId,
    'member',
    once.map(({ key }) => ({ code: null, key })),
    owned,
  )
  return once.map(({ member }, at) => ({ id: ids[at] ?? '', ...member }))
}
