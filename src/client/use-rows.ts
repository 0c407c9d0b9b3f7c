import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from './call'
import type { Input, Output, ReadName, Refusal } from './named'
import { useArrived } from './outbox'
import type { List } from './use-list'

/** A list that comes page by page and leaves nothing on the phone. */
export interface Rows<Row, Refused> extends List<Row, Refused> {
  /** Reads it anew from the beginning; what is there stays until then. */
  reload(): Promise<void>
}

interface State<Row, Refused> {
  readonly key: string
  readonly rows: readonly Row[]
  readonly cursor: string | null
  readonly busy: boolean
  readonly refused: Refused | null
}

/**
 * As `useList`, for lists that tell of people: nothing is kept. `key` says which list it is: another one is read anew,
 * null asks nothing.
 */
export function useRows<Name extends ReadName, Row>(
  key: string | null,
  action: Name,
  inputFor: (cursor: string | null) => Input<Name>,
  rowsOf: (output: Output<Name>) => readonly Row[],
): Rows<Row, Refusal<Name>> {
  const name = key ?? ''
  const fresh: State<Row, Refusal<Name>> = { key: name, rows: [], cursor: null, busy: key !== null, refused: null }
  const [state, setState] = useState(fresh)
  const latest = useRef({ inputFor, rowsOf, key })
  latest.current = { inputFor, rowsOf, key }
  const turn = useRef(0)

  const read = useCallback(
    async (from: string | null) => {
      const { key: asked } = latest.current
      if (asked === null) return
      const mine = ++turn.current
      setState((before) =>
        before.key === asked
          ? { ...before, busy: true, refused: null }
          : { key: asked, rows: [], cursor: null, busy: true, refused: null },
      )
      const answer = await call(action, latest.current.inputFor(from))
      // Another list, or asked again meanwhile.
      if (mine !== turn.current) return
      if (!answer.ok) {
        setState((before) => ({ ...before, busy: false, refused: answer.refused }))
        return
      }
      const page = latest.current.rowsOf(answer.data)
      const { cursor } = answer.data as { readonly cursor: string | null }
      setState(({ rows }) => ({
        key: asked,
        rows: from === null ? page : [...rows, ...page],
        cursor,
        busy: false,
        refused: null,
      }))
    },
    [action],
  )
  // What waited on the phone may belong to this list: a request filed without a network, sent while the list was read.
  const arrived = useArrived()
  useEffect(() => void read(null), [name, read, arrived])

  const shown = state.key === name ? state : fresh
  const { rows, cursor, busy, refused } = shown
  const more = refused !== null || cursor !== null ? () => void (busy ? undefined : read(cursor)) : null
  const reload = useCallback(() => read(null), [read])
  return { rows, busy, refused, more, reload }
}
