import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Card, Chips, Row, Slot } from '../../../components'
import { directorySettings as words } from '../../../text/directory-settings'
import { answerWords, drawers, gainWords, type Drawer, type Question } from './question-rows'
import type { Questions } from './use-questions'

/** Rows at first, and with each page more: a list of all questions would be too much for one look. */
const atFirst = 6
const pageSize = 20

interface QuestionListProps {
  readonly of: Questions
  readonly isEstate: boolean
  /** The one that stands above, and is not listed again. */
  readonly asked: Question | null
}

/** Every question, drawer by drawer: each can be opened. */
export function QuestionList({ of, isEstate, asked }: QuestionListProps) {
  const [drawer, setDrawer] = useState<Drawer>('open')
  const [pages, setPages] = useState(0)
  const rows = of.drawers[drawer].filter(({ settingId }) => settingId !== asked?.settingId)
  const shown = rows.slice(0, atFirst + pages * pageSize)
  const tabs = drawers.filter((name) => isEstate || name !== 'same')
  return (
    <View className="section" id="questions">
      <Chips
        id="drawer"
        question={words.which}
        options={tabs.map((name) => ({ id: name, label: words.tabs[name](of.drawers[name].length) }))}
        chosen={drawer}
        onChoose={(id) => {
          setDrawer(drawers.find((name) => name === id) ?? 'open')
          setPages(0)
        }}
      />
      <Slot>
        {shown.length === 0 ? (
          <View className="second section-hint">{words.nothing[drawer]}</View>
        ) : (
          <View className="section">
            <Card>
              {shown.map((question) => (
                <Row
                  key={question.settingId}
                  id={`question-${question.settingId.replace('.', '-')}`}
                  title={question.spec.ask}
                  {...noteOf(question, drawer, of)}
                  onTap={() => of.open(question.settingId)}
                />
              ))}
            </Card>
          </View>
        )}
      </Slot>
      <Slot>
        {rows.length > shown.length ? (
          <View className="section">
            <Button id="more" kind="plain" text={words.more} onTap={() => setPages(pages + 1)} />
          </View>
        ) : null}
      </Slot>
    </View>
  )
}

/** Below a question: its answer, or what an answer would make better. */
function noteOf(question: Question, drawer: Drawer, { agencies }: Questions): { readonly note?: string } {
  const { spec, value, inherited } = question
  const answer = drawer === 'answered' ? value : drawer === 'same' ? inherited : null
  const note = answer === null ? gainWords(question, 'short') : answerWords(spec, answer, agencies)
  return note === null ? {} : { note }
}
