import { View } from '@tarojs/components'
import { useState } from 'react'
import { useWrite, type Input } from '../../../client'
import { Button, Choices, Notice, Section, Slot } from '../../../components'
import { refusalText } from '../../../text'
import { codes, fill as words } from '../../../text/directory-codes'
import type { DeskSpot } from '../../desk-spot'

type Per = Input<'doorcode.fill'>['per']

interface CodeFillProps {
  readonly spot: DeskSpot
  readonly estateId: string
}

/** Makes the codes that an estate is missing: some seconds' worth a call, until none is left. */
export function CodeFill({ spot: { communityId, gridId }, estateId }: CodeFillProps) {
  const { busy, refused, run, clear } = useWrite('doorcode.fill')
  const [per, setPer] = useState<Per>('unit')
  /** null: nothing was asked for yet. */
  const [state, setState] = useState<{ readonly made: number; readonly left: number } | null>(null)
  const fill = async () => {
    let made = 0
    setState(null)
    for (;;) {
      const done = await run({ communityId, gridId, estateId, per })
      if (!done) return
      made += done.made
      setState({ made, left: done.left })
      // Nothing came of it although something is left: somebody else is at it.
      if (done.left === 0 || done.made === 0) return
    }
  }
  return (
    <Section id="fill" title={words.title} hint={words.lead}>
      <Choices
        id="per"
        label={words.per}
        options={[
          { id: 'unit', title: words.unit, note: words.unitHint, disabled: busy },
          { id: 'building', title: words.building, note: words.buildingHint, disabled: busy },
        ]}
        chosen={per}
        onChoose={(id) => {
          setPer(id as Per)
          setState(null)
          clear()
        }}
      />
      <View className="section stack">
        <Slot>
          {state === null ? null : state.left > 0 ? (
            <Notice
              tone={busy ? 'calm' : 'wait'}
              icon="clock"
              text={(busy ? codes.madeSome : codes.madeStopped)(state.made, state.left)}
            />
          ) : (
            <Notice tone="done" icon="check" text={state.made > 0 ? codes.made(state.made) : codes.allThere} />
          )}
        </Slot>
        <Slot>{refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}</Slot>
        <Button id="fill-go" icon="code" text={words.go} busy={busy && words.going} onTap={() => void fill()} />
      </View>
    </Section>
  )
}
