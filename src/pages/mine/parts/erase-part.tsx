import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { forgetAccount, forgetAll, forgetOutbox, useWrite } from '../../../client'
import { forgetPosts } from '../../../client/use-posts'
import { seenAll } from '../../../client/messages'
import { Button, Card, Notice, Section, Sheet, Slot } from '../../../components'
import { keptAfterErasure, type KeptAfterErasure } from '../../../domain/people/retention'
import { forgetFiles } from '../../../platform/own-files'
import { refusalText } from '../../../text'
import { leave as words } from '../../../text/leave'
import { staysText } from '../../../text/retention'
import { exportId } from './export-part'

/** Says what goes and what stays, offers the file first, asks twice. */
export function ErasePart({ onErased }: { readonly onErased: (stays: readonly string[]) => void }) {
  const { busy, refused, run, clear } = useWrite('me.erase')
  const [asking, setAsking] = useState<'export' | 'sure' | null>(null)
  const close = () => setAsking(null)
  const start = () => {
    clear()
    setAsking('export')
  }
  const toExport = () => {
    close()
    void Taro.pageScrollTo({ selector: `#${exportId}` })
  }
  const erase = async () => {
    const done = await run({})
    close()
    if (!done) return
    forgetPhone()
    onErased(done.stays)
  }
  return (
    <Section id="erase" title={words.erase} hint={words.eraseHint}>
      <View className="section">
        <View className="field-label">{words.goes}</View>
        <Card>
          {words.goesList.map((line) => (
            <View key={line} className="fact">
              {line}
            </View>
          ))}
        </Card>
      </View>
      <View className="section">
        <View className="field-label">{words.stays}</View>
        <Stays of={keptAfterErasure} />
      </View>
      <Slot>{refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}</Slot>
      <View className="section">
        <Button id="erase-start" kind="danger" text={words.start} onTap={start} />
      </View>
      <Slot>
        {asking === 'export' ? (
          <Sheet
            id="erase-ask"
            title={words.askTitle}
            text={words.askText}
            main={{ text: words.askGoOn, kind: 'danger', onTap: () => setAsking('sure') }}
            other={{ text: words.askExport, onTap: toExport }}
          />
        ) : asking === 'sure' ? (
          <Sheet
            id="erase-sure"
            title={words.sureTitle}
            text={words.sureText}
            main={{
              text: words.sureYes,
              kind: 'danger',
              busy: busy ? words.sureBusy : false,
              onTap: () => void erase(),
            }}
            other={{ text: words.sureNo, onTap: close }}
          />
        ) : null}
      </Slot>
    </Section>
  )
}

const isKnown = (id: string): id is KeptAfterErasure => id in staysText

/** What stays, and why. */
export const Stays = ({ of }: { readonly of: readonly string[] }) => (
  <Card>
    {of.filter(isKnown).map((id) => (
      <View key={id} className="fact">
        <View className="row-words">
          <View>{staysText[id].what}</View>
          <View className="second">{staysText[id].why}</View>
        </View>
      </View>
    ))}
  </Card>
)

/** Everything that this phone keeps. The size of type stays while the farewell is read. */
function forgetPhone(): void {
  forgetAll()
  forgetOutbox()
  forgetAccount()
  forgetPosts()
  forgetFiles()
  seenAll()
}
