import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from './call'
import type { Input, Output } from './named'

export type SimilarRequest = Output<'request.similar'>['requests'][number]

/** What neighbours have asked for already. */
export interface Similar {
  readonly requests: readonly SimilarRequest[]
  /** The same, once it is known; without an answer it is nobody: a form never waits for it in vain. */
  ask(): Promise<readonly SimilarRequest[]>
}

const nobody: readonly SimilarRequest[] = []

/** Open requests about the same matter in the same building; asked once for each. Null: there is nothing to compare. */
export function useSimilar(input: Input<'request.similar'> | null): Similar {
  const key = input === null ? '' : JSON.stringify(input)
  const [found, setFound] = useState<{ readonly key: string; readonly requests: typeof nobody }>({
    key: '',
    requests: nobody,
  })
  const asked = useRef(new Map<string, Promise<typeof nobody>>())
  const current = useRef(input)
  current.current = input

  const ask = useCallback(async () => {
    const about = current.current
    if (about === null) return nobody
    const name = JSON.stringify(about)
    const known = asked.current.get(name)
    if (known) return known
    const asking = call('request.similar', about).then((answer) => {
      // What failed may go better the next time.
      if (!answer.ok) asked.current.delete(name)
      const requests = answer.ok ? answer.data.requests : nobody
      setFound({ key: name, requests })
      return requests
    })
    asked.current.set(name, asking)
    return asking
  }, [])
  useEffect(() => void ask(), [key, ask])
  return { requests: found.key === key ? found.requests : nobody, ask }
}
