import type { SentPicture } from '../../../client/use-pictures'
import { requestMoves, type RequestMove } from '../../../domain/request/verbs'
import type { DeskVerb } from '../../../text/desk-steps'

/** What may be asked in a step, beside words, pictures and a note. */
export type FieldName =
  | 'agency'
  | 'agencyOrNone'
  | 'agencies'
  | 'came'
  | 'parts'
  | 'task'
  | 'to'
  | 'whose'
  | 'days'
  | 'until'
  | 'meeting'
  | 'followUp'
  | 'place'
  | 'invited'
  | 'agreed'
  | 'reached'
  | 'heard'
  | 'into'

/** What each step asks, in this order; then its words, its pictures and a note, as the table of the lifecycle says. */
export const stepAsks: Readonly<Record<DeskVerb, readonly FieldName[]>> = {
  accept: [],
  assign: ['agency'],
  start: [],
  contact: ['reached'],
  'request-info': [],
  'supply-info': [],
  refer: ['to'],
  return: ['agencyOrNone'],
  hold: ['until'],
  resume: [],
  extend: ['days'],
  'propose-resolution': [],
  reopen: [],
  decline: ['whose'],
  merge: ['into'],
  supervise: [],
  'call-back': ['heard'],
  whistle: ['agencies', 'meeting', 'place'],
  'whistle-note': ['came'],
  meet: ['meeting', 'place', 'invited'],
  'meet-note': ['agreed', 'followUp'],
  split: ['parts'],
  'task-done': ['task'],
  'task-return': ['task', 'agencyOrNone'],
  note: [],
}

/** The same table for every page: its entries differ in type, this reads them alike. */
export const moveOf = (verb: DeskVerb): RequestMove => requestMoves[verb]

/** Nobody of the directory, or nobody knows whose it is. */
export const unclear = 'unclear'
/** It is not looked at again. */
export const never = 'never'

/** What somebody fills in. It lies on this phone until it is sent. */
export interface StepFields {
  readonly words: string
  readonly note: string
  readonly pictures: readonly SentPicture[]
  /** An agency's id, or `unclear`. */
  readonly agency: string | null
  readonly agencies: readonly string[]
  /** What each of several agencies has to do. */
  readonly parts: Readonly<Record<string, string>>
  readonly task: string | null
  /** To whom it is referred, or whose it is. */
  readonly to: string
  readonly days: number | null
  /** A day of China. */
  readonly day: string | null
  readonly hour: number | null
  readonly place: string
  readonly who: string
  readonly reached: boolean | null
  readonly heard: 'solved' | 'unsolved' | 'no-answer' | null
  readonly into: string | null
}

export const emptyStep: StepFields = {
  words: '',
  note: '',
  pictures: [],
  agency: null,
  agencies: [],
  parts: {},
  task: null,
  to: '',
  days: null,
  day: null,
  hour: null,
  place: '',
  who: '',
  reached: null,
  heard: null,
  into: null,
}
