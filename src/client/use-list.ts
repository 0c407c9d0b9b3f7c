import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from './call'
import { keep, recall } from './kept'
import type { ActionName, Input, Output, Refusal } from './named'

/** A list that comes page by page. */
export interface List<Row, Refusal> {
  readonly rows: readonly Row[]
  readonly busy: boolean
  readonly refused: Refusal | null
  /** Asks for the next page, or again after a failure; null at the end. */
  readonly more: (() => void) | null
}

/**
 * Reads a list page by page. Its first page is kept on the phone under `name`, and shown when there is no network.
 */
export function useList<Name extends ActionName, Row>(
  name: string,
  action: Name,
  inputFor: (cursor: string | null) => Input<Name>,
  rowsOf: (output: Output<Name>) => readonly Row[],
): List<Row, Refusal<Name>> {
  const [rows, setRows] = useState<readonly Row[]>(() => recall<Row[]>(`list:${name}`)?.value ?? [])
  const [cursor, setCursor] = useState<string | null>(null)
  const [state, setState] = useState<{ busy: boolean; refused: Refusal<Name> | null }>({ busy: true, refused: null })
  const latest = useRef({ inputFor, rowsOf })
  latest.current = { inputFor, rowsOf }

  const read = useCallback(
    async (from: string | null) => {
      setState({ busy: true, refused: null })
      const answer = await call(action, latest.current.inputFor(from))
      if (!answer.ok) {
        setState({ busy: false, refused: answer.refused })
        return
      }
      const page = latest.current.rowsOf(answer.data)
      if (from === null) keep(`list:${name}`, page)
      setRows((before) => (from === null ? page : [...before, ...page]))
      setCursor((answer.data as { cursor: string | null }).cursor)
      setState({ busy: false, refused: null })
    },
    [action, name],
  )
  useEffect(() => void read(null), [read])

  const more = state.refused || cursor !== null ? () => void (state.busy ? undefined : read(cursor)) : null
  return { rows, ...state, more }
}
