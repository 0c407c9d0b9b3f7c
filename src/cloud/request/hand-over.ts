import type { RequestEvent } from '../../domain/request/request'
import type { RequestFields } from '../store/documents'
import type { RequestRow } from './load'
import { publicWords, showsPictures, spotFor, stepWordsFor } from './view-words'

type Left = Pick<
  RequestFields,
  | 'words'
  | 'spot'
  | 'pictures'
  | 'answers'
  | 'called'
  | 'room'
  | 'phone'
  | 'behalf'
  | 'filedAs'
  | 'reach'
  | 'events'
  | 'voices'
>

const nobody = { viewer: 'neighbour', person: null } as const

/**
 * What is left of a request whose owner takes it back while neighbours go on with it: what these could read before.
 * Everything else that the owner wrote goes, and so do room, number and name. What the office wrote stays for the office.
 */
export function handedOver(row: RequestRow): Left {
  const isTheirs = (person: string | null) => person !== null && (person === row.person || person === row.filedBy)
  return {
    words: publicWords(row) ?? '',
    spot: spotFor(row, nobody),
    pictures: showsPictures(row) ? row.pictures : [],
    // What they answered and whom they had called is theirs, and neighbours never read it.
    ...{ answers: [], called: [] },
    ...{ room: null, phone: null, behalf: null, filedAs: null, reach: 'message' },
    events: row.events.map((event) => (isTheirs(event.person) ? { ...event, ...saidBy(row, event) } : event)),
    voices: row.voices.map((voice) => (isTheirs(voice.person) ? { ...voice, words: '' } : voice)),
  }
}

/** Of a step of theirs: what neighbours could read and see of it. */
const saidBy = (row: RequestRow, event: RequestEvent): Pick<RequestEvent, 'words' | 'pictures'> => ({
  words: stepWordsFor(row, event, nobody) ?? '',
  pictures: showsPictures(row) ? event.pictures : [],
})
