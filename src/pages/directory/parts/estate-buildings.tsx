import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Posts } from '../../../client/use-posts'
import { Button, Card, Notice, Row, Section, Slot } from '../../../components'
import { places as words, placeSheets } from '../../../text/directory-places'
import { spotQuery, type DeskSpot } from '../../desk-spot'
import { go, pathTo } from '../../go'
import { BuildingList } from './building-list'
import { EstateSheet, type Estate } from './estate-sheet'
import type { Grid } from './grid-sheet'

interface EstateBuildingsProps {
  readonly spot: DeskSpot
  readonly estate: Estate
  readonly grids: readonly Grid[]
  readonly may: Posts['may']
  readonly onReload: () => void
}

/** One estate: its buildings, the ways to more of them, and what is done for all of them at once. */
export function EstateBuildings({ spot, estate, grids, may, onReload }: EstateBuildingsProps) {
  const [isChanging, setChanging] = useState(false)
  const [said, setSaid] = useState('')
  const here = spotQuery(spot)
  const at = `estate=${estate.estateId}`
  const mayAdd = may('building.save', spot)
  const done = (word: string, gone: boolean) => {
    if (gone) return void Taro.redirectTo({ url: pathTo('directory/places', here) })
    setChanging(false)
    setSaid(word)
    onReload()
  }
  return (
    <>
      <Slot>{said ? <Notice tone="done" icon="check" text={said} /> : null}</Slot>
      <Section id="buildings" title={words.buildings}>
        <BuildingList spot={spot} estateId={estate.estateId} grids={grids} mayAdd={mayAdd} />
      </Section>
      <View className="section stack">
        {mayAdd ? (
          <Button id="building-add" text={words.addOne} onTap={() => void go(pathTo('directory/building', here, at))} />
        ) : null}
        {may('import.plan', spot) ? (
          <Button
            id="plan-open"
            kind="plain"
            text={words.addMany}
            onTap={() => void go(pathTo('directory/places', here, at, 'plan=1'))}
          />
        ) : null}
      </View>
      <View className="section">
        <Card>
          {may('poster.make', spot) ? (
            <Row
              id="to-codes"
              icon="code"
              title={words.posters}
              note={words.postersHint}
              onTap={() => void go(pathTo('directory/codes', here, at))}
            />
          ) : null}
          {may('estate.save', spot) ? (
            <Row
              id="estate-change"
              icon="edit"
              title={placeSheets.estate.change}
              onTap={() => {
                setSaid('')
                setChanging(true)
              }}
            />
          ) : null}
        </Card>
      </View>
      <Slot>
        {isChanging ? (
          <EstateSheet
            communityId={spot.communityId}
            opened={estate}
            latest={estate}
            onReload={onReload}
            onDone={done}
            onClose={() => setChanging(false)}
          />
        ) : null}
      </Slot>
    </>
  )
}
