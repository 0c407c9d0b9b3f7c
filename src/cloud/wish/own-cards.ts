import { dayOf, type Day } from '../../domain/time/clock'
import type { Store } from '../store'

/** As many of somebody's cards as are looked at; of those that they help with, too. */
const mostLooked = 100

/** How many cards somebody has hung. */
export interface OwnCards {
  /** On this day, whatever became of them. */
  readonly today: number
  /** That are open now. */
  readonly open: number
}

/**
 * Somebody's own yellow cards and those that they wrote for family; what they write for visitors is not counted. Those of
 * today come first, so that none of them is missed. One read.
 */
export async function ownWishes({ wishes }: Store, person: string, day: Day): Promise<OwnCards> {
  const { rows } = await wishes.scan(
    { where: { people: person }, order: 'hungAt', direction: 'desc' },
    { person: true, filedBy: true, open: true, hungAt: true },
    { most: mostLooked },
  )
  return counted(
    rows.filter((row) => (row.person === person ? row.filedBy === null : row.filedBy === person)),
    day,
  )
}

/** Somebody's own red cards. One read. */
export async function ownOffers({ offers }: Store, person: string, day: Day): Promise<OwnCards> {
  const { rows } = await offers.scan(
    { where: { person }, order: 'hungAt', direction: 'desc' },
    { filedBy: true, state: true, hungAt: true },
    { most: mostLooked },
  )
  const own = rows.filter(({ filedBy }) => filedBy === null)
  return counted(
    own.map((row) => ({ ...row, open: row.state !== 'withdrawn' })),
    day,
  )
}

const counted = (cards: readonly { readonly hungAt: number; readonly open: boolean }[], day: Day): OwnCards => ({
  today: cards.filter(({ hungAt }) => dayOf(hungAt) === day).length,
  open: cards.filter(({ open }) => open).length,
})
