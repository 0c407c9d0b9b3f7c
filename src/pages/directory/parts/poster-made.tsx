import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../client'
import { Button, Notice, Slot } from '../../../components'
import type { Opened } from '../../../platform/open-file'
import { copyAddress, openPdf } from '../../../platform/open-pdf'
import { poster as words } from '../../../text/directory-codes'

/** So many buildings are named; of more it is said how many. */
const mostNamed = 8

const named = (names: readonly string[]): string =>
  names.length <= mostNamed ? words.names(names) : words.namesMore(names.slice(0, mostNamed), names.length - mostNamed)

type Told = 'copied' | 'copy-failed' | Opened

const toldWords: Readonly<Record<Told, readonly ['done' | 'wait', string]>> = {
  opened: ['done', words.opened],
  saved: ['done', words.saved],
  failed: ['wait', words.openFailed],
  copied: ['done', words.copied],
  'copy-failed': ['wait', words.copyFailed],
}

/** The file of posters: what is in it, what is not, and the ways to a printer. */
export function PosterMade({ made }: { readonly made: Output<'poster.make'> }) {
  const { url, pages, without, unprintable } = made
  const [isOpening, setOpening] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  const open = async () => {
    setTold(null)
    setOpening(true)
    setTold(await openPdf(url))
    setOpening(false)
  }
  const copy = async () => setTold((await copyAddress(url)) ? 'copied' : 'copy-failed')
  return (
    <View className="stack" id="poster-made">
      <Notice tone="done" icon="check" text={words.made(pages)} />
      {without.length > 0 ? (
        <Notice tone="wait" icon="alarm" text={words.without(without.length, named(without))} />
      ) : null}
      {unprintable.length > 0 ? (
        <Notice tone="wait" icon="alarm" text={words.unprintable(words.names(unprintable))} />
      ) : null}
      <Button
        id="poster-open"
        icon="save"
        text={words.open}
        busy={isOpening && words.opening}
        onTap={() => void open()}
      />
      <View className="second">{words.openHint}</View>
      <Button id="poster-copy" kind="plain" icon="share" text={words.copy} onTap={() => void copy()} />
      <Slot>
        {told === null ? null : (
          <Notice
            tone={toldWords[told][0]}
            icon={toldWords[told][0] === 'done' ? 'check' : 'alarm'}
            text={toldWords[told][1]}
          />
        )}
      </Slot>
      <Notice tone="calm" icon="place" text={`${words.hang}：${words.hangHint}`} />
    </View>
  )
}
