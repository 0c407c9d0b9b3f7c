import type { Surroundings } from './handle'

/** What the timer's steps are given: nobody is behind them. */
export interface Run extends Surroundings {
  /** Whether there is time for one more batch. */
  hasTime(): boolean
}
