import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Choices, Row, Slot, TextField } from '../../../components'
import { directorySettings as words } from '../../../text/directory-settings'
import { spotQuery, type DeskSpot } from '../../desk-spot'
import { go, pathTo } from '../../go'
import type { Questions } from './use-questions'

/** So many fit a look; of more, somebody types a few letters of the name. A few more are no reason to ask. */
const shownAtOnce = 12
const fewMore = 3

interface QuestionAgencyProps {
  readonly spot: DeskSpot
  readonly of: Questions
  /** What the office does: a new one is entered with it. */
  readonly role: string
}

/** Which office of the list it is; the chosen one always stands there. */
export function QuestionAgency({ spot, of, role }: QuestionAgencyProps) {
  const [sought, setSought] = useState('')
  const { agencies, typed, isSaving } = of
  const found = agencies.filter(({ name }) => name.includes(sought.trim()))
  const most = found.length <= shownAtOnce + fewMore ? found.length : shownAtOnce
  const shown = found.filter(({ agencyId }, at) => at < most || agencyId === typed)
  const more = found.length - shown.length
  return (
    <>
      <Slot>
        {agencies.length > shownAtOnce + fewMore ? (
          <TextField id="sought" label={words.findAgency} value={sought} maxLength={20} onChange={setSought} />
        ) : null}
      </Slot>
      <Slot>
        {shown.length === 0 ? (
          <View className="second section-hint">{words.noAgency}</View>
        ) : (
          <Choices
            id="answer"
            label={words.whichAgency}
            hideLabel
            options={shown.map(({ agencyId, name }) => ({ id: agencyId, title: name, disabled: isSaving }))}
            chosen={typed}
            onChoose={of.type}
          />
        )}
      </Slot>
      <Slot>{more > 0 ? <View className="second section-hint">{words.moreAgencies(more)}</View> : null}</Slot>
      <Card>
        <Row
          id="not-listed"
          title={words.notListed}
          note={words.notListedHint}
          onTap={() => void go(pathTo('directory/agency', spotQuery(spot), `role=${role}`))}
        />
      </Card>
    </>
  )
}
