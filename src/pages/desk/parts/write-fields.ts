import type { Input } from '../../../client'
import type { RequestKind } from '../../../domain/request/kind'
import type { SaidMatter } from '../../matter-guess'
import type { Picked } from './building-pick'

type Where = Input<'request.submit'>['where']
export type Reach = 'call' | 'visit'

/** What is written down for somebody who came or called; it lies on this phone until it is sent. */
export interface WriteFields {
  readonly words: string
  readonly matterId: SaidMatter
  readonly place: Picked | null
  /** null: as it usually is with this matter. */
  readonly where: Where | null
  readonly room: string
  readonly spot: string
  readonly name: string
  readonly phone: string
  /** null: by a call where there is a number, else somebody comes by. */
  readonly reach: Reach | null
  /** The danger for which they said that they have called. */
  readonly dangerDone: string | null
}

export const emptyWrite: WriteFields = {
  words: '',
  matterId: undefined,
  place: null,
  where: null,
  room: '',
  spot: '',
  name: '',
  phone: '',
  reach: null,
  dangerDone: null,
}

export const whereOf = ({ where }: WriteFields, { isHome }: RequestKind): Where | null =>
  where ?? (isHome === 'either' ? null : isHome)
export const reachOf = ({ reach, phone }: WriteFields): Reach => reach ?? (phone.trim() === '' ? 'visit' : 'call')

export type MissingWrite = 'words' | 'place' | 'where' | 'name' | 'phone'

/** The first thing that is missing, in the order in which it is asked. */
export function missingWrite(fields: WriteFields, kind: RequestKind): MissingWrite | null {
  if (fields.words.trim() === '') return 'words'
  if (fields.place === null) return 'place'
  if (whereOf(fields, kind) === null) return 'where'
  if (fields.name.trim() === '') return 'name'
  return reachOf(fields) === 'call' && fields.phone.trim() === '' ? 'phone' : null
}

const orNull = (text: string): string | null => text.trim() || null

/** What is sent; only where nothing is missing. Neighbours never read what somebody said at the station. */
export function writeInput(
  fields: WriteFields,
  kind: RequestKind,
  answers: Readonly<Record<string, string>>,
): Input<'request.submit'> {
  const where = whereOf(fields, kind) ?? 'home'
  return {
    noticeId: null,
    buildingId: fields.place?.buildingId ?? '',
    unitId: fields.place?.unitId ?? null,
    where,
    // Whoever cannot use a phone is found at home, wherever the trouble is.
    room: orNull(fields.room),
    spot: where === 'shared' ? orNull(fields.spot) : null,
    matterId: fields.matterId ?? null,
    answers: Object.entries(answers).map(([questionId, optionId]) => ({ questionId, optionId })),
    called: [],
    words: fields.words.trim(),
    pictures: [],
    reach: reachOf(fields),
    phone: null,
    isPublic: false,
    isAnonymous: false,
    behalf: { kind: 'office', name: fields.name.trim(), phone: orNull(fields.phone) },
  }
}
