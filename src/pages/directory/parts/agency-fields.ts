import type { Input, Output } from '../../../client'
import { hoursText, schedulesOf } from './hours-words'

export type ShownAgency = Output<'agency.show'>
/** What a service area may name. */
export type Places = Pick<Output<'directory.show'>, 'estates' | 'grids'>
type Sent = Input<'agency.save'>

export interface PhoneFields {
  /** Of the form's row; stays while the number is typed. */
  readonly key: string
  /** null: it is new. */
  readonly phoneId: string | null
  readonly number: string
  readonly description: string
  /** As people write them: 每天 8:00-18:00. */
  readonly hours: string
  readonly owner: string
  /** "I have just rung it." */
  readonly rung: boolean
}

export interface Area {
  readonly estateIds: readonly string[]
  readonly gridIds: readonly string[]
  readonly buildings: readonly { readonly buildingId: string; readonly name: string }[]
}

export interface AgencyFields {
  readonly name: string
  readonly roles: readonly string[]
  /** null: the whole community. */
  readonly area: Area | null
  readonly phones: readonly PhoneFields[]
}

/** What is being changed, and what was there when it was begun. */
export interface AgencyDraft extends AgencyFields {
  /** The mark that the form was begun on; null: it is new. */
  readonly seen: string | null
  readonly base: AgencyFields
}

export const noAgency: AgencyFields = { name: '', roles: [], area: null, phones: [] }
export const noArea: Area = { estateIds: [], gridIds: [], buildings: [] }

const phoneFieldsOf = (phone: ShownAgency['phones'][number]): PhoneFields => ({
  ...{ key: phone.phoneId, phoneId: phone.phoneId, number: phone.number, description: phone.description ?? '' },
  ...{ hours: hoursText(phone.schedules), owner: phone.owner, rung: false },
})

export const fieldsOf = ({ name, roles, serviceArea, phones }: ShownAgency): AgencyFields => ({
  ...{ name, roles, area: serviceArea, phones: phones.map(phoneFieldsOf) },
})

/** A row for one more number. `taken`: rows that there are already. */
export function emptyPhone(taken: readonly PhoneFields[]): PhoneFields {
  const at = [...taken.keys(), taken.length].find((one) => taken.every(({ key }) => key !== `new-${one}`))
  return { key: `new-${at ?? 0}`, phoneId: null, number: '', description: '', hours: '', owner: '', rung: false }
}

export const fieldsIn = ({ name, roles, area, phones }: AgencyFields): AgencyFields => ({ name, roles, area, phones })

export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What a form begins with, where nothing lies on the phone; a new one with what it was asked for. */
export function begun(agency: ShownAgency | null, role: string | null = null): AgencyDraft {
  const base = agency ? fieldsOf(agency) : { ...noAgency, roles: role === null ? [] : [role] }
  return { ...base, seen: agency?.mark ?? null, base }
}

/** The same, as something that was not there before. */
export const asNew = (draft: AgencyDraft): AgencyDraft => ({
  ...{ ...draft, seen: null, base: noAgency },
  phones: draft.phones.map((phone) => ({ ...phone, phoneId: null })),
})

export const isChanged = (draft: AgencyDraft): boolean => !isSame(fieldsIn(draft), fieldsIn(draft.base))

interface Saving {
  readonly communityId: string
  readonly agencyId: string | null
  readonly usualOwner: string
}

/** What is sent. Call it on fields without problems only. */
export function inputOf(draft: AgencyDraft, { communityId, agencyId, usualOwner }: Saving): Sent {
  const { name, roles, area, phones, seen } = draft
  return {
    ...{ communityId, agencyId, seen, name: name.trim(), roles: [...roles] },
    serviceArea: area && {
      ...{ estateIds: [...area.estateIds], gridIds: [...area.gridIds] },
      buildingIds: area.buildings.map(({ buildingId }) => buildingId),
    },
    phones: phones.map(({ phoneId, number, description, hours, owner, rung }) => ({
      ...{ phoneId, number: number.trim(), description: description.trim() || null },
      ...{ schedules: [...(schedulesOf(hours) ?? [])], owner: owner.trim() || usualOwner, rung },
    })),
  }
}
