import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../client'
import { Button, Card, Section, Slot } from '../../../components'
import { common } from '../../../text'
import { questions as words } from '../../../text/notice-know'

/** Answers that are shown at once. */
const page = 10

/** What was answered so far, as everybody reads it; the newest first. */
export function AnswersGiven({ answers }: Pick<Output<'notice.questions'>, 'answers'>) {
  const [most, setMost] = useState(page)
  return (
    <Section id="answered" title={words.answered}>
      <Card>
        {[...answers]
          .reverse()
          .slice(0, most)
          .map(({ id, question, answer }) => (
            <View key={id} className="fact">
              <View className="row-words">
                <View className="fact-value">{words.asked(question)}</View>
                <View className="fact-value">{words.replied(answer)}</View>
              </View>
            </View>
          ))}
      </Card>
      <Slot>
        {answers.length > most ? (
          <View className="card-more">
            <Button id="answers-more" kind="plain" text={common.showMore} onTap={() => setMost(answers.length)} />
          </View>
        ) : null}
      </Slot>
    </Section>
  )
}
