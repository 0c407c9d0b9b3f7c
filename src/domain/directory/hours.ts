import type { Schedule } from '../routing/types'
import { type Days, type HoursToken, nextHoursToken, plainHours } from './hours-tokens'
import type { DirectoryWords } from './layout'

/** Why opening hours were not understood, and which part of them. */
export interface UnclearHours {
  readonly unclear: 'hours-unclear' | 'hours-no-days' | 'hours-other-days' | 'hours-backwards'
  readonly part: string
}
/** Opening hours as a keeper types them. No schedule means round the clock. */
export type TypedHours = { readonly schedules: readonly Schedule[] } | UnclearHours

/** What was understood so far. */
interface Heard {
  readonly schedules: readonly Schedule[]
  /** Days that were said and wait for their hours. */
  readonly days: readonly Days[]
  /** They had hours already: the next name of days begins anew. */
  readonly isUsed: boolean
  readonly isAlways: boolean
  readonly shut: readonly Days[]
}

const nothing: Heard = { schedules: [], days: [], isUsed: false, isAlways: false, shut: [] }

/** Whoever writes a later hour than this counts to 24; 12:00-1:30 may still end in the afternoon. */
const afterNoon = 13 * 60

const two = (value: number) => String(value).padStart(2, '0')
const clockOf = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

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
  const { days, isUsed, shut } = heard
  switch (token.is) {
    case 'nothing':
      return heard
    case 'other-days':
      return 'hours-other-days'
    case 'days':
      return { ...heard, days: isUsed ? [token.days] : [...days, token.days], isUsed: false }
    case 'but':
      return { ...heard, shut: [...shut, token.days] }
    case 'closed':
      return days.length === 0 || isUsed ? 'hours-unclear' : { ...heard, shut: [...shut, ...days], days: [] }
    case 'always': {
      const isWhole = days.length === 0 || together(days)[0] === 'every'
      return isWhole ? { ...heard, isAlways: true, isUsed: true } : open(heard, '00:00', '24:00')
    }
    case 'range': {
      const { opensAt, closesAt, isNight } = token
      if (days.length === 0) return 'hours-no-days'
      // 9:00-5:00 may be five in the afternoon, or the next morning.
      if (closesAt <= opensAt && !isNight && (opensAt < afterNoon || closesAt === opensAt)) return 'hours-backwards'
      return open(heard, clockOf(opensAt), clockOf(closesAt))
    }
  }
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
    if (typeof after === 'string') return { unclear: after, part: next.part }
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
