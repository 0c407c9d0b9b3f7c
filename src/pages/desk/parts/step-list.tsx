import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Card, Row, Section, Slot } from '../../../components'
import { deskRequest as words } from '../../../text/desk'
import { stepWords, type DeskVerb } from '../../../text/desk-steps'
import { requestVerbNames } from '../../../text/request-names'

/** More than these wait behind a tap: who is in a hurry sees what is needed often. */
const shownAtOnce = 4

interface StepListProps {
  /** The one thing to do next; null: it waits for somebody else. */
  readonly main: DeskVerb | null
  readonly moves: readonly DeskVerb[]
  readonly onChoose: (verb: DeskVerb) => void
}

/** What can be done now: one large button, then the others. */
export function StepList({ main, moves, onChoose }: StepListProps) {
  const [isOpen, setOpen] = useState(false)
  const others = moves.filter((verb) => verb !== main)
  const shown = isOpen || others.length <= shownAtOnce + 1 ? others : others.slice(0, shownAtOnce)
  return (
    <View id="steps">
      {main ? (
        <View className="section stack">
          <Button id="step-main" text={requestVerbNames[main]} onTap={() => onChoose(main)} />
          <View className="second">{stepWords[main].hint}</View>
        </View>
      ) : null}
      {others.length === 0 ? null : (
        <Section title={words.others}>
          <Card>
            {shown.map((verb) => (
              <Row
                key={verb}
                id={`step-${verb}`}
                title={requestVerbNames[verb]}
                note={stepWords[verb].hint}
                onTap={() => onChoose(verb)}
              />
            ))}
          </Card>
          <Slot>
            {shown.length < others.length ? (
              <View className="card-more">
                <Button
                  id="steps-more"
                  kind="plain"
                  text={words.more(others.length - shown.length)}
                  onTap={() => setOpen(true)}
                />
              </View>
            ) : null}
          </Slot>
        </Section>
      )}
    </View>
  )
}
