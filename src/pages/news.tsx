import { View } from '@tarojs/components'
import { useState } from 'react'
import { submit } from '../client'
import { askForMessages, refreshUnread, useAskable, type Answers } from '../client/messages'
import { Card, Notice, Row } from '../components'
import type { AskMoment } from '../domain/people/ask'
import { news as words } from '../text/news'
import { ConsentSheet, useConsented } from './consent'

/**
 * Offers to bring news by WeChat, where it makes sense: after something that will have news. WeChat asks in the tap
 * itself. Nothing is shown where there is nothing to ask, and never at two moments in a row.
 */
export function NewsOffer({ moment }: { readonly moment: AskMoment }) {
  const subscribing = useConsented('message.subscribe')
  const isOpen = useAskable(moment)
  const [said, setSaid] = useState<string | null>(null)

  /** What was given to WeChat must not get lost: it goes by the outbox, and waits there for a network. */
  const keep = async (answers: Answers): Promise<boolean> => {
    const input = { answers: [...answers] }
    const answer = await submit('message.subscribe', input)
    if (answer === 'later' || answer.ok) return true
    if (answer.refused !== 'consent.needed') return false
    return (await subscribing.run(input)) !== null
  }
  const ask = async () => {
    const answers = await askForMessages(moment, words.mayTell)
    if (answers === null) return
    if (answers === 'off') return setSaid(words.switchedOff)
    if (answers === 'failed') return setSaid(words.failed)
    // A no leaves nothing to keep on the server: the phone remembers it.
    const agreed = answers.some(({ answer }) => answer === 'accept') && (await keep(answers))
    setSaid(agreed ? words.willTell : words.wontTell)
    void refreshUnread()
  }

  return (
    <View id="news" className={isOpen ? 'section' : ''}>
      {said === null && isOpen ? (
        <Card>
          <Row id="news-ask" icon="bell" title={words.tellMe} note={words.tellMeHint} onTap={() => void ask()} />
        </Card>
      ) : null}
      {said === null ? null : <Notice tone="done" icon="check" text={said} />}
      <ConsentSheet of={subscribing} />
    </View>
  )
}
