import type { Allowed } from '../domain/people/permit'
import type { ActionName } from './index'

const everybody: Allowed = { visitor: 'any' }
/** Somebody whom WeChat names; what the action answers or changes is theirs by its construction. */
const somebody: Allowed = { resident: 'any' }
/** Those who answer for a place: the grid leader for the grid, the secretary for the community. */
const keepers: Allowed = { 'grid-leader': 'grid', secretary: 'community' }
/** With the duty members at the station, who write for visitors and callers from the whole community. */
const office: Allowed = { duty: 'community', ...keepers }
/** With those of the agency whose it is. */
const workers: Allowed = { handler: 'agency', ...office }
/** Those who take wishes on: party members who volunteer, and whoever else holds a post in the community. */
const volunteers: Allowed = {
  volunteer: 'community',
  duty: 'community',
  'grid-leader': 'community',
  secretary: 'community',
}
/** Those who keep the directory true: all of it may be rung and looked at by either. */
const directoryKeepers: Allowed = { 'grid-leader': 'community', secretary: 'community' }
/**
 * Those who write and count notices. A grid leader reads and shares all of the community's: whose eyes a step takes, and
 * whose notice it is, stands in `domain/notice/verbs`.
 */
const messengers: Allowed = { 'grid-leader': 'community', duty: 'community', secretary: 'community' }
/** What is known of the community as a whole, without people in it. */
const overview: Allowed = { 'grid-leader': 'community', secretary: 'community', street: 'community' }

/**
 * Who may do what, and how far: role × action × scope. What does not stand here is denied; an action without a row
 * does not compile. `handle` enforces it before the work begins; pages read it to show what is possible.
 */
export const permissions: Readonly<Record<ActionName, Allowed>> = {
  'door.open': everybody,
  'place.list': everybody,
  'place.buildings': everybody,
  'contact.report': somebody,
  'search.missed': somebody,

  'consent.grant': somebody,
  'consent.withdraw': somebody,
  'me.show': somebody,
  'me.name': somebody,
  'me.export': somebody,
  'me.erase': somebody,
  'phone.give': somebody,
  'phone.look': somebody,
  'home.declare': somebody,
  'home.list': keepers,
  'home.confirm': keepers,

  'community.found': somebody,
  'invitation.create': keepers,
  'invitation.places': keepers,
  'invitation.open': everybody,
  'invitation.accept': somebody,
  'invitation.list': keepers,
  'invitation.revoke': keepers,
  'invitation.picture': keepers,
  'member.list': { ...keepers, street: 'community' },
  'member.revoke': { resident: 'own', ...keepers },
  'member.renew': keepers,
  'member.phone': keepers,
  'work.show': somebody,

  'picture.begin': somebody,
  'picture.add': { resident: 'own' },
  'complaint.file': somebody,
  'complaint.mine': somebody,
  'complaint.list': keepers,
  'complaint.show': { resident: 'own', ...keepers },
  'complaint.answer': keepers,
  'complaint.withdraw': { resident: 'own' },
  'check.list': keepers,
  'check.decide': keepers,

  'message.list': somebody,
  'message.unread': somebody,
  'message.read': { resident: 'own' },
  'message.read-all': somebody,
  'message.subscribe': somebody,

  'request.submit': somebody,
  'request.similar': everybody,
  'request.join': somebody,
  'request.register': everybody,
  'request.public': everybody,
  'request.mine': somebody,
  'request.show': { resident: 'own', ...workers, street: 'community' },
  'request.list': { ...workers, street: 'community' },
  // Which step is whose stands in `domain/request/verbs`.
  'request.act': { resident: 'own', ...workers },
  'request.look': workers,
  'request.agencies': workers,
  'request.day': office,
  'request.sheet': office,
  'request.figures': overview,
  'request.tighten': { secretary: 'community' },
  'request.clocks': { ...overview, duty: 'community' },

  'wish.suggest': everybody,
  'wish.hang': somebody,
  'wish.cry': somebody,
  'wall.open': everybody,
  'wall.page': everybody,
  'wish.card': everybody,
  'offer.card': everybody,
  'wish.claim': volunteers,
  'wish.show': { resident: 'own', ...office },
  'wish.mine': somebody,
  'wish.fitting': volunteers,
  // Which step is whose stands in `domain/wish/verbs`; a stand-in is a volunteer.
  'wish.act': { resident: 'own', ...volunteers, ...office },
  'wish.look': { resident: 'own', ...office },
  'wish.block': { resident: 'own' },
  'wish.hours': somebody,
  'wish.list': office,
  'wish.fits': office,
  'wish.plan': office,
  'offer.hang': volunteers,
  'offer.mine': somebody,
  // A red card is its community's, of no grid.
  'offer.act': { resident: 'own', duty: 'community', secretary: 'community' },
  'member.check': keepers,

  'directory.show': directoryKeepers,
  'directory.buildings': directoryKeepers,
  'phones.check': directoryKeepers,
  'agency.show': directoryKeepers,
  'agency.save': { secretary: 'community' },
  'agency.remove': { secretary: 'community' },
  'phone.verify': directoryKeepers,
  'report.answer': keepers,
  'building.save': keepers,
  'building.remove': keepers,
  'grid.save': { secretary: 'community' },
  'grid.remove': { secretary: 'community' },
  'estate.save': { secretary: 'community' },
  'estate.remove': { secretary: 'community' },
  'setting.list': directoryKeepers,
  'setting.save': { secretary: 'community' },
  'doorcode.list': keepers,
  'doorcode.make': keepers,
  'doorcode.revoke': keepers,
  'doorcode.replace': keepers,

  'import.template': overview,
  'import.start': { secretary: 'community' },
  'import.plan': { secretary: 'community' },
  'import.step': { secretary: 'community' },
  'import.show': { secretary: 'community' },
  'import.confirm': { secretary: 'community' },
  'import.cancel': { secretary: 'community' },
  'revision.list': { secretary: 'community' },
  'revision.restore': { secretary: 'community' },
  'export.directory': { secretary: 'community' },
  'poster.make': keepers,
  'doorcode.fill': keepers,
  // Rooms are for whoever goes there: the grid's own leader, and duty members who say that they are on duty (0038).
  'household.list': { 'grid-leader': 'grid', duty: 'community' },

  'notice.door': everybody,
  'notice.open': everybody,
  'notice.acknowledge': somebody,
  'notice.ask': somebody,
  'notice.questions': messengers,
  'notice.answer': messengers,
  'notice.save': office,
  'notice.act': messengers,
  'notice.list': messengers,
  'notice.show': messengers,
  'notice.places': office,
  'noticefile.begin': messengers,
  'noticefile.add': { resident: 'own' },
  'notice.poster': messengers,
  'group.list': messengers,
  'group.save': messengers,
  'group.remove': { resident: 'own' },
  'group.name': messengers,
  'notice.share': messengers,
  'notice.groups': messengers,
  'notice.reach': messengers,
  // As rooms are: for whoever goes there.
  'notice.visits': { 'grid-leader': 'grid', duty: 'community' },
  'notice.tick': { 'grid-leader': 'grid', duty: 'community' },
  'notice.remind': office,
  'voice.say': somebody,
  'voice.note': { 'grid-leader': 'grid', duty: 'community' },
  'voice.result': everybody,
  'signup.join': somebody,
  'signup.leave': somebody,
  'signup.show': messengers,
  'signup.note': messengers,

  'audit.list': { secretary: 'community' },
  'report.list': overview,
  'miss.list': overview,
}
