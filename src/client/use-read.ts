import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from './call'
import type { Input, Output, ReadName, Refusal } from './named'
import { timesBack, useTimesBack } from './online'

/** What a page knows of something that it reads. Nothing of it is kept on the phone. */
export interface Reading<Name extends ReadName> {
  /** Stays while it is asked for again, and where that fails. Null for another input until its answer is there. */
  readonly data: Output<Name> | null
  readonly busy: boolean
  /** Why the last call brought nothing. */
  readonly refused: Refusal<Name> | null
  /** Asks again. */
  reload(): Promise<void>
}

interface State<Name extends ReadName> {
  readonly key: string
  readonly data: Output<Name> | null
  readonly busy: boolean
  readonly refused: Refusal<Name> | null
  /** How often the network had come back when this was asked. */
  readonly asked: number
}

/** Reads something once, again for another input, and when the network is back. `null`: nothing is asked. */
export function useRead<Name extends ReadName>(action: Name, input: Input<Name> | null): Reading<Name> {
  const key = input === null ? '' : JSON.stringify(input)
  const fresh: State<Name> = { key, data: null, busy: input !== null, refused: null, asked: timesBack() }
  const [state, setState] = useState<State<Name>>(fresh)
  const current = useRef(input)
  current.current = input
  const turn = useRef(0)

  const reload = useCallback(async () => {
    const asked = current.current
    if (asked === null) return
    const mine = ++turn.current
    const name = JSON.stringify(asked)
    const began = timesBack()
    setState((before) => ({
      key: name,
      data: before.key === name ? before.data : null,
      busy: true,
      refused: null,
      asked: began,
    }))
    const answer = await call(action, asked)
    // Asked again meanwhile, or for something else.
    if (mine !== turn.current) return
    setState((before) => ({
      key: name,
      data: answer.ok ? answer.data : before.data,
      busy: false,
      refused: answer.ok ? null : answer.refused,
      asked: began,
    }))
  }, [action])

  useEffect(() => {
    turn.current++
    void reload()
  }, [key, reload])

  const { refused, asked } = state
  const back = useTimesBack()
  useEffect(() => {
    // Also where it came back while this was on its way: nobody will say so once more.
    if (back !== asked && refused?.startsWith('network.')) void reload()
  }, [back, asked, refused, reload])

  // Until the effect has run for a new input, the old state is not its.
  const shown = state.key === key ? state : fresh
  return { data: shown.data, busy: shown.busy, refused: shown.refused, reload }
}
