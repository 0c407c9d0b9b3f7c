import { fullDoor } from '../fill'
import { fullPeople } from '../fill-people'
import { fullLongWish, fullOffer, fullVolunteer, fullWall, fullWish } from '../fill-wishes'
import { already, alreadyElse, cost, usual, type Priced } from './priced'

const newcomer = 'resident who agreed to nothing'
const gridLeader = 'grid-leader, in force'
const secretary = 'secretary, in force'
const duty = 'duty, in force'
const volunteer = 'volunteer, in force'
const own = { owner: 'own' } as const
const { resident } = fullPeople
const visitor = { kind: 'office', name: '王大爷', phone: '13900001234' } as const
const emergency = { name: '女儿', phone: '13900001235' }
const wall = { communityId: fullWall.communityId, group: null, buildingId: null, part: null, order: 'newest' }
const desk = { ...fullWall, gridId: null }

/** Cards that are hung: each is one document, without a transaction. */
const hangingCosts: readonly Priced[] = [
  { action: 'wish.suggest', situation: 'a wish', call: usual('wish.suggest'), cost: cost(0, 0) },
  { action: 'wish.hang', situation: 'the first of a day', call: usual('wish.hang'), cost: cost(6, 3, 1) },
  {
    action: 'wish.hang',
    situation: 'one more of a day',
    call: usual('wish.hang'),
    before: alreadyElse('wish.hang'),
    cost: cost(6, 4, 1),
  },
  {
    action: 'wish.hang',
    situation: 'at home',
    call: usual('wish.hang', 'resident', {}, { place: 'home', room: '402', emergency }),
    cost: cost(6, 3, 1),
  },
  {
    action: 'wish.hang',
    situation: 'for a visitor',
    call: usual('wish.hang', duty, {}, { behalf: visitor }),
    cost: cost(7, 8, 1),
  },
  {
    action: 'wish.hang',
    situation: 'for the family',
    call: usual('wish.hang', 'resident', {}, { behalf: { ...visitor, kind: 'family' } }),
    cost: cost(6, 3, 1),
  },
  {
    action: 'wish.hang',
    situation: 'a cry for help',
    call: usual('wish.hang', 'resident', {}, { words: '我不想活了，活着没意思' }),
    cost: cost(17, 9, 4),
  },
  {
    action: 'wish.hang',
    situation: 'the same call once more',
    call: usual('wish.hang'),
    before: already('wish.hang'),
    cost: cost(7, 5),
  },
  { action: 'wish.hang', situation: 'without an agreement', call: usual('wish.hang', newcomer), cost: cost(1, 0) },
  { action: 'wish.cry', situation: 'by whoever', call: usual('wish.cry', newcomer), cost: cost(16, 8, 4) },
  { action: 'offer.hang', situation: 'the first of a day', call: usual('offer.hang', volunteer), cost: cost(5, 2, 1) },
  {
    action: 'offer.hang',
    situation: 'for a member without a phone',
    call: usual('offer.hang', duty, {}, { behalf: { name: '王大爷', phone: '13900001234' } }),
    cost: cost(5, 2, 1),
  },
  {
    action: 'offer.hang',
    situation: 'the same call once more',
    call: usual('offer.hang', volunteer),
    before: already('offer.hang'),
    cost: cost(6, 4),
  },
]

/** The wall, and what everybody has of their own. */
const lookingCosts: readonly Priced[] = [
  { action: 'wall.open', situation: 'full', call: { input: wall }, cost: cost(3, 68) },
  {
    action: 'wall.open',
    situation: 'of a building',
    call: { input: { ...wall, buildingId: fullDoor.buildingId, group: 'errands' } },
    cost: cost(3, 72),
  },
  ...(['wishes', 'offers', 'stack'] as const).map((zone) => ({
    ...{ action: 'wall.page' as const, situation: `a full page of ${zone}` },
    call: { input: { ...wall, zone, cursor: null } },
    cost: cost(1, 21),
  })),
  {
    action: 'wish.card',
    situation: 'to anybody',
    call: { input: { wishId: fullWish(0) } },
    anonymous: true,
    cost: cost(1, 1),
  },
  {
    action: 'wish.card',
    situation: 'to a volunteer',
    call: { input: { wishId: fullWish(0) }, openid: fullVolunteer },
    cost: cost(2, 2),
  },
  { action: 'offer.card', situation: 'one', call: { input: { offerId: fullOffer(0) } }, cost: cost(1, 1) },
  { action: 'wish.show', situation: 'one’s own', call: usual('wish.show', 'resident', own), cost: cost(2, 2) },
  { action: 'wish.show', situation: 'to the duty member', call: usual('wish.show', duty), cost: cost(3, 3) },
  {
    action: 'wish.show',
    situation: 'with a long history, to who helps',
    call: { input: { wishId: fullLongWish }, openid: fullVolunteer },
    cost: cost(3, 3),
  },
  {
    action: 'wish.mine',
    situation: 'a full page',
    call: { input: { cursor: null }, openid: resident },
    cost: cost(1, 21),
  },
  { action: 'wish.mine', situation: 'nothing', call: usual('wish.mine'), cost: cost(1, 0) },
  {
    action: 'wish.hours',
    situation: 'a full page',
    call: { input: { cursor: null }, openid: fullVolunteer },
    cost: cost(1, 21),
  },
  { action: 'offer.mine', situation: 'many', call: { input: {}, openid: fullVolunteer }, cost: cost(2, 25) },
]

/** Who fits whom. */
const fittingCosts: readonly Priced[] = [
  {
    action: 'wish.fitting',
    situation: 'for five red cards',
    call: { input: { communityId: fullWall.communityId }, openid: fullVolunteer },
    cost: cost(8, 147),
  },
  {
    action: 'wish.fitting',
    situation: 'without a red card',
    call: { input: { communityId: fullWall.communityId }, openid: fullPeople.gridLeader },
    cost: cost(4, 22),
  },
  {
    action: 'wish.list',
    situation: 'a full page of a community',
    call: { input: { ...desk, show: 'wall', cursor: null }, openid: fullPeople.secretary },
    cost: cost(2, 22),
  },
  {
    action: 'wish.list',
    situation: 'a full page of a grid',
    call: { input: { ...fullWall, show: 'closed', cursor: null }, openid: fullPeople.gridLeader },
    cost: cost(2, 22),
  },
  {
    action: 'wish.fits',
    situation: 'where many offers are',
    call: { input: { wishId: fullWish(0) }, openid: fullPeople.secretary },
    cost: cost(6, 53),
  },
  {
    action: 'wish.plan',
    situation: 'for a full wall',
    call: { input: desk, openid: fullPeople.secretary },
    cost: cost(4, 51),
  },
]

/** Steps; whoever is concerned is told in the same call. */
const steppingCosts: readonly Priced[] = [
  { action: 'wish.claim', situation: 'the only place', call: usual('wish.claim', volunteer), cost: cost(26, 9, 6) },
  {
    action: 'wish.claim',
    situation: 'once more, under another key',
    call: usual('wish.claim', volunteer),
    before: alreadyElse('wish.claim'),
    cost: cost(11, 5, 2),
  },
  {
    action: 'wish.claim',
    situation: 'the same call once more',
    call: usual('wish.claim', volunteer),
    before: already('wish.claim'),
    cost: cost(1, 1),
  },
  { action: 'wish.claim', situation: 'by nobody who may', call: usual('wish.claim'), cost: cost(4, 1) },
  {
    action: 'wish.act',
    situation: 'still wished for, by whose it is',
    call: usual('wish.act', 'resident', own),
    cost: cost(14, 5, 4),
  },
  {
    action: 'wish.act',
    situation: 'a note of the grid leader',
    call: usual('wish.act', gridLeader, {}, { deed: { verb: 'note' }, note: '打过电话' }),
    cost: cost(16, 6, 4),
  },
  {
    action: 'wish.act',
    situation: 'taken down, by whose it is',
    call: usual('wish.act', 'resident', own, { deed: { verb: 'withdraw', words: null } }),
    cost: cost(14, 5, 4),
  },
  { action: 'wish.look', situation: 'by the duty member', call: usual('wish.look', duty), cost: cost(15, 5, 3) },
  { action: 'wish.look', situation: 'by whose it is', call: usual('wish.look', 'resident', own), cost: cost(13, 3, 3) },
  { action: 'wish.block', situation: 'a helper', call: usual('wish.block', 'resident', own), cost: cost(13, 2, 3) },
  {
    action: 'wish.block',
    situation: 'said before',
    call: usual('wish.block', 'resident', own),
    before: alreadyElse('wish.block'),
    cost: cost(11, 5, 2),
  },
  { action: 'offer.act', situation: 'one’s own', call: usual('offer.act', 'resident', own), cost: cost(12, 3, 3) },
  { action: 'offer.act', situation: 'by the duty member', call: usual('offer.act', duty), cost: cost(13, 4, 3) },
  {
    action: 'member.check',
    situation: 'somebody without a red card',
    call: usual('member.check', secretary),
    cost: cost(16, 4, 4),
  },
]

export const wishCosts: readonly Priced[] = [...hangingCosts, ...lookingCosts, ...fittingCosts, ...steppingCosts]
