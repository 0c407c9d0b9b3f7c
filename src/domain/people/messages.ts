/** The kinds of subscribe messages that are asked for; each account has its own template id for each. */
export const templateKeys = ['progress', 'verdict', 'duty'] as const
export type TemplateKey = (typeof templateKeys)[number]
export const isTemplateKey = (text: string): text is TemplateKey => templateKeys.some((key) => key === text)

/** Every kind of news there is. Its words stand in `src/text/messages`. */
export const messageKinds = [
  /** To whoever filed it: answered, or closed. */
  'complaint.answered',
  /** To secretary and grid leader: a complaint came. */
  'complaint.filed',
  /** To whoever wrote it: what was held back is shown now, or is not. */
  'check.shown',
  'check.refused',
  /** To secretary and grid leader: something waits for a person's look. */
  'check.waiting',
  'home.confirmed',
  'home.declined',
  /** To the grid leader, else the secretary: somebody said where they live. */
  'home.declared',
  /** To whoever made the invitation. */
  'invitation.accepted',
  'member.revoked',
  'member.renewed',
  /** To whose it is, and who joined: a step was done. */
  'request.progress',
  /** To whose it is: somebody waits for their word. */
  'request.ask',
  /** To those on whose desk it is. */
  'request.todo',
  /** A clock: half of the time, its end near, over, twice over. */
  'request.due',
  /** To those who are in a wish: a step was done. */
  'wish.progress',
  /** Somebody waits for their word: agree, accept a time, say how it was. */
  'wish.ask',
  /** To a volunteer: a wish that fits what they offer. */
  'wish.fit',
  /** A visit: the day before, an hour before. */
  'wish.visit',
  /** To duty member, grid leader, secretary: nobody has taken it, somebody has to ask. */
  'wish.todo',
  /** To duty members at once: somebody cries for help. */
  'wish.cry',
  /** To whose red card it is: does it still hold? */
  'offer.ask',
  /** To whoever reported a number: what a keeper made of it. */
  'contact.answered',
  /** To whoever has to read, release or mend a notice. */
  'notice.todo',
  /** To whoever has opened a notice: changed, back, withdrawn; to whoever wrote it: what became of it. */
  'notice.progress',
  /** To members of a building who have not opened it. */
  'notice.remind',
  /** To whoever asked: it was answered. */
  'notice.answered',
  /** To whoever waited: a place is theirs; to whoever is in: it begins soon. */
  'signup.moved',
  'signup.soon',
] as const
export type MessageKind = (typeof messageKinds)[number]

/** Which subscribe message carries which kind; null: it waits in 消息 only. */
export const templateOf: Readonly<Record<MessageKind, TemplateKey | null>> = {
  'complaint.answered': 'progress',
  'complaint.filed': 'duty',
  'check.shown': 'verdict',
  'check.refused': 'verdict',
  'check.waiting': 'duty',
  'home.confirmed': 'verdict',
  'home.declined': 'verdict',
  'home.declared': 'duty',
  'invitation.accepted': null,
  'member.revoked': 'verdict',
  'member.renewed': null,
  'request.progress': 'progress',
  'request.ask': 'progress',
  'request.todo': 'duty',
  'request.due': 'duty',
  'wish.progress': 'progress',
  'wish.ask': 'progress',
  'wish.fit': 'duty',
  'wish.visit': 'progress',
  'wish.todo': 'duty',
  'wish.cry': 'duty',
  'offer.ask': null,
  'contact.answered': 'progress',
  'notice.todo': 'duty',
  'notice.progress': 'progress',
  'notice.remind': 'progress',
  'notice.answered': 'progress',
  'signup.moved': 'progress',
  'signup.soon': 'progress',
}
