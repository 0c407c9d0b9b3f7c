import type { Handler } from '../handle'
import { act } from './act'
import { agencies } from './agencies'
import { clocks } from './clocks'
import { day } from './day'
import { figures } from './figures'
import { join } from './join'
import { list } from './list'
import { look } from './look'
import { mine } from './mine'
import { register, shownToAll } from './register'
import { sheet } from './sheet'
import { show } from './show'
import { similar } from './similar'
import { submit } from './submit'
import { tighten } from './tighten'

export const requestHandlers: readonly Handler[] = [
  submit,
  similar,
  join,
  register,
  shownToAll,
  mine,
  show,
  list,
  act,
  look,
  agencies,
  day,
  sheet,
  figures,
  clocks,
  tighten,
]
