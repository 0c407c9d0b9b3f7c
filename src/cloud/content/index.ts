import type { Handler } from '../handle'
import { decide } from './check-decide'
import { list as listChecks } from './check-list'
import { answer } from './complaint-answer'
import { file } from './complaint-file'
import { list, mine, show } from './complaint-read'
import { withdraw } from './complaint-withdraw'
import { add } from './picture-add'
import { begin } from './picture-begin'

export const contentHandlers: readonly Handler[] = [
  begin,
  add,
  file,
  mine,
  list,
  show,
  answer,
  withdraw,
  listChecks,
  decide,
]
