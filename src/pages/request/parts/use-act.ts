import { useEffect, useRef, useState } from 'react'
import type { Input, Output } from '../../../client'
import { requestView as words } from '../../../text/request'
import { useConsented } from '../../consent'

type Own = Output<'request.show'>
export type Deed = Input<'request.act'>['deed']

/** The steps of a resident, and what is said after each. */
const isSaid = (verb: string): verb is keyof typeof words.done => verb in words.done

/** Does steps of a request, one at a time; whoever was faster is shown, and nothing typed is lost. */
export function useAct({ requestId, seen }: Pick<Own, 'requestId' | 'seen'>, reload: () => Promise<void>) {
  const acting = useConsented('request.act')
  const [said, setSaid] = useState<string | null>(null)
  const again = useRef(reload)
  again.current = reload

  const { refused } = acting
  const isMoved = refused === 'request.moved' || refused === 'request.not-now'
  useEffect(() => {
    if (isMoved) void again.current()
  }, [isMoved])

  const act = async (deed: Deed): Promise<boolean> => {
    setSaid(null)
    const done = await acting.run({ requestId, seen, deed, note: null })
    if (!done) return false
    const held = done.words === 'waiting' ? words.held : ''
    const isVoice = (deed.verb === 'contest' || deed.verb === 'reopen') && done.state !== 'reopened'
    setSaid(`${isVoice ? words.voiced : isSaid(deed.verb) ? words.done[deed.verb] : ''}${held}`)
    await again.current()
    return true
  }
  return { acting, act, busy: acting.busy, refused, isMoved, said }
}
export type Acting = ReturnType<typeof useAct>
