import { isSame, type AgencyFields, type PhoneFields } from './agency-fields'

/**
 * What somebody typed, on top of what others saved meanwhile: what one left as it was becomes theirs, what one changed
 * stays one's own.
 */
export function merged(base: AgencyFields, mine: AgencyFields, theirs: AgencyFields): AgencyFields {
  const pick = <Key extends 'name' | 'roles' | 'area'>(key: Key): AgencyFields[Key] =>
    isSame(mine[key], base[key]) ? theirs[key] : mine[key]
  return { name: pick('name'), roles: pick('roles'), area: pick('area'), phones: mergedPhones(base, mine, theirs) }
}

const rowOf = (fields: AgencyFields, key: string) => fields.phones.find((phone) => phone.key === key)

function mergedPhones(base: AgencyFields, mine: AgencyFields, theirs: AgencyFields): readonly PhoneFields[] {
  const kept = theirs.phones.flatMap((their) => {
    const was = rowOf(base, their.key)
    const own = rowOf(mine, their.key)
    // Taken out here: it goes, unless somebody has mended it meanwhile.
    if (!own) return was && isSame(was, their) ? [] : [their]
    return [was && isSame(own, was) ? their : own]
  })
  const added = mine.phones.flatMap((own) => {
    if (rowOf(theirs, own.key)) return []
    const was = rowOf(base, own.key)
    // Taken out there: it stays only where it was changed here, as a new number.
    return was && isSame(own, was) ? [] : [{ ...own, phoneId: null }]
  })
  return [...kept, ...added]
}

/** What others changed, part by part. */
export interface Changes {
  readonly name: boolean
  readonly roles: boolean
  readonly area: boolean
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** Numbers that were replaced, or of which something else was. */
  readonly changed: readonly { readonly from: string; readonly to: string }[]
}

export function changesBetween(before: AgencyFields, after: AgencyFields): Changes {
  const numbers = (phones: readonly PhoneFields[]) => phones.map(({ number }) => number)
  return {
    ...{ name: before.name !== after.name, roles: !isSame(before.roles, after.roles) },
    area: !isSame(before.area, after.area),
    added: numbers(after.phones.filter(({ key }) => !rowOf(before, key))),
    removed: numbers(before.phones.filter(({ key }) => !rowOf(after, key))),
    changed: before.phones.flatMap((was) => {
      const is = rowOf(after, was.key)
      return is && !isSame(was, is) ? [{ from: was.number, to: is.number }] : []
    }),
  }
}
