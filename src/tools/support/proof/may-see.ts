import type { ActionName } from '../../../contract'
import type { SecretCard } from './secret-wishes'
import type { Secret, SecretKind, Viewer, WorldRole } from './secret-world'

type May = (viewer: Viewer, secret: Secret) => boolean

const own: May = ({ openid }, { of }) => openid === of
const either =
  (...ways: readonly May[]): May =>
  (viewer, secret) =>
    ways.some((way) => way(viewer, secret))
const both =
  (...ways: readonly May[]): May =>
  (viewer, secret) =>
    ways.every((way) => way(viewer, secret))

const works = ({ standing }: WorldRole) => standing === 'in force'
const secretary: May = ({ roles }, { place }) =>
  roles.some((one) => works(one) && one.role === 'secretary' && one.communityId === place.communityId)
const leader: May = ({ roles }, { place }) =>
  roles.some(
    (one) =>
      works(one) &&
      one.role === 'grid-leader' &&
      one.communityId === place.communityId &&
      one.gridId !== null &&
      one.gridId === place.gridId,
  )
const street: May = ({ roles }, { place }) =>
  roles.some((one) => works(one) && one.role === 'street' && one.communityId === place.communityId)
const keeper = either(secretary, leader)
/** Whom a grid leader has brought in, or could have. */
const helper: May = (_, { role }) => role === 'volunteer' || role === 'duty'
const handsOut = either(secretary, both(leader, helper))

const shown: May = (_, { stand }) => stand === 'shown'
const waiting: May = (_, { stand }) => stand === 'waiting'
const filer: May = ({ openid }, { to }) => openid !== null && openid === to

const isHere = ({ communityId }: WorldRole, { place }: Secret) => communityId === place.communityId
/** Those of the agency whose it is, and those at the station; with the keepers they work on a request. */
const handler: May = ({ roles }, secret) =>
  roles.some(
    (one) =>
      works(one) && one.role === 'handler' && isHere(one, secret) && one.agencyId === secret.request?.place.agencyId,
  )
const duty: May = ({ roles }, secret) => roles.some((one) => works(one) && one.role === 'duty' && isHere(one, secret))
const worker = either(handler, duty, keeper)
const office = either(worker, street)
const asker: May = ({ openid }, { request }) => openid !== null && request?.owners.includes(openid) === true
const joiner: May = ({ openid }, { request }) => openid !== null && request?.neighbours.includes(openid) === true
const judged: May = (_, { stand }) => stand !== 'refused'
/** What anybody may read of a request. */
const open: May = (_, { request, stand }) => request?.isOpenToAll === true && stand === 'shown'
const openStep: May = (_, { request, stand, isInside, isResidents }) =>
  (isResidents ? request?.isOpenToAll : request?.isTold) === true && stand === 'shown' && !isInside
const common: May = (_, { request }) => request?.isShared === true
/** Somebody has to be called about it, and may be. */
const called: May = (_, { request }) => request?.isCalled === true

/** Those at the station who pair cards, of its community or their grid. */
const station = either(duty, keeper)
/** A red card is its community's: everybody at its desks weighs it. */
const desk = either(duty, secretary, ({ roles }, secret) =>
  roles.some((one) => works(one) && one.role === 'grid-leader' && isHere(one, secret)),
)
const wisher: May = ({ openid }, { card }) => openid !== null && card?.owners.includes(openid) === true
const taker: May = ({ openid }, { card }) => openid !== null && card?.helpers.includes(openid) === true
const hung: May = (_, { card, stand }) => card?.isHung === true && stand === 'shown'
const onWall: May = (_, { card, stand }) => card?.isOnWall === true && stand === 'shown'
const thanked: May = (_, { card }) => card?.isThanked === true
/** Somebody reads along from when they came. */
const since: May = (_, { isBefore, stand }) => stand === 'shown' && isBefore !== true
/** Those who write notices and count them, of its community; rooms are for those who go to the doors. */
const messenger = desk
const walks = either(leader, duty)
const writes: May = ({ openid }, { notice }) => openid !== null && notice?.writer === openid
/** Anybody may read the words that hold, once they have passed the check. */
const read: May = (_, { notice, stand }) => notice?.isRead === true && stand === 'shown'
const noticeWords = either(writes, both(messenger, judged))
const namedTo =
  (...names: readonly string[]): May =>
  (_, { notice }) =>
    notice !== undefined && names.includes(notice.names)
const signer: May = ({ openid }, { notice }) => openid !== null && notice?.signers.includes(openid) === true

const cardOf: May = either(wisher, both(taker, shown), both(station, judged), hung)

/** Those of a pairing reach each other, and the office reaches them; whom it has to call it reaches before. */
const reaches = (viewer: Viewer, secret: Secret, card: SecretCard): boolean => {
  const about = { ...secret, card, place: card.place }
  const isIn = either(station, wisher, taker)(viewer, about)
  const isOwners = card.owners.length === 0 || card.owners.includes(secret.of)
  return card.isPaired ? isIn : card.isCalled && isOwners && station(viewer, about)
}
const reached: May = (viewer, secret) =>
  [...(secret.cards ?? []), ...(secret.card ? [secret.card] : [])].some((card) => reaches(viewer, secret, card))

/**
 * Who may find which secret in the reply of which action. What does not stand here nobody may see: no openid, no
 * pseudonym, no sealed text and no file id is for anybody, and no secret stands in a refusal.
 */
export const maySee: Readonly<Record<SecretKind, Readonly<Partial<Record<ActionName, May>>>>> = {
  openid: {},
  pseudonym: {},
  sealed: {},
  name: {
    ...{ 'me.show': own, 'me.name': own, 'me.export': own, 'home.list': keeper },
    ...{ 'request.look': both(worker, called), 'wish.look': reached },
  },
  'member name': { 'member.list': either(keeper, street), 'audit.list': secretary, 'me.export': own },
  phone: {
    ...{ 'phone.look': own, 'me.export': own, 'member.phone': handsOut },
    ...{ 'request.look': both(worker, called), 'wish.look': reached },
  },
  room: { 'me.show': own, 'me.export': own, 'home.list': keeper },
  complaint: {
    'complaint.mine': own,
    'me.export': own,
    'complaint.list': either(own, both(keeper, shown)),
    'complaint.show': either(own, both(keeper, shown)),
    'check.list': both(keeper, waiting),
  },
  answer: {
    'complaint.show': both(either(keeper, filer), shown),
    'me.export': both(filer, shown),
    'check.list': both(keeper, waiting),
  },
  news: { 'message.list': own, 'me.export': own },
  reason: { 'audit.list': secretary, 'me.export': own },
  code: { 'invitation.list': handsOut },
  file: { 'complaint.show': either(own, both(keeper, shown)), 'check.list': both(keeper, waiting) },
  'request words': {
    'request.show': either(asker, both(office, judged), both(joiner, open)),
    'request.mine': either(asker, both(joiner, open)),
    'request.list': both(office, judged),
    'check.list': both(keeper, waiting),
    'me.export': asker,
    ...{ 'request.public': open, 'request.register': open, 'request.similar': open },
    ...{ 'request.day': open, 'request.sheet': open },
  },
  'request step': {
    'request.show': either(own, both(office, judged), both(asker, shown), both(joiner, openStep)),
    'check.list': both(keeper, waiting),
    'me.export': either(own, both(asker, shown)),
    ...{ 'request.public': openStep, 'request.day': openStep, 'request.sheet': openStep },
  },
  'request note': { 'request.show': office, 'me.export': own },
  'request contact': { 'request.look': both(worker, called), 'me.export': asker },
  'request file': {
    'request.show': either(own, both(either(office, asker), shown), both(joiner, open, common)),
    'request.public': both(open, common),
    'check.list': both(keeper, waiting),
  },
  'wish words': {
    ...{
      'wish.card': either(wisher, both(taker, shown), hung),
      'wish.show': cardOf,
      'wish.list': both(station, judged),
    },
    ...{ 'wish.mine': either(wisher, both(taker, shown)), 'wish.plan': both(station, onWall) },
    ...{ 'wall.open': onWall, 'wall.page': hung, 'wish.fitting': onWall, 'wish.claim': onWall },
    ...{ 'check.list': both(keeper, waiting), 'me.export': either(wisher, both(taker, shown)) },
  },
  'wish step': {
    'wish.show': either(both(station, judged), both(wisher, shown), both(taker, since)),
    'check.list': both(keeper, waiting),
    'me.export': own,
  },
  'wish note': { 'wish.show': station, 'me.export': own },
  'wish contact': { 'wish.look': reached, 'me.export': wisher },
  'wish thanks': {
    'wish.show': either(wisher, both(station, judged), both(taker, shown)),
    ...{ 'wish.card': thanked, 'wall.page': thanked, 'check.list': both(keeper, waiting), 'me.export': wisher },
  },
  'offer words': {
    // What waits for a person is read by those of the office who are told of a danger in it.
    ...{
      'offer.card': either(wisher, hung, both(either(duty, secretary), waiting)),
      'offer.mine': wisher,
      'wall.open': hung,
      'wall.page': hung,
    },
    ...{ 'wish.fits': both(desk, hung), 'wish.plan': both(desk, hung) },
    ...{ 'check.list': both(keeper, waiting), 'me.export': wisher },
  },
  'offer contact': { 'wish.look': reached },
  // Rooms are for whoever goes there; the export of them is the secretary's, and logged.
  household: {
    ...{ 'household.list': walks, 'export.directory': secretary },
    'notice.visits': both(walks, (_, { isRoom }) => isRoom === true),
  },
  'household read': { 'import.show': secretary },
  'notice words': {
    ...{ 'notice.open': read, 'notice.door': read, 'door.open': read },
    ...{ 'notice.show': noticeWords, 'notice.list': noticeWords, 'notice.visits': noticeWords },
    ...{ 'signup.show': noticeWords, 'check.list': both(keeper, waiting) },
    // Whoever has opened it, as everybody may, has its title in what is kept of them.
    'me.export': either(writes, shown),
    // The sheet for the doors is called as it is.
    'notice.poster': both(messenger, read),
  },
  'notice draft': { 'notice.show': writes, 'notice.list': writes, 'me.export': writes },
  'notice step': {
    ...{ 'notice.show': noticeWords, 'check.list': both(keeper, waiting), 'me.export': writes },
  },
  'notice end': {
    ...{ 'notice.open': shown, 'notice.show': noticeWords, 'check.list': both(keeper, waiting), 'me.export': writes },
  },
  'notice answer': { 'notice.open': read, 'notice.questions': messenger },
  'notice file': {
    ...{
      'notice.open': read,
      'notice.show': either(writes, both(messenger, shown)),
      'check.list': both(keeper, waiting),
    },
  },
  'notice question': {
    ...{ 'notice.questions': both(messenger, shown), 'check.list': both(keeper, waiting), 'me.export': own },
  },
  'voice words': {
    ...{ 'voice.result': either(own, both(messenger, shown)), 'notice.open': own },
    ...{ 'check.list': both(keeper, waiting), 'me.export': own },
  },
  'voice name': {
    'voice.result': either(own, both(messenger, namedTo('office', 'signers')), both(signer, namedTo('signers'))),
    ...{ 'notice.open': own, 'me.export': own },
  },
  'sign-up name': { 'signup.show': messenger, 'me.export': own },
  'group name': { 'group.list': own, 'notice.groups': own, 'me.export': own },
  'group id': {},
}
