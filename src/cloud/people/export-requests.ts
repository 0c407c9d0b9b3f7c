import { ownsFrom } from '../../domain/request/act'
import { numberOf } from '../../domain/request/number'
import { findMatterName } from '../../knowledge/names'
import { exportWords as words } from '../../text/export'
import { requestStatePlain, requestVerbNames } from '../../text/request-names'
import type { RequestRow } from '../request/load'
import { sealedAt } from './ids'
import { moment, mostRows, part, row, type Exporting, type Part } from './export-part'

const latest = { order: 'filedAt', direction: 'desc', after: null, limit: mostRows } as const

type Facts = Part['rows'][number]
type Event = RequestRow['events'][number]

/** The requests that somebody filed, or joined; and what they did about requests by a role. */
export const requestParts = async (context: Exporting): Promise<Part[]> => [await own(context), await steps(context)]

async function own(context: Exporting): Promise<Part> {
  const { store, person } = context
  const { rows, cursor } = await store.requests.page({ where: { people: person }, ...latest })
  return part(
    'requests',
    rows.map((one) => [...factsOf(context, one), ...saidIn(one, person)]),
    cursor !== null,
  )
}

const isJoinedBy = ({ neighbours }: RequestRow, person: string) => neighbours.some((one) => one.person === person)

/** Of one that was only joined: nothing that its owner gave. */
function factsOf({ keys, person }: Exporting, one: RequestRow): Facts {
  const isJoined = isJoinedBy(one, person)
  const opened = (field: string, text: string | null | undefined) =>
    text ? keys.unseal(text, sealedAt('requests', field, one._id)) : null
  const known = {
    number: numberOf(one),
    kind: isJoined ? words.requests.joined : words.requests.own,
    what: one.matterId === null ? null : (findMatterName(one.matterId)?.name ?? null),
    place: [one.estateName, one.buildingName, one.unitName].filter(Boolean).join(' '),
    at: moment(one.filedAt),
    state: requestStatePlain[one.state],
  }
  if (isJoined) return row(known)
  return row({
    ...known,
    ...{ words: one.words === '' ? null : one.words, spot: one.spot, pictures: one.pictures.length },
    ...{ room: opened('room', one.room), phone: opened('phone', one.phone) },
    behalfName: opened('behalf.name', one.behalf?.name),
    behalfPhone: opened('behalf.phone', one.behalf?.phone),
  })
}

/** What they said themselves, and what they were answered since it is theirs. */
function saidIn(one: RequestRow, self: string): Facts {
  const answers = isJoinedBy(one, self) ? [] : one.events.slice(ownsFrom(one)).filter(isAnswer)
  return one.events.flatMap((event) => {
    const { person, at, words: text } = event
    if (text !== '' && person === self) return row({ at: moment(at), words: text })
    return answers.includes(event) ? row({ at: moment(at), answer: text }) : []
  })
}
const isAnswer = ({ role, words: text, wordsState }: Event) => role !== null && text !== '' && wordsState === 'shown'

async function steps({ store, person }: Exporting): Promise<Part> {
  const { rows, cursor } = await store.requests.page({ where: { actors: person }, ...latest })
  const done = rows.flatMap((one) =>
    one.events.filter((event) => event.person === person && event.role !== null).map((event) => stepRow(one, event)),
  )
  return part('request-steps', done.slice(0, mostRows), cursor !== null || done.length > mostRows)
}

const stepRow = (one: RequestRow, { at, verb, words: text, note }: Event): Facts =>
  row({
    number: numberOf(one),
    at: moment(at),
    step: (requestVerbNames as Readonly<Record<string, string>>)[verb] ?? verb,
    words: text === '' ? null : text,
    note: note === '' ? null : note,
  })
