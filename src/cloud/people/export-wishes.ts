import { wishersOf } from '../../domain/wish/sides'
import { findServiceName } from '../../knowledge/service-names'
import { exportWords as words } from '../../text/export'
import { timesText, wishStateNames, wishVerbNames } from '../../text/wish-names'
import type { OfferRow, WishRow } from '../wish/load'
import { sealedAt } from './ids'
import { moment, mostRows, part, row, type Exporting, type Part } from './export-part'

const latest = { order: 'hungAt', direction: 'desc', after: null, limit: mostRows } as const

type Facts = Part['rows'][number]

/** Somebody's cards, their hours, what they did about wishes by a role, and with whom they do not want to be paired. */
export async function wishParts(context: Exporting): Promise<Part[]> {
  const { store, person } = context
  const seen = await store.wishes.page({ where: { people: person }, ...latest })
  const acted = await store.wishes.page({ where: { actors: person }, ...latest })
  const isCut = acted.cursor !== null
  return [
    part(
      'wishes',
      seen.rows.map((one) => [...factsOf(context, one), ...saidIn(one, person)]),
      seen.cursor !== null,
    ),
    await offers(context),
    part('hours', firstOf(acted.rows.flatMap((one) => hoursIn(one, person))), isCut),
    part('wish-steps', firstOf(acted.rows.flatMap((one) => stepsIn(one, person))), isCut),
    await blocks(context),
  ]
}

const firstOf = (rows: readonly Facts[]): Facts[] => rows.slice(0, mostRows)
const namesOf = (kinds: readonly string[]): string | null =>
  kinds.map((kind) => findServiceName(kind)?.name ?? kind).join('、') || null
const listOf = (texts: readonly string[]): string | null => texts.join('、') || null

/** Of one that somebody only helps with: nothing that the wisher's side gave in confidence. */
function factsOf({ keys, person }: Exporting, one: WishRow): Facts {
  const isOwn = wishersOf(one).includes(person)
  const opened = (field: string, text: string | null | undefined) =>
    text ? keys.unseal(text, sealedAt('wishes', field, one._id)) : null
  const known = {
    kind: isOwn ? words.wishes.own : words.wishes.helped,
    what: namesOf(one.kinds),
    place: [one.estateName, one.buildingName].filter(Boolean).join(' '),
    at: moment(one.hungAt),
    state: wishStateNames[one.state],
    ...(isOwn || one.wordsState === 'shown' ? { words: one.words === '' ? null : one.words } : {}),
  }
  if (!isOwn) return row(known)
  return row({
    ...known,
    ...{ wants: listOf(one.wants), times: one.times && timesText(one.times) },
    ...{ room: opened('room', one.room), phone: opened('phone', one.phone) },
    behalfName: opened('behalf.name', one.behalf?.name),
    behalfPhone: opened('behalf.phone', one.behalf?.phone),
    emergencyName: opened('emergency.name', one.emergency?.name),
    emergencyPhone: opened('emergency.phone', one.emergency?.phone),
    thanks: one.thanks?.words ?? null,
  })
}

/** What they said themselves. */
const saidIn = ({ events }: WishRow, self: string): Facts =>
  events.flatMap(({ person, at, role, words: text }) =>
    person === self && role === null && text !== '' ? row({ at: moment(at), words: text }) : [],
  )

const hoursIn = ({ kinds, appointments }: WishRow, self: string): Facts[] =>
  appointments.flatMap(({ at, hours }) =>
    hours
      .filter(({ person }) => person === self)
      .map(({ minutes }) => row({ what: namesOf(kinds), at: moment(at), minutes })),
  )

const stepsIn = ({ events, kinds }: WishRow, self: string): Facts[] =>
  events
    .filter(({ person, role }) => person === self && role !== null)
    .map(({ at, verb, words: text, note }) =>
      row({
        ...{ what: namesOf(kinds), at: moment(at), step: wishVerbNames[verb] },
        ...{ words: text === '' ? null : text, note: note === '' ? null : note },
      }),
    )

async function offers(context: Exporting): Promise<Part> {
  const { store, person } = context
  const own = await store.offers.page({ where: { person }, ...latest })
  const written = await store.offers.page({ where: { filedBy: person }, ...latest })
  const rows = [...own.rows, ...written.rows.filter((one) => one.person !== person)].map((one) => offerRow(one))
  return part('offers', rows.slice(0, mostRows), rows.length > mostRows || Boolean(own.cursor ?? written.cursor))
}

/** Whoever wrote it for a member without a phone: not how that one is reached. */
const offerRow = (one: OfferRow): Facts =>
  row({
    ...{ what: namesOf(one.kinds), at: moment(one.hungAt), state: words.offers[one.state], words: one.words },
    ...{ limits: listOf(one.limits), times: one.times && timesText(one.times) },
  })

async function blocks({ store, person }: Exporting): Promise<Part> {
  const { rows, cursor } = await store.blocks.page({ where: { people: person }, ...blocked })
  const own = rows.filter(({ by }) => by === person)
  return part(
    'blocks',
    own.map(({ at }) => row({ what: words.block, at: moment(at) })),
    cursor !== null,
  )
}
const blocked = { order: 'at', direction: 'desc', after: null, limit: mostRows } as const
