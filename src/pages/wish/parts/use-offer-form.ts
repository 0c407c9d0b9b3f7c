import { useState } from 'react'
import { myDoor } from '../../../client'
import type { Draft } from '../../../client/use-draft'
import { useFiling } from '../../../client/use-filing'
import { useWishSuggest } from '../../../client/use-wish-suggest'
import { useConsented } from '../../consent'
import { cryPlace } from './cry-place'
import { limitsOf, missingOffer, offerInput, type MissingOffer, type OfferFields } from './offer-fields'
import { useCry } from './use-cry'
import { dangerOf, useDangerTold } from './use-danger'

export interface OfferGiven {
  readonly communityId: string
  /** For a member without a phone. */
  readonly isOffice: boolean
}

/** Everything that the form of a red card knows and does. */
export function useOfferForm({ communityId, isOffice }: OfferGiven, { fields, change, drop }: Draft<OfferFields>) {
  const suggesting = useWishSuggest('offer', fields.words, limitsOf(fields))
  const agreeing = useConsented('offer.hang')
  const filing = useFiling('offer.hang', agreeing)
  const [missing, setMissing] = useState<MissingOffer | null>(null)
  const [isLooking, setLooking] = useState(false)
  const text = fields.words.trim()
  const asked = fields.asksFor !== '' && fields.asksFor === text
  const held = asked ? null : (suggesting.suggested?.held ?? null)
  const danger = dangerOf(held, null)
  const [here] = useState(() => myDoor()?.target ?? null)
  const crying = useCry({
    place: () => cryPlace({ communityId, isOffice, buildings: fields.isSome ? fields.buildings : [] }),
    before: fields.cried,
    onSaid: (cried) => change({ cried }),
  })
  useDangerTold({ danger, words: fields.words, isDone: asked, here, crying })
  const kinds = fields.kinds ?? suggesting.kinds.slice(0, 1)

  const write = (changed: Partial<OfferFields>) => {
    change(changed)
    setMissing(null)
    agreeing.clear()
  }
  const send = async () => {
    if (filing.busy || isLooking) return
    const first = missingOffer(fields, isOffice)
    if (first !== null) return setMissing(first)
    setLooking(true)
    const looked = asked ? null : await suggesting.ask()
    setLooking(false)
    if (looked?.held != null) return setMissing('held')
    const filed = await filing.send(offerInput(fields, { communityId, kinds, isOffice }))
    if (filed !== null) drop()
  }
  return {
    ...{
      fields,
      text,
      asked,
      kinds,
      missing,
      isLooking,
      filing,
      agreeing,
      suggesting,
      danger,
      crying,
      here,
      write,
      send,
    },
    /** What is held back and is no danger. */
    held: danger === null ? held : null,
  }
}
export type OfferFormState = ReturnType<typeof useOfferForm>
