import fc from 'fast-check'
import {
  buildingsWithoutGroup,
  countByGroup,
  groupsToTell,
  likelyGroups,
  type CardOpening,
  type NoticeGroup,
  type Share,
} from '../../src/domain/notice/groups'

const group = (id: string, buildingIds: readonly string[], wechatId: string | null = null): NoticeGroup => ({
  ...{ id, name: `group ${id}`, buildingIds, wechatId },
})
const [north, south, whole] = [
  group('north', ['one'], 'W1'),
  group('south', ['two']),
  group('whole', ['one', 'two', 'five'], 'W3'),
]
const groups = [north, south, whole]
const share = (token: string, groupId: string | null, edition = 1): Share => ({ token, groupId, edition, at: edition })
const shares = [share('tn', 'north'), share('ts', 'south'), share('tx', null)]
const opening = (person: string, over: Partial<CardOpening> = {}): CardOpening => ({
  ...{ person, at: 1, token: null, wechatId: null, openedIn: null },
  ...over,
})
const count = (...openings: readonly CardOpening[]) => countByGroup(groups, shares, openings)
const of = (counts: ReturnType<typeof count>, id: string) => counts.groups.find(({ groupId }) => groupId === id)

describe('openings by group', () => {
  it('are certain where WeChat names the group', () => {
    expect(of(count(opening('a', { token: 'tn', wechatId: 'W1', openedIn: 'group' })), 'north')?.seen).toBe(1)
  })

  it('are only by our card where WeChat names none', () => {
    expect(of(count(opening('a', { token: 'ts' })), 'south')).toEqual({
      groupId: 'south',
      seen: 0,
      byCard: 1,
      passedOn: 0,
    })
  })

  it('are not the group’s where the card was passed on: into a chat, or into a group that nobody knows', () => {
    const chat = opening('a', { token: 'tn', openedIn: 'chat' })
    const elsewhere = opening('b', { token: 'tn', wechatId: 'W9', openedIn: 'group' })
    expect(of(count(chat, elsewhere), 'north')).toEqual({ groupId: 'north', seen: 0, byCard: 0, passedOn: 2 })
  })

  it('are another group’s of mine where WeChat names that', () => {
    const counts = count(opening('a', { token: 'tn', wechatId: 'W3', openedIn: 'group' }))
    expect([of(counts, 'whole')?.seen, of(counts, 'north')?.passedOn]).toEqual([1, 0])
  })

  it('of a card without a group, of an unknown card and of no card are no group’s', () => {
    const counts = count(opening('a', { token: 'tx' }), opening('b', { token: 'made up' }), opening('c'))
    expect(counts).toMatchObject({ otherCards: 2, noCard: 1, people: 3 })
  })

  it('count everybody once, where they opened it first', () => {
    const counts = count(opening('a', { token: 'ts', at: 5 }), opening('a', { token: 'tn', at: 3 }))
    expect([counts.people, of(counts, 'north')?.byCard, of(counts, 'south')?.byCard]).toEqual([1, 1, 0])
  })
})

describe('groups that still have to be told', () => {
  it('are those that serve a concerned building and have not had this edition', () => {
    const told = [share('tn', 'north', 1), share('tw', 'whole', 2), share('tw2', 'whole', 1)]
    expect(groupsToTell(groups, told, ['one'], 2)).toEqual([{ group: north, edition: 1 }])
    expect(groupsToTell(groups, [], ['two'], 1)).toEqual([
      { group: south, edition: null },
      { group: whole, edition: null },
    ])
  })

  it('leave out buildings that no group serves', () => {
    expect(buildingsWithoutGroup([north], ['one', 'two'])).toEqual(['two'])
  })
})

it('says in which of WeChat’s groups a card was opened, by how many', () => {
  const openings = [
    ...['a', 'b', 'a'].map((person) => opening(person, { token: 'ts', wechatId: 'W2' })),
    opening('c', { token: 'ts', wechatId: 'W9' }),
    opening('d', { token: 'tn', wechatId: 'W1' }),
  ]
  expect(likelyGroups('ts', openings)).toEqual([
    { wechatId: 'W2', people: 2 },
    { wechatId: 'W9', people: 1 },
  ])
})

const some = fc.array(
  fc.record({
    person: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    at: fc.nat({ max: 3 }),
    token: fc.constantFrom('tn', 'ts', 'tx', 'none', null),
    wechatId: fc.constantFrom('W1', 'W3', 'W9', null),
    openedIn: fc.constantFrom('group' as const, 'chat' as const, 'elsewhere' as const, null),
  }),
)

describe('whatever was opened', () => {
  it('everybody is counted in exactly one place', () => {
    fc.assert(
      fc.property(some, (openings) => {
        const { groups: counted, otherCards, noCard, people } = count(...openings)
        const inGroups = counted.reduce((sum, { seen, byCard, passedOn }) => sum + seen + byCard + passedOn, 0)
        expect(inGroups + otherCards + noCard).toBe(people)
        expect(people).toBe(new Set(openings.map(({ person }) => person)).size)
      }),
    )
  })

  it('comes to the same in any order and however often it comes', () => {
    const mixed = some.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
    )
    fc.assert(fc.property(mixed, ([all, other]) => expect(count(...other)).toEqual(count(...all))))
  })
})
