import { View } from '@tarojs/components'
import { useState } from 'react'
import { submit } from '../../../client'
import { Button, Notice } from '../../../components'
import type { ReportKind } from '../../../contract'
import type { Contact } from '../../../domain/routing'
import { matter as words, refusalText } from '../../../text'
import { spoken } from '../../../platform/spoken'
import type { Called } from '../../request-path'

interface AfterCallProps {
  readonly contact: Contact
  readonly next: Contact | null
  readonly buildingId: string | null
  readonly matterId: string
  readonly onCall: (contact: Contact) => void
  readonly onHelpless: (called: Called[number]) => void
  /** The call has not helped: it is written down instead. */
  readonly onRequest: () => void
  readonly onDone: () => void
}

type Said = 'asked' | 'through' | ReportKind

/** After a call: did it get through? If not, the next one; a wrong number is told to the community. */
export function AfterCall({
  contact,
  next,
  buildingId,
  matterId,
  onCall,
  onHelpless,
  onRequest,
  onDone,
}: AfterCallProps) {
  const [said, setSaid] = useState<Said>('asked')
  const [outcome, setOutcome] = useState('')
  const nameOf = ({ agency, roleName }: Contact) => agency?.name ?? roleName

  const report = async (kind: ReportKind) => {
    setSaid(kind)
    onHelpless({ name: nameOf(contact), outcome: 'no-answer' })
    // National hotlines are not the community's to mend, and nowhere has no community.
    if (!contact.agency || !contact.line || buildingId === null) return
    setOutcome(words.after.busy)
    const input = { buildingId, agencyId: contact.agency.id, phoneId: contact.line.id, matterId, kind }
    const answer = await submit('contact.report', input)
    setOutcome(
      answer === 'later' ? words.after.notedLater : answer.ok ? words.after.noted : refusalText[answer.refused],
    )
  }

  if (said === 'through') {
    return (
      <View className="stack" id="after-thanks">
        <Notice tone="done" icon="check" text={words.after.thanks} />
        <Button
          id="after-not-solved"
          icon="edit"
          kind="plain"
          text={words.after.notSolved}
          onTap={() => {
            onHelpless({ name: nameOf(contact), outcome: 'no-help' })
            onRequest()
          }}
        />
      </View>
    )
  }
  return (
    <View className="after" id="after-call" {...spoken({ role: 'dialog', label: words.after.title })}>
      {said === 'asked' ? (
        <>
          <View className="section-title">{words.after.title}</View>
          <View className="stack">
            <View className="pair">
              <Button id="after-through" text={words.after.through} onTap={() => setSaid('through')} />
              <Button
                id="after-no-answer"
                text={words.after.noAnswer}
                kind="plain"
                onTap={() => void report('no-answer')}
              />
            </View>
            <Button id="after-wrong" text={words.after.wrong} kind="plain" onTap={() => void report('wrong-number')} />
          </View>
        </>
      ) : (
        <View className="stack">
          {outcome === '' ? null : <Notice tone="calm" icon="check" text={outcome} />}
          {next ? (
            <Button id="after-next" icon="phone" text={words.after.next(nameOf(next))} onTap={() => onCall(next)} />
          ) : (
            <View>{words.after.noNext}</View>
          )}
          <Button id="after-request" icon="edit" kind="plain" text={words.after.request} onTap={onRequest} />
          <Button text={words.after.dismiss} kind="plain" onTap={onDone} />
        </View>
      )}
    </View>
  )
}
