import type { Schedule } from '../routing/types'
import { afternoonOf, isUnsure } from './hours-halves'
import { clockOf, type Days, type HoursRange, type HoursToken, nextHoursToken, plainHours } from './hours-tokens'
import type { DirectoryWords } from './layout'

/** Why opening hours were not understood, and which part of them. */
export type UnclearHours =
  | { readonly unclear: 'hours-unclear' | 'hours-no-days' | 'hours-other-days'; readonly part: string }
  /** `meant`: what it can only have meant, written plainly; null where that cannot be told. */
  | { readonly unclear: 'hours-backwards'; readonly part: string; readonly meant: string | null }
/** Opening hours as a keeper types them. No schedule means round the clock. */
export type TypedHours = { readonly schedules: readonly Schedule[] } | UnclearHours

/** What was understood so far. */
interface Heard {
  readonly schedules: readonly Schedule[]
  /** Days that were said and wait for their hours. */
  readonly days: readonly Days[]
  /** They had hours already: the next name of days begins anew. */
  readonly isUsed: boolean
  /** The hours that these days have so far. */
  readonly ranges: readonly HoursRange[]
  readonly isAlways: boolean
  readonly shut: readonly Days[]
}

const nothing: Heard = { schedules: [], days: [], isUsed: false, ranges: [], isAlways: false, shut: [] }

/** All the days that several names mean together: workdays and rest days are every day. */
function together(days: readonly Days[]): readonly Days[] {
  const all = new Set(days)
  if (all.has('every') || (all.has('workday') && all.has('restday'))) return ['every']
  if (all.has('restday')) all.delete('holiday')
  return [...all]
}

const open = (heard: Heard, opensAt: string, closesAt: string): Heard => {
  const schedules = together(heard.days).map((days) => ({ days, opensAt, closesAt }))
  return { ...heard, schedules: [...heard.schedules, ...schedules], isUsed: true }
}

function hear(heard: Heard, token: HoursToken): Heard | UnclearHours['unclear'] {
  const { days, isUsed, ranges, shut } = heard
  switch (token.is) {
    case 'nothing':
      return heard
    case 'other-days':
      return 'hours-other-days'
    case 'days':
      return { ...heard, days: isUsed ? [token.days] : [...days, token.days], isUsed: false, ranges: [] }
    case 'but':
      return { ...heard, shut: [...shut, token.days] }
    case 'closed':
      return days.length === 0 || isUsed ? 'hours-unclear' : { ...heard, shut: [...shut, ...days], days: [] }
    case 'always': {
      const isWhole = days.length === 0 || together(days)[0] === 'every'
      return isWhole ? { ...heard, isAlways: true, isUsed: true } : open(heard, '00:00', '24:00')
    }
    case 'range':
      if (days.length === 0) return 'hours-no-days'
      if (isUnsure(token, ranges)) return 'hours-backwards'
      return { ...open(heard, clockOf(token.opensAt), clockOf(token.closesAt)), ranges: [...ranges, token] }
  }
}

function unclear(why: UnclearHours['unclear'], part: string, token: HoursToken, { ranges }: Heard): UnclearHours {
  if (why !== 'hours-backwards') return { unclear: why, part }
  return { unclear: why, part, meant: token.is === 'range' ? afternoonOf(token, ranges) : null }
}

/** Whether open days can fall on closed ones: a workday is no holiday, a rest day may be one. */
const clash = (opened: Days, shut: Days): boolean =>
  shut === 'every' || opened === 'every' || (opened === 'workday') === (shut === 'workday')

/** Whether all that was said fits together: nothing is open and closed at once, and no days are left without hours. */
function isSound({ schedules, days, isUsed, isAlways, shut }: Heard): boolean {
  if (isAlways) {
    const isSaidAgain = isUsed || days.length === 0 || together(days)[0] === 'every'
    return schedules.length === 0 && shut.length === 0 && isSaidAgain
  }
  const isLeft = days.length > 0 && !isUsed
  return schedules.length > 0 && !isLeft && !shut.some((of) => schedules.some((opened) => clash(opened.days, of)))
}

/** "每天 8:00-18:00", "工作日8:30—17:30；周末9点到12点", "24小时". What it is not sure of it does not guess. */
export function readHours(typed: string): TypedHours {
  let heard = nothing
  for (let rest = plainHours(typed); rest !== '';) {
    const next = nextHoursToken(rest)
    if (next === null) return { unclear: 'hours-unclear', part: rest.slice(0, 16) }
    const after = hear(heard, next.token)
    if (typeof after === 'string') return unclear(after, next.part, next.token, heard)
    heard = after
    rest = rest.slice(next.part.length)
  }
  if (!isSound(heard)) return { unclear: 'hours-unclear', part: typed.trim() }
  return { schedules: heard.schedules }
}

/** Opening hours as they are written into a sheet, so that `readHours` gives them back. */
export function hoursWords(schedules: readonly Schedule[], { hours }: Pick<DirectoryWords, 'hours'>): string {
  if (schedules.length === 0) return hours.always
  return schedules
    .map(({ days, opensAt, closesAt }) => {
      const nextDay = closesAt <= opensAt ? hours.nextDay : ''
      return `${hours[days]} ${opensAt}-${nextDay}${closesAt}`
    })
    .join(hours.between)
}
