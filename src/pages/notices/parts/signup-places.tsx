import { View } from '@tarojs/components'
import { useState } from 'react'
import { Notice, Sheet, TextField } from '../../../components'
import { unsentText } from '../../../text'
import { signUpPage as words } from '../../../text/notice-office'
import type { Noting } from './use-noting'

/** As the contract has it. */
const mostPlaces = 200

interface SignUpPlacesProps {
  readonly places: number
  readonly noting: Noting
  readonly onClose: () => void
}

/** More places, or fewer: nobody who is in is put out. */
export function SignUpPlaces({ places, noting, onClose }: SignUpPlacesProps) {
  const [typed, setTyped] = useState(String(places))
  const [isMissing, setMissing] = useState(false)
  const count = Number(typed)
  const isFit = /^\d+$/u.test(typed) && count >= 1 && count <= mostPlaces
  const save = async () => {
    setMissing(!isFit)
    if (!isFit || noting.busy) return
    const said = (moved: number) => (moved > 0 ? words.savedMoved(moved) : words.saved)
    if (await noting.do({ verb: 'places', places: count }, said)) onClose()
  }
  return (
    <Sheet
      id="places-sheet"
      title={words.placesTitle}
      text={words.placesText}
      main={{ text: words.save, busy: noting.busy ? words.sending : false, onTap: () => void save() }}
      other={{ text: words.back, onTap: onClose }}
    >
      <TextField
        id="places-count"
        label={words.placesField}
        type="number"
        value={typed}
        maxLength={3}
        {...(isMissing ? { error: words.placesMissing } : {})}
        onChange={(next) => {
          setTyped(next)
          setMissing(false)
        }}
      />
      <View>{noting.refused ? <Notice tone="wait" icon="alarm" text={unsentText(noting.refused)} /> : null}</View>
    </Sheet>
  )
}
