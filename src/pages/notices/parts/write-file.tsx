import { View } from '@tarojs/components'
import { Button, Facts, Notice, Slot } from '../../../components'
import { refusalText } from '../../../text'
import { noticeWrite as words } from '../../../text/notice-write'
import { ConsentSheet } from '../../consent'
import type { NoticeFileSending } from './use-notice-file'
import type { WriteFields } from './write-fields'

interface NoticeFileProps {
  readonly sending: NoticeFileSending
  readonly file: WriteFields['file']
  readonly onRemove: () => void
}

/** The one file of a notice. */
export function NoticeFile({ sending: { state, beginning, choose, stop }, file, onRemove }: NoticeFileProps) {
  const { refused } = beginning
  return (
    <View id="file" className="section">
      {file ? (
        <Facts
          rows={[
            {
              ...{ id: 'file-name', label: words.file, value: file.name },
              action: { text: words.removeFile, onTap: onRemove },
            },
          ]}
        />
      ) : (
        <View className="stack">
          <Button
            id="file-choose"
            kind="plain"
            text={words.chooseFile}
            busy={state.is === 'sending' ? words.sendingFile(state.percent) : false}
            onTap={choose}
          />
          {state.is === 'sending' ? <Button id="file-stop" kind="plain" text={words.stopFile} onTap={stop} /> : null}
          <View className="second">{`${words.file}：${words.fileHint}`}</View>
        </View>
      )}
      <Slot>
        {state.is === 'failed' ? <Notice tone="wait" icon="alarm" text={state.why} /> : null}
        {refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}
      </Slot>
      <ConsentSheet of={beginning} />
    </View>
  )
}
