import { anonymousText } from '../../domain/privacy/anonymous-text'
import { givenOutAt, typedData } from '../../domain/request/act'
import { mayShowWords } from '../../domain/request/kind'
import type { RequestEvent } from '../../domain/request/request'
import type { RequestRow } from './load'
import { isOffice, readerOf, type Looking } from './view-who'

/** Characters of a request that a list shows. */
const beginning = 60
export function cut(words: string): string {
  const letters = [...words]
  return letters.length <= beginning ? words : `${letters.slice(0, beginning).join('')}…`
}

/** Words that nobody is named in; null for others. */
const unnamed = (words: string): string | null => (anonymousText(words) === null ? null : words)

/** Whoever took it back shows it to nobody any more; it says so in the archive, too. */
const isTakenBack = ({ events }: RequestRow): boolean => events.some(({ to }) => to === 'withdrawn')

/** Whether the resident lets neighbours read what residents wrote. */
const isLetRead = (row: RequestRow): boolean => row.isPublic && !isTakenBack(row)

/** What the resident lets neighbours see, where the matter lets anybody. */
const isOpenToAll = (row: RequestRow): boolean => isLetRead(row) && mayShowWords(row)

/** The request's words as anybody may read them. */
export const publicWords = (row: RequestRow): string | null =>
  isOpenToAll(row) && row.wordsState === 'shown' ? unnamed(row.words) : null

/**
 * The request's words. Whose it is reads them always; those who work on it before the check is over too, so that help
 * does not wait; everybody else what anybody may read.
 */
export function wordsFor(row: RequestRow, looking: Looking): string | null {
  if (looking.viewer === 'owner') return row.words
  if (isOffice(looking)) return row.wordsState === 'refused' ? null : row.words
  return publicWords(row)
}

/** Where it is, in the resident's own words: as the request's words. */
export function spotFor(row: RequestRow, looking: Looking): string | null {
  if (row.spot === null || looking.viewer === 'owner') return row.spot
  if (isOffice(looking)) return row.wordsState === 'refused' ? null : row.spot
  return isOpenToAll(row) && row.wordsState === 'shown' ? unnamed(row.spot) : null
}

/** Whether a picture may be seen by anybody, once it has passed. */
export const showsPictures = (row: RequestRow): boolean => isOpenToAll(row) && row.where === 'shared'

/** What nobody reads but those who work on it, and, save the first, whose it is. */
const insideOnly: readonly RequestEvent['verb'][] = ['note', 'contact', 'meet', 'meet-note']
/** Who came, and what was agreed, names people. */
const namesPeople: readonly RequestEvent['verb'][] = ['whistle-note']

/** Whether somebody learns of a step at all. */
export function seesEvent({ verb }: RequestEvent, looking: Looking): boolean {
  if (isOffice(looking)) return true
  return looking.viewer === 'owner' ? verb !== 'note' : !insideOnly.includes(verb)
}

interface Said {
  readonly words: string
  readonly wordsState: RequestEvent['wordsState']
}

/** What was said in a step; of a rating it stands in the voice. */
export function saidIn(row: RequestRow, event: RequestEvent): Said {
  if (event.verb !== 'rate') return event
  const voice = row.voices.find(({ at, person }) => at === event.at && person === event.person)
  return voice ?? event
}

/** The words of a step as somebody reads them; null: none, or none that are theirs to read. */
export function stepWordsFor(row: RequestRow, event: RequestEvent, looking: Looking): string | null {
  const { words, wordsState } = saidIn(row, event)
  if (words === '') return null
  if (looking.person !== null && event.person === looking.person) return words
  if (wordsState === 'refused') return null
  if (isOffice(looking)) return words
  if (wordsState !== 'shown') return null
  if (looking.viewer === 'owner') return words
  // What a resident wrote is for neighbours only where they were let read the request itself.
  const isResidents = event.actor === 'owner' || event.actor === 'neighbour'
  if (!mayShowWords(row) || namesPeople.includes(event.verb) || (isResidents && !isLetRead(row))) return null
  return unnamed(words)
}

/** Of what a step carries, the parts that are no words: a name of an office is one only where nothing is private. */
const officeNames: readonly string[] = ['agencyId', 'agencyName', 'heard']

export function dataFor(row: RequestRow, event: RequestEvent, looking: Looking): RequestEvent['data'] {
  const kept = (fits: (name: string, value: unknown) => boolean) =>
    Object.fromEntries(Object.entries(event.data).filter(([name, value]) => fits(name, value)))
  const isFull = isOffice(looking) || looking.viewer === 'owner'
  const { taskId } = event.data
  const readsWhat = typeof taskId === 'string' ? readsTask(row, taskId, looking) : readsTyped(event, looking)
  if (isFull) return kept((name) => !isTyped(name) || (name === 'what' ? readsWhat : readsTyped(event, looking)))
  return kept(
    (name, value) =>
      typeof value === 'number' || typeof value === 'boolean' || (!row.isPrivate && officeNames.includes(name)),
  )
}

const isTyped = (name: string): boolean => (typedData as readonly string[]).includes(name)

/** What was typed beside the words of a step is judged with them, and stands as they do. */
const readsTyped = ({ person, wordsState }: RequestEvent, looking: Looking): boolean =>
  (person !== null && person === looking.person) ||
  (isOffice(looking) ? wordsState !== 'refused' : wordsState === 'shown')

/** What somebody has to do stands in each step about it, and was typed and judged where it was given out. */
export function readsTask(row: RequestRow, taskId: string, whole: Looking): boolean {
  const at = givenOutAt(row.events, taskId)
  const given = row.events[at]
  if (whole.viewer === 'neighbour' || !given) return isOffice(whole)
  const looking = readerOf(row, whole, at)
  return looking.viewer !== 'neighbour' && readsTyped(given, looking)
}
