import { useState } from 'react'
import { useWrite, type Output } from '../../../client'
import { Choices, Notice, Sheet, Slot } from '../../../components'
import { nationalAllowances } from '../../../domain/request/allowances'
import { quickerTimes } from '../../../domain/request/promises'
import { hour } from '../../../domain/time/clock'
import { refusalText } from '../../../text'
import { requestClassNames } from '../../../text/desk'
import { deskClocks as words, timeText } from '../../../text/desk-figures'

export type ClockRow = Output<'request.clocks'>['clocks'][number]
export const clockPurposes = ['response', 'resolution'] as const
export type Purpose = (typeof clockPurposes)[number]

/** Whether every hour counts, or those of the office. */
export function kindOf(name: ClockRow['class'], purpose: Purpose): 'always' | 'office' {
  const { response, resolution } = nationalAllowances[name]
  return purpose === 'response' ? response.kind : resolution.grid.kind
}

/** What a community has promised itself, in hours; null: as the table. */
const promiseOf = (row: ClockRow, purpose: Purpose): number | null =>
  row[purpose] === row.most[purpose] ? null : row[purpose]

const asTable = 'table'

interface TightenSheetProps {
  readonly communityId: string
  readonly row: ClockRow
  readonly purpose: Purpose
  readonly onSaved: (outcome: Output<'request.tighten'>) => void
  readonly onClose: () => void
}

/** Chooses a shorter time for one of the two clocks of a class. */
export function TightenSheet({ communityId, row, purpose, onSaved, onClose }: TightenSheetProps) {
  const { busy, refused, run } = useWrite('request.tighten')
  const promised = promiseOf(row, purpose)
  const [chosen, setChosen] = useState(promised === null ? asTable : String(Math.round(promised * hour)))
  const kind = kindOf(row.class, purpose)
  const options = [
    { id: asTable, title: words.keep, note: words.within(timeText(row.most[purpose] * hour, kind)) },
    ...quickerTimes[row.class][purpose].map((ms) => ({ id: String(ms), title: words.within(timeText(ms, kind)) })),
  ]
  const save = async () => {
    const hours = chosen === asTable ? null : Number(chosen) / hour
    const other = { response: promiseOf(row, 'response'), resolution: promiseOf(row, 'resolution') }
    const outcome = await run({ communityId, clocks: [{ class: row.class, ...other, [purpose]: hours }] })
    if (outcome) onSaved(outcome)
  }
  return (
    <Sheet
      id="tighten"
      title={words.sheetTitle(words[purpose], requestClassNames[row.class])}
      text={words.sheetText}
      main={{ text: words.done, onTap: () => void save(), busy }}
      other={{ text: words.back, onTap: onClose }}
    >
      <Choices id="time" label={words[purpose]} hideLabel options={options} chosen={chosen} onChoose={setChosen} />
      <Slot>{refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}</Slot>
    </Sheet>
  )
}
