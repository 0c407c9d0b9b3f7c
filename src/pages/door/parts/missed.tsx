import type { Told } from '../../../client'
import { Button, Notice } from '../../../components'
import { door, refusalText } from '../../../text'

interface MissedProps {
  /** What the button says. */
  readonly text: string
  readonly told: Told | null
  readonly onTell: () => void
}

/** Says that it was not found, and what became of saying it. */
export function Missed({ text, told, onTell }: MissedProps) {
  switch (told) {
    case null:
      return <Button id="missed" kind="plain" text={text} onTap={onTell} />
    case 'unplaced':
      return null
    case 'busy':
    case 'noted':
    case 'later':
      return <Notice tone={told === 'noted' ? 'done' : 'calm'} icon="check" text={door.missedTold[told]} />
    default:
      return <Notice tone="wait" icon="alarm" text={refusalText[told]} />
  }
}
