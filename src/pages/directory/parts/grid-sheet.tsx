import { useState } from 'react'
import type { Output } from '../../../client'
import { placeSheets } from '../../../text/directory-places'
import { PlaceForm } from './estate-form'
import { useSaving } from './estate-saving'

export type Grid = Output<'directory.show'>['grids'][number]

interface GridSheetProps {
  readonly communityId: string
  /** As the page opened it; null: a new one. */
  readonly opened: Grid | null
  /** As it stands in the directory by now. */
  readonly latest: Grid | null
  readonly onReload: () => void
  readonly onDone: (said: string) => void
  readonly onClose: () => void
}

/** Adds a grid, gives it another name, or takes it out. */
export function GridSheet({ communityId, opened, latest, onReload, onDone, onClose }: GridSheetProps) {
  const [first] = useState(opened)
  const save = useSaving('grid.save', onReload)
  const remove = useSaving('grid.remove', onReload)
  const isMoved = save.isMoved || remove.isMoved
  const gridId = first?.gridId ?? null
  const seen = (isMoved ? latest?.mark : first?.mark) ?? null
  const keep = async (name: string) => {
    remove.clear()
    if (await save.run({ communityId, gridId, seen, name })) onDone(placeSheets.grid.saved)
  }
  const takeOut = async () => {
    save.clear()
    if (gridId !== null && seen !== null && (await remove.run({ communityId, gridId, seen })))
      onDone(placeSheets.grid.removed)
  }
  return (
    <PlaceForm
      id="grid"
      place={first && { name: first.name, address: null }}
      hasAddress={false}
      movedTo={isMoved && latest ? latest.name : null}
      busy={save.busy || remove.busy}
      refused={save.refused ?? remove.refused}
      onSave={(name) => void keep(name)}
      onRemove={() => void takeOut()}
      onClose={onClose}
    />
  )
}
