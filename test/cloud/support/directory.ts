import type { LocalCloud } from '../../../src/local/start'
import { callAs, dataAs } from './people'

export const westStreet = { communityId: 'west-street' }

interface Kept {
  readonly revision: number
  readonly updatedAt: number
  readonly grids: readonly { readonly id: string; readonly name: string }[]
  readonly estates: readonly { readonly id: string; readonly name: string; readonly settings: readonly object[] }[]
  readonly settings: readonly { readonly id: string; readonly value: string }[]
  readonly agencies: readonly KeptAgency[]
}
export interface KeptAgency {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  readonly serviceArea?: object
  readonly phones: readonly KeptPhone[]
}
export interface KeptPhone {
  readonly id: string
  readonly number: string
  readonly description?: string
  readonly verifiedAt: number | null
  readonly doubtedAt?: number
}

/** A community as it lies in the database. */
export const kept = (cloud: LocalCloud, communityId = 'west-street'): Kept =>
  cloud.database.get('communities', communityId) as unknown as Kept

export const keptAgency = (cloud: LocalCloud, agencyId: string): KeptAgency | undefined =>
  kept(cloud).agencies.find(({ id }) => id === agencyId)

export const keptPhone = (cloud: LocalCloud, agencyId: string, phoneId: string): KeptPhone | undefined =>
  keptAgency(cloud, agencyId)?.phones.find(({ id }) => id === phoneId)

/** What an agency looks like in the form: with its mark. */
export interface ShownAgency {
  readonly agencyId: string
  readonly name: string
  readonly roles: readonly string[]
  readonly serviceArea: {
    readonly estateIds: string[]
    readonly gridIds: string[]
    readonly buildings: object[]
  } | null
  readonly phones: readonly {
    readonly phoneId: string
    readonly number: string
    readonly description: string | null
    readonly schedules: readonly object[]
    readonly owner: string
    readonly doubts: readonly string[]
    readonly verifiedAt: number | null
  }[]
  readonly mark: string
}

export const shownAgency = (cloud: LocalCloud, openid: string, agencyId: string) =>
  dataAs<ShownAgency>(cloud, openid, 'agency.show', { ...westStreet, agencyId })

/** The form filled in with what is there, and changed here and there. */
export function formOf({ agencyId, name, roles, serviceArea, phones, mark }: ShownAgency, over: object = {}) {
  const area = serviceArea && { ...serviceArea, buildingIds: [] as string[] }
  if (area) delete (area as { buildings?: object[] }).buildings
  return {
    ...{ ...westStreet, agencyId, seen: mark, name, roles, serviceArea: area },
    phones: phones.map(({ phoneId, number, description, schedules, owner }) => ({
      ...{ phoneId, number, description, schedules, owner, rung: false },
    })),
    ...over,
  }
}

/** A new agency with one number. */
export const aNewAgency = (name: string, over: object = {}) => ({
  ...{ ...westStreet, agencyId: null, seen: null, name, roles: ['termite'], serviceArea: null },
  phones: [
    {
      ...{ phoneId: null, number: '0371-68001234', description: null, schedules: [], owner: '值班岗', rung: false },
    },
  ],
  ...over,
})

/** The refusal, or `ok`. */
export const outcome = async (cloud: LocalCloud, openid: string, action: string, input: object, key?: string) => {
  const reply = await callAs(cloud, openid, action, input, key)
  return reply.ok ? 'ok' : reply.refused
}
