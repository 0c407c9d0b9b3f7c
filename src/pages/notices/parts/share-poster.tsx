import { View } from '@tarojs/components'
import { useState } from 'react'
import { useSend, type Output, type Refusal } from '../../../client'
import { Button, Notice, Section, Slot } from '../../../components'
import type { Opened } from '../../../platform/open-file'
import { openPdf } from '../../../platform/open-pdf'
import { refusalText } from '../../../text'
import { share as words } from '../../../text/notice-share'

type Made = Output<'notice.poster'>

/** The notice on paper, for the door. */
export function SharePoster({ noticeId }: { readonly noticeId: string }) {
  const { busy, send } = useSend('notice.poster')
  const [made, setMade] = useState<Made | null>(null)
  const [refused, setRefused] = useState<Refusal<'notice.poster'> | null>(null)
  const make = async () => {
    setRefused(null)
    let answer = await send({ noticeId, form: 'link' })
    // Where no ordinary link was set up, WeChat draws its own code.
    if (answer && !answer.ok && answer.refused === 'poster.no-link')
      answer = await send({ noticeId, form: 'mini-program' })
    if (answer?.ok) setMade(answer.data)
    else if (answer) setRefused(answer.refused)
  }
  return (
    <Section id="poster" title={words.poster} hint={words.posterHint}>
      <View className="stack">
        <Slot>{refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}</Slot>
        {made ? (
          <PosterOpen made={made} />
        ) : (
          <Button
            id="poster-make"
            kind="plain"
            icon="save"
            text={words.makePoster}
            busy={busy && words.makingPoster}
            onTap={() => void make()}
          />
        )}
      </View>
    </Section>
  )
}

function PosterOpen({ made: { url, pages, unprintable } }: { readonly made: Made }) {
  const [isOpening, setOpening] = useState(false)
  const [opened, setOpened] = useState<Opened | null>(null)
  const open = async () => {
    setOpening(true)
    setOpened(await openPdf(url))
    setOpening(false)
  }
  const told = opened === 'failed' ? words.posterFailed : opened === 'saved' ? words.posterSaved : words.posterOpened
  return (
    <View className="stack" id="poster-made">
      <Notice tone="done" icon="check" text={words.posterMade(pages)} />
      {unprintable.length > 0 ? (
        <Notice tone="wait" icon="alarm" text={words.unprintable(unprintable.join(' '))} />
      ) : null}
      <Button
        id="poster-open"
        icon="save"
        text={words.openPoster}
        busy={isOpening && words.openingPoster}
        onTap={() => void open()}
      />
      <Slot>
        {opened === null ? null : (
          <Notice
            tone={opened === 'failed' ? 'wait' : 'done'}
            icon={opened === 'failed' ? 'alarm' : 'check'}
            text={told}
          />
        )}
      </Slot>
    </View>
  )
}
