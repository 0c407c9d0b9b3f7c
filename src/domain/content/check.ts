import { day, hour, minute } from '../time/clock'

/** What is kept of somebody's words or picture while nobody has judged it, and after. */
export type ShownState = 'waiting' | 'shown' | 'refused'

/** Until when a person should have looked: a day by the clock, nights and holidays included, because somebody waits. */
export const checkDue = (since: number): number => since + day

/** How often WeChat's check is asked about the same words where it does not answer; then a person looks. */
export const mostTextTries = 6
/** When words are asked about again (ms): after ten minutes, and then ever more rarely. */
export const nextTextTry = (now: number, tries: number): number => now + Math.min(10 * minute * 2 ** tries, 4 * hour)

/** How often a picture is handed to the check where no verdict comes; then a person looks. */
export const mostPictureTries = 3
/** WeChat gives its verdict within thirty minutes; later than this (ms) none is expected. */
export const nextPictureTry = (now: number): number => now + 35 * minute
/** When a picture is handed in again that the check did not take (ms). */
export const pictureNotTaken = (now: number): number => now + 5 * minute

/**
 * What a check can be about: a complaint and its answers, a picture, a request, a step of it, a word on how it went; a
 * yellow or a red card, a step of a wish, the thanks for it; an edition of a notice (or the words of its end), a question
 * to it, what somebody says where it asks.
 */
export const checkKinds = [
  ...(['complaint', 'answer', 'picture', 'request', 'step', 'voice'] as const),
  ...(['wish', 'offer', 'wish-step', 'thanks'] as const),
  ...(['notice', 'notice-question', 'opinion'] as const),
] as const
export type CheckKind = (typeof checkKinds)[number]
