import { View } from '@tarojs/components'
import { useState } from 'react'
import { Slot, Tap, TextArea } from '../../../components'
import { longestStep } from '../../../domain/request/limits'
import { stepForm as words, stepWords, type DeskVerb } from '../../../text/desk-steps'
import type { Step } from './use-step'

interface PartProps {
  readonly verb: DeskVerb
  readonly step: Step
}

/** What the resident reads: with short sentences to tap, so that nobody has to type with gloves on. */
export function StepWords({ verb, step: { fields, change, missing, act } }: PartProps) {
  const { ask, ready } = stepWords[verb]
  return (
    <View>
      <TextArea
        id="step-words"
        label={ask}
        value={fields.words}
        maxLength={longestStep}
        disabled={act.busy}
        {...(missing === 'words' ? { error: words.wordsMissing } : {})}
        onChange={(typed) => change({ words: typed })}
      />
      <Slot>
        {ready.length > 0 && fields.words === '' ? (
          <View className="chips">
            <View className="chips-question">{words.ready}</View>
            <View className="chips-options">
              {ready.map((text, at) => (
                <Tap key={text} id={`ready-${at}`} className="chip" onTap={() => change({ words: text })}>
                  {text}
                </Tap>
              ))}
            </View>
          </View>
        ) : null}
      </Slot>
    </View>
  )
}

/** What is for those inside only; a tap opens it, save where it is all that the step is. */
export function StepNote({ verb, step: { fields, change, missing, act } }: PartProps) {
  const [isOpen, setOpen] = useState(verb === 'note' || fields.note !== '')
  if (!isOpen)
    return (
      <Tap id="add-note" className="link" onTap={() => setOpen(true)}>
        {words.addNote}
      </Tap>
    )
  return (
    <TextArea
      id="step-note"
      label={verb === 'note' ? words.noteMust : words.note}
      hint={words.noteHint}
      value={fields.note}
      maxLength={longestStep}
      disabled={act.busy}
      {...(missing === 'note' ? { error: words.noteMissing } : {})}
      onChange={(typed) => change({ note: typed })}
    />
  )
}
