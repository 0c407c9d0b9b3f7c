import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Posts } from '../../../client/use-posts'
import { Button, Card, Notice, Row, Section, Sheet, Slot } from '../../../components'
import { refusalText } from '../../../text'
import { building as words } from '../../../text/directory-places'
import { spotQuery, type DeskSpot } from '../../desk-spot'
import { go, pathTo } from '../../go'
import type { Building } from './building-one'
import { useSaving } from './estate-saving'

interface BuildingMoreProps {
  readonly spot: DeskSpot
  readonly building: Building
  readonly estateId: string
  readonly may: Posts['may']
  readonly onReload: () => void
  /** Where one was just entered: the next. */
  readonly onAnother: (() => void) | null
  readonly onRemoved: () => void
}

/** What else there is to a building: its codes, who lives there, and to take it out. */
export function BuildingMore({ spot, building, estateId, may, onReload, onAnother, onRemoved }: BuildingMoreProps) {
  const [isRemoving, setRemoving] = useState(false)
  const here = spotQuery(spot)
  const at = `estate=${estateId}&building=${building.buildingId}`
  const mayLook = may('household.list', { ...spot, gridId: building.gridId })
  if (!building.mine && !mayLook) return null
  return (
    <Section id="building-more" title={words.more}>
      <Card>
        {building.mine ? (
          <Row
            id="to-codes"
            icon="code"
            title={words.codes}
            note={words.codesHint}
            onTap={() => void go(pathTo('directory/codes', here, at))}
          />
        ) : null}
        {mayLook ? (
          <Row
            id="to-households"
            icon="people"
            title={words.households}
            note={words.householdsHint}
            onTap={() => void go(pathTo('directory/households', here, at))}
          />
        ) : null}
        {building.mine ? (
          <Row id="building-take-out" icon="close" title={words.remove} end="none" onTap={() => setRemoving(true)} />
        ) : null}
      </Card>
      <Slot>
        {onAnother ? (
          <View className="section">
            <Button id="building-next" kind="plain" text={words.addNext} onTap={onAnother} />
          </View>
        ) : null}
      </Slot>
      <Slot>
        {isRemoving ? (
          <RemoveSheet
            building={building}
            onReload={onReload}
            onCodes={() => void go(pathTo('directory/codes', here, at))}
            onRemoved={onRemoved}
            onClose={() => setRemoving(false)}
          />
        ) : null}
      </Slot>
    </Section>
  )
}

interface RemoveSheetProps {
  readonly building: Building
  readonly onReload: () => void
  readonly onCodes: () => void
  readonly onRemoved: () => void
  readonly onClose: () => void
}

function RemoveSheet({ building, onReload, onCodes, onRemoved, onClose }: RemoveSheetProps) {
  const [seen] = useState(building.mark)
  const { busy, refused, isMoved, run } = useSaving('building.remove', onReload)
  const remove = async () => {
    const { buildingId, mark } = building
    if (await run({ buildingId, seen: isMoved ? mark : seen })) onRemoved()
  }
  const codes = () => {
    onClose()
    onCodes()
  }
  return (
    <Sheet
      id="building-remove"
      title={words.removeTitle(building.name)}
      text={words.removeText}
      main={{ text: words.removeYes, kind: 'danger', busy, onTap: () => void remove() }}
      other={{ text: words.removeNo, onTap: onClose }}
    >
      <View>{refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}</View>
      {refused === 'building.has-codes' ? (
        <View className="section">
          <Button id="remove-to-codes" kind="plain" icon="code" text={words.toCodes} onTap={codes} />
        </View>
      ) : null}
    </Sheet>
  )
}
