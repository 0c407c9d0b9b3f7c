import { useEffect, useRef, useState } from 'react'
import { useRead, type Output } from '../../../client'
import { useDraft } from '../../../client/use-draft'
import { usePictures } from '../../../client/use-pictures'
import { mostStepPictures } from '../../../domain/request/limits'
import type { DeskVerb } from '../../../text/desk-steps'
import { useConsented } from '../../consent'
import type { Case } from './moves'
import { deedOf, missingIn, type MissingField } from './step-deed'
import { emptyStep, stepAsks, type FieldName, type StepFields } from './step-fields'

/** What was uploaded and belongs to nothing is gone from the server a day later (ms). */
const picturesKept = 20 * 60 * 60 * 1000

const asksAgencies: readonly FieldName[] = ['agency', 'agencyOrNone', 'agencies', 'came', 'parts']

/** Whose list of agencies the caller may ask for. */
const agenciesFor = ({ communityId, gridId, viewer }: Case, ownAgencies: readonly string[]) => ({
  communityId,
  gridId: viewer === 'grid-leader' ? gridId : null,
  agencyId: viewer === 'handler' ? (ownAgencies[0] ?? null) : null,
})

export interface StepOptions {
  readonly request: Case
  readonly verb: DeskVerb
  /** What is known already, such as whether somebody was reached. */
  readonly preset: Partial<StepFields>
  /** For which agencies the caller works. */
  readonly ownAgencies: readonly string[]
  readonly onDone: (verb: DeskVerb, done: Output<'request.act'>) => void
  /** Somebody was first: how it stands has to be read anew. */
  readonly onMoved: () => void
}

/** What is filled into a step, and its way to the server. Nothing typed is lost, whatever is refused. */
export function useStep({ request, verb, preset, ownAgencies, onDone, onMoved }: StepOptions) {
  const { requestId, seen, isSeen, events } = request
  const draft = useDraft<StepFields>(`step-${requestId}-${verb}`, emptyStep)
  const [fields, setFields] = useState<StepFields>({ ...draft.fields, ...preset })
  const [missing, setMissing] = useState<MissingField | null>(null)
  const agencies = useRead(
    'request.agencies',
    stepAsks[verb].some((name) => asksAgencies.includes(name)) ? agenciesFor(request, ownAgencies) : null,
  )
  const act = useConsented('request.act')
  const beginning = useConsented('picture.begin')
  const { refused, clear } = act

  const change = (changed: Partial<StepFields>) => {
    setFields((before) => ({ ...before, ...changed }))
    draft.change(changed)
    setMissing(null)
    clear()
  }
  const pictures = usePictures({
    most: mostStepPictures,
    begin: () => beginning.run({}),
    kept: draft.keptAt !== null && Date.now() - draft.keptAt < picturesKept ? draft.fields.pictures : [],
    onSent: (sent) => change({ pictures: sent }),
  })

  const began = useRef(events.length)
  const reread = useRef(onMoved)
  reread.current = onMoved
  useEffect(() => {
    if (refused === 'request.moved' || refused === 'request.not-now') reread.current()
  }, [refused])

  const send = async () => {
    if (pictures.isBusy || pictures.hasFailed) return
    const filled = { ...fields, pictures: pictures.sent() }
    const lacks = missingIn(verb, filled, isSeen)
    setMissing(lacks)
    if (lacks !== null) return
    const note = fields.note.trim()
    const done = await act.run({ requestId, seen, deed: deedOf(verb, filled), note: note === '' ? null : note })
    if (!done) return
    draft.drop()
    pictures.done()
    onDone(verb, done)
  }
  return {
    ...{ fields, change, missing, agencies, pictures, act, beginning, send },
    /** What happened since the form was opened: whoever is about to act has to know. */
    between: events.slice(began.current).filter(({ verb: done }) => done !== 'join'),
  }
}

export type Step = ReturnType<typeof useStep>
