import type { Handler } from '../handle'
import { groups, name } from './group-count'
import { list, remove, save } from './group-own'
import { reach } from './know-reach'
import { remind } from './know-remind'
import { share } from './know-share'
import { tick } from './know-tick'
import { visits } from './know-visits'

/** Whom a notice reached, by building and by group, and who still has to be visited. */
export const noticeKnowHandlers: readonly Handler[] = [
  ...[list, save, remove, name],
  ...[share, groups, reach, visits, tick, remind],
]
