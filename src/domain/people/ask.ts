import { day } from '../time/clock'
import { templateKeys, type TemplateKey } from './messages'
import type { Role } from './roles'

/** What a person, or WeChat for them, says when they are asked about one kind of message. */
export type AskAnswer = 'accept' | 'reject' | 'ban' | 'filter'

/** What is known of one kind of message for one person: how many they still agreed to. */
export interface Standing {
  readonly left: number
  readonly banned: boolean
}

/** With so many left nobody is asked. */
export const enoughLeft = 2

/** Those who are told of what waits for them. */
const keepers: readonly Role[] = ['grid-leader', 'secretary']

/** The kinds of messages that this person may get, and of which few are left. */
export function templatesToAsk(
  standings: readonly (Standing & { readonly template: TemplateKey })[],
  roles: readonly Role[],
): readonly TemplateKey[] {
  const isKeeper = roles.some((role) => keepers.includes(role))
  return templateKeys.filter((key) => {
    const known = standings.find(({ template }) => template === key)
    return (key !== 'duty' || isKeeper) && !known?.banned && (known?.left ?? 0) < enoughLeft
  })
}

/** The ledger after an answer: one yes is one message, and a no takes nothing back that was given before. */
export function answered(before: Standing | null, answer: AskAnswer): Standing {
  const { left, banned } = before ?? { left: 0, banned: false }
  if (answer === 'accept') return { left: left + 1, banned: false }
  return { left, banned: banned || answer === 'ban' }
}

/**
 * When somebody may be asked. filed, declared, accepted, answered: they have just done it, and news of it will come.
 * wished: they tapped that they want to be told.
 */
export const askMoments = ['filed', 'declared', 'accepted', 'answered', 'wished'] as const
export type AskMoment = (typeof askMoments)[number]

/** What makes sense to be told after it. */
const fitting: Readonly<Record<AskMoment, readonly TemplateKey[]>> = {
  filed: ['progress', 'verdict'],
  declared: ['verdict'],
  accepted: ['duty', 'verdict'],
  answered: ['duty'],
  wished: templateKeys,
}

/** What a phone remembers of having asked. */
export interface AskHistory {
  /** Whether the last moment was used: the next one passes in silence. */
  readonly justAsked: boolean
  /** The last no (ms), and how many there were since the last yes. */
  readonly refused: Readonly<Partial<Record<TemplateKey, { readonly at: number; readonly times: number }>>>
  readonly banned: readonly TemplateKey[]
}
export const neverAsked: AskHistory = { justAsked: false, refused: {}, banned: [] }

/** How long (ms) nobody is asked after the first, the second, and every further no. */
const silences = [7 * day, 30 * day, 180 * day] as const
const silenceAfter = (times: number): number => silences[Math.min(Math.max(times, 1), silences.length) - 1] ?? 0

/**
 * About which kinds to ask at this moment; none: it passes in silence.
 * @param wanted what the server says that few are left of
 */
export function toAsk(
  moment: AskMoment,
  wanted: readonly TemplateKey[],
  history: AskHistory,
  now: number,
): readonly TemplateKey[] {
  const open = fitting[moment].filter((key) => wanted.includes(key) && !history.banned.includes(key))
  // Who wishes it themselves is never too early.
  if (moment === 'wished') return open
  if (history.justAsked) return []
  return open.filter((key) => {
    const refused = history.refused[key]
    return !refused || now >= refused.at + silenceAfter(refused.times)
  })
}

/** What the phone remembers after it asked. `off`: all messages are switched off in WeChat, which is a no to each. */
export function afterAsking(
  history: AskHistory,
  asked: readonly TemplateKey[],
  answers: Readonly<Partial<Record<TemplateKey, AskAnswer>>> | 'off',
  now: number,
): AskHistory {
  const refused = { ...history.refused }
  const banned = new Set(history.banned)
  for (const key of asked) {
    const answer = answers === 'off' ? 'reject' : answers[key]
    if (answer === 'accept') delete refused[key]
    if (answer === 'ban') banned.add(key)
    if (answer === 'reject' || answer === 'filter')
      refused[key] = { at: now, times: (history.refused[key]?.times ?? 0) + 1 }
  }
  return { justAsked: asked.length > 0, refused, banned: [...banned] }
}

/** What it remembers after a moment at which nobody was asked. */
export const afterSilence = (history: AskHistory): AskHistory => ({ ...history, justAsked: false })
