import { closeness, linesOf, type Line, type Moment } from './contacts'
import { emergencyNumbers } from './route'
import type { Hotline, Place } from './types'

/** The groups of a building's list of numbers, in the order in which they are shown. */
export const phoneSections = ['near', 'supply', 'repair', 'clean', 'government', 'other', 'hotline'] as const
export type PhoneSectionId = (typeof phoneSections)[number]

/** Which group an agency stands in: that of the first of its roles that has one. */
const sectionOfRole: Readonly<Record<string, PhoneSectionId>> = {
  property: 'near',
  owners_committee: 'near',
  community: 'near',
  grid: 'near',
  mediation: 'near',
  elder_center: 'near',
  water: 'supply',
  power: 'supply',
  gas: 'supply',
  gas_bottle: 'supply',
  heat: 'supply',
  telecom_mobile: 'supply',
  telecom_unicom: 'supply',
  telecom_telecom: 'supply',
  tv: 'supply',
  elevator_maint: 'repair',
  developer: 'repair',
  renewal_contractor: 'repair',
  termite: 'repair',
  contractor: 'repair',
  charge_operator: 'repair',
  drain_service: 'repair',
  pest_service: 'repair',
  locksmith: 'repair',
  sanitation: 'clean',
  bulk_waste: 'clean',
  greening: 'clean',
  municipal: 'clean',
  street: 'government',
  police: 'government',
  police_station: 'government',
  fire_report: 'government',
  property_regulator: 'government',
  chengguan: 'government',
  housing: 'government',
  fire: 'government',
  health: 'government',
  medical: 'government',
}

export interface PhoneEntry {
  readonly name: string
  readonly line: Line
}

/** Every number that serves a place, by group; the national hotlines that hold everywhere come last. */
export function phoneBook(
  place: Place,
  hotlines: readonly Hotline[],
  moment: Moment,
): readonly { readonly id: PhoneSectionId; readonly entries: readonly PhoneEntry[] }[] {
  const named = new Set(Object.values(place.settings))
  const local = place.agencies
    .filter((agency) => closeness(agency, place) >= 0 || named.has(agency.id))
    .flatMap((agency) => {
      const section = agency.roles.map((role) => sectionOfRole[role]).find((found) => found !== undefined) ?? 'other'
      return linesOf(agency, moment).map((line) => ({ section, name: agency.name, line }))
    })
  const national = hotlines
    .filter(
      ({ sure, channel, number, open24h }) =>
        sure && channel === 'call' && open24h === true && !emergencyNumbers.some((emergency) => emergency === number),
    )
    .map(({ number, name }) => {
      const line: Line = {
        id: number,
        number,
        description: null,
        answersNow: true,
        opensAt: null,
        closesAt: null,
        owner: null,
        verifiedAt: null,
        confirmed: true,
      }
      return { section: 'hotline' as const, name, line }
    })
  const all = [...local, ...national]
  return phoneSections
    .map((id) => ({
      id,
      entries: all.filter(({ section }) => section === id).map(({ name, line }) => ({ name, line })),
    }))
    .filter(({ entries }) => entries.length > 0)
}
