import { View } from '@tarojs/components'
import { useState } from 'react'
import { submit, targetQuery, type Refusal, type Target } from '../../../client'
import { useWaits } from '../../../client/outbox'
import type { OpenedNotice } from '../../../client/use-notice'
import { Button, Notice, Slot } from '../../../components'
import { refusalText, whenText } from '../../../text'
import { helpMatterOf } from '../../../domain/notice/help'
import { noticePage as words } from '../../../text/notice-page'
import { go, pathTo } from '../../go'

interface ReplyProps {
  readonly notice: OpenedNotice
  readonly here: Target | null
  readonly now: number
  readonly onKnown: (at: number) => void
}

/** 知道了, and 我需要帮忙 below it: at the same place on every notice. */
export function Reply({ notice: { noticeId, facts, me }, here, now, onKnown }: ReplyProps) {
  const [state, setState] = useState<'idle' | 'busy'>('idle')
  const [refused, setRefused] = useState<Refusal<'notice.acknowledge'> | null>(null)
  // Said without a network: as long as it lies on this phone nobody else knows of it.
  const isLater = useWaits('notice.acknowledge', (input) => 'noticeId' in input && input.noticeId === noticeId)
  const know = async () => {
    if (state !== 'idle') return
    setState('busy')
    setRefused(null)
    const at = Date.now()
    const answer = await submit('notice.acknowledge', { noticeId, at, ...(facts ? { edition: facts.number } : {}) })
    if (answer === 'later' || answer.ok) onKnown(at)
    else setRefused(answer.refused)
    setState('idle')
  }
  const matter = facts && helpMatterOf(facts.about)
  const help = () => void go(pathTo('request/form', matter ? `id=${matter}` : '', targetQuery(here), `n=${noticeId}`))
  return (
    <View id="reply" className="section stack">
      <Slot>{refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}</Slot>
      <Slot>
        {me.acknowledgedAt === null ? (
          <Button id="know" icon="check" text={words.know} busy={state === 'busy'} onTap={() => void know()} />
        ) : (
          <Notice
            tone={isLater ? 'wait' : 'done'}
            icon={isLater ? 'clock' : 'check'}
            text={isLater ? words.knownLater : words.known(whenText(me.acknowledgedAt, now))}
          />
        )}
      </Slot>
      <Button id="help" kind="plain" text={words.help} onTap={help} />
      <View className="second">{words.helpHint}</View>
    </View>
  )
}
