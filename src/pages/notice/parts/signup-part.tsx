import { View } from '@tarojs/components'
import { useState } from 'react'
import { useWrite } from '../../../client'
import { useDraft } from '../../../client/use-draft'
import type { OpenedNotice } from '../../../client/use-notice'
import { Button, Notice, Section, Sheet, Slot, TextField } from '../../../components'
import { refusalText, unsentText } from '../../../text'
import { nearSaying, spanText, untilText } from '../../../text/notice-when'
import { noticeSignUp as words } from '../../../text/notice-page'
import { ConsentSheet, useConsented } from '../../consent'

type SignUp = NonNullable<OpenedNotice['signUp']>

interface SignUpPartProps {
  readonly noticeId: string
  readonly signUp: SignUp
  readonly now: number
  readonly reload: () => Promise<void>
}

function factsOf({ places, taken, waiting, beginsAt, until }: SignUp, now: number): string {
  const saying = nearSaying(now)
  const begins = words.begins(spanText(beginsAt, null, saying).replace(/起$/u, ''))
  const lines = [begins, words.until(untilText(until, saying)), words.places(places, taken)]
  return [...lines, ...(waiting > 0 ? [words.waiting(waiting)] : [])].join('，')
}

/** 报名: how many places there are, and one's own. */
export function SignUpPart({ noticeId, signUp, now, reload }: SignUpPartProps) {
  const { mine, until, beginsAt } = signUp
  const [hasLeft, setLeft] = useState(false)
  const isOver = now >= Math.min(until, beginsAt)
  const reloaded = async (left: boolean) => {
    await reload()
    setLeft(left)
  }
  return (
    <Section id="signup" title={words.title} hint={`${factsOf(signUp, now)}。`}>
      <Slot>{hasLeft && mine === null ? <Notice tone="done" icon="check" text={words.left} /> : null}</Slot>
      {mine !== null ? (
        <InIt noticeId={noticeId} mine={mine} hasBegun={now >= beginsAt} onLeft={() => reloaded(true)} />
      ) : isOver ? (
        <Notice tone="calm" icon="clock" text={now >= beginsAt ? words.begun : words.over} />
      ) : (
        <Join noticeId={noticeId} isFull={signUp.taken >= signUp.places} onJoined={() => reloaded(false)} />
      )}
    </Section>
  )
}

interface JoinProps {
  readonly noticeId: string
  readonly isFull: boolean
  readonly onJoined: () => Promise<void>
}

function Join({ noticeId, isFull, onJoined }: JoinProps) {
  const { fields, change, drop } = useDraft(`signup-${noticeId}`, { name: '' })
  const joining = useConsented('signup.join')
  const [isMissing, setMissing] = useState(false)
  const join = async () => {
    if (joining.busy) return
    if (fields.name.trim() === '') return setMissing(true)
    if (!(await joining.run({ noticeId, name: fields.name.trim() }))) return
    drop()
    await onJoined()
  }
  return (
    <View id="signup-form" className="stack">
      <TextField
        id="signup-name"
        label={words.name}
        hint={words.nameHint}
        value={fields.name}
        maxLength={20}
        disabled={joining.busy}
        {...(isMissing ? { error: words.nameMissing } : {})}
        onChange={(typed) => {
          change({ name: typed })
          setMissing(false)
          joining.clear()
        }}
      />
      <Slot>{joining.refused ? <Notice tone="wait" icon="alarm" text={unsentText(joining.refused)} /> : null}</Slot>
      <ConsentSheet of={joining} />
      <Button
        id="signup-join"
        text={isFull ? words.joinWaiting : words.join}
        busy={joining.busy ? words.sending : false}
        onTap={() => void join()}
      />
    </View>
  )
}

interface InItProps {
  readonly noticeId: string
  readonly mine: NonNullable<SignUp['mine']>
  readonly hasBegun: boolean
  readonly onLeft: () => Promise<void>
}

function InIt({ noticeId, mine: { state, before }, hasBegun, onLeft }: InItProps) {
  const leaving = useWrite('signup.leave')
  const [isAsking, setAsking] = useState(false)
  const leave = async () => {
    const left = await leaving.run({ noticeId })
    setAsking(false)
    if (left) await onLeft()
  }
  return (
    <View className="stack">
      {state === 'in' ? (
        <Notice tone="done" icon="check" text={words.in} />
      ) : (
        <Notice tone="wait" icon="clock" text={words.inLine(before ?? 0)} />
      )}
      <Slot>{leaving.refused ? <Notice tone="wait" icon="alarm" text={refusalText[leaving.refused]} /> : null}</Slot>
      <Slot>
        {hasBegun ? null : <Button id="signup-leave" kind="plain" text={words.leave} onTap={() => setAsking(true)} />}
      </Slot>
      {isAsking ? (
        <Sheet
          id="signup-ask"
          title={words.leaveAsk}
          text={words.leaveText}
          main={{ text: words.leaveYes, busy: leaving.busy, onTap: () => void leave() }}
          other={{ text: words.leaveNo, onTap: () => setAsking(false) }}
        />
      ) : null}
    </View>
  )
}
