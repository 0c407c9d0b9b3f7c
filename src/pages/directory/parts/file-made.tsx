import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Notice, Slot } from '../../../components'
import { openFile } from '../../../platform/open-file'
import { saveSheet } from '../../../platform/save-file'
import { directoryTable as words } from '../../../text/directory-table'

/** A workbook that the server has made. */
export interface MadeFile {
  /** Base64. */
  readonly file: string
  readonly name: string
}

type Told = 'sent' | 'cancelled' | 'saved' | 'failed'

/** A workbook that is ready: on to the computer by a chat, or to be looked at here. */
export function FileMade({ id, made: { file, name } }: { readonly id: string; readonly made: MadeFile }) {
  const [told, setTold] = useState<Told | null>(null)
  // WeChat forwards a file in a tap only: nothing may be waited for before.
  const send = async () => {
    const saved = await saveSheet(file, name)
    setTold(saved === 'saved' ? 'sent' : saved)
  }
  const look = async () => {
    const opened = await openFile(file, name)
    setTold(opened === 'opened' ? null : opened)
  }
  return (
    <View id={id} className="stack">
      <Notice tone="done" icon="check" text={`${words.made}：${name}`} />
      <Slot>
        {told === null ? null : (
          <Notice
            tone={told === 'failed' ? 'wait' : 'calm'}
            icon={told === 'failed' ? 'alarm' : 'check'}
            text={words[told]}
          />
        )}
      </Slot>
      <Button id={`${id}-send`} icon="share" text={words.send} onTap={() => void send()} />
      <View className="second section-hint">{words.sendHint}</View>
      <Button id={`${id}-look`} kind="plain" icon="book" text={words.look} onTap={() => void look()} />
    </View>
  )
}
