import type { RequestView } from '../../contract'
import type { RequestRow } from './load'
import type { Pictures } from './pictures'
import { isOffice, readerOf, type Looking } from './view-who'
import { dataFor, saidIn, seesEvent, showsPictures, stepWordsFor } from './view-words'

type EventView = RequestView['events'][number]

/** The history as somebody reads it: never who did a step, save by which role. */
export const viewEvents = (row: RequestRow, whole: Looking, pictures: Pictures): EventView[] =>
  row.events
    .map((event, at) => ({ event, looking: readerOf(row, whole, at) }))
    .filter(({ event, looking }) => seesEvent(event, looking))
    .map(({ event, looking }) => {
      const words = stepWordsFor(row, event, looking)
      const own = looking.person !== null && event.person === looking.person
      return {
        eventId: event.id,
        at: event.at,
        verb: event.verb,
        actor: event.actor,
        role: event.role,
        to: event.to,
        words,
        // That something was kept back is the business of its writer and of those who work on it.
        wordsState: own || isOffice(looking) || words !== null ? saidIn(row, event).wordsState : 'shown',
        note: isOffice(looking) && event.note !== '' ? event.note : null,
        pictures: looking === whole || showsPictures(row) ? pictures(event.pictures) : [],
        data: { ...dataFor(row, event, looking) },
      }
    })
