import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OpenedNotice } from '../../../client/use-notice'
import { Button, Card, Notice, Pictures, Slot } from '../../../components'
import { enlarge } from '../../../platform/pictures'
import { openLinked } from '../../../platform/open-linked'
import { whenText } from '../../../text'
import { needsText } from '../../../text/notice-for-me'
import { noticePage as words } from '../../../text/notice-page'
import { placesTexts } from '../../../text/notice-places'

type Words = NonNullable<OpenedNotice['words']>

/** Whom it concerns, as its writer chose: 1–3号楼, 60岁以上. */
function whomText({ placeNames, communityName, facts }: OpenedNotice): string {
  const [where = ''] = placesTexts(placeNames)
  const needs = facts?.needs ?? []
  return `${where === '' ? words.wholeCommunity(communityName) : where}${needs.length === 0 ? '' : words.needs(needsText(needs))}`
}

/** What the notice says, in its own words. */
export function Body({ notice, now }: { readonly notice: OpenedNotice; readonly now: number }) {
  const { words: said, facts } = notice
  return (
    <View id="notice-words">
      {said ? (
        <View className="section stack">
          <View className="section-title">{said.title}</View>
          <View>
            {said.body.split('\n').map((line, index) => (
              <View key={index}>{line}</View>
            ))}
          </View>
        </View>
      ) : null}
      <Slot>{said && said.pictures.length > 0 ? <Shown pictures={said.pictures} /> : null}</Slot>
      <Slot>{said?.file ? <Attached file={said.file} /> : null}</Slot>
      <View className="section second">
        <View>{`${words.whom}：${whomText(notice)}`}</View>
        {facts ? <View>{words.wrote(whenText(facts.writtenAt, now))}</View> : null}
      </View>
    </View>
  )
}

function Shown({ pictures }: Pick<Words, 'pictures'>) {
  const urls = pictures.flatMap(({ url }) => (url === null ? [] : [url]))
  const missing = pictures.length - urls.length
  return (
    <View>
      {urls.length > 0 ? (
        <Pictures
          id="notice-pictures"
          label={words.pictures}
          most={urls.length}
          pictures={urls.map((path, index) => ({ key: String(index), path, state: 'sent' as const }))}
          onEnlarge={(key) => enlarge(urls, urls[Number(key)] ?? '')}
        />
      ) : null}
      {missing > 0 ? <Notice tone="calm" icon="clock" text={words.picturesLater(missing)} /> : null}
    </View>
  )
}

/** 1.2MB, 300KB. */
const sizeText = (bytes: number): string =>
  bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)}MB` : `${Math.max(1, Math.round(bytes / 1000))}KB`

function Attached({ file: { name, size, url } }: { readonly file: NonNullable<Words['file']> }) {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const open = async () => {
    if (url === null) return setState('failed')
    setState('busy')
    setState((await openLinked(url, name)) === 'failed' ? 'failed' : 'idle')
  }
  return (
    <View id="notice-file" className="section">
      <Card>
        <View className="stack">
          <View>{`${words.file}：${name}（${sizeText(size)}）`}</View>
          <Button
            id="file-open"
            kind="plain"
            text={words.fileOpen}
            busy={state === 'busy' ? words.fileBusy : false}
            onTap={() => void open()}
          />
        </View>
      </Card>
      <Slot>{state === 'failed' ? <Notice tone="wait" icon="offline" text={words.fileLater} /> : null}</Slot>
    </View>
  )
}
