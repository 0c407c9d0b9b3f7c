import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Chips, ContactCard, PhoneRow, Section } from '../../../components'
import type { Contact, Route } from '../../../domain/routing'
import { dial } from '../../../platform/phone'
import { matter as words } from '../../../text'
import type { Called } from '../../request-path'
import { AfterCall } from './after-call'
import { Said } from './said'

interface AnswerProps {
  readonly route: Route
  readonly now: number
  /** null where no place is chosen. */
  readonly buildingId: string | null
  /** Questions that the text of the search has answered: they stand above whom to call, and can be changed there. */
  readonly said: Readonly<Record<string, string>>
  readonly onAnswer: (question: string, option: string) => void
  /** Somebody was called and did not help. */
  readonly onHelpless: (called: Called[number]) => void
  /** Writes a request instead. */
  readonly onRequest: () => void
}

/** Whom to call in order, what would make it more exact, and who comes after them. */
export function Answer({ route, now, buildingId, said, onAnswer, onHelpless, onRequest }: AnswerProps) {
  const [called, setCalled] = useState<{ readonly contact: Contact; readonly turn: number } | null>(null)
  const callable = [...route.contacts, ...route.chain].filter(({ line }) => line !== null)
  const main = route.contacts.find(({ line }) => line !== null)
  const call = async (contact: Contact) => {
    // Whoever turned back before calling is not asked how it went.
    if (!(await dial(contact.line?.number ?? ''))) return
    setCalled((before) => ({ contact, turn: (before?.turn ?? 0) + 1 }))
  }
  const after = (key: string) =>
    called?.contact.key === key ? (
      <AfterCall
        key={called.turn}
        contact={called.contact}
        next={callable[callable.findIndex((contact) => contact.key === key) + 1] ?? null}
        buildingId={buildingId}
        matterId={route.matterId}
        onCall={(contact) => void call(contact)}
        onHelpless={onHelpless}
        onRequest={onRequest}
        onDone={() => setCalled(null)}
      />
    ) : null

  const isSaid = ({ question: { id } }: Route['questions'][number]) => said[id] !== undefined
  const open = route.questions.filter((asked) => !isSaid(asked))
  return (
    <>
      {route.questions.filter(isSaid).map(({ question, chosen }) => (
        <Said
          key={question.id}
          question={question}
          chosen={chosen}
          onChoose={(option) => onAnswer(question.id, option)}
        />
      ))}
      <Section title={words.contacts} id="contacts">
        {route.contacts.map((contact, index) => (
          <View key={contact.key}>
            <ContactCard
              contact={contact}
              rank={index + 1}
              now={now}
              main={contact === main}
              onCall={(one) => void call(one)}
            />
            {after(contact.key)}
          </View>
        ))}
      </Section>
      {open.length > 0 ? (
        <Section title={words.refine} id="questions">
          {open.map(({ question: { id, text, options }, chosen }) => (
            <Chips
              key={id}
              question={text}
              options={options}
              chosen={chosen}
              onChoose={(option) => onAnswer(id, option)}
            />
          ))}
        </Section>
      ) : null}
      {route.chain.length > 0 ? (
        <Section title={words.chain} hint={words.chainHint} id="chain">
          <Card>
            {route.chain.map((contact) =>
              contact.line ? (
                <View key={contact.key} className="line">
                  <PhoneRow
                    name={contact.agency?.name ?? contact.roleName}
                    line={contact.line}
                    now={now}
                    onCall={() => void call(contact)}
                  />
                  {after(contact.key)}
                </View>
              ) : null,
            )}
          </Card>
        </Section>
      ) : null}
    </>
  )
}
