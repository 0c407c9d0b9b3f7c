import { View } from '@tarojs/components'
import { Button, Notice, Slot } from '../../../components'
import { refusalText } from '../../../text'
import { directoryUpload as words } from '../../../text/directory-table'
import type { Uploading } from './use-upload'

interface FileUploadProps {
  readonly of: Uploading
  /** What the button says as long as nothing is on its way. */
  readonly text: string
  /** Instead of the chats: what is brought up by the button. */
  readonly onTap?: () => void
}

/** The button that chooses a workbook, how far it is on its way, and what went wrong with it. */
export function FileUpload({ of, text, onTap = of.choose }: FileUploadProps) {
  const { state, refused } = of
  if (state.is === 'sending') {
    return (
      <View id="sending" className="stack">
        <Notice tone="calm" icon="clock" text={words.sendingFile(state.name)} />
        <View id="sent-percent" className="section-title">
          {words.sending(state.percent)}
        </View>
        <Button id="upload-stop" kind="plain" text={words.stop} onTap={of.stop} />
      </View>
    )
  }
  return (
    <View id="upload" className="stack">
      <Slot>{refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}</Slot>
      <Slot>{state.is === 'unfit' ? <Notice tone="wait" icon="alarm" text={state.why} /> : null}</Slot>
      <Slot>{state.is === 'stopped' ? <Notice tone="calm" icon="check" text={words.stopped} /> : null}</Slot>
      {state.is === 'broken' ? (
        <>
          <Notice tone="wait" icon="offline" text={words.broken} />
          <Button id="upload-again" text={words.again} onTap={of.again} />
          <Button id="upload-other" kind="plain" text={words.other} onTap={of.choose} />
        </>
      ) : (
        <Button
          id="upload-choose"
          icon="list"
          text={text}
          busy={state.is === 'starting' ? words.starting : false}
          onTap={onTap}
        />
      )}
    </View>
  )
}
