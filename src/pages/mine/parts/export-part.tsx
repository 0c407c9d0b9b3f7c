import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { useWrite } from '../../../client'
import { Button, Notice, Section, Slot } from '../../../components'
import { saveText, type Saved } from '../../../platform/save-file'
import { refusalText } from '../../../text'
import { exportCount, exportFile, exportText } from '../../../text/export'
import { leave as words } from '../../../text/leave'

/** Where the other part of the page leads to. */
export const exportId = 'export'

/**
 * Fetches first, saves in a second tap: WeChat forwards a file only directly in a tap. The text itself never becomes
 * part of what is shown.
 */
export function ExportPart() {
  const { busy, refused, run } = useWrite('me.export')
  const file = useRef<{ readonly name: string; readonly text: string } | null>(null)
  const [count, setCount] = useState<number | null>(null)
  const [saved, setSaved] = useState<Saved | null>(null)
  const prepare = async () => {
    setSaved(null)
    const data = await run({})
    if (!data) return
    file.current = { name: exportFile(data.madeAt), text: exportText(data) }
    setCount(exportCount(data))
  }
  const save = () => {
    if (file.current) void saveText(file.current.name, file.current.text).then(setSaved)
  }
  return (
    <Section id={exportId} title={words.export} hint={words.exportHint}>
      <Slot>{refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}</Slot>
      <Slot>
        {saved === null && count !== null && !busy ? (
          <Notice tone="done" icon="check" text={words.ready(count)} />
        ) : null}
      </Slot>
      <Slot>{saved ? <Told saved={saved} /> : null}</Slot>
      {count === null ? (
        <Button
          id="export-start"
          text={words.exportStart}
          busy={busy ? words.exportBusy : false}
          onTap={() => void prepare()}
        />
      ) : (
        <View className="stack">
          <Button id="export-save" text={words.save} disabled={busy} onTap={save} />
          <View className="second">{words.saveHint}</View>
          <Button
            id="export-again"
            kind="plain"
            text={words.again}
            busy={busy ? words.exportBusy : false}
            onTap={() => void prepare()}
          />
        </View>
      )}
    </Section>
  )
}

const Told = ({ saved }: { readonly saved: Saved }) => {
  const isDone = saved === 'saved' || saved === 'copied'
  return <Notice tone={isDone ? 'done' : 'wait'} icon={isDone ? 'check' : 'alarm'} text={words[saved]} />
}
