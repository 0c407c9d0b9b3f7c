import type { Output } from '../../../client'

export type Shown = Output<'wish.show'>
export type Visit = Shown['appointments'][number]

/** Who looks at a wish as one of those who are in it, and what of it concerns them now. */
export interface Visiting {
  readonly wish: Shown
  readonly reader: 'wisher' | 'helper'
  /** "wisher", or the helper's id. */
  readonly side: string
  readonly now: number
  /** They come instead of a helper, for one visit. */
  readonly isStandIn: boolean
  /** A time that somebody proposed, and the other side has not answered. */
  readonly proposed: Visit | undefined
  /** The visit that is agreed, or whose end nobody knows. */
  readonly agreed: Visit | undefined
  /** The last one that came about. */
  readonly done: Visit | undefined
}

/** null: the caller is of the office, and not in it. */
export function visiting(wish: Shown, now: number): Visiting | null {
  const isWisher = wish.viewer === 'wisher'
  const side = isWisher ? 'wisher' : wish.helperId
  if (side === null) return null
  const latest = [...wish.appointments].reverse()
  return {
    ...{ wish, side, now },
    reader: isWisher ? 'wisher' : 'helper',
    isStandIn: !isWisher && !wish.helpers.some(({ isMe }) => isMe),
    proposed: latest.find(({ state }) => state === 'proposed'),
    agreed: latest.find(({ state }) => state === 'unsure') ?? latest.find(({ state }) => state === 'agreed'),
    done: latest.find(({ state }) => state === 'done'),
  }
}

const minute = 60_000
export const endOf = ({ at, minutes }: Visit): number => at + minutes * minute

/** Both helpers are one side: what one proposed, the other need not answer. */
export const isOurs = ({ proposedBy }: Visit, reader: Visiting['reader']): boolean =>
  (proposedBy === 'wisher') === (reader === 'wisher')

export const hasFinished = (visit: Visit, side: string): boolean => visit.finished.some((said) => said.side === side)

/** Whether it is the caller who comes: not where somebody stands in for them. */
export const comes = (visit: Visit, { side, isStandIn }: Visiting): boolean =>
  isStandIn || !visit.standIns.some(({ helperId, found }) => helperId === side && found)

/** Whether the caller has still to agree to a pair that was proposed. */
export const mustAgree = ({ wish, reader, side }: Visiting): boolean =>
  wish.card.state === 'proposed' &&
  (reader === 'wisher' ? !wish.wisherAgreed : wish.helpers.some(({ helperId, agreed }) => helperId === side && !agreed))
