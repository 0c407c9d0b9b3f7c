import { useState } from 'react'
import type { DoorView } from '../../../contract'
import { isSomebody, useEdition, useRead } from '../../../client'
import type { Draft } from '../../../client/use-draft'
import { useFiling } from '../../../client/use-filing'
import { usePictures } from '../../../client/use-pictures'
import { useSimilar } from '../../../client/use-request-similar'
import { mostRequestPictures } from '../../../domain/request/limits'
import { requestKind } from '../../../knowledge/request-kinds'
import { useConsented } from '../../consent'
import { offered } from '../../matter-guess'
import type { Called } from '../../request-path'
import { useFound } from '../../use-found'
import { dangerOf } from './danger-stop'
import { inputOf, missingIn, whereOf, type Answers, type Missing, type RequestFields } from './fields'

export type Step = 'what' | 'where' | 'same' | 'more'

export interface Given {
  readonly view: DoorView
  /** The matter of the page that they came from, and what was answered there. */
  readonly matterId: string | undefined
  readonly answers: Answers
  readonly called: Called
  /** The notice that they came from; null: none. */
  readonly noticeId: string | null
}

/** What was uploaded and belongs to nothing is gone from the server a day later (ms). */
const picturesKept = 20 * 60 * 60 * 1000

/** Everything that the form knows and does; what it looks like is the page's. */
export function useRequestForm(
  { view, matterId: given, answers, called, noticeId }: Given,
  draft: Draft<RequestFields>,
) {
  const { fields, keptAt, change, drop } = draft
  const { care } = useEdition()
  const { data: me } = useRead('me.show', isSomebody() ? {} : null)
  const found = useFound(fields.words, view.settings)
  const kind = requestKind(fields.matterId ?? null)
  const { buildingId, unitId } = view.place

  const beginning = useConsented('picture.begin')
  const pictures = usePictures({
    most: mostRequestPictures,
    begin: () => beginning.run({}),
    kept: keptAt !== null && Date.now() - keptAt < picturesKept ? fields.pictures : [],
    onSent: (sent) => change({ pictures: sent }),
  })
  const agreeing = useConsented('request.submit')
  const filing = useFiling('request.submit', agreeing)
  const similar = useSimilar(
    typeof fields.matterId === 'string' ? { buildingId, unitId, matterId: fields.matterId } : null,
  )

  const [step, setStep] = useState<Step>('what')
  const [missing, setMissing] = useState<Missing | null>(null)
  const [isLooking, setLooking] = useState(false)
  const danger = dangerOf(found, fields.matterId)
  const isStopped = danger !== null && danger !== fields.dangerDone
  const room = fields.room ?? (me?.home?.buildingId === buildingId ? (me.home.room ?? '') : '')
  const steps: readonly Step[] = ['what', 'where', ...(similar.requests.length > 0 ? (['same'] as const) : []), 'more']

  const write = (changed: Partial<RequestFields>) => {
    change(changed)
    setMissing(null)
    agreeing.clear()
  }
  const around = {
    kind,
    isMatterOpen: offered(found).length > 0,
    hasPhone: me?.phone != null,
  }
  /** Shows the first thing that is missing; in the care edition on its own page. */
  const isMissing = (upTo: readonly Step[]): boolean => {
    const first = missingIn(fields, around)
    if (first === null || !upTo.includes(first.step)) return false
    setMissing(first)
    if (care) setStep(first.step)
    return true
  }
  /** Asks once more whether neighbours have said it already, unless they are in sight; false: now they are. */
  const isLookedAt = async (): Promise<boolean> => {
    const shown = similar.requests
    setLooking(true)
    const requests = await similar.ask()
    setLooking(false)
    return requests.length === 0 || shown.length > 0
  }
  const next = async () => {
    if (isMissing(steps.slice(0, steps.indexOf(step) + 1))) return
    if (step === 'what') return setStep('where')
    if (step === 'same') return setStep('more')
    const shown = similar.requests.length > 0
    setStep(shown || !(await isLookedAt()) ? 'same' : 'more')
  }
  const back = () => setStep(steps[Math.max(0, steps.indexOf(step) - 1)] ?? 'what')

  const send = async ({ withoutPictures = false } = {}) => {
    if (filing.busy || isLooking || isMissing(['what', 'where', 'more'])) return
    if (!withoutPictures && pictures.isBusy) return setMissing({ step: 'more', what: 'picturesBusy' })
    if (!withoutPictures && pictures.hasFailed) return setMissing({ step: 'more', what: 'pictures' })
    setMissing(null)
    if (!(await isLookedAt())) return care ? setStep('same') : undefined
    const said = fields.matterId === given ? answers : found.hits.find(({ id }) => id === fields.matterId)?.answers
    const sent = pictures.sent().map(({ pictureId }) => pictureId)
    const known = { noticeId, kind, buildingId, unitId, room, answers: said ?? {}, called, pictures: sent }
    const filed = await filing.send(inputOf(fields, known))
    if (filed === null) return
    drop()
    pictures.done()
  }
  return {
    ...{ fields, kind, me, found, room, pictures, beginning, agreeing, filing, similar, missing, isLooking },
    ...{ care, step, steps, danger, isStopped },
    where: whereOf(fields, kind),
    write,
    next,
    back,
    send,
    /** A neighbour's request was joined: nothing of this one stays. */
    drop,
  }
}
export type FormState = ReturnType<typeof useRequestForm>
