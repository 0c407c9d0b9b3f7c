/** What a notice (通知) can be about. */
export const noticeKinds = ['outage', 'work', 'service', 'meeting', 'safety', 'lost-found'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Of each kind what exactly. consent: 征求意见. sign-up: 报名. */
export const noticeWhats = {
  outage: ['water', 'power', 'heat', 'gas', 'network', 'lift'],
  work: ['pipes', 'road', 'lift-check', 'walls', 'trees', 'pests', 'other'],
  service: ['certification', 'vaccination', 'clinic', 'other'],
  meeting: ['meeting', 'consultation', 'consent', 'sign-up'],
  safety: ['fire', 'gas', 'weather', 'ice', 'fraud', 'other'],
  'lost-found': ['lost', 'found'],
} as const satisfies Record<NoticeKind, readonly string[]>
export type WhatOf<Kind extends NoticeKind> = (typeof noticeWhats)[Kind][number]

export type OutageWhat = WhatOf<'outage'>

/** Kind and what, as they go together. */
export type NoticeAbout = {
  readonly [Kind in NoticeKind]: { readonly kind: Kind; readonly what: WhatOf<Kind> }
}[NoticeKind]

/** Every pair there is. */
export const noticeAbouts: readonly NoticeAbout[] = noticeKinds.flatMap((kind) =>
  noticeWhats[kind].map((what) => ({ kind, what }) as NoticeAbout),
)

/** Whether a pair goes together; for what comes from outside. */
export const isAbout = (kind: string, what: string): boolean =>
  noticeAbouts.some((about) => about.kind === kind && about.what === what)

/** What asks for people's voices (商量、征求意见). */
export const asksVoices = ({ kind, what }: NoticeAbout): boolean =>
  kind === 'meeting' && (what === 'consultation' || what === 'consent')

/** What can be so pressing that it goes out before a second person has read it. */
const pressing: readonly NoticeKind[] = ['outage', 'work', 'safety']
export const mayBeEmergency = ({ kind }: Pick<NoticeAbout, 'kind'>): boolean => pressing.includes(kind)

/** What is off and comes back: it is not over before somebody has said so (恢复). */
export const comesBack = ({ kind }: Pick<NoticeAbout, 'kind'>): boolean => kind === 'outage'
