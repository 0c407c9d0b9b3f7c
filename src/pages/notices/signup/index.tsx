import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead, type Output } from '../../../client'
import { Notice, Slot, State } from '../../../components'
import { unsentText } from '../../../text'
import { signUpPage as words } from '../../../text/notice-office'
import { ConsentSheet } from '../../consent'
import { spotOf } from '../../desk-spot'
import { Shell, useNow, useReturn } from '../../shell'
import { Unrenewed, Waiting } from '../../waiting'
import { Nowhere } from '../parts/share-nowhere'
import { SignUpAdd } from '../parts/signup-add'
import { SignUpFacts } from '../parts/signup-facts'
import { SignUpPlaces } from '../parts/signup-places'
import { SignUpRemove } from '../parts/signup-remove'
import { SignUpRows, type Entry } from '../parts/signup-rows'
import { useNoting } from '../parts/use-noting'

/** 报名的人: in their order, who waits, and once it has begun who came. */
export default function NoticesSignupPage() {
  const { params } = useRouter()
  const noticeId = params.notice ?? ''
  const { data, busy, refused, reload } = useRead('signup.show', noticeId === '' ? null : { noticeId })
  useReturn(() => void reload())
  if (!spotOf(params) || noticeId === '') return <Nowhere title={words.title} />
  return (
    <Shell title={words.title} {...(data ? { subtitle: data.title } : {})}>
      {refused === 'signup.none' ? <View /> : <Unrenewed data={data} busy={busy} refused={refused} />}
      <Slot>
        {refused === 'signup.none' ? (
          <State icon="people" title={words.none} hint={words.noneHint} />
        ) : data ? (
          <SignUps noticeId={noticeId} signUp={data} reload={reload} />
        ) : (
          <Waiting busy={busy} refused={refused} retry={() => void reload()} />
        )}
      </Slot>
    </Shell>
  )
}

interface SignUpsProps {
  readonly noticeId: string
  readonly signUp: Output<'signup.show'>
  readonly reload: () => Promise<void>
}

function SignUps({ noticeId, signUp, reload }: SignUpsProps) {
  const now = useNow()
  const noting = useNoting(noticeId, reload)
  const [open, setOpen] = useState<'places' | Entry | null>(null)
  const { until, beginsAt, entries, may } = signUp
  const inside = entries.filter(({ state }) => state === 'in')
  const waiting = entries.filter(({ state }) => state === 'waiting')
  const hasBegun = now >= beginsAt
  const close = () => {
    noting.clear()
    setOpen(null)
  }
  const lists = { may, hasBegun, noting, now, onRemove: setOpen }
  return (
    <View id="signup">
      <Slot>{noting.told === null ? null : <Notice tone="done" icon="check" text={noting.told} />}</Slot>
      <Slot>
        {noting.refused && open === null ? <Notice tone="wait" icon="alarm" text={unsentText(noting.refused)} /> : null}
      </Slot>
      <Slot>{may ? null : <Notice tone="calm" icon="people" text={words.notYours} />}</Slot>
      <ConsentSheet of={noting.consented} />
      <SignUpFacts {...{ signUp, inside, hasBegun, now }} onPlaces={() => setOpen('places')} />
      {inside.length === 0 ? (
        <State icon="people" title={words.nobody} {...(may ? { hint: words.nobodyHint } : {})} />
      ) : (
        <SignUpRows id="inside" entries={inside} {...lists} />
      )}
      <Slot>{waiting.length > 0 ? <SignUpRows id="waiting" entries={waiting} {...lists} /> : null}</Slot>
      <Slot>{may && now < Math.min(until, beginsAt) ? <SignUpAdd noticeId={noticeId} noting={noting} /> : null}</Slot>
      {open === 'places' ? (
        <SignUpPlaces places={signUp.places} noting={noting} onClose={close} />
      ) : open ? (
        <SignUpRemove entry={open} noting={noting} onClose={close} />
      ) : null}
    </View>
  )
}
