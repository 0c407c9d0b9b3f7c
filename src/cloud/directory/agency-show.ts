import { refuse, showAgency as contract } from '../../contract'
import { doubtsOf } from '../../domain/directory/verification'
import { handle } from '../handle'
import { findBuildings } from '../store/visible'
import { loadCommunity } from './load'
import { agencyMark } from './mark'

/** The community; and the buildings where it serves some of them only. */
export const showAgency = handle(contract, {
  load: loadCommunity,
  async work({ agencyId }, { store, now, loaded: { agencies } }) {
    const agency = agencies.find(({ id }) => id === agencyId)
    if (!agency) return refuse('agency.missing')
    const { name, roles, serviceArea, phones } = agency
    const buildings = await findBuildings(store, serviceArea?.buildingIds ?? [])
    return {
      ...{ agencyId, name, roles },
      serviceArea: serviceArea
        ? {
            ...{ estateIds: serviceArea.estateIds ?? [], gridIds: serviceArea.gridIds ?? [] },
            buildings: buildings.map((building) => ({ buildingId: building._id, name: building.name })),
          }
        : null,
      phones: phones.map((phone) => ({
        ...{ phoneId: phone.id, number: phone.number, description: phone.description ?? null },
        ...{ schedules: phone.schedules, owner: phone.owner, verifiedAt: phone.verifiedAt },
        doubts: [...doubtsOf(phone, now)],
      })),
      mark: agencyMark(agency),
    }
  },
})
