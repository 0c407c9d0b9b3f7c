import { View } from '@tarojs/components'
import { useState } from 'react'
import { useWrite, type Input } from '../../../client'
import { Button, Choices, Notice, Slot } from '../../../components'
import { refusalText } from '../../../text'
import { poster as words } from '../../../text/directory-codes'
import { PosterMade } from './poster-made'

export type Wanted = Omit<Input<'poster.make'>, 'form'>
type Form = Input<'poster.make'>['form']

interface PosterMakeProps {
  /** Of which buildings; null: nobody has said yet. */
  readonly wanted: Wanted | null
}

/** Posters of these buildings: which code, then one file. */
export function PosterMake({ wanted }: PosterMakeProps) {
  const { busy, refused, run, clear } = useWrite('poster.make')
  const [form, setForm] = useState<Form>('link')
  const [isMissing, setMissing] = useState(false)
  const [made, setMade] = useState<Awaited<ReturnType<typeof run>>>(null)
  const make = async (by: Form) => {
    setMissing(wanted === null)
    if (wanted === null) return
    setMade(null)
    setMade(await run({ ...wanted, form: by }))
  }
  const choose = (next: Form) => {
    setForm(next)
    setMade(null)
    clear()
  }
  const instead: Form | null =
    refused === 'poster.no-link' ? 'mini-program' : refused === 'poster.no-picture' ? 'link' : null
  const tryInstead = (next: Form) => {
    choose(next)
    void make(next)
  }
  return (
    <View id="poster">
      <Choices
        id="form"
        label={words.form}
        options={[
          { id: 'link', title: words.link, note: words.linkHint, disabled: busy },
          { id: 'mini-program', title: words.program, note: words.programHint, disabled: busy },
        ]}
        chosen={form}
        onChoose={(id) => choose(id as Form)}
      />
      <View className="section stack">
        <Slot>
          {isMissing && wanted === null ? <Notice tone="wait" icon="alarm" text={words.whichMissing} /> : null}
        </Slot>
        <Slot>
          {refused ? (
            <Notice
              tone="wait"
              icon="alarm"
              text={refused === 'poster.no-codes' ? words.noCodes : refusalText[refused]}
            />
          ) : null}
        </Slot>
        <Slot>
          {instead ? (
            <Button
              id="poster-instead"
              text={instead === 'link' ? words.useLink : words.useProgram}
              onTap={() => tryInstead(instead)}
            />
          ) : null}
        </Slot>
        {made ? (
          <PosterMade made={made} />
        ) : (
          <Button
            id="poster-make"
            kind={instead ? 'plain' : 'main'}
            icon="save"
            text={words.make}
            busy={busy && words.making}
            onTap={() => void make(form)}
          />
        )}
      </View>
      <Slot>
        {made ? (
          <View className="section">
            <Button
              id="poster-again"
              kind="plain"
              text={words.again}
              busy={busy && words.making}
              onTap={() => void make(form)}
            />
          </View>
        ) : null}
      </Slot>
    </View>
  )
}
