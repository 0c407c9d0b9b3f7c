import { cold } from './cold'
import { costsBench } from './costs'
import type { Bench } from './figure'
import { fuzz } from './fuzz'
import { load } from './load'
import { outbox } from './outbox'
import { overhead } from './overhead'
import { permissions } from './permissions'
import { resends } from './resends'
import { scale } from './scale'
import { search } from './search'
import { secrets } from './secrets'
import { sizes } from './sizes'
import { tests } from './tests'
import { views } from './views'
import { taps, visits } from './visits'
import { walked } from './walked'

/** Every bench, the quick ones first. */
export const benches: readonly Bench[] = [
  visits,
  taps,
  sizes,
  costsBench,
  walked,
  tests,
  views,
  cold,
  overhead,
  scale,
  load,
  outbox,
  search,
  permissions,
  secrets,
  resends,
  fuzz,
]
