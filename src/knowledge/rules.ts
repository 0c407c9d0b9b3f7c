import type { Law, MatterRule } from '../domain/routing/types'
import lawRows from './data/laws.json'
import affairs from './data/rules/affairs.json'
import animals from './data/rules/animals.json'
import building from './data/rules/building.json'
import drainage from './data/rules/drainage.json'
import elevator from './data/rules/elevator.json'
import environment from './data/rules/environment.json'
import gas from './data/rules/gas.json'
import heating from './data/rules/heating.json'
import illegal from './data/rules/illegal.json'
import network from './data/rules/network.json'
import noise from './data/rules/noise.json'
import parking from './data/rules/parking.json'
import power from './data/rules/power.json'
import property from './data/rules/property.json'
import publicFacilities from './data/rules/public.json'
import renewal from './data/rules/renewal.json'
import safety from './data/rules/safety.json'
import water from './data/rules/water.json'
import welfare from './data/rules/welfare.json'
import { emergencyRules } from './emergency'
import { mapValues, readRule, type RuleRow } from './rows'

type LawRow = Pick<Law, 'title' | 'article' | 'gist'> & { readonly unverified?: true; readonly region?: string }

/** The legal bases, by id. */
export const laws: Readonly<Record<string, Law>> = mapValues(
  lawRows as Readonly<Record<string, LawRow>>,
  ({ unverified, region = null, ...row }) => ({
    ...row,
    verified: !unverified,
    scope: region === null ? 'national' : 'local',
    region,
  }),
)

const files = [
  ...[water, power, gas, heating, drainage, elevator, publicFacilities, building, network, environment],
  ...[parking, noise, illegal, safety, welfare, affairs, animals, property, renewal],
] as unknown as readonly (readonly RuleRow[])[]

/** What routing decides from, by the matter's id. */
export const matterRules: Readonly<Record<string, MatterRule>> = Object.fromEntries(
  [...files.flat().map(readRule), ...emergencyRules].map((rule) => [rule.id, rule]),
)

export const findRule = (id: string): MatterRule | undefined => matterRules[id]
