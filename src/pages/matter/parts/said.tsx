import { View } from '@tarojs/components'
import { useState } from 'react'
import { Chips, Icon, Tap } from '../../../components'
import type { Question } from '../../../domain/routing'
import { matter as words } from '../../../text'

interface SaidProps {
  readonly question: Question
  readonly chosen: string | null
  readonly onChoose: (option: string) => void
}

/** What the text of the search has already said; one tap opens the question, so that it can be put right. */
export function Said({ question: { id, text, options }, chosen, onChoose }: SaidProps) {
  const [open, setOpen] = useState(false)
  const label = options.find((option) => option.id === chosen)?.label ?? ''
  if (open) return <Chips question={text} options={options} chosen={chosen} onChoose={onChoose} />
  return (
    <Tap id={`said-${id}`} className="said" label={words.changeSaid(label)} onTap={() => setOpen(true)}>
      <Icon name="check" />
      <View className="row-words">{words.said(label)}</View>
      <View className="said-change">{words.change}</View>
    </Tap>
  )
}
