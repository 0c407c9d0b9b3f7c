import { useState } from 'react'
import { View } from '@tarojs/components'
import { Choices, Notice, Sheet, TextField } from '../../../components'
import { refusalText } from '../../../text'
import { why as words } from '../../../text/roles'

interface WhySheetProps {
  readonly id: string
  readonly title: string
  readonly text: string
  /** What is usual; another one can be typed. */
  readonly reasons: readonly string[]
  readonly yes: string
  readonly kind?: 'main' | 'danger'
  readonly no: string
  readonly busy: boolean
  readonly refused: keyof typeof refusalText | null
  readonly onYes: (why: string) => void
  readonly onClose: () => void
}

const other = 'other'

/** Asks for a reason before something is done that others have to understand later. */
export function WhySheet({
  id,
  title,
  text,
  reasons,
  yes,
  kind = 'main',
  no,
  busy,
  refused,
  onYes,
  onClose,
}: WhySheetProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [isMissing, setMissing] = useState(false)
  const reason = chosen === other ? typed.trim() : (reasons[Number(chosen ?? -1)] ?? '')
  const choose = (next: string) => {
    setChosen(next)
    setMissing(false)
  }
  const type = (text: string) => {
    setTyped(text)
    setMissing(false)
  }
  return (
    <Sheet
      id={id}
      title={title}
      text={text}
      main={{ text: yes, kind, busy, onTap: () => (reason === '' ? setMissing(true) : onYes(reason)) }}
      other={{ text: no, onTap: onClose }}
    >
      <Choices
        id={`${id}-why`}
        label={words.label}
        options={[...reasons.map((title, at) => ({ id: String(at), title })), { id: other, title: words.other }]}
        chosen={chosen}
        onChoose={choose}
      />
      {chosen === other ? (
        <TextField id={`${id}-other-why`} label={words.otherLabel} value={typed} maxLength={100} onChange={type} />
      ) : null}
      <View>
        {isMissing ? (
          <Notice tone="wait" icon="alarm" text={chosen === other ? words.otherMissing : words.missing} />
        ) : null}
      </View>
      <View>{refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}</View>
    </Sheet>
  )
}
