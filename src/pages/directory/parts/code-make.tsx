import { View } from '@tarojs/components'
import { useState } from 'react'
import { useWrite } from '../../../client'
import { Button, Notice, Slot } from '../../../components'
import { refusalText } from '../../../text'
import { codes as words } from '../../../text/directory-codes'
import type { Door } from './code-doors'

interface CodeMakeProps {
  readonly buildingId: string
  readonly doors: readonly Door[]
  /** Whether the building as a whole may have one beside its units. */
  readonly mayWhole: boolean
  readonly onMade: () => void
}

/** Makes the codes that are missing, a commit's worth at a time, until none is. */
export function CodeMake({ buildingId, doors, mayWhole, onMade }: CodeMakeProps) {
  const { busy, refused, run } = useWrite('doorcode.make')
  const [made, setMade] = useState(0)
  const [left, setLeft] = useState(0)
  const missing = doors.filter(({ codes }) => codes.length === 0).map(({ unitId }) => unitId)
  const make = async (wanted: readonly (string | null)[]) => {
    let count = 0
    setMade(0)
    setLeft(0)
    for (;;) {
      const done = await run({ buildingId, doors: [...wanted] })
      // Refused, or off line: what was made is there, and the rest is asked for once more.
      if (!done) break
      count += done.codes.length
      setMade(count)
      setLeft(done.left)
      if (done.left === 0 || done.codes.length === 0) break
    }
    onMade()
  }
  return (
    <View className="section stack" id="make">
      <Slot>
        {busy && left > 0 ? (
          <Notice tone="calm" icon="clock" text={words.madeSome(made, left)} />
        ) : made > 0 && left === 0 ? (
          <Notice tone="done" icon="check" text={words.made(made)} />
        ) : refused && left > 0 ? (
          <Notice tone="wait" icon="alarm" text={words.madeStopped(made, left)} />
        ) : null}
      </Slot>
      <Slot>{refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}</Slot>
      <Slot>
        {missing.length > 0 ? (
          <Button
            id="codes-make"
            kind={missing.length < doors.length ? 'plain' : 'main'}
            icon="code"
            text={words.make(missing.length)}
            busy={busy && words.making}
            onTap={() => void make(missing)}
          />
        ) : mayWhole ? (
          <Button
            id="codes-make-whole"
            kind="plain"
            text={words.makeWhole}
            busy={busy && words.making}
            onTap={() => void make([null])}
          />
        ) : null}
      </Slot>
    </View>
  )
}
