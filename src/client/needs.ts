import type { Purpose } from '../domain/people/consent'
import type { WriteName } from './named'

/**
 * To what somebody must have agreed before an action, as the contract declares it: said again here, since the contract
 * itself stays with the server. A test holds the two together.
 */
export const needs = {
  'me.name': ['account'],
  'phone.give': ['account', 'phone'],
  'home.declare': ['account', 'home'],
  'community.found': ['account'],
  'invitation.accept': ['account'],
  'picture.begin': ['account'],
  'picture.add': ['account'],
  'complaint.file': ['account'],
  'request.submit': ['account'],
  'request.join': ['account'],
  'request.act': ['account'],
  'request.look': ['account'],
  'message.subscribe': ['account', 'messages'],
  'wish.hang': ['account'],
  'wish.claim': ['account'],
  'wish.act': ['account'],
  'wish.look': ['account'],
  'wish.block': ['account'],
  'offer.hang': ['account'],
  'offer.act': ['account'],
  'notice.save': ['account'],
  'notice.act': ['account'],
  'notice.ask': ['account'],
  'notice.answer': ['account'],
  'group.save': ['account'],
  'group.name': ['account'],
  'notice.share': ['account'],
  'notice.tick': ['account'],
  'notice.remind': ['account'],
  'voice.say': ['account'],
  'voice.note': ['account'],
  'signup.join': ['account'],
  'signup.leave': ['account'],
  'signup.note': ['account'],
  'noticefile.begin': ['account'],
  'noticefile.add': ['account'],
} as const satisfies Partial<Record<WriteName, readonly Purpose[]>>

/** The actions that need an agreement. */
export type NeedyName = keyof typeof needs
