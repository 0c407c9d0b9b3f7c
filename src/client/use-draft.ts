import { useCallback, useState } from 'react'
import { forget, keep, recall } from './kept'

/** What somebody is writing. */
export interface Draft<Fields> {
  readonly fields: Fields
  /** When what was found on the phone was kept (ms); null for a fresh one. */
  readonly keptAt: number | null
  change(changed: Partial<Fields>): void
  /** It has reached the server, or is in the outbox: nothing of it stays here. */
  drop(): void
}

/** What is being written survives a page that closes and an app that ends; it lies on this phone only. */
export function useDraft<Fields extends object>(name: string, empty: Fields): Draft<Fields> {
  const [found] = useState(() => recall<Partial<Fields>>(`draft:${name}`))
  const [fields, setFields] = useState<Fields>({ ...empty, ...found?.value })
  const change = useCallback(
    (changed: Partial<Fields>) =>
      setFields((before) => {
        const after = { ...before, ...changed }
        keep(`draft:${name}`, after)
        return after
      }),
    [name],
  )
  const drop = useCallback(() => forget(`draft:${name}`), [name])
  return { fields, keptAt: found?.at ?? null, change, drop }
}
