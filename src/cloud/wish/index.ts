import type { Handler } from '../handle'
import { act as actOffer } from '../offer/act'
import { card as offerCard } from '../offer/card'
import { hang as hangOffer } from '../offer/hang'
import { mine as myOffers } from '../offer/mine'
import { checkMember } from '../roles/check'
import { act } from './act'
import { block } from './block'
import { card } from './card'
import { claim } from './claim'
import { cry } from './cry'
import { hang } from './hang'
import { plan } from './plan'
import { fits } from './fits'
import { list } from './list'
import { hours } from './hours'
import { fitting } from './fitting'
import { look } from './look'
import { mine } from './mine'
import { show } from './show'
import { suggest } from './suggest'
import { openWall, pageWall } from './wall'

export const wishHandlers: readonly Handler[] = [
  suggest,
  hang,
  cry,
  openWall,
  pageWall,
  card,
  offerCard,
  claim,
  show,
  mine,
  fitting,
  act,
  look,
  block,
  hours,
  list,
  fits,
  plan,
  hangOffer,
  myOffers,
  actOffer,
  checkMember,
]
