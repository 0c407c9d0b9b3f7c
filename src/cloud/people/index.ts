import type { Handler } from '../handle'
import { eraseMe } from './erase'
import { exportMe } from './export'
import { grant } from './grant'
import { declare } from './home'
import { confirm, list } from './homes'
import { name } from './name'
import { give, look } from './phone'
import { show } from './show'
import { withdrawConsent } from './withdraw'

export const peopleHandlers: readonly Handler[] = [
  grant,
  show,
  name,
  give,
  look,
  declare,
  list,
  confirm,
  withdrawConsent,
  exportMe,
  eraseMe,
]
