import type { Input } from '../../../client'
import { hour, startOf } from '../../../domain/time/clock'
import type { DeskVerb } from '../../../text/desk-steps'
import { moveOf, never, stepAsks, unclear, type FieldName, type StepFields } from './step-fields'

export type Deed = Input<'request.act'>['deed']

/** What is still to be filled in. */
export type MissingField = FieldName | 'words' | 'note' | 'proof'

/** When a pause ends, or something is looked at again: in the morning of that day. */
const morning = 9

const momentOf = ({ day, hour: at }: StepFields, usual = 0): number => startOf(day ?? '') + (at ?? usual) * hour
const isSaid = (text: string) => text.trim() !== ''

/** Whether what is asked has been answered. */
const isFilled: Readonly<Record<FieldName, (fields: StepFields) => boolean>> = {
  agency: ({ agency }) => agency !== null && agency !== unclear,
  agencyOrNone: ({ agency }) => agency !== null,
  agencies: ({ agencies }) => agencies.length > 0,
  // That nobody came is worth noting, too.
  came: () => true,
  parts: ({ agencies, parts }) => agencies.length > 0 && agencies.every((id) => isSaid(parts[id] ?? '')),
  task: ({ task }) => task !== null,
  to: ({ to }) => isSaid(to),
  whose: ({ to }) => isSaid(to),
  days: ({ days }) => days !== null,
  until: ({ day }) => day !== null && day !== never,
  meeting: ({ day, hour: at }) => day !== null && day !== never && at !== null,
  followUp: ({ day }) => day !== null,
  place: ({ place }) => isSaid(place),
  invited: ({ who }) => isSaid(who),
  agreed: ({ who }) => isSaid(who),
  reached: ({ reached }) => reached !== null,
  heard: ({ heard }) => heard !== null,
  into: ({ into }) => into !== null,
}

/** The first thing that is missing, in the order in which it is asked; null: it can be sent. */
export function missingIn(verb: DeskVerb, fields: StepFields, isSeen: boolean): MissingField | null {
  const asked = stepAsks[verb].find((name) => !isFilled[name](fields))
  if (asked) return asked
  const { words, pictures } = moveOf(verb)
  if (words === 'must' && !isSaid(fields.words)) return 'words'
  if (verb === 'note' && !isSaid(fields.note)) return 'note'
  return pictures === 'proof' && isSeen && fields.pictures.length === 0 ? 'proof' : null
}

type DeedFrom<Verb extends DeskVerb> = (fields: StepFields, said: Said) => Extract<Deed, { verb: Verb }>

/** What many steps have in common. */
interface Said {
  /** Where words must be. */
  readonly words: string
  /** Where there may be none. */
  readonly maySay: string | null
  readonly pictures: string[]
}

const agencyOrNone = ({ agency }: StepFields): string | null => (agency === unclear ? null : agency)

const deeds: { readonly [Verb in DeskVerb]: DeedFrom<Verb> } = {
  accept: (_, { maySay }) => ({ verb: 'accept', words: maySay }),
  assign: ({ agency }, { maySay }) => ({ verb: 'assign', agencyId: agency ?? '', words: maySay }),
  start: (_, { maySay }) => ({ verb: 'start', words: maySay }),
  contact: ({ reached }, { maySay }) => ({ verb: 'contact', reached: reached === true, words: maySay }),
  'request-info': (_, { words }) => ({ verb: 'request-info', words }),
  'supply-info': (_, { words, pictures }) => ({ verb: 'supply-info', words, pictures }),
  refer: ({ to }, { words }) => ({ verb: 'refer', to: to.trim(), words }),
  return: (fields, { words }) => ({ verb: 'return', agencyId: agencyOrNone(fields), words }),
  hold: (fields, { words }) => ({ verb: 'hold', until: momentOf(fields, morning), words }),
  resume: (_, { maySay }) => ({ verb: 'resume', words: maySay }),
  extend: ({ days }, { words }) => ({ verb: 'extend', days: days ?? 0, words }),
  'propose-resolution': (_, { words, pictures }) => ({ verb: 'propose-resolution', words, pictures }),
  reopen: (_, { words, pictures }) => ({ verb: 'reopen', words, pictures }),
  decline: ({ to }, { words }) => ({ verb: 'decline', whose: to.trim(), words }),
  merge: ({ into }, { maySay }) => ({ verb: 'merge', into: into ?? '', words: maySay }),
  supervise: (_, { words }) => ({ verb: 'supervise', words }),
  'call-back': ({ heard }, { maySay }) => ({ verb: 'call-back', heard: heard ?? 'no-answer', words: maySay }),
  whistle: (fields, { words }) => ({
    verb: 'whistle',
    at: momentOf(fields),
    place: fields.place.trim(),
    agencyIds: [...fields.agencies],
    words,
  }),
  'whistle-note': ({ agencies }, { words, pictures }) => ({
    verb: 'whistle-note',
    came: [...agencies],
    words,
    pictures,
  }),
  meet: (fields, { maySay }) => ({
    verb: 'meet',
    at: momentOf(fields),
    place: fields.place.trim(),
    who: fields.who.trim(),
    words: maySay,
  }),
  'meet-note': (fields, { words }) => ({
    verb: 'meet-note',
    who: fields.who.trim(),
    followUpAt: fields.day === never ? null : momentOf(fields, morning),
    words,
  }),
  split: ({ agencies, parts }, { maySay }) => ({
    verb: 'split',
    tasks: agencies.map((agencyId) => ({ agencyId, what: (parts[agencyId] ?? '').trim() })),
    words: maySay,
  }),
  'task-done': ({ task }, { words, pictures }) => ({ verb: 'task-done', taskId: task ?? '', words, pictures }),
  'task-return': (fields, { words }) => ({
    verb: 'task-return',
    taskId: fields.task ?? '',
    agencyId: agencyOrNone(fields),
    words,
  }),
  note: () => ({ verb: 'note' }),
}

/** What is sent; only where nothing is missing. */
export function deedOf(verb: DeskVerb, fields: StepFields): Deed {
  const words = fields.words.trim()
  const pictures = fields.pictures.map(({ pictureId }) => pictureId)
  return deeds[verb](fields, { words, maySay: words === '' ? null : words, pictures })
}

/** Of a step what its sentence in the timeline is made of, before it is sent. */
export function dataOf(fields: StepFields, nameOf: (agencyId: string) => string | null) {
  const agency = agencyOrNone(fields)
  const at = fields.day === null || fields.day === never ? null : momentOf(fields, morning)
  return {
    agencyName: agency === null ? null : nameOf(agency),
    reached: fields.reached,
    to: fields.to.trim(),
    whose: fields.to.trim(),
    days: fields.days,
    until: at,
    at,
    heard: fields.heard,
  }
}
