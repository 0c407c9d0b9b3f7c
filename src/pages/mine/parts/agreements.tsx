import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Facts, Section, Sheet } from '../../../components'
import type { Purpose } from '../../../domain/people/consent'
import { consent as consentWords, dateText, info as words, notices } from '../../../text'
import { PurposeNotice } from '../../consent'
import { go, pathTo } from '../../go'
import { useNow } from '../../shell'
import type { Me } from './about-me'
import { Withdraw } from './withdraw'

interface AgreementsProps {
  readonly consents: Me['consents']
  /** One was taken back. */
  readonly onWithdrawn: () => void
}

/** What somebody agreed to, each with its notice and a way back. Taking back the account erases everything: a page of its own. */
export function Agreements({ consents, onWithdrawn }: AgreementsProps) {
  const now = useNow()
  const [isReading, setReading] = useState(false)
  const [leaving, setLeaving] = useState<Exclude<Purpose, 'account'> | null>(null)
  const withdraw = (purpose: Purpose) => (purpose === 'account' ? void go(pathTo('mine/leave')) : setLeaving(purpose))
  return (
    <Section title={words.agreements} id="agreements">
      <View className="stack">
        <Facts
          rows={consents.map(({ purpose, at }) => ({
            id: `consent-${purpose}`,
            label: notices[purpose].title,
            value: words.agreedOn(dateText(at, now)),
            action: { text: words.withdraw, onTap: () => withdraw(purpose) },
          }))}
        />
        <Button id="notice-read" kind="plain" text={words.read} onTap={() => setReading(true)} />
      </View>
      {isReading ? (
        <Sheet
          id="notice"
          title={consentWords.again}
          other={{ text: consentWords.close, onTap: () => setReading(false) }}
        >
          {consents.map(({ purpose }) => (
            <PurposeNotice key={purpose} purpose={purpose} />
          ))}
          <View className="second">{consentWords.operator}</View>
        </Sheet>
      ) : null}
      {leaving ? (
        <Withdraw
          purpose={leaving}
          onClose={() => setLeaving(null)}
          onDone={() => {
            setLeaving(null)
            onWithdrawn()
          }}
        />
      ) : null}
    </Section>
  )
}
