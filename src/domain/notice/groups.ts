/** A residents' group that a leader looks after. It is the leader's own note: no program can look into a group. */
export interface NoticeGroup {
  readonly id: string
  /** As the leader calls it. */
  readonly name: string
  /** Which buildings it serves. */
  readonly buildingIds: readonly string[]
  /** WeChat's id of it (`opengid`), where it is known which group that is; null: not known. */
  readonly wechatId: string | null
}

/** One time that a card was shared. Its token was made outside, by chance, and stands in the card's path. */
export interface Share {
  readonly token: string
  /** Into which of the leader's groups, as the leader ticked it; null: not said. */
  readonly groupId: string | null
  /** Which edition it was. */
  readonly edition: number
  readonly at: number
}

/** Where a card was opened, as WeChat tells: in a group, in a chat between two, or elsewhere; null: WeChat did not tell. */
export type OpenedIn = 'group' | 'chat' | 'elsewhere' | null

/** That somebody opened a notice, by a card or otherwise. */
export interface CardOpening {
  /** Pseudonym. */
  readonly person: string
  readonly at: number
  /** Of the card; null: by no card, as from the door or a poster. */
  readonly token: string | null
  readonly wechatId: string | null
  readonly openedIn: OpenedIn
}

/** Openings of one group. Everybody is counted once, where they opened it first. */
export interface GroupCount {
  readonly groupId: string
  /** WeChat says that it was opened in this group. */
  readonly seen: number
  /** It was this group's card; WeChat did not say where it was opened: it may have been passed on. */
  readonly byCard: number
  /** It was this group's card, and WeChat says that it was opened elsewhere: it was passed on. */
  readonly passedOn: number
}

export interface GroupCounts {
  readonly groups: readonly GroupCount[]
  /** By a card of which nobody said into which group it went. */
  readonly otherCards: number
  /** By no card. */
  readonly noCard: number
  /** Different people: all of the above together. */
  readonly people: number
}

/** Of several openings of one person the first; of such at the same moment always the same one. */
function isBefore(one: CardOpening, other: CardOpening): boolean {
  const keyOf = ({ token, wechatId, openedIn }: CardOpening) => `${token ?? ''} ${wechatId ?? ''} ${openedIn ?? ''}`
  return one.at !== other.at ? one.at < other.at : keyOf(one) < keyOf(other)
}

export function firstOpenings<One extends CardOpening>(openings: readonly One[]): readonly One[] {
  const first = new Map<string, One>()
  for (const opening of openings) {
    const known = first.get(opening.person)
    if (known === undefined || isBefore(opening, known)) first.set(opening.person, opening)
  }
  return [...first.values()]
}

type Place = { readonly groupId: string; readonly how: 'seen' | 'byCard' | 'passedOn' } | 'other-card' | 'no-card'

/** Where an opening counts: what WeChat says goes before what our card says. */
function placeOf(
  { token, wechatId, openedIn }: CardOpening,
  byWechat: ReadonlyMap<string, NoticeGroup>,
  byToken: ReadonlyMap<string, NoticeGroup | null>,
): Place {
  const inGroup = wechatId === null ? undefined : byWechat.get(wechatId)
  if (inGroup) return { groupId: inGroup.id, how: 'seen' }
  const meant = token === null ? undefined : byToken.get(token)
  if (meant) {
    const isOther = wechatId !== null && meant.wechatId !== null
    return { groupId: meant.id, how: isOther || openedIn === 'chat' ? 'passedOn' : 'byCard' }
  }
  return token === null ? 'no-card' : 'other-card'
}

/** Who opened it, by group. */
export function countByGroup(
  groups: readonly NoticeGroup[],
  shares: readonly Share[],
  openings: readonly CardOpening[],
): GroupCounts {
  const byId = new Map(groups.map((group) => [group.id, group]))
  const byWechat = new Map(groups.flatMap((group) => (group.wechatId === null ? [] : [[group.wechatId, group]])))
  const byToken = new Map(shares.map(({ token, groupId }) => [token, byId.get(groupId ?? '') ?? null]))
  const places = firstOpenings(openings).map((opening) => placeOf(opening, byWechat, byToken))
  const count = (groupId: string, how: 'seen' | 'byCard' | 'passedOn') =>
    places.filter((place) => typeof place === 'object' && place.groupId === groupId && place.how === how).length
  return {
    groups: groups.map(({ id }) => ({
      groupId: id,
      ...{ seen: count(id, 'seen'), byCard: count(id, 'byCard'), passedOn: count(id, 'passedOn') },
    })),
    otherCards: places.filter((place) => place === 'other-card').length,
    noCard: places.filter((place) => place === 'no-card').length,
    people: places.length,
  }
}

/** Groups that serve a concerned building, with the newest edition that went into them; null: none did. */
export interface GroupToTell {
  readonly group: NoticeGroup
  readonly edition: number | null
}

/** Into which groups this edition still has to go, in the leader's own order. */
export function groupsToTell(
  groups: readonly NoticeGroup[],
  shares: readonly Share[],
  buildingIds: readonly string[],
  edition: number,
): readonly GroupToTell[] {
  return groups
    .filter((group) => group.buildingIds.some((id) => buildingIds.includes(id)))
    .map((group) => {
      const editions = shares.filter(({ groupId }) => groupId === group.id).map((share) => share.edition)
      return { group, edition: editions.length === 0 ? null : Math.max(...editions) }
    })
    .filter((one) => one.edition === null || one.edition < edition)
}

/** Concerned buildings that no group of the leader serves: they need a poster, or a walk. */
export const buildingsWithoutGroup = (
  groups: readonly NoticeGroup[],
  buildingIds: readonly string[],
): readonly string[] => buildingIds.filter((id) => !groups.some((group) => group.buildingIds.includes(id)))

/**
 * Which of WeChat's groups a card was opened in, the most people first: the leader says which of them is the group that
 * was meant. Nobody else can know: a card may be passed on before anybody opens it.
 */
export function likelyGroups(
  token: string,
  openings: readonly CardOpening[],
): readonly { readonly wechatId: string; readonly people: number }[] {
  const people = new Map<string, Set<string>>()
  for (const { token: of, wechatId, person } of openings)
    if (of === token && wechatId !== null) people.set(wechatId, (people.get(wechatId) ?? new Set()).add(person))
  return [...people]
    .map(([wechatId, who]) => ({ wechatId, people: who.size }))
    .sort((one, other) => other.people - one.people || (one.wechatId < other.wechatId ? -1 : 1))
}
