import water from './water.json'
import power from './power.json'
import gas from './gas.json'
import heating from './heating.json'
import drainage from './drainage.json'
import elevator from './elevator.json'
import publicFacilities from './public.json'
import building from './building.json'
import network from './network.json'
import environment from './environment.json'
import parking from './parking.json'
import noise from './noise.json'
import illegal from './illegal.json'
import safety from './safety.json'
import welfare from './welfare.json'
import affairs from './affairs.json'
import animals from './animals.json'
import property from './property.json'
import renewal from './renewal.json'
import contextSayings from './contexts.json'
import dangerSayings from './danger.json'
import harmlessSayings from './harmless.json'
import noneSayings from './none.json'
import sharedSayings from './shared.json'
import synonymSayings from './synonyms.json'

// What the search learns from, and nothing that ships: the phone has the model that was learnt (../search.ts).

/** Matter → what people say of it. */
export type Sayings = Readonly<Record<string, readonly string[]>>

/** A saying that does for any of several matters, or for none. */
export interface SharedSaying {
  readonly text: string
  readonly expect: readonly string[]
}

/** Short ways to say it, each of one matter only. */
export const synonyms: Sayings = synonymSayings

/** The files of the groups: how people really say it. */
export const saidByGroup: Readonly<Record<string, Sayings>> = {
  water,
  power,
  gas,
  heating,
  drainage,
  elevator,
  public: publicFacilities,
  building,
  network,
  environment,
  parking,
  noise,
  illegal,
  safety,
  welfare,
  affairs,
  animals,
  property,
  renewal,
}
export const said: Sayings = Object.assign({}, ...Object.values(saidByGroup)) as Sayings

/** Cries for help. */
export const danger: Sayings = dangerSayings
/** Sounds like danger and is none. */
export const harmless: readonly SharedSaying[] = harmlessSayings
/** Belongs to several matters, or speaks of two troubles at once. */
export const shared: readonly SharedSaying[] = sharedSayings
/** None of ours. */
export const none: readonly string[] = noneSayings
/** What stands beside any trouble and says nothing of which it is. */
export const contexts: { readonly before: readonly string[]; readonly after: readonly string[] } = contextSayings
