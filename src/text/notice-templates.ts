import type { NoticeAbout, NoticeKind } from '../domain/notice/kinds'
import { longestTitle } from '../domain/notice/limits'
import type { NoticeSpan } from '../domain/notice/notice'
import { aboutOf, blanksOf, fittingTitle, gapsOf, type Filling, type OutageReason } from '../domain/notice/template'
import { noticeWhatNames, outageWords } from './notice-names'
import { placesTexts } from './notice-places'
import {
  noticeGroupText,
  outageAdvice,
  outageAdviceNow,
  outageReasonNames,
  safetyAdvice,
} from './notice-template-words'
import { dateSaying, shortSaying, spanText, untilText, weekdaySaying } from './notice-when'

/** What a template is made with beside what was filled in. */
export interface TemplateWorld {
  /** Names of the places, in their order; of a whole estate or community its own name. */
  readonly places: readonly string[]
  /** ms since epoch. */
  readonly now: number
}

/** What comes out of a template: everything can be changed by hand afterwards. */
export interface WrittenNotice {
  readonly about: NoticeAbout
  readonly title: string
  readonly body: string
}

type Of<Kind extends NoticeKind> = Extract<NoticeAbout, { kind: Kind }>

interface Writing<Kind extends NoticeKind> {
  readonly about: Of<Kind>
  readonly span: NoticeSpan | null
  readonly world: TemplateWorld
  /** What was typed into a blank, without blanks around; empty: nothing. */
  readonly typed: (blank: string) => string
  readonly choice: (blank: string) => string
}

/** What a kind says: ever shorter times and matters for the title, and the lines of the body. */
interface Said {
  readonly times: readonly string[]
  readonly whats: readonly string[]
  readonly lines: readonly string[]
}

/** As sentences: with one full stop each, whatever was typed. */
const sentence = (text: string): string => (text === '' || /[。！？…]$/u.test(text) ? text : `${text}。`)

const whereText = ({ places }: TemplateWorld): string => placesTexts(places)[0] ?? ''

/** Ever shorter times: 11月24日14:00–17:00, 14点–17点, 14点起, 11月24日. Relative days would be wrong tomorrow. */
function timesOf(span: NoticeSpan | null, now: number): readonly string[] {
  if (span === null) return ['']
  const { from, until } = span
  const [full, short] = [dateSaying(now), shortSaying(now)]
  const texts = [spanText(from, until, full), spanText(from, until, short)]
  return from === null ? texts : [...texts, spanText(from, null, short), dateSaying(now).day(from)]
}

/** With the weekday, for the body; empty: no time. */
const longTime = (span: NoticeSpan | null, now: number): string =>
  span === null ? '' : spanText(span.from, span.until, weekdaySaying(now))

function outage({ about, span, world, typed, choice }: Writing<'outage'>): Said {
  const { off, isOff } = outageWords[about.what]
  const reason = choice('reason') as OutageReason
  const why = reason === 'none' ? '' : `原因：${outageReasonNames[reason]}。`
  const lines = (first: string, advice: string) => [
    `${whereText(world)}：${first}。`,
    ...[why, advice, sentence(typed('more'))],
  ]
  if (!span?.isNow)
    return {
      times: timesOf(span, world.now),
      whats: [off],
      lines: lines(`${longTime(span, world.now)}${off}`, outageAdvice[about.what]),
    }
  const { until } = span
  const advice = outageAdviceNow[about.what]
  if (until === null)
    return { times: [''], whats: [isOff], lines: lines(`${isOff}，正在查原因，恢复时间还不知道`, advice) }
  const ends = [dateSaying(world.now), shortSaying(world.now)].map((saying) => untilText(until, saying))
  return {
    times: [''],
    whats: [...ends.map((end) => `${isOff}，预计${end}恢复`), isOff],
    lines: lines(`${isOff}，预计${untilText(until, weekdaySaying(world.now))}恢复`, advice),
  }
}

/** Kinds whose body is a head line and what was typed. */
function plain(
  writing: Pick<Writing<NoticeKind>, 'span' | 'world'>,
  whats: readonly string[],
  rest: readonly string[],
): Said {
  const { span, world } = writing
  const when = longTime(span, world.now)
  const head = `${whereText(world)}：${when === '' ? '' : `${when}，`}${whats[0] ?? ''}。`
  return { times: timesOf(span, world.now), whats, lines: [head, ...rest.map(sentence)] }
}

function work(writing: Writing<'work'>): Said {
  const { what } = writing.about
  const name = what === 'other' ? writing.typed('name') : noticeWhatNames.work[what]
  return plain(writing, [name], ['施工时可能有些吵，请您谅解，路过注意安全', writing.typed('more')])
}

function service(writing: Writing<'service'>): Said {
  const { about, typed } = writing
  const name = about.what === 'other' ? typed('name') : noticeWhatNames.service[about.what]
  const bring = typed('bring')
  return plain(
    writing,
    [name],
    [`地点：${typed('where')}`, bring === '' ? '' : `请带上：${bring}`, '不会办的、来不了的，请告诉我们，我们来帮忙'],
  )
}

function meeting(writing: Writing<'meeting'>): Said {
  const { about, typed } = writing
  const name = noticeWhatNames.meeting[about.what]
  const where = typed('where')
  return plain(writing, [`${name}：${typed('topic')}`, name], [where === '' ? '' : `地点：${where}`, typed('more')])
}

function safety(writing: Writing<'safety'>): Said {
  const { about, typed } = writing
  const name = about.what === 'other' ? typed('name') : noticeWhatNames.safety[about.what]
  const advice = about.what === 'other' ? '' : safetyAdvice[about.what]
  return plain(writing, [`请注意${name}`, name], [advice, typed('more')])
}

function lostFound(writing: Writing<'lost-found'>): Said {
  const { about, typed } = writing
  const isFound = about.what === 'found'
  const [thing, where] = [typed('thing'), typed('where')]
  return plain(
    writing,
    [isFound ? `有人捡到${thing}` : `有人丢了${thing}`],
    [`地点：${where}`, isFound ? '是您的请到服务中心认领' : '捡到的请交到服务中心', typed('more')],
  )
}

const writers: { readonly [Kind in NoticeKind]: (writing: Writing<Kind>) => Said } = {
  outage,
  work,
  service,
  meeting,
  safety,
  'lost-found': lostFound,
}

/** The notice that a filled template gives; null: something is missing still. */
export function writtenFrom(kind: NoticeKind, filling: Filling, world: TemplateWorld): WrittenNotice | null {
  const about = aboutOf(kind, filling)
  if (about === null || gapsOf(kind, filling).length > 0) return null
  // A time that was chosen before it became something without one is not said.
  const hasTime = blanksOf(kind, filling).some(({ fill }) => fill === 'time')
  const writing: Writing<NoticeKind> = {
    ...{ about, span: hasTime ? filling.span : null, world },
    typed: (blank) => (filling.words[blank] ?? '').trim(),
    choice: (blank) => filling.choices[blank] ?? '',
  }
  // TypeScript cannot see that a kind and what is written of it go together.
  const { times, whats, lines } = (writers[kind] as (writing: Writing<NoticeKind>) => Said)(writing)
  return {
    about,
    title: fittingTitle({ places: placesTexts(world.places), times, whats }, longestTitle),
    body: lines.filter((line) => line !== '').join('\n'),
  }
}

const groupHeads: Readonly<Record<Exclude<NoticeKind, 'outage'>, string>> = {
  work: '施工通知',
  service: '服务通知',
  meeting: '社区通知',
  safety: '安全提醒',
  'lost-found': '失物招领',
}

/** For those who prefer words to a card. `office`: who says it, never a person's name. */
export function groupTextOf(
  { about, body }: Pick<WrittenNotice, 'about' | 'body'>,
  isEmergency: boolean,
  office: string,
): string {
  const name = about.kind === 'outage' ? outageWords[about.what].off + noticeGroupText.notice : groupHeads[about.kind]
  const head = isEmergency ? noticeGroupText.emergencyHead(name) : noticeGroupText.head(name)
  return [`${head}${body}`, noticeGroupText.help, noticeGroupText.from(office)].join('\n')
}

/** 恢复: what the leader shares and copies once it is back. `at` in ms. */
export function restoredTexts(
  about: Of<'outage'>,
  { places, now }: TemplateWorld,
  at: number,
): { readonly title: string; readonly groupText: string } {
  const back = outageWords[about.what].isBack
  const title = fittingTitle({ places: placesTexts(places), times: [''], whats: [back] }, longestTitle)
  const when = untilText(at, dateSaying(now))
  return {
    title,
    groupText: `【恢复通知】${placesTexts(places)[0] ?? ''}${back}（${when}）。家里还没有恢复的，请告诉我们。`,
  }
}
