import { hash32, hash64 } from './hash'

const letters = {
  ...{ grid: 'g', estate: 'e', building: 'b', unit: 'u', household: 'h', agency: 'a', phone: 'p', member: 'm' },
} as const
export type IdKind = keyof typeof letters

/** Stands between the parts, so that "1", "12" is not "11", "2". */
const between = '\u0000'

/**
 * The id of a thing, worked out of what it is called, so that the same sheet gives the same ids twice. A typed 编号
 * never becomes an id itself: another community may have typed the same. The community's own hash is part of it, so
 * that names which were chosen to collide reach no other community.
 */
export const derivedId = (communityId: string, kind: IdKind, ...parts: readonly string[]): string =>
  letters[kind] + hash32(communityId) + hash64([communityId, kind, ...parts].join(between))

/** The id of one new thing beside what is there, by what it is called. */
export function newId(
  communityId: string,
  kind: IdKind,
  key: string,
  before: readonly { readonly id: string }[],
): string {
  // Blank keys: what is there is another thing, whatever it is called.
  const owned = before.map(({ id }) => ({ id, key: '' }))
  return claimIds(communityId, kind, [{ code: null, key }], owned)[0] ?? ''
}

/** A thing as a row says it. */
export interface Claim {
  /** 编号 as typed: an exported id, or a number of the community's own. */
  readonly code: string | null
  /** What it is called, as it is compared: equal keys are the same thing. */
  readonly key: string
}

/** What the community has already. */
export interface Owned {
  readonly id: string
  readonly key: string
}

/**
 * The ids of rows: what is there already keeps its own, by 编号 first, then by name; the rest is derived. Two of a kind
 * never get the same: where a hash is taken by something else, one more salt is put in.
 */
export function claimIds(
  communityId: string,
  kind: IdKind,
  claims: readonly Claim[],
  before: readonly Owned[],
): readonly string[] {
  const beforeIds = new Set(before.map(({ id }) => id))
  const byKey = new Map(before.map(({ id, key }) => [key, id]))
  const taken = new Set<string>()
  const take = (id: string | undefined): string | null => {
    if (id === undefined || taken.has(id)) return null
    taken.add(id)
    return id
  }
  const coded = claims.map(({ code }) => {
    if (code === null) return null
    const derived = derivedId(communityId, kind, 'code', code)
    return take([code, derived].find((id) => beforeIds.has(id)))
  })
  const named = claims.map(({ key }, at) => coded[at] ?? take(byKey.get(key)))
  return claims.map(({ code, key }, at) => {
    const known = named[at]
    if (known != null) return known
    const parts = code === null ? ['name', key] : ['code', code]
    for (let salt = 0; ; salt++) {
      const id = derivedId(communityId, kind, ...parts, ...(salt === 0 ? [] : [`${salt}`]))
      if (!beforeIds.has(id) && take(id) !== null) return id
    }
  })
}
