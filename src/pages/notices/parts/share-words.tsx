import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Card, Notice, Section, Slot } from '../../../components'
import { copyText } from '../../../platform/save-file'
import { share as words } from '../../../text/notice-share'

/** The notice as plain words, for those who prefer them to a card. */
export function ShareWords({ text }: { readonly text: string }) {
  const [isCopied, setCopied] = useState<boolean | null>(null)
  return (
    <Section id="words" title={words.words} hint={words.wordsHint}>
      <Card>
        <View className="fact">
          <View className="fact-value" style="white-space:pre-line">
            {text}
          </View>
        </View>
      </Card>
      <View className="stack card-more">
        <Button
          id="copy-words"
          kind="plain"
          icon="save"
          text={words.copy}
          onTap={() => void copyText(text).then(setCopied)}
        />
        <Slot>
          {isCopied === null ? null : (
            <Notice
              tone={isCopied ? 'done' : 'wait'}
              icon={isCopied ? 'check' : 'alarm'}
              text={isCopied ? words.copied : words.copyFailed}
            />
          )}
        </Slot>
      </View>
    </Section>
  )
}
