import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Card, Row, Section, Slot, State } from '../../../components'
import { places as words, placeSheets } from '../../../text/directory-places'
import { spotQuery, type DeskSpot } from '../../desk-spot'
import { go, pathTo } from '../../go'
import { EstateSheet, type Estate } from './estate-sheet'

interface EstateListProps {
  readonly spot: DeskSpot
  readonly estates: readonly Estate[]
  readonly mayChange: boolean
  readonly onReload: () => void
  readonly onSaid: (said: string) => void
}

/** The estates of a community; each leads to its buildings. */
export function EstateList({ spot, estates, mayChange, onReload, onSaid }: EstateListProps) {
  const [isAdding, setAdding] = useState(false)
  const here = spotQuery(spot)
  const done = (said: string) => {
    setAdding(false)
    onSaid(said)
    onReload()
  }
  return (
    <Section id="estates" title={words.estates}>
      <Slot>
        {estates.length === 0 ? (
          <State
            icon="building"
            title={words.noEstates}
            hint={mayChange ? words.noEstatesHint : words.noBuildingsRead}
          />
        ) : (
          <Card>
            {estates.map(({ estateId, name, address }) => (
              <Row
                key={estateId}
                id={`estate-${estateId}`}
                title={name}
                note={address}
                onTap={() => void go(pathTo('directory/places', here, `estate=${estateId}`))}
              />
            ))}
          </Card>
        )}
      </Slot>
      {mayChange ? (
        <View className="section stack">
          <Button
            id="estate-add"
            kind={estates.length === 0 ? 'main' : 'plain'}
            text={placeSheets.estate.add}
            onTap={() => setAdding(true)}
          />
          <Button
            id="plan-open"
            kind="plain"
            text={words.addMany}
            onTap={() => void go(pathTo('directory/places', here, 'plan=1'))}
          />
        </View>
      ) : null}
      <Slot>
        {mayChange ? (
          <View className="section">
            <Card>
              <Row
                id="to-table"
                icon="list"
                title={words.wholeTable}
                note={words.wholeTableHint}
                onTap={() => void go(pathTo('directory/table', here))}
              />
            </Card>
          </View>
        ) : null}
      </Slot>
      <Slot>
        {isAdding ? (
          <EstateSheet
            communityId={spot.communityId}
            opened={null}
            latest={null}
            onReload={onReload}
            onDone={done}
            onClose={() => setAdding(false)}
          />
        ) : null}
      </Slot>
    </Section>
  )
}
