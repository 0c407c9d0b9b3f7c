import { exportWords as words } from '../../text/export'
import { roleNames } from '../../text/role-names'
import type { Row } from '../store'
import type { HomeFields, MembershipFields } from '../store/documents'
import { moment, mostRows, part, row, type Exporting, type Part } from './export-part'
import { sealedAt } from './ids'
import { findBuilding } from '../store/visible'

/** Who somebody is here: what they gave, what they agreed to, where they live, what they are. */
export async function accountParts(context: Exporting): Promise<Part[]> {
  const { store, person } = context
  const self = await store.people.find(person)
  const homes = await store.homes.page({ where: { person }, order: 'person', after: null, limit: mostRows })
  const roles = await store.memberships.page({
    ...{ where: { person }, order: 'until', direction: 'desc', after: null, limit: mostRows },
  })
  const opened = (field: 'name' | 'phone') => {
    const sealed = self?.[field]
    return sealed ? context.keys.unseal(sealed, sealedAt('people', field, person)) : null
  }
  const account = self && {
    name: opened('name'),
    phone: opened('phone'),
    phoneFrom: self.phoneFrom && words.phoneFrom[self.phoneFrom],
    since: moment(self.since),
  }
  const consents = (self?.consents ?? []).map(({ purpose, version, at, withdrawnAt }) =>
    row({ what: words.purposes[purpose], at: moment(at), version, withdrawnAt: moment(withdrawnAt) }),
  )
  return [
    part('account', account ? [row(account)] : []),
    part('consents', consents),
    part('home', await Promise.all(homes.rows.map((home) => homeRow(context, home)))),
    part('roles', await roleRows(context, roles.rows), roles.cursor !== null),
  ]
}

async function homeRow({ store, keys }: Exporting, home: Row<HomeFields>): Promise<Part['rows'][number]> {
  const community = await store.communities.find(home.communityId)
  const building = await findBuilding(store, home.buildingId)
  const estate = community?.estates.find(({ id }) => id === home.estateId)
  const unit = building?.units.find(({ id }) => id === home.unitId)
  return row({
    community: community?.name ?? null,
    place: [estate?.name, building?.name, unit?.name].filter(Boolean).join(' '),
    room: home.room === null ? null : keys.unseal(home.room, sealedAt('homes', 'room', home._id)),
    state: words.home[home.state],
    at: moment(home.declaredAt),
  })
}

async function roleRows({ store, keys }: Exporting, rows: readonly Row<MembershipFields>[]): Promise<Part['rows']> {
  const communities = await store.communities.findAll(rows.map(({ communityId }) => communityId))
  return rows.map((held) => {
    const community = communities.find(({ _id }) => _id === held.communityId)
    const grid = community?.grids.find(({ id }) => id === held.gridId)
    const agency = community?.agencies.find(({ id }) => id === held.agencyId)
    return row({
      role: roleNames[held.role],
      name: held.name === null ? null : keys.unseal(held.name, sealedAt('memberships', 'name', held._id)),
      community: community?.name ?? null,
      place: grid?.name ?? agency?.name ?? null,
      since: moment(held.from),
      until: moment(held.endedAt ?? held.until),
      state: words.membership[held.state],
    })
  })
}
