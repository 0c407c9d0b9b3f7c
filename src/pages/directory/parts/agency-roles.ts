import { roles } from '../../../knowledge/book'

/** What an agency may answer for, in the order in which keepers are asked: what most communities enter stands first. */
export const roleGroups = {
  often: [
    ...['property', 'community', 'grid', 'owners_committee', 'street', 'water', 'power', 'gas', 'heat'],
    ...['elevator_maint', 'police_station', 'mediation'],
  ],
  pipes: [
    ...['gas_bottle', 'municipal', 'tv', 'telecom_mobile', 'telecom_unicom', 'telecom_telecom', 'telecom_admin'],
    ...['energy', 'charge_operator'],
  ],
  estate: [
    ...['sanitation', 'bulk_waste', 'greening', 'termite', 'elder_center', 'developer', 'renewal_contractor'],
    'property_regulator',
  ],
  offices: [
    ...['chengguan', 'housing', 'planning', 'eco', 'market', 'traffic_police', 'police', 'fire', 'medical', 'health'],
    ...['civil', 'hrss', 'medins', 'disabled_fed', 'edu', 'public_security_hall', 'agri', 'forestry', 'womenfed'],
    ...['legal', 'crisis_line', 'fire_report', 'hotline12345'],
  ],
} as const

export type RoleGroup = keyof typeof roleGroups

export const roleName = (id: string): string => roles[id]?.name ?? id

/** 物业服务中心、网格员 */
export const roleWords = (ids: readonly string[]): string => ids.map(roleName).join('、')
