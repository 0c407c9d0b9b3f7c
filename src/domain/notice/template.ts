import type { NoticeWhere } from './audience'
import { noticeWhats, type NoticeAbout, type NoticeKind } from './kinds'
import type { NoticeSpan } from './notice'
import { lengthOf } from './problems'

/** What a template leaves open. Places, times and choices are touched; words alone are typed. */
export type Blank = {
  readonly id: string
  /** Only where the notice is about one of these; nothing said: always. */
  readonly of?: readonly string[]
} & (
  | { readonly fill: 'places' }
  /** must: with a beginning. */
  | { readonly fill: 'time'; readonly must: boolean }
  | { readonly fill: 'choice'; readonly options: readonly string[] }
  | { readonly fill: 'words'; readonly must: boolean; readonly most: number }
)

/** Why something is off, or not said. */
export const outageReasons = ['none', 'repair', 'fault', 'renewal', 'weather'] as const
export type OutageReason = (typeof outageReasons)[number]

const places: Blank = { id: 'places', fill: 'places' }
const time = (must: boolean, of?: readonly string[]): Blank => ({
  ...{ id: 'time', fill: 'time', must },
  ...(of ? { of } : {}),
})
const words = (id: string, most: number, must: boolean, of?: readonly string[]): Blank => ({
  ...{ id, fill: 'words', must, most },
  ...(of ? { of } : {}),
})
const what = (kind: NoticeKind): Blank => ({ id: 'what', fill: 'choice', options: noticeWhats[kind] })

/** The blanks of each kind, in the order in which they are asked. */
export const noticeTemplates: Readonly<Record<NoticeKind, readonly Blank[]>> = {
  outage: [
    what('outage'),
    places,
    time(true),
    { id: 'reason', fill: 'choice', options: outageReasons },
    words('more', 100, false),
  ],
  work: [what('work'), places, time(false), words('name', 10, true, ['other']), words('more', 100, false)],
  service: [
    what('service'),
    places,
    time(false),
    words('name', 12, true, ['other']),
    words('where', 20, true),
    words('bring', 60, false),
  ],
  meeting: [
    // What asks for voices goes on until its deadline, which is asked with the question.
    ...[what('meeting'), places, time(false, ['meeting', 'sign-up']), words('topic', 20, true)],
    words('where', 20, true, ['meeting', 'sign-up']),
    words('more', 200, false),
  ],
  safety: [...[what('safety'), places, time(false)], words('name', 12, true, ['other']), words('more', 200, false)],
  'lost-found': [
    what('lost-found'),
    places,
    words('thing', 10, true),
    words('where', 20, true),
    words('more', 60, false),
  ],
}

/** What was filled in so far. */
export interface Filling {
  readonly where: NoticeWhere | null
  readonly span: NoticeSpan | null
  /** Ids of blanks → ids of options. */
  readonly choices: Readonly<Record<string, string>>
  /** Ids of blanks → what was typed. */
  readonly words: Readonly<Record<string, string>>
}

/** As a template begins: the first option of each choice, and the writer's own places, so that little is left to do. */
export const freshFilling = (kind: NoticeKind, where: NoticeWhere | null): Filling => ({
  where,
  span: null,
  choices: Object.fromEntries(
    noticeTemplates[kind].flatMap((blank) => (blank.fill === 'choice' ? [[blank.id, blank.options[0] ?? '']] : [])),
  ),
  words: {},
})

/** The blanks that are asked, as far as it is said what the notice is about. */
export const blanksOf = (kind: NoticeKind, { choices }: Pick<Filling, 'choices'>): readonly Blank[] =>
  noticeTemplates[kind].filter(({ of }) => of === undefined || of.includes(choices['what'] ?? ''))

export interface Gap {
  readonly blank: string
  readonly why: 'empty' | 'too-long' | 'unknown' | 'order'
}

function gapIn(blank: Blank, { where, span, choices, words: typed }: Filling): Gap['why'] | null {
  switch (blank.fill) {
    case 'places':
      return where === null || isEmptyWhere(where) ? 'empty' : null
    case 'time':
      if (span === null || (span.from === null && span.until === null && !span.isNow))
        return blank.must ? 'empty' : null
      if (span.from !== null && span.until !== null && span.until <= span.from) return 'order'
      return blank.must && span.from === null && !span.isNow ? 'empty' : null
    case 'choice':
      return blank.options.includes(choices[blank.id] ?? '') ? null : 'unknown'
    case 'words': {
      const text = (typed[blank.id] ?? '').trim()
      if (text === '') return blank.must ? 'empty' : null
      return lengthOf(text) > blank.most ? 'too-long' : null
    }
  }
}

const isEmptyWhere = (where: NoticeWhere): boolean =>
  where.kind !== 'community' && (where.kind === 'units' ? where.units : where.ids).length === 0

/** What is missing or does not fit, in the order in which it is asked; empty: the notice can be written. */
export const gapsOf = (kind: NoticeKind, filling: Filling): readonly Gap[] =>
  blanksOf(kind, filling).flatMap((blank) => {
    const why = gapIn(blank, filling)
    return why === null ? [] : [{ blank: blank.id, why }]
  })

/** What it is about; null: no such choice. */
export function aboutOf(kind: NoticeKind, { choices }: Pick<Filling, 'choices'>): NoticeAbout | null {
  const found = (noticeWhats[kind] as readonly string[]).find((one) => one === choices['what'])
  return found === undefined ? null : ({ kind, what: found } as NoticeAbout)
}

/** Pieces of a title: ever shorter ways to say where, when and what. */
export interface TitleParts {
  readonly places: readonly string[]
  readonly times: readonly string[]
  readonly whats: readonly string[]
}

/**
 * The title that says the most within so many characters. The place is shortened first: whoever reads it in a group
 * knows the group's building, and nothing but the title tells when. What cannot be said shorter is cut.
 */
export function fittingTitle({ places: wheres, times, whats }: TitleParts, most: number): string {
  for (const when of times)
    for (const what of whats)
      for (const where of wheres) if (lengthOf(where + when + what) <= most) return where + when + what
  const tail = (times.at(-1) ?? '') + (whats.at(-1) ?? '')
  const room = most - lengthOf(tail)
  return room >= 2 ? cut(wheres.at(-1) ?? '', room) + tail : cut(tail, most)
}

/** Cut to so many characters, with a sign that there was more. */
const cut = (text: string, most: number): string =>
  lengthOf(text) <= most ? text : [...text].slice(0, most - 1).join('') + '…'
