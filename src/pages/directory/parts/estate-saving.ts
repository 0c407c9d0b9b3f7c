import { useCallback, useState } from 'react'
import { useSend, type Input, type Output, type Refusal, type WriteName } from '../../../client'

/** A save of something that others may change at the same time. */
export interface Saving<Name extends WriteName> {
  readonly busy: boolean
  readonly refused: Refusal<Name> | null
  /** Somebody else saved since it was opened: what stands there now is shown, and the next save goes by its mark. */
  readonly isMoved: boolean
  run(input: Input<Name>): Promise<Output<Name> | null>
  clear(): void
}

/** `onMoved` reads anew what stands there now; what was typed is the page's own and stays. */
export function useSaving<Name extends WriteName>(action: Name, onMoved: () => void): Saving<Name> {
  const { busy, send } = useSend(action)
  const [refused, setRefused] = useState<Refusal<Name> | null>(null)
  const [isMoved, setMoved] = useState(false)
  const run = async (input: Input<Name>) => {
    setRefused(null)
    const answer = await send(input)
    if (answer === null) return null
    if (answer.ok) {
      setMoved(false)
      return answer.data
    }
    setRefused(answer.refused)
    if (answer.refused.endsWith('.moved')) {
      setMoved(true)
      onMoved()
    }
    return null
  }
  const clear = useCallback(() => setRefused(null), [])
  return { busy, refused, isMoved, run, clear }
}
