import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Card, Row, Section, Slot } from '../../../components'
import { places as words, placeSheets } from '../../../text/directory-places'
import { GridSheet, type Grid } from './grid-sheet'

interface GridListProps {
  readonly communityId: string
  readonly grids: readonly Grid[]
  readonly mayChange: boolean
  readonly onReload: () => void
  readonly onSaid: (said: string) => void
}

/** The grids of a community. */
export function GridList({ communityId, grids, mayChange, onReload, onSaid }: GridListProps) {
  const [open, setOpen] = useState<{ readonly grid: Grid | null } | null>(null)
  const done = (said: string) => {
    setOpen(null)
    onSaid(said)
    onReload()
  }
  return (
    <Section id="grids" title={words.grids} hint={grids.length === 0 ? words.noGrids : words.gridsHint}>
      <Slot>
        {grids.length === 0 ? null : mayChange ? (
          <Card>
            {grids.map((grid) => (
              <Row key={grid.gridId} id={`grid-${grid.gridId}`} title={grid.name} onTap={() => setOpen({ grid })} />
            ))}
          </Card>
        ) : (
          <Card>
            {grids.map(({ gridId, name }) => (
              <View key={gridId} id={`grid-${gridId}`} className="fact">
                {name}
              </View>
            ))}
          </Card>
        )}
      </Slot>
      {mayChange ? (
        <View className="section">
          <Button id="grid-add" kind="plain" text={placeSheets.grid.add} onTap={() => setOpen({ grid: null })} />
        </View>
      ) : null}
      <Slot>
        {open ? (
          <GridSheet
            communityId={communityId}
            opened={open.grid}
            latest={grids.find(({ gridId }) => gridId === open.grid?.gridId) ?? null}
            onReload={onReload}
            onDone={done}
            onClose={() => setOpen(null)}
          />
        ) : null}
      </Slot>
    </Section>
  )
}
