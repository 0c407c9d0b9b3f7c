import { useEffect, useRef, useState } from 'react'
import { unsentText } from '../../../text'
import { wishStepTexts, wishVisit as words, type StepVerb } from '../../../text/wish-visit'
import { useConsented } from '../../consent'
import type { Shown } from './visit-side'
import type { Deed } from './visit-steps'

const isSaid = (verb: string): verb is StepVerb => verb in wishStepTexts
/** Somebody else was faster: what stands on the page is old. */
const old: readonly string[] = ['wish.moved', 'wish.not-now', 'wish.no-visit', 'wish.no-helper']

/** Does steps of a wish, one at a time; whoever was faster is shown, and nothing typed is lost. */
export function useWishAct({ card: { wishId }, seen }: Pick<Shown, 'card' | 'seen'>, reload: () => Promise<void>) {
  const acting = useConsented('wish.act')
  const [said, setSaid] = useState<string | null>(null)
  const again = useRef(reload)
  again.current = reload

  const { refused } = acting
  const isMoved = refused !== null && old.includes(refused)
  const [isCatchingUp, setCatchingUp] = useState(false)
  useEffect(() => {
    if (!isMoved) return
    setCatchingUp(true)
    void again.current().then(() => setCatchingUp(false))
  }, [isMoved])

  const act = async (deed: Deed): Promise<boolean> => {
    setSaid(null)
    const done = await acting.run({ wishId, seen, deed, note: null })
    if (!done) return false
    const held = done.words === 'waiting' ? words.held : ''
    setSaid(`${isSaid(deed.verb) ? wishStepTexts[deed.verb].done : ''}${held}`)
    await again.current()
    return true
  }
  const why = refused === null ? null : isMoved ? words.moved : unsentText(refused)
  return { acting, act, busy: acting.busy || isCatchingUp, why, said }
}
export type Acting = ReturnType<typeof useWishAct>
