const minute = 60_000
const hour = 60 * minute

/** How long (ms) a message is somebody's who sends it: longer than any function lives, so that no two send it. */
export const pushLease = minute
/** How often it is tried; each crash in the middle of a try counts as one. */
export const mostTries = 8
/** What is waited (ms) before the next try; the last one holds for all further tries. */
const pauses = [minute, 10 * minute, 30 * minute, 2 * hour, 6 * hour] as const
/** WeChat sends one message to a person at a time: the other one is over in moments. */
const crowdedPause = 5_000

/** WeChat's number for what became of a message, or that it could not be asked. */
export type PushAnswer = number | 'unreachable'

/** What becomes of a message after an answer. */
export interface PushVerdict {
  /** none: it waits in 消息 only. */
  readonly push: 'sent' | 'none' | 'waiting' | 'failed'
  /** ms until the next try, where it waits. */
  readonly pause: number
  /**
   * What becomes of the consent that was taken for it. spent: used up, or kept for the next try. back: WeChat did not
   * use it. over: WeChat knows of none that is left. banned: WeChat lets nobody send this kind to this person.
   */
  readonly consent: 'spent' | 'back' | 'over' | 'banned'
  /** Whether the try counts. */
  readonly counts: boolean
  /** Whether somebody should look into it. */
  readonly odd: boolean
}

const verdict = (push: PushVerdict['push'], over: Partial<PushVerdict> = {}): PushVerdict => ({
  push,
  pause: 0,
  consent: 'spent',
  counts: true,
  odd: false,
  ...over,
})

/**
 * What an answer of WeChat's means for a message that was tried so many times, this one included.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html
 * @param chance 0 … 1, so that those who waited together do not come back together
 */
export function verdictOn(answer: PushAnswer, tries: number, chance: number): PushVerdict {
  switch (answer) {
    case 0:
      return verdict('sent')
    case 43101:
      return verdict('none', { consent: 'over' })
    case 43107:
      return verdict('none', { consent: 'banned' })
    case 43108:
      return verdict('waiting', { pause: later(crowdedPause, chance), counts: false })
    // A field that does not fit, a template that there is not: no later try would fare better.
    case 47003:
    case 40037:
      return verdict('failed', { consent: 'back', odd: true })
    default:
      if (tries >= mostTries) return verdict('failed', { consent: 'back', odd: true })
      return verdict('waiting', { pause: later(pauseAfter(tries), chance) })
  }
}

const pauseAfter = (tries: number): number => pauses[Math.min(Math.max(tries, 1), pauses.length) - 1] ?? hour
const later = (pause: number, chance: number) => Math.round(pause * (1 + chance / 2))
