import type { ActionName } from '../../contract'
import { fullDoor } from './fill'
import { fullPeople } from './fill-people'
import { fullLongWish, fullOffer, fullVolunteer, fullWall, fullWish, smallSecretary, smallWall } from './fill-wishes'
import type { Scenario } from './scale-requests'

const ofWishes = (action: ActionName, situation: string, openid: string, input: object): Scenario => ({
  ...{ action, situation, openid },
  call: () => ({ input }),
})
const { resident, secretary, gridLeader } = fullPeople
const { communityId } = fullWall
const wall = { communityId, group: null, buildingId: null, part: null, order: 'newest' }
const filtered = { ...wall, group: 'errands', buildingId: fullDoor.buildingId, part: 'morning' }
const desk = { communityId, gridId: null, cursor: null }

/** Among the cards of one community, half of its wishes on the stack. */
export const wishScenarios: readonly Scenario[] = [
  ofWishes('wall.open', 'the newest', resident, wall),
  ofWishes('wall.open', 'those that wait longest', resident, { ...wall, order: 'longest' }),
  ofWishes('wall.open', 'of one group, building and time', resident, filtered),
  ...(['wishes', 'offers', 'stack'] as const).map((zone) =>
    ofWishes('wall.page', `a page of ${zone}`, resident, { ...wall, zone, cursor: null }),
  ),
  ofWishes('wish.suggest', 'a wish', resident, { side: 'wish', words: '想有人陪着下象棋', wants: [] }),
  ofWishes('wish.card', 'one', resident, { wishId: fullWish(0) }),
  ofWishes('offer.card', 'one', resident, { offerId: fullOffer(0) }),
  ofWishes('wish.show', 'with a long history', resident, { wishId: fullLongWish }),
  ofWishes('wish.mine', 'the first page', resident, { cursor: null }),
  ofWishes('wish.hours', 'the first page', fullVolunteer, { cursor: null }),
  ofWishes('wish.fitting', 'for five red cards', fullVolunteer, { communityId }),
  ofWishes('wish.fitting', 'without a red card', gridLeader, { communityId }),
  ofWishes('wish.list', 'what hangs in a community', secretary, { ...desk, show: 'wall' }),
  ofWishes('wish.list', 'what is over in a grid', gridLeader, { ...desk, ...fullWall, show: 'closed' }),
  ofWishes('wish.fits', 'of one wish', secretary, { wishId: fullWish(0) }),
  // A plan weighs all of a wall, up to its limits: it must not grow with the walls of others.
  ofWishes('wish.plan', 'of a small wall', smallSecretary, { ...smallWall, gridId: null }),
  ofWishes('offer.mine', 'many', fullVolunteer, {}),
]
