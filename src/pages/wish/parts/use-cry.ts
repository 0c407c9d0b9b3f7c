import { useRef, useState } from 'react'
import { submit, useGivenUp, useWaiting } from '../../../client'
import { longestCard } from '../../../domain/wish/limits'
import { wishDanger } from '../../../text/wish'

/** What a draft keeps of it; `later`: the outbox holds it, and nobody has been told. */
export type Cried = false | 'later' | 'told'
/** How far the duty member was told of a danger; `nowhere`: no building is known, without which nobody can be told. */
export type Cry = 'none' | 'telling' | 'told' | 'later' | 'failed' | 'nowhere'

export interface Crying {
  readonly state: Cry
  tell(words: string): Promise<void>
}

/** Where a cry is told from. */
export interface CryPlace {
  readonly buildingId: string
  /** Not only a building of the community by which its duty member is found. */
  readonly isTheirs: boolean
}

interface Telling {
  /** Looked for when it is needed; null: none is known. */
  readonly place: () => Promise<CryPlace | null>
  /** What the draft says of it. */
  readonly before: Cried
  readonly onSaid: (cried: Cried) => void
}

/**
 * Tells the duty member of a danger, by way of the outbox: without a network it goes as soon as there is one. Once for
 * what is being written.
 */
export function useCry({ place, before, onSaid }: Telling): Crying {
  const [state, setState] = useState<Cry>(before || 'none')
  const isSaid = useRef(before !== false)
  const waiting = useWaiting()
  const givenUp = useGivenUp()
  const tell = async (words: string) => {
    if (isSaid.current || words.trim() === '') return
    isSaid.current = true
    setState('telling')
    const at = await place()
    const answer = at && (await submit('wish.cry', { buildingId: at.buildingId, words: saidFrom(at, words.trim()) }))
    const said: Cried = answer === 'later' ? 'later' : answer?.ok ? 'told' : false
    // Whoever could not be told is told when somebody asks for it once more.
    isSaid.current = said !== false
    setState(said || (at ? 'failed' : 'nowhere'))
    if (said) onSaid(said)
  }
  // The outbox is empty, and nothing in it came to nothing: it has gone out meanwhile.
  const hasGone = state === 'later' && waiting === 0 && givenUp === 0
  return { state: hasGone ? 'told' : state, tell }
}

/** Nobody is sent to a door that is not theirs. */
const saidFrom = ({ isTheirs }: CryPlace, words: string): string =>
  isTheirs ? words : words.slice(0, longestCard - wishDanger.noBuilding.length) + wishDanger.noBuilding
