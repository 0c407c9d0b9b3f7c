import type { Limit } from '../domain/people/limits'
import type { WriteName } from './index'

/**
 * How often one person may do something: far above what a person does, far below what a machine could. A write
 * without a row does not compile. Resends of one write count once. A refused try counts where it could be a guess, or
 * costs a question to WeChat, whose answers are counted too.
 */
export const limits: Readonly<Record<WriteName, Limit>> = {
  'contact.report': { most: 60, per: 'day' },
  'search.missed': { most: 200, per: 'day' },

  'consent.grant': { most: 40, per: 'day' },
  'consent.withdraw': { most: 40, per: 'day' },
  'me.name': { most: 20, per: 'day', countRefused: true },
  'me.export': { most: 10, per: 'day' },
  'me.erase': { most: 5, per: 'day' },
  'phone.give': { most: 10, per: 'day', countRefused: true },
  'phone.look': { most: 30, per: 'day' },
  'home.declare': { most: 10, per: 'day' },
  'home.confirm': { most: 500, per: 'day' },

  'community.found': { most: 10, per: 'day', countRefused: true },
  'invitation.create': { most: 50, per: 'day' },
  'invitation.accept': { most: 30, per: 'day', countRefused: true },
  'invitation.revoke': { most: 100, per: 'day' },
  'member.revoke': { most: 100, per: 'day' },
  'member.renew': { most: 100, per: 'day' },
  'member.phone': { most: 60, per: 'day' },

  'picture.begin': { most: 60, per: 'day' },
  'picture.add': { most: 30, per: 'day', countRefused: true },
  'complaint.file': { most: 10, per: 'day', countRefused: true },
  'complaint.answer': { most: 200, per: 'day', countRefused: true },
  'complaint.withdraw': { most: 20, per: 'day' },
  'check.decide': { most: 500, per: 'day' },

  /** Counted by the requests themselves. */
  'request.submit': { most: 20, per: 'day' },
  'request.join': { most: 60, per: 'day' },
  'request.act': { most: 600, per: 'day' },
  'request.look': { most: 200, per: 'day' },
  'request.sheet': { most: 100, per: 'day' },
  'request.tighten': { most: 30, per: 'day' },

  /** Counted by the cards themselves; a cry is never refused for being the second. */
  'wish.hang': { most: 10, per: 'day' },
  'wish.cry': { most: 50, per: 'day' },
  'offer.hang': { most: 10, per: 'day' },
  'wish.claim': { most: 60, per: 'day' },
  'wish.act': { most: 600, per: 'day' },
  'wish.look': { most: 200, per: 'day' },
  'wish.block': { most: 60, per: 'day' },
  'offer.act': { most: 100, per: 'day' },
  'member.check': { most: 200, per: 'day' },

  'agency.save': { most: 300, per: 'day', countRefused: true },
  'agency.remove': { most: 100, per: 'day' },
  'phone.verify': { most: 500, per: 'day' },
  'report.answer': { most: 300, per: 'day' },
  'building.save': { most: 500, per: 'day', countRefused: true },
  'building.remove': { most: 200, per: 'day' },
  'grid.save': { most: 100, per: 'day', countRefused: true },
  'grid.remove': { most: 50, per: 'day' },
  'estate.save': { most: 100, per: 'day', countRefused: true },
  'estate.remove': { most: 50, per: 'day' },
  'setting.save': { most: 500, per: 'day', countRefused: true },
  'doorcode.make': { most: 500, per: 'day' },
  'doorcode.revoke': { most: 300, per: 'day' },
  'doorcode.replace': { most: 300, per: 'day' },

  'import.start': { most: 60, per: 'day' },
  /** Asks WeChat about the name of a new estate. */
  'import.plan': { most: 60, per: 'day', countRefused: true },
  /** Some for each import, one for every five seconds of work. */
  'import.step': { most: 3000, per: 'day' },
  'import.confirm': { most: 60, per: 'day' },
  'import.cancel': { most: 60, per: 'day' },
  'revision.restore': { most: 30, per: 'day' },
  'export.directory': { most: 30, per: 'day' },
  'poster.make': { most: 100, per: 'day' },
  'doorcode.fill': { most: 300, per: 'day' },
  'household.list': { most: 500, per: 'day' },

  'notice.acknowledge': { most: 300, per: 'day' },
  /** Counted by the questions themselves. */
  'notice.ask': { most: 10, per: 'day' },
  'notice.answer': { most: 300, per: 'day', countRefused: true },
  'notice.save': { most: 300, per: 'day', countRefused: true },
  'notice.act': { most: 300, per: 'day', countRefused: true },
  'notice.share': { most: 500, per: 'day' },
  'notice.tick': { most: 1000, per: 'day' },
  'notice.remind': { most: 100, per: 'day' },
  'notice.poster': { most: 100, per: 'day' },
  'noticefile.begin': { most: 30, per: 'day', countRefused: true },
  'noticefile.add': { most: 30, per: 'day', countRefused: true },
  'group.save': { most: 100, per: 'day', countRefused: true },
  'group.remove': { most: 60, per: 'day' },
  'group.name': { most: 60, per: 'day' },
  'voice.say': { most: 60, per: 'day', countRefused: true },
  'voice.note': { most: 600, per: 'day', countRefused: true },
  'signup.join': { most: 60, per: 'day', countRefused: true },
  'signup.leave': { most: 60, per: 'day' },
  'signup.note': { most: 600, per: 'day', countRefused: true },

  'message.read': { most: 1000, per: 'day' },
  'message.read-all': { most: 200, per: 'day' },
  'message.subscribe': { most: 100, per: 'day' },
}
