import { useState } from 'react'
import type { Output } from '../../../client'
import { placeSheets } from '../../../text/directory-places'
import { PlaceForm } from './estate-form'
import { useSaving } from './estate-saving'

export type Estate = Output<'directory.show'>['estates'][number]

interface EstateSheetProps {
  readonly communityId: string
  /** As the page opened it; null: a new one. */
  readonly opened: Estate | null
  /** As it stands in the directory by now. */
  readonly latest: Estate | null
  readonly onReload: () => void
  /** `gone`: it was taken out. */
  readonly onDone: (said: string, gone: boolean) => void
  readonly onClose: () => void
}

/** Adds an estate, changes its name and address, or takes it out. */
export function EstateSheet({ communityId, opened, latest, onReload, onDone, onClose }: EstateSheetProps) {
  const [first] = useState(opened)
  const save = useSaving('estate.save', onReload)
  const remove = useSaving('estate.remove', onReload)
  const isMoved = save.isMoved || remove.isMoved
  const estateId = first?.estateId ?? null
  const seen = (isMoved ? latest?.mark : first?.mark) ?? null
  const keep = async (name: string, address: string) => {
    remove.clear()
    if (await save.run({ communityId, estateId, seen, name, address })) onDone(placeSheets.estate.saved, false)
  }
  const takeOut = async () => {
    save.clear()
    if (estateId !== null && seen !== null && (await remove.run({ communityId, estateId, seen })))
      onDone(placeSheets.estate.removed, true)
  }
  return (
    <PlaceForm
      id="estate"
      place={first}
      hasAddress
      movedTo={isMoved && latest ? latest.name : null}
      busy={save.busy || remove.busy}
      refused={save.refused ?? remove.refused}
      onSave={(name, address) => void keep(name, address)}
      onRemove={() => void takeOut()}
      onClose={onClose}
    />
  )
}
