import type { DeedOf } from './act-deed'
import { cameLate, hasConfirmed, hasContested, hasProposed, hasRated } from './act-said'
import { not, type ActRefused, type At, type Change } from './act-types'
import { stopClock } from './clock'
import { reopenWithin } from './limits'
import type { Request, Voice } from './request'

/** One more voice; of the owner, where it is heard by phone. */
function heard(
  { request, who }: At,
  said: Pick<Voice, 'solved'> & Partial<Voice>,
  actor: Voice['actor'] = who.actor === 'neighbour' ? 'neighbour' : 'owner',
): readonly Voice[] {
  const voice: Voice = {
    person: who.person,
    actor,
    at: who.now,
    satisfied: null,
    words: '',
    wordsState: 'shown',
    ...said,
  }
  return [...request.voices, voice]
}

/** Of the owner it ends the request; of a neighbour it is a voice, once in each run. */
export function confirm(_: DeedOf<'confirm'>, at: At): Change | ActRefused {
  const { request, who } = at
  const voices = heard(at, { solved: true })
  if (who.actor === 'owner') return { to: 'resolved', fields: { voices, endedBy: 'owner', mustCallBack: false } }
  return hasConfirmed(request, who.person) ? not('request.once') : { to: request.state, fields: { voices } }
}

/** What the residents concerned say begins it anew; whoever joined only to say so is heard, once, and no more. */
function unsolved(at: At): Change | ActRefused {
  const { request, who } = at
  const voices = heard(at, { solved: false })
  if (who.actor !== 'neighbour' || !cameLate(request, who.person)) return { fields: { voices, mustCallBack: true } }
  return hasContested(request, who.person) ? not('request.once') : { to: request.state, fields: { voices } }
}

export const contest = (_: DeedOf<'contest'>, at: At): Change | ActRefused => unsolved(at)

const isLate = ({ state, endedAt }: Request, now: number) =>
  state === 'resolved' && endedAt !== null && now > endedAt + reopenWithin

export function reopen(_: DeedOf<'reopen'>, at: At): Change | ActRefused {
  const { request, who } = at
  if (isLate(request, who.now)) return not('request.not-now')
  // A keeper who takes it up again says nothing in anybody's name.
  if (who.role !== null) return {}
  return unsolved(at)
}

/**
 * What was heard by phone or at the door is the owner's own word, of whoever has not said themselves that it is done. It
 * ends the request only where a call was due: everybody else can say so with their own hand.
 */
export function callBack({ heard: what }: DeedOf<'call-back'>, at: At): Change | ActRefused {
  const { request, who } = at
  const { state, person } = request
  if (hasProposed(request, who.person)) return not('request.not-yours')
  const data = { heard: what }
  if (what === 'no-answer') return { to: state, data }
  const solved = what === 'solved'
  const isEnd = solved && state === 'awaiting-confirmation' && request.mustCallBack
  const isAgain = !solved && state !== 'reopened'
  if (isAgain && isLate(request, who.now)) return not('request.not-now')
  const fields: Partial<Request> = {
    response: stopClock(request.response, who.now),
    // Whom no message reaches is called again when it is done the next time.
    mustCallBack: person === null && (isAgain || state === 'reopened'),
    ...(state === 'reopened' ? {} : { voices: heard(at, { solved, person }, 'owner') }),
    ...(isEnd ? { endedBy: 'call-back' } : {}),
  }
  return { to: isEnd ? 'resolved' : isAgain ? 'reopened' : state, fields, data }
}

export function rate({ solved, satisfied, words }: DeedOf<'rate'>, at: At): Change | ActRefused {
  if (hasRated(at.request, at.who.person)) return not('request.once')
  return {
    fields: { voices: heard(at, { solved, satisfied, words: words ?? '', wordsState: at.said.wordsState }) },
    data: { solved, satisfied },
  }
}
