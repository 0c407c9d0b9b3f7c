import { useCallback, useEffect, useRef, useState } from 'react'
import type { DoorView } from '../contract'
import { call } from './call'
import { forgetDoor, keepDoor, keptDoor } from './doors'
import type { Refusal } from './named'
import { targetKey, targetOfPlace, type Target } from './target'

/** What a page knows of its place. */
export interface Door {
  /** The place, as pages opened from here are told of it; also while it is still on its way. */
  readonly here: Target | null
  readonly view: DoorView | null
  /** When `view` came from the server (ms). */
  readonly at: number | null
  readonly busy: boolean
  /** Why the last call brought nothing; `view` may still hold what was seen before. */
  readonly refused: Refusal<'door.open'> | null
  reload(): Promise<void>
}

interface State {
  readonly key: string
  readonly view: DoorView | null
  readonly at: number | null
  readonly busy: boolean
  readonly refused: Refusal<'door.open'> | null
}

const first = (target: Target | null): State => {
  const kept = target && keptDoor(target)
  return {
    key: target ? targetKey(target) : '',
    view: kept?.value ?? null,
    at: kept?.at ?? null,
    busy: target !== null,
    refused: null,
  }
}

/** What was fetched longer ago than this (ms) is asked for again, while it is shown. */
export const staleAfter = 10 * 60 * 1000

/** What a code no longer stands for is not shown from memory either. */
const gone: readonly string[] = ['door.unknown', 'door.revoked']

/**
 * A place: at once from what this phone kept, then fresh from the server. `calls` says when to ask the server:
 * always (the landing), or only where nothing was kept or it is old (a page one came to from there, or from a card).
 * `mine` makes it the person's own door.
 */
export function useDoor(target: Target | null, calls: 'always' | 'when-old', mine = false): Door {
  const key = target ? targetKey(target) : ''
  const [state, setState] = useState<State>(() => first(target))
  const turn = useRef(0)
  const current = useRef(target)
  current.current = target
  const isMine = useRef(mine)
  isMine.current = mine

  const reload = useCallback(async () => {
    const asked = current.current
    if (!asked) return
    const mine = ++turn.current
    setState((before) => ({ ...before, busy: true }))
    const answer = await call('door.open', asked)
    // The page moved on to another place, or asked again.
    if (mine !== turn.current) return
    if (answer.ok) {
      keepDoor(asked, answer.data, isMine.current)
      setState({ key: targetKey(asked), view: answer.data, at: Date.now(), busy: false, refused: null })
    } else {
      const drop = gone.includes(answer.refused)
      if (drop) forgetDoor(asked)
      setState((before) => ({
        ...before,
        ...(drop ? { view: null, at: null } : {}),
        busy: false,
        refused: answer.refused,
      }))
    }
  }, [])

  useEffect(() => {
    const start = first(current.current)
    turn.current++
    setState(start)
    const old = start.at === null || Date.now() - start.at > staleAfter
    if (key !== '' && (calls === 'always' || old)) void reload()
    else setState((before) => ({ ...before, busy: false }))
  }, [key, calls, reload])

  // Until the effect has run for a new target, the old state is not its.
  const shown = state.key === key ? state : first(target)
  return {
    here: shown.view ? targetOfPlace(shown.view.place) : target,
    view: shown.view,
    at: shown.at,
    busy: shown.busy,
    refused: shown.refused,
    reload,
  }
}
