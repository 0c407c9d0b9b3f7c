import { useCallback, useEffect, useRef, useState } from 'react'
import type { OfferCardView, WishCardView } from '../contract'
import { call } from './call'
import { keep, recall } from './kept'
import type { Input, Output, Refusal } from './named'
import { timesBack, useTimesBack } from './online'
import type { List } from './use-list'

/** What is asked of the wall: the community, what it is sifted by, and the order. */
export type WallAsked = Input<'wall.open'>
type Refused = Refusal<'wall.open'> | Refusal<'wall.page'>

/** One zone: the yellow cards, or the red ones. */
export type WallZone<Card> = List<Card, Refused>

/** The wall as a page shows it: both zones, and how thick the stack is. */
export interface Wall {
  readonly wishes: WallZone<WishCardView>
  readonly offers: WallZone<OfferCardView>
  /** Pairs in the stack; null: not known yet. */
  readonly paired: number | null
  /** When it was seen (ms), where it comes from the phone and not from the server. */
  readonly keptAt: number | null
  readonly busy: boolean
  /** Why the last look at the whole of it brought nothing. */
  readonly refused: Refused | null
  reload(): Promise<void>
  /** As `reload`; whoever has gone on to further pages keeps them and their place. */
  refresh(): Promise<void>
}

interface Zone<Card> {
  readonly rows: readonly Card[]
  readonly cursor: string | null
  readonly busy: boolean
  readonly refused: Refused | null
  readonly pages: number
}
interface State {
  readonly key: string
  readonly wishes: Zone<WishCardView>
  readonly offers: Zone<OfferCardView>
  readonly paired: number | null
  readonly keptAt: number | null
  readonly busy: boolean
  readonly refused: Refused | null
  /** How often the network had come back when this was asked. */
  readonly asked: number
}

/** Seen last, without any filter: no card says whose it is, so it may lie on the phone. */
interface KeptWall {
  readonly communityId: string
  readonly wall: Output<'wall.open'>
}
const keptName = 'wall'
const isPlain = ({ group, buildingId, part, order }: WallAsked): boolean =>
  group === null && buildingId === null && part === null && order === 'newest'

const zoneOf = <Card>(rows: readonly Card[], cursor: string | null): Zone<Card> => ({
  ...{ rows, cursor, busy: false, refused: null, pages: 1 },
})
const seen = (wall: Output<'wall.open'>): Pick<State, 'wishes' | 'offers' | 'paired'> => ({
  wishes: zoneOf(wall.wishes, wall.wishCursor),
  offers: zoneOf(wall.offers, wall.offerCursor),
  paired: wall.paired,
})

function beginning(asked: WallAsked | null): State {
  const kept = asked && isPlain(asked) ? recall<KeptWall>(keptName) : null
  const known = kept && kept.value.communityId === asked?.communityId ? kept : null
  return {
    key: JSON.stringify(asked),
    ...(known ? seen(known.value.wall) : { wishes: zoneOf([], null), offers: zoneOf([], null), paired: null }),
    ...{ keptAt: known?.at ?? null, busy: asked !== null, refused: null, asked: timesBack() },
  }
}

/**
 * The wall of a community: both zones at once, then each page by page. What was seen last without a filter is kept on the
 * phone, and shown until the server has answered. `null`: nothing is asked.
 */
export function useWall(asked: WallAsked | null): Wall {
  const key = JSON.stringify(asked)
  const [state, setState] = useState<State>(() => beginning(asked))
  const current = useRef(asked)
  current.current = asked
  const turn = useRef(0)
  // Until the effect has run for another question, the old state is not its.
  const shown = state.key === key ? state : beginning(asked)
  const latest = useRef(shown)
  latest.current = shown

  const reload = useCallback(async () => {
    const now = current.current
    if (now === null) return
    const mine = ++turn.current
    const began = timesBack()
    const name = JSON.stringify(now)
    setState((before) => ({ ...(before.key === name ? before : beginning(now)), busy: true, refused: null }))
    const answer = await call('wall.open', now)
    if (mine !== turn.current) return
    if (answer.ok && isPlain(now)) {
      keep(keptName, { communityId: now.communityId, wall: answer.data } satisfies KeptWall)
    }
    setState((before) => ({
      ...before,
      ...(answer.ok ? { ...seen(answer.data), keptAt: null } : {}),
      ...{ busy: false, refused: answer.ok ? null : answer.refused, asked: began },
    }))
  }, [])
  useEffect(() => {
    turn.current++
    void reload()
  }, [key, reload])

  const { refused, asked: askedAt } = shown
  const back = useTimesBack()
  useEffect(() => {
    if (back !== askedAt && refused?.startsWith('network.')) void reload()
  }, [back, askedAt, refused, reload])

  const refresh = useCallback(async () => {
    const { wishes, offers } = latest.current
    if (wishes.pages === 1 && offers.pages === 1) await reload()
  }, [reload])

  const page = async (zone: 'wishes' | 'offers') => {
    const now = current.current
    const { busy, cursor } = latest.current[zone]
    if (now === null || busy || cursor === null) return
    const mine = turn.current
    const note = (news: Partial<Zone<never>>) =>
      setState((before) => (mine === turn.current ? { ...before, [zone]: { ...before[zone], ...news } } : before))
    note({ busy: true, refused: null })
    const answer = await call('wall.page', { ...now, zone, cursor })
    if (!answer.ok) return note({ busy: false, refused: answer.refused })
    setState((before) => (mine === turn.current ? { ...before, ...further(before, zone, answer.data) } : before))
  }
  const listOf = <Card>(
    { rows, cursor, busy, refused: why }: Zone<Card>,
    zone: 'wishes' | 'offers',
  ): WallZone<Card> => ({
    ...{ rows, busy, refused: why, more: cursor === null ? null : () => void page(zone) },
  })
  return {
    wishes: listOf(shown.wishes, 'wishes'),
    offers: listOf(shown.offers, 'offers'),
    ...{ paired: shown.paired, keptAt: shown.keptAt, busy: shown.busy, refused, reload, refresh },
  }
}

/** A zone with one more page below it. A card that has moved since is not shown twice. */
function further(before: State, zone: 'wishes' | 'offers', page: Output<'wall.page'>): Partial<State> {
  const grown = <Card>(
    { rows, pages }: Zone<Card>,
    more: readonly Card[],
    idOf: (card: Card) => string,
  ): Zone<Card> => {
    const known = new Set(rows.map(idOf))
    const fresh = more.filter((card) => !known.has(idOf(card)))
    return { rows: [...rows, ...fresh], cursor: page.cursor, busy: false, refused: null, pages: pages + 1 }
  }
  return zone === 'wishes'
    ? { wishes: grown(before.wishes, page.wishes, ({ wishId }) => wishId) }
    : { offers: grown(before.offers, page.offers, ({ offerId }) => offerId) }
}
