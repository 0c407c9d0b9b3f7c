import type { ShownState } from '../../domain/content/check'
import { saidInEvent } from '../../domain/request/act'
import { judgedWords } from '../request/judged-words'
import type { RequestRow } from '../request/load'
import type { CheckRow } from './checks'
import { myRequestPath, workRequestPath } from './keepers'

export interface RequestSubject {
  readonly request: RequestRow
}

type About = Pick<CheckRow, 'kind' | 'about'>

/** The words of a request, of one of its steps or of somebody's rating that wait; null: they are gone. */
export function requestWords(row: RequestRow, { kind, about: { part } }: About): string | null {
  const words =
    kind === 'request' ? judgedWords(row) : kind === 'step' ? saidAt(row, part) : row.voices[Number(part)]?.words
  // What was erased or taken back stands there empty.
  return words ? words : null
}

function saidAt({ events }: RequestRow, part: string | null): string | null {
  const event = events.find(({ id }) => id === part)
  return event ? saidInEvent(event) : null
}

interface Settled {
  /** null: nothing is left to be settled. */
  readonly changed: RequestRow | null
  /** The page on which its writer sees it. */
  readonly path: string | null
}

/** A verdict on words of a request. It is no step: `seen` stays, and nobody who acts is in the way of it. */
export function settledRequest(row: RequestRow, check: About, verdict: 'passed' | 'refused'): Settled {
  if (requestWords(row, check) === null) return { changed: null, path: null }
  const wordsState: ShownState = verdict === 'passed' ? 'shown' : 'refused'
  const { kind, about } = check
  if (kind === 'request') return { changed: { ...row, wordsState }, path: myRequestPath(row._id) }
  if (kind === 'voice') {
    const voices = row.voices.map((voice, at) => (at === Number(about.part) ? { ...voice, wordsState } : voice))
    return { changed: { ...row, voices }, path: myRequestPath(row._id) }
  }
  const events = row.events.map((event) => (event.id === about.part ? { ...event, wordsState } : event))
  const role = row.events.find(({ id }) => id === about.part)?.role ?? null
  const path = role === null ? myRequestPath(row._id) : workRequestPath(row._id)
  return { changed: { ...row, events }, path }
}
