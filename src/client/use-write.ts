import { useCallback, useRef, useState } from 'react'
import { call, newKey, type Answer } from './call'
import type { Input, Output, Refusal, WriteName } from './named'

/** Sends writes of one action, one at a time. */
export interface Sending<Name extends WriteName> {
  readonly busy: boolean
  /**
   * The server's answer; null for a second tap while the first is under way. The same input, sent again because
   * nothing came of it, carries the same key: if only the reply was lost, nothing happens twice.
   */
  send(input: Input<Name>): Promise<Answer<Name> | null>
}

/** For a page that has to look at each answer itself; most use `useWrite`. Nothing is kept on the phone. */
export function useSend<Name extends WriteName>(action: Name): Sending<Name> {
  const [busy, setBusy] = useState(false)
  const under = useRef(false)
  const last = useRef<{ readonly input: string; readonly key: string } | null>(null)

  const send = useCallback(
    async (input: Input<Name>) => {
      if (under.current) return null
      under.current = true
      setBusy(true)
      const asText = JSON.stringify(input)
      // Only the last one: a value that was changed and changed back is meant anew.
      const intent = last.current?.input === asText ? last.current : { input: asText, key: newKey() }
      last.current = intent
      const answer = await call(action, input, { key: intent.key })
      if (answer.ok) last.current = null
      under.current = false
      setBusy(false)
      return answer
    },
    [action],
  )
  return { busy, send }
}

/** A write as a page uses it. */
export interface Writing<Name extends WriteName> {
  readonly busy: boolean
  /** Why the last one brought nothing, until the next one starts. */
  readonly refused: Refusal<Name> | null
  /** The server's data, or null: refused, or left aside because one is under way. */
  run(input: Input<Name>): Promise<Output<Name> | null>
  /** Takes the refusal off the page, such as when somebody goes on typing. */
  clear(): void
}

/** Writes now, or says why not; what has to reach the server some time goes by `submit`. */
export function useWrite<Name extends WriteName>(action: Name): Writing<Name> {
  const { busy, send } = useSend(action)
  const [refused, setRefused] = useState<Refusal<Name> | null>(null)
  const run = useCallback(
    async (input: Input<Name>) => {
      setRefused(null)
      const answer = await send(input)
      if (answer === null) return null
      if (answer.ok) return answer.data
      setRefused(answer.refused)
      return null
    },
    [send],
  )
  const clear = useCallback(() => setRefused(null), [])
  return { busy, refused, run, clear }
}
