import { useRef, useState } from 'react'
import type { Answer } from './call'
import { knownAccount } from './account'
import type { Input, Output, Refusal } from './named'
import { submit } from './outbox'

/** What became of it; `later`: it is kept on the phone until there is a network. */
export type Filed = Output<'complaint.file'> | 'later'

export interface Filing {
  readonly busy: boolean
  readonly refused: Refusal<'complaint.file'> | null
  readonly filed: Filed | null
  send(input: Input<'complaint.file'>): Promise<Filed | null>
}

/** The page's write that asks for an agreement first where one is missing. */
interface Agreeing {
  readonly busy: boolean
  readonly refused: Refusal<'complaint.file'> | null
  run(input: Input<'complaint.file'>): Promise<Output<'complaint.file'> | null>
}

/**
 * Files a complaint, by way of the outbox: without a network it is said "later", and later it is sent once. Whoever has
 * not agreed to the notice is asked first, which needs the network.
 */
export function useFiling(agreeing: Agreeing): Filing {
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refusal<'complaint.file'> | null>(null)
  const [filed, setFiled] = useState<Filed | null>(null)
  const under = useRef(false)
  // A try that went by the notice carries its own key: the same words go that way again, so that they are filed once.
  const asked = useRef<string | null>(null)

  const submitted = async (input: Input<'complaint.file'>): Promise<Filed | null> => {
    const answer: Answer<'complaint.file'> | 'later' = await submit('complaint.file', input)
    if (answer === 'later') return 'later'
    if (answer.ok) return answer.data
    if (answer.refused === 'consent.needed') return agreed(input)
    setRefused(answer.refused)
    return null
  }
  const agreed = (input: Input<'complaint.file'>) => {
    asked.current = JSON.stringify(input)
    return agreeing.run(input)
  }
  const send = async (input: Input<'complaint.file'>) => {
    if (under.current || filed !== null) return null
    under.current = true
    setBusy(true)
    setRefused(null)
    const byNotice = !knownAccount().purposes.includes('account') || asked.current === JSON.stringify(input)
    const outcome = await (byNotice ? agreed(input) : submitted(input))
    under.current = false
    setBusy(false)
    setFiled(outcome)
    return outcome
  }
  return { busy: busy || agreeing.busy, refused: refused ?? agreeing.refused, filed, send }
}
