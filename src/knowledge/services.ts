import data from './data/services.json'

// The kinds of service that a wish may ask for and an offer may give. Phones ship this file: keep it free of other
// imports. What the casts promise is held by the tests, so that no schema ships with it.

/** Who may do it: anybody, somebody whose identity was checked, or two such people together. */
export type ServiceNeed = 'none' | 'checked-identity' | 'two-people'

export interface ServiceGroup {
  readonly id: string
  readonly name: string
}

export interface Service {
  readonly id: string
  readonly name: string
  /** Id of its group. */
  readonly group: string
  /** Whether it is done in somebody's home. */
  readonly atHome: boolean | 'sometimes'
  readonly needs: ServiceNeed
  /** How long it takes as a rule. */
  readonly minutes: number
  /** Whether one asks for it once or again and again. */
  readonly repeat: 'once' | 'recurring' | 'both'
  /** What those who do it must mind; sentences for people. */
  readonly risks: readonly string[]
}

export const serviceGroups: readonly ServiceGroup[] = data.groups

/** All kinds, group by group. */
export const services = data.services as readonly Service[]

const byId: ReadonlyMap<string, Service> = new Map(services.map((service) => [service.id, service]))

export const findService = (id: string): Service | undefined => byId.get(id)
