import { Chips } from '../../../components'
import { lengthText } from '../../../text/wish-visit'

const usual = [30, 60, 90, 120, 180] as const

/** How long it takes, or took; what is usual at one tap, whatever else was agreed beside it. */
export const LengthChips = ({
  id,
  question,
  minutes,
  onChange,
}: {
  readonly id: string
  readonly question: string
  readonly minutes: number
  readonly onChange: (minutes: number) => void
}) => (
  <Chips
    id={id}
    question={question}
    options={[...new Set<number>([...usual, minutes])]
      .sort((short, long) => short - long)
      .map((length) => ({ id: String(length), label: lengthText(length) }))}
    chosen={String(minutes)}
    onChoose={(chosen) => onChange(Number(chosen))}
  />
)
