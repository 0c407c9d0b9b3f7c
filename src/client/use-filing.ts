import { useRef, useState } from 'react'
import { knownAccount } from './account'
import type { Answer } from './call'
import type { Input, Output, Refusal } from './named'
import type { NeedyName } from './needs'
import { submit } from './outbox'

/** What became of it; `later`: it is kept on the phone until there is a network. */
export type Filed<Name extends NeedyName> = Output<Name> | 'later'

export interface Filing<Name extends NeedyName> {
  readonly busy: boolean
  readonly refused: Refusal<Name> | null
  readonly filed: Filed<Name> | null
  send(input: Input<Name>): Promise<Filed<Name> | null>
}

/** The page's write that asks for an agreement first where one is missing. */
interface Agreeing<Name extends NeedyName> {
  readonly busy: boolean
  readonly refused: Refusal<Name> | null
  run(input: Input<Name>): Promise<Output<Name> | null>
}

/**
 * Files a complaint or a request, by way of the outbox: without a network it is said "later", and later it is sent
 * once. Whoever has not agreed to the notice is asked first, which needs the network.
 */
export function useFiling<Name extends NeedyName>(action: Name, agreeing: Agreeing<Name>): Filing<Name> {
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refusal<Name> | null>(null)
  const [filed, setFiled] = useState<Filed<Name> | null>(null)
  const under = useRef(false)
  // A try that went by the notice carries its own key: the same words go that way again, so that they are filed once.
  const asked = useRef<string | null>(null)

  const submitted = async (input: Input<Name>): Promise<Filed<Name> | null> => {
    const answer: Answer<Name> | 'later' = await submit(action, input)
    if (answer === 'later') return 'later'
    if (answer.ok) return answer.data
    if ((answer.refused as string) === 'consent.needed') return agreed(input)
    setRefused(answer.refused)
    return null
  }
  const agreed = (input: Input<Name>) => {
    asked.current = JSON.stringify(input)
    return agreeing.run(input)
  }
  const send = async (input: Input<Name>) => {
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
