import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Card, Row, Slot } from '../../../components'
import { noticePage as words } from '../../../text/notice-page'
import { placeName } from '../../place'
import { PlaceChoice, useChoosing } from '../../place-choice'
import type { Spot } from './use-spot'

/** Where the reader lives, and a way to say it otherwise: a phone is passed on, a neighbour's card was opened. */
export function Where({ spot: { view, choose } }: { readonly spot: Spot }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <View id="where" className="section">
      {isOpen ? (
        <Choosing
          onBack={() => setOpen(false)}
          onChosen={(buildingId, unitId) => {
            choose(buildingId, unitId)
            setOpen(false)
          }}
        />
      ) : (
        <Card>
          <Row
            id="place"
            icon="place"
            title={view ? `${words.here}：${placeName(view.place)}` : words.where}
            note={view ? words.whoElse : words.whereHint}
            onTap={() => setOpen(true)}
          />
        </Card>
      )}
    </View>
  )
}

interface ChoosingProps {
  readonly onChosen: (buildingId: string, unitId: string | null) => void
  readonly onBack: () => void
}

function Choosing({ onChosen, onBack }: ChoosingProps) {
  const choosing = useChoosing()
  return (
    <View>
      <PlaceChoice of={choosing} onChosen={({ buildingId, unitId }) => onChosen(buildingId, unitId)} />
      <Slot>
        {choosing.estate === null ? <Button id="place-back" kind="plain" text={words.back} onTap={onBack} /> : null}
      </Slot>
    </View>
  )
}
