import { cold } from './cold'
import { costsBench } from './costs'
import { directoryBad } from './directory-bad'
import { directoryImport } from './directory-import'
import { directoryPoster } from './directory-poster'
import { directoryStory } from './directory-story'
import type { Bench } from './figure'
import { fuzz } from './fuzz'
import { load } from './load'
import { noticeOpenings } from './notice-openings'
import { noticeReach } from './notice-reach'
import { noticeCards, noticeSteps } from './notices'
import { outbox } from './outbox'
import { overhead } from './overhead'
import { permissions } from './permissions'
import { requestKill } from './requests-kill'
import { requestRegister } from './requests-register'
import { requestCrowd, requestSteps } from './requests-steps'
import { requestTaps } from './requests-taps'
import { requestTimer } from './requests-timer'
import { requestTrips } from './requests-trips'
import { resends } from './resends'
import { scale } from './scale'
import { search } from './search'
import { secrets } from './secrets'
import { sizes } from './sizes'
import { tests } from './tests'
import { views } from './views'
import { taps, visits } from './visits'
import { walked } from './walked'
import { wishClaim } from './wish-claim'
import { wishKill } from './wish-kill'
import { wishMatch } from './wish-match'
import { wishPlan } from './wish-plan'
import { wishTimer } from './wish-timer'
import { wishWall } from './wish-wall'

/** Every bench, the quick ones first. */
export const benches: readonly Bench[] = [
  visits,
  taps,
  requestTaps,
  noticeSteps,
  requestTrips,
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
  wishPlan,
  wishMatch,
  requestSteps,
  requestCrowd,
  requestTimer,
  requestRegister,
  requestKill,
  wishTimer,
  wishWall,
  wishKill,
  wishClaim,
  noticeOpenings,
  noticeReach,
  noticeCards,
  directoryPoster,
  directoryBad,
  directoryImport,
  directoryStory,
  permissions,
  secrets,
  resends,
  fuzz,
]
