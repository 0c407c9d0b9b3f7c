import type { RequestEvent } from './request'
import type { RequestVerb } from './verbs'

interface May {
  /** Public words; null: none. */
  readonly words: string | null
}
interface Must {
  readonly words: string
}
interface Shown extends Must {
  /** Ids of pictures. */
  readonly pictures: readonly string[]
}

/** What each step needs. `submit` is no step: it makes the request. */
export interface DeedFields {
  accept: May
  assign: May & { readonly agencyId: string }
  start: May
  contact: May & { readonly reached: boolean }
  'request-info': Must
  'supply-info': Shown
  refer: Must & { readonly to: string }
  /** agencyId null: it is unclear whose it is. */
  return: Must & { readonly agencyId: string | null }
  /** until: ms. */
  hold: Must & { readonly until: number }
  resume: May
  /** days: working days where the clock counts office hours, else days. */
  extend: Must & { readonly days: number }
  'propose-resolution': Shown
  confirm: May
  contest: Shown
  reopen: Shown
  'resolve-by-silence': object
  decline: Must & { readonly whose: string }
  merge: May & { readonly into: string }
  withdraw: May
  supervise: Must
  remind: May
  'call-back': May & { readonly heard: 'solved' | 'unsolved' | 'no-answer' }
  rate: May & { readonly solved: boolean; readonly satisfied: boolean | null }
  leave: object
  whistle: Must & { readonly at: number; readonly place: string; readonly agencyIds: readonly string[] }
  'whistle-note': Shown & { readonly came: readonly string[] }
  meet: May & { readonly at: number; readonly place: string; readonly who: string }
  'meet-note': Must & { readonly who: string; readonly followUpAt: number | null }
  split: May & { readonly tasks: readonly { readonly agencyId: string; readonly what: string }[] }
  'task-done': Shown & { readonly taskId: string }
  'task-return': Must & { readonly taskId: string; readonly agencyId: string | null }
  note: object
  archive: object
}

export type DeedVerb = keyof DeedFields & RequestVerb
/** One step: its verb, and what it needs. */
export type DeedOf<Verb extends DeedVerb> = { readonly verb: Verb } & DeedFields[Verb]
export type RequestDeed = { [Verb in DeedVerb]: DeedOf<Verb> }[DeedVerb]

/** Public words of a step; empty: none. */
export const wordsOf = (deed: RequestDeed): string => ('words' in deed ? (deed.words ?? '') : '')
export const picturesOf = (deed: RequestDeed): readonly string[] => ('pictures' in deed ? deed.pictures : [])

/** What else of it was typed and others will read: judged together with the words. */
export function furtherWordsOf(deed: RequestDeed): readonly string[] {
  switch (deed.verb) {
    case 'refer':
      return [deed.to]
    case 'decline':
      return [deed.whose]
    case 'whistle':
      return [deed.place]
    case 'meet':
      return [deed.place, deed.who]
    case 'meet-note':
      return [deed.who]
    case 'split':
      return deed.tasks.map(({ what }) => what)
    default:
      return []
  }
}

/** The same, as it stands in the event of the step. */
export const typedData = ['to', 'whose', 'place', 'who', 'what'] as const
/** Everything of a step that somebody typed for others to read. */
export const saidInEvent = ({ words, data }: Pick<RequestEvent, 'words' | 'data'>): string =>
  [words, ...typedData.map((name) => data[name])].filter((text) => typeof text === 'string' && text !== '').join('\n')
