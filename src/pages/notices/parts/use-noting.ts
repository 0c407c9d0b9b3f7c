import { useState } from 'react'
import type { Input, Output, Refusal } from '../../../client'
import { useConsented, type Consented } from '../../consent'

export type SignUpDeed = Input<'signup.note'>['deed']

/** What the office does with a sign-up: one thing at a time, said when it is done. */
export interface Noting {
  readonly busy: boolean
  readonly refused: Refusal<'signup.note'> | null
  /** What was done last. */
  readonly told: string | null
  readonly consented: Consented<'signup.note'>
  /** Answers whether it was done. `said` gets how many moved up, and how whoever was added stands. */
  do(
    deed: SignUpDeed,
    said: (movedUp: number, added: Output<'signup.note'>['added']) => string | null,
  ): Promise<boolean>
  clear(): void
}

/** Somebody else was faster: the list on the page is old. */
const old: readonly string[] = ['signup.not-there', 'signup.begun', 'signup.over', 'signup.full']

export function useNoting(noticeId: string, reload: () => Promise<void>): Noting {
  const consented = useConsented('signup.note')
  const [told, setTold] = useState<string | null>(null)
  const { busy, refused, run, clear } = consented
  return {
    ...{ busy, refused, told, consented },
    async do(deed, said) {
      setTold(null)
      const done = await run({ noticeId, deed })
      if (!done) return false
      await reload()
      setTold(said(done.movedUp, done.added))
      return true
    },
    clear() {
      if (refused !== null && old.includes(refused)) void reload()
      clear()
    },
  }
}
