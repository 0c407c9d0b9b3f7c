import { officeNumber } from '../../../domain/directory/phone-number'
import { directoryAgency as words } from '../../../text/directory-agency'
import type { AgencyFields, PhoneFields } from './agency-fields'
import { meantHours, schedulesOf } from './hours-words'

/** What is wrong with a number's row, by its field. */
export interface PhoneProblems {
  readonly number?: string
  readonly hours?: string
}

/** A number that stays as it was is not judged: it may be older than the rules. */
export function phoneProblems({ number, hours }: PhoneFields, before: PhoneFields | undefined): PhoneProblems {
  return { ...numberProblem(number, before?.number), ...hoursProblem(hours) }
}

function numberProblem(typed: string, before: string | undefined): Pick<PhoneProblems, 'number'> {
  if (typed.trim() === '') return { number: words.numberMissing }
  if (typed === before) return {}
  const read = officeNumber(typed)
  if ('number' in read) return {}
  return { number: 'unclear' in read && read.unclear === 'phone-unclear' ? words.numberUnclear : words.noAreaCode }
}

function hoursProblem(typed: string): Pick<PhoneProblems, 'hours'> {
  if (typed.trim() === '') return { hours: words.hoursMissing }
  if (schedulesOf(typed)) return {}
  const meant = meantHours(typed)
  return { hours: meant === null ? words.hoursUnclear : words.hoursMeant(meant) }
}

export const hasProblems = (problems: object): boolean => Object.keys(problems).length > 0

/** Which part has to be mended before it is sent: its name, or the key of a number. */
export function firstProblem(fields: AgencyFields, base: AgencyFields): string | null {
  if (fields.name.trim() === '') return 'name'
  if (fields.roles.length === 0) return 'roles'
  if (fields.area && isNowhere(fields.area)) return 'area'
  const wrong = fields.phones.find((phone) => hasProblems(phoneProblems(phone, rowIn(base, phone.key))))
  return wrong?.key ?? null
}

export const isNowhere = ({ estateIds, gridIds, buildings }: NonNullable<AgencyFields['area']>): boolean =>
  estateIds.length + gridIds.length + buildings.length === 0

export const rowIn = ({ phones }: AgencyFields, key: string): PhoneFields | undefined =>
  phones.find((phone) => phone.key === key)
