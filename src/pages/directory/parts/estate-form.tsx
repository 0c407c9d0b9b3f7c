import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Notice, Sheet, TextField } from '../../../components'
import { refusalText } from '../../../text'
import { placeSheets } from '../../../text/directory-places'

/** As `domain/directory/limits` has it. */
const longest = { name: 40, address: 100 } as const

type Words = (typeof placeSheets)['grid' | 'estate']
type Code = keyof typeof refusalText

interface PlaceFormProps {
  readonly id: 'grid' | 'estate'
  /** As it was when the form was opened; null: it is new. */
  readonly place: { readonly name: string; readonly address: string | null } | null
  readonly hasAddress: boolean
  /** What it is called by now, where somebody else saved meanwhile. */
  readonly movedTo: string | null
  readonly busy: boolean
  readonly refused: Code | null
  readonly onSave: (name: string, address: string) => void
  readonly onRemove: () => void
  readonly onClose: () => void
}

/** Names a grid or an estate, over the page; the way to take it out is at its end, and asks once more. */
export function PlaceForm({ id, place, hasAddress, movedTo, busy, refused, ...does }: PlaceFormProps) {
  const words: Words = placeSheets[id]
  const [name, setName] = useState(place?.name ?? '')
  const [address, setAddress] = useState(place?.address ?? '')
  const [isMissing, setMissing] = useState(false)
  const [isRemoving, setRemoving] = useState(false)
  const trouble = (
    <View>
      {refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}
      {movedTo === null ? null : <Notice tone="calm" icon="people" text={placeSheets.nowCalled(movedTo)} />}
    </View>
  )
  if (isRemoving && place)
    return (
      <Sheet
        id={`${id}-remove`}
        title={words.removeTitle(place.name)}
        text={words.removeText}
        main={{ text: placeSheets.removeYes, kind: 'danger', busy, onTap: does.onRemove }}
        other={{ text: placeSheets.removeNo, onTap: () => setRemoving(false) }}
      >
        {trouble}
      </Sheet>
    )
  const save = () => {
    setMissing(name.trim() === '')
    if (name.trim() !== '') does.onSave(name.trim(), address.trim())
  }
  return (
    <Sheet
      id={`${id}-sheet`}
      title={place ? words.change : words.add}
      main={{ text: placeSheets.save, busy, onTap: save }}
      other={{ text: placeSheets.back, onTap: does.onClose }}
    >
      <TextField
        id={`${id}-name`}
        label={words.name}
        hint={words.nameHint}
        value={name}
        maxLength={longest.name}
        disabled={busy}
        {...(isMissing ? { error: words.missing } : {})}
        onChange={(typed) => {
          setName(typed)
          setMissing(false)
        }}
      />
      {hasAddress ? (
        <TextField
          id={`${id}-address`}
          label={placeSheets.address}
          hint={placeSheets.addressHint}
          value={address}
          maxLength={longest.address}
          disabled={busy}
          onChange={setAddress}
        />
      ) : null}
      {trouble}
      {place ? (
        <View className="section">
          <Button
            id={`${id}-take-out`}
            kind="plain"
            icon="close"
            text={words.remove}
            disabled={busy}
            onTap={() => setRemoving(true)}
          />
        </View>
      ) : null}
    </Sheet>
  )
}
