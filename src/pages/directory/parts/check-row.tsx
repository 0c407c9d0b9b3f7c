import { View } from '@tarojs/components'
import type { Output } from '../../../client'
import { Button, Notice } from '../../../components'
import { directoryCheck as words, phoneProof as proof } from '../../../text/directory-check'
import { hoursText } from './hours-words'
import { PhoneProof } from './phone-proof'

export type Doubtful = Output<'phones.check'>['phones'][number]

interface CheckRowProps {
  readonly communityId: string
  readonly phone: Doubtful
  readonly isDone: boolean
  /** null: the number is somebody else's to change. */
  readonly onChange: (() => void) | null
  readonly onRung: () => void
  readonly onMoved: () => void
}

/** One number to ring: whose it is, why it is doubted, and what came of it. */
export function CheckRow({ communityId, phone, isDone, onChange, onRung, onMoved }: CheckRowProps) {
  const { agencyId, agencyName, phoneId, number, description, schedules, owner } = phone
  return (
    <View className="contact" id={`doubt-${phoneId}`}>
      <View className="contact-name">{description ? `${agencyName} · ${description}` : agencyName}</View>
      <View className="contact-number">{number}</View>
      {isDone ? (
        <Notice tone="done" icon="check" text={proof.done} />
      ) : (
        <>
          <View className="second">{`${hoursText(schedules)} · ${proof.owner(owner)}`}</View>
          <View>
            <View className="tag tag-wait">{whyWords(phone)}</View>
          </View>
          <PhoneProof {...{ communityId, agencyId, agencyName, phoneId, number, onRung, onMoved }} isDoubtful />
          {onChange ? (
            <Button
              id={`change-${phoneId}`}
              kind="plain"
              icon="edit"
              text={words.changed}
              label={words.changedOf(number)}
              onTap={onChange}
            />
          ) : null}
        </>
      )}
    </View>
  )
}

/** How many residents said so is known better here than in the mark that two of them leave. */
function whyWords({ why, reporters }: Doubtful): string {
  const others = why.filter((one) => one !== 'reported')
  if (!why.includes('reported') || reporters < 2) return proof.doubtWords(why)
  return [words.reporters(reporters), ...others.map((one) => proof.doubts[one])].join('；')
}
