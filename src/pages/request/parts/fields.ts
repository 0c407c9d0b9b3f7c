import type { Input } from '../../../client'
import type { SentPicture } from '../../../client/use-pictures'
import { mayShowWords, type RequestKind } from '../../../domain/request/kind'
import type { SaidMatter } from '../../matter-guess'
import type { ChosenPlace } from '../../place-choice'
import type { Called } from '../../request-path'

type Where = Input<'request.submit'>['where']
export type Reach = Input<'request.submit'>['reach']
export type Answers = Readonly<Record<string, string>>

/** What somebody writes; it lies on this phone until it is sent. */
export interface RequestFields {
  readonly matterId: SaidMatter
  readonly words: string
  /** Where they chose another building than the one they came from. */
  readonly place: ChosenPlace | null
  /** null: as it usually is with this matter. */
  readonly where: Where | null
  /** null: nobody has touched it, and what is known of the home stands there. */
  readonly room: string | null
  readonly spot: string
  readonly reach: Reach
  readonly phone: string
  readonly isPublic: boolean
  readonly isAnonymous: boolean
  readonly isForFamily: boolean
  readonly familyName: string
  readonly familyPhone: string
  readonly pictures: readonly SentPicture[]
  /** The danger for which they said that they have called. */
  readonly dangerDone: string | null
}

export const emptyFields = (matterId: SaidMatter): RequestFields => ({
  matterId,
  words: '',
  place: null,
  where: null,
  room: null,
  spot: '',
  reach: 'message',
  phone: '',
  isPublic: false,
  isAnonymous: false,
  isForFamily: false,
  familyName: '',
  familyPhone: '',
  pictures: [],
  dangerDone: null,
})

/** Where it is: as they said, else as it usually is; null where that has to be asked. */
export const whereOf = ({ where }: RequestFields, { isHome }: RequestKind): Where | null =>
  where ?? (isHome === 'either' ? null : isHome)

/** A request that nobody can be asked about is only answered in WeChat. */
export const isHidden = ({ isAnonymous, isForFamily }: RequestFields, kind: RequestKind): boolean =>
  isAnonymous && kind.mayBeAnonymous && !isForFamily

/** What is still missing: a step of the form and a name for the sentence about it. */
export type Missing =
  | { readonly step: 'what'; readonly what: 'words' | 'matter' }
  | { readonly step: 'where'; readonly what: 'place' }
  | { readonly step: 'more'; readonly what: 'familyName' | 'phone' | 'picturesBusy' | 'pictures' }

interface Around {
  readonly kind: RequestKind
  /** Whether the search has an idea that they have not answered yet. */
  readonly isMatterOpen: boolean
  /** Whether the account has a number. */
  readonly hasPhone: boolean
}

/** The first thing that is missing, in the order in which it is asked. */
export function missingIn(fields: RequestFields, { kind, isMatterOpen, hasPhone }: Around): Missing | null {
  if (fields.words.trim() === '') return { step: 'what', what: 'words' }
  if (fields.matterId === undefined && isMatterOpen) return { step: 'what', what: 'matter' }
  if (whereOf(fields, kind) === null) return { step: 'where', what: 'place' }
  if (fields.isForFamily && fields.familyName.trim() === '') return { step: 'more', what: 'familyName' }
  const number = fields.isForFamily ? fields.familyPhone : fields.phone
  const calls = fields.reach === 'call' && !isHidden(fields, kind)
  if (calls && number.trim() === '' && (fields.isForFamily || !hasPhone)) return { step: 'more', what: 'phone' }
  return null
}

interface Known {
  /** The notice that they read before; null: none. */
  readonly noticeId: string | null
  readonly kind: RequestKind
  readonly buildingId: string
  readonly unitId: string | null
  readonly room: string
  readonly answers: Answers
  readonly called: Called
  readonly pictures: readonly string[]
}

const orNull = (text: string): string | null => text.trim() || null

/** As the contract has it. */
const mostAnswers = 4

/** What is sent. A field that is not shown any more does not travel. */
export function inputOf(fields: RequestFields, known: Known): Input<'request.submit'> {
  const { kind, buildingId, unitId } = known
  const where = whereOf(fields, kind) ?? 'home'
  const hidden = isHidden(fields, kind)
  return {
    noticeId: known.noticeId,
    buildingId,
    unitId,
    where,
    room: where === 'home' ? orNull(known.room) : null,
    spot: where === 'shared' ? orNull(fields.spot) : null,
    matterId: fields.matterId ?? null,
    answers: Object.entries(known.answers)
      .slice(0, mostAnswers)
      .map(([questionId, optionId]) => ({ questionId, optionId })),
    called: [...known.called],
    words: fields.words.trim(),
    pictures: [...known.pictures],
    reach: hidden ? 'message' : fields.reach,
    phone: fields.reach === 'call' && !hidden && !fields.isForFamily ? orNull(fields.phone) : null,
    isPublic: fields.isPublic && mayShowWords(kind),
    isAnonymous: hidden,
    behalf: fields.isForFamily
      ? { kind: 'family', name: fields.familyName.trim(), phone: orNull(fields.familyPhone) }
      : null,
  }
}
