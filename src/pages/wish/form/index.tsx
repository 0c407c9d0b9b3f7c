import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { myDoor, targetOf, useDoor, type Target } from '../../../client'
import { useDraft } from '../../../client/use-draft'
import { wishForm as words, wishStarts } from '../../../text/wish'
import { useChoosing, type ChosenPlace } from '../../place-choice'
import { Shell } from '../../shell'
import { Waiting } from '../../waiting'
import { Elsewhere } from '../parts/elsewhere'
import { emptyWish } from '../parts/fields'
import { WishForm } from '../parts/wish-form'

/** 写心愿. */
export default function WishFormPage() {
  const [turn, setTurn] = useState(0)
  return <Writing key={turn} onAgain={() => setTurn(turn + 1)} />
}

/** One card: for oneself or for family at one's own door; by the office for whoever came, wherever they live. */
function Writing({ onAgain }: { readonly onAgain: () => void }) {
  const { params } = useRouter()
  const isOffice = params.behalf === 'office'
  const forOfferId = params.for || null
  const start = wishStarts.find(({ id }) => id === params.g)?.id ?? null
  const name = isOffice ? 'wish-office' : forOfferId === null ? 'wish-new' : `wish-for-${forOfferId}`
  const draft = useDraft(name, emptyWish(start, isOffice ? 'office' : 'none'))
  const { chosen } = draft.fields
  const [isChoosing, setChoosing] = useState(false)
  const asked = targetOf(params) ?? (isOffice ? null : (myDoor()?.target ?? null))
  const target: Target | null = chosen ? { by: 'place', buildingId: chosen.buildingId, unitId: chosen.unitId } : asked
  const { view, busy, refused, reload } = useDoor(target, 'when-old')
  const choosing = useChoosing()
  const choose = (place: ChosenPlace) => {
    draft.change({ chosen: place, room: null })
    choosing.setBuilding(null)
    choosing.setEstate(null)
    setChoosing(false)
  }
  const isNowhere = isChoosing || !target
  const subtitle = isNowhere ? choosing.soFar : isOffice ? words.officeLead : null
  return (
    <Shell title={words.title} {...(subtitle === null ? {} : { subtitle })}>
      <View id="wish-form">
        {isNowhere ? (
          <Elsewhere
            choosing={choosing}
            isOthers={isOffice}
            onChosen={choose}
            onBack={target ? () => setChoosing(false) : null}
          />
        ) : view ? (
          <WishForm
            given={{ view, forOfferId }}
            draft={draft}
            onElsewhere={() => setChoosing(true)}
            onAgain={onAgain}
          />
        ) : (
          <Waiting busy={busy} refused={refused} retry={() => void reload()} />
        )}
      </View>
    </Shell>
  )
}
