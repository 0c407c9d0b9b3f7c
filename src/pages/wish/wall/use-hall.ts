import { useEffect, useState } from 'react'
import { call, type Input, type Output } from '../../../client'
import type { OfferCardView, WishCardView } from '../../../contract'
import { hour, minute } from '../../../domain/time/clock'

/** How often (ms) a screen asks anew, and how often some of its cards turn. */
const freshEach = minute
const turnEach = 12_000
/** A card that was on no page read since (ms) hangs no more, or comes again with its page. */
const knownFor = 5 * minute

/** Cards of the wall as they were seen last. */
export interface HallWall {
  readonly wishes: readonly WishCardView[]
  readonly offers: readonly OfferCardView[]
  readonly pairs: readonly WishCardView[]
  readonly paired: number
  /** When it was seen (ms). */
  readonly at: number
}

export interface Hall {
  /** Null: nothing was seen yet. */
  readonly wall: HallWall | null
  /** The last look brought nothing: what is shown is older. */
  readonly isStale: boolean
  /** Grows by one with each turn. */
  readonly tick: number
  readonly isPaused: boolean
}

type Zone = Input<'wall.page'>['zone']
type Page = Output<'wall.page'>
const zones: readonly Zone[] = ['wishes', 'offers', 'stack']
const nothing: Page = { wishes: [], offers: [], cursor: null }

/** So long (ms) a screen that gets nothing new shows what it saw: nobody should read an old wall for days. */
const shownFor = 24 * hour

/** What a screen knows between two looks: where each zone goes on, and its cards with when they were seen last. */
interface Known {
  readonly cursors: Record<Zone, string | null>
  readonly wishes: Map<string, Seen<WishCardView>>
  readonly offers: Map<string, Seen<OfferCardView>>
  readonly pairs: Map<string, Seen<WishCardView>>
}
interface Seen<Card> {
  readonly card: Card
  readonly at: number
}
const nothingKnown = (): Known => ({
  cursors: { wishes: null, offers: null, stack: null },
  ...{ wishes: new Map(), offers: new Map(), pairs: new Map() },
})

/**
 * A wall that looks after itself: each minute the newest cards and one further page of each zone, so that in time all of
 * it comes round. Without a network the last one stays. Space stops and goes on.
 */
export function useHall(communityId: string): Hall {
  const [wall, setWall] = useState<HallWall | null>(null)
  const [isStale, setStale] = useState(false)
  const [tick, setTick] = useState(0)
  const [isPaused, setPaused] = useState(false)

  useEffect(() => {
    let isOver = false
    const known = nothingKnown()
    const look = async () => {
      const seen = await lookAt(communityId, known)
      if (isOver) return
      setStale(seen === null)
      if (seen) setWall(seen)
      else setWall((before) => (before && Date.now() - before.at > shownFor ? null : before))
    }
    void look()
    const timer = setInterval(() => void look(), freshEach)
    return () => {
      isOver = true
      clearInterval(timer)
    }
  }, [communityId])

  useEffect(() => {
    if (isPaused) return
    const timer = setInterval(() => setTick((before) => before + 1), turnEach)
    return () => clearInterval(timer)
  }, [isPaused])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== 'Space') return
      event.preventDefault()
      setPaused((before) => !before)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  return { wall, isStale, tick, isPaused }
}

/** The newest of the wall, and the next page of each zone; null: the network failed. Moves on what is known. */
async function lookAt(communityId: string, known: Known): Promise<HallWall | null> {
  const asked = { communityId, group: null, buildingId: null, part: null, order: 'newest' as const }
  const [open, ...pages] = await Promise.all([
    call('wall.open', asked),
    ...zones.map((zone) => call('wall.page', { ...asked, zone, cursor: known.cursors[zone] })),
  ])
  if (!open.ok) return null
  const [wishes = nothing, offers = nothing, stack = nothing] = pages.map((page) => (page.ok ? page.data : nothing))
  Object.assign(known.cursors, { wishes: wishes.cursor, offers: offers.cursor, stack: stack.cursor })
  const at = Date.now()
  return {
    wishes: merged(known.wishes, [...open.data.wishes, ...wishes.wishes], ({ wishId }) => wishId, at),
    offers: merged(known.offers, [...open.data.offers, ...offers.offers], ({ offerId }) => offerId, at),
    pairs: merged(known.pairs, stack.wishes, ({ wishId }) => wishId, at),
    ...{ paired: open.data.paired, at },
  }
}

/** Notes what was seen and drops what was not for long; a card keeps its place among the others while it hangs. */
function merged<Card>(
  known: Map<string, Seen<Card>>,
  cards: readonly Card[],
  idOf: (card: Card) => string,
  at: number,
): readonly Card[] {
  for (const card of cards) known.set(idOf(card), { card, at })
  for (const [id, seen] of known) if (at - seen.at >= knownFor) known.delete(id)
  return [...known.values()].map(({ card }) => card)
}
