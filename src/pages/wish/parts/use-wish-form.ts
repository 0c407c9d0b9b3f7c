import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { DoorView } from '../../../contract'
import { isSomebody, targetOfPlace, useEdition, useRead } from '../../../client'
import type { Draft } from '../../../client/use-draft'
import { useFiling } from '../../../client/use-filing'
import { useWishSuggest } from '../../../client/use-wish-suggest'
import { needsOf } from '../../../domain/wish/places'
import { findServiceName } from '../../../knowledge/service-names'
import { wishStarts } from '../../../text/wish'
import { useConsented } from '../../consent'
import { useFound } from '../../use-found'
import { inputOf, isAsked, isGoods, missingIn, usualPlace, wantsOf, type Missing, type WishFields } from './fields'
import { useCry } from './use-cry'
import { dangerOf, useDangerTold } from './use-danger'

export const wishSteps = ['what', 'when', 'where', 'more'] as const
export type WishStep = (typeof wishSteps)[number]

export interface Given {
  readonly view: DoorView
  /** The red card that it is written for. */
  readonly forOfferId: string | null
}

/** Everything that the form of a wish knows and does; what it looks like is the page's. */
export function useWishForm({ view, forOfferId }: Given, draft: Draft<WishFields>) {
  const { fields, change, drop } = draft
  const { care } = useEdition()
  const { data: me } = useRead('me.show', isSomebody() && fields.behalf !== 'office' ? {} : null)
  const { buildingId } = view.place
  const suggesting = useWishSuggest('wish', fields.words, wantsOf(fields))
  const found = useFound(suggesting.failed ? fields.words : '', view.settings)
  const agreeing = useConsented('wish.hang')
  const filing = useFiling('wish.hang', agreeing)
  const [step, setStep] = useState<WishStep>('what')
  const [missing, setMissing] = useState<Missing | null>(null)
  const [isLooking, setLooking] = useState(false)

  const asked = isAsked(fields)
  const held = suggesting.suggested?.held ?? null
  const danger = dangerOf(held, found)
  const isDangerDone = danger?.code === null ? danger.matterId === fields.dangerDone : asked
  const isStopped = danger !== null && !isDangerDone
  const crying = useCry({
    place: () => Promise.resolve({ buildingId, isTheirs: true }),
    before: fields.cried,
    onSaid: (cried) => change({ cried }),
  })
  const here = targetOfPlace(view.place)
  useDangerTold({ danger, words: fields.words, isDone: isDangerDone, here, crying })

  const kinds = fields.kinds ?? guessed(fields, suggesting.kinds)
  const place = fields.place ?? usualPlace(kinds)
  const room = fields.room ?? (me?.home?.buildingId === buildingId ? (me.home.room ?? '') : '')
  const services = kinds.map(findServiceName).filter((service) => service !== undefined)
  const { places } = needsOf({ place, isGoods: isGoods(kinds) }, services)

  const write = (changed: Partial<WishFields>) => {
    change(changed)
    setMissing(null)
    agreeing.clear()
  }
  /** A step of its own begins at its top: the button that leads to it stood at the end of the one before. */
  const turnTo = (to: WishStep) => {
    setStep(to)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  const misses = (first: Missing): true => {
    setMissing(first)
    if (care && first.step !== step) turnTo(first.step)
    return true
  }
  /** Shows the first thing that is missing; in the care edition on its own page. */
  const isMissing = (upTo: readonly WishStep[]): boolean => {
    const first = missingIn(fields, place)
    return first !== null && upTo.includes(first.step) && misses(first)
  }
  /** Whether something must not hang as it is written; the server says so once more, whoever could not be asked hangs on. */
  const isHeld = async (): Promise<boolean> => {
    if (asked) return false
    setLooking(true)
    const looked = await suggesting.ask()
    setLooking(false)
    return looked?.held != null && misses({ step: 'what', what: 'held' })
  }
  const next = async () => {
    if (isMissing(wishSteps.slice(0, wishSteps.indexOf(step) + 1))) return
    if (step === 'what' && (await isHeld())) return
    turnTo(wishSteps[wishSteps.indexOf(step) + 1] ?? 'more')
  }
  const back = () => turnTo(wishSteps[Math.max(0, wishSteps.indexOf(step) - 1)] ?? 'what')
  const send = async () => {
    if (filing.busy || isLooking || isStopped || isMissing(wishSteps)) return
    if (await isHeld()) return
    setMissing(null)
    const filed = await filing.send(inputOf(fields, { buildingId, kinds, place, room, forOfferId }))
    if (filed !== null) drop()
  }
  return {
    ...{ fields, me, care, step, missing, isLooking, agreeing, filing, crying, danger, isStopped, asked, suggesting },
    ...{ kinds, place, room, places, write, next, back, send },
    /** What is held back and is no danger; asked for, it goes to a person. */
    held: held?.isDanger === false && !asked ? held : null,
  }
}
export type WishForm = ReturnType<typeof useWishForm>

/** What the sentence that was taken asks for, word for word; else what the server found, the likeliest alone. */
function guessed({ start, words }: WishFields, found: readonly string[]): readonly string[] {
  const taken = wishStarts.find(({ id }) => id === start)?.examples.find((example) => example.words === words.trim())
  return taken ? [taken.kind] : found.slice(0, 1)
}
