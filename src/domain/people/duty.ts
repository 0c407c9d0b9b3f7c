import { hour } from '../time/clock'

/** So long somebody's word holds that they are on duty: over one turn at the station, also through a night. */
export const dutyHolds = 12 * hour

/** When somebody is on duty no more who says now that they are. */
export const dutyEnds = (now: number): number => now + dutyHolds

/** Whether somebody's word still holds; no word, no duty. */
export const isOnDuty = ({ onDutyUntil }: { readonly onDutyUntil?: number | undefined }, now: number): boolean =>
  onDutyUntil !== undefined && now < onDutyUntil
