import type { Handler } from '../handle'
import { act } from './act'
import { door } from './door'
import { list } from './list'
import { places } from './places'
import { save } from './save'
import { show } from './show'

/** Writing notices and what becomes of them; and what stands at a door. */
export const noticeCoreHandlers: readonly Handler[] = [save, act, list, show, places, door]
