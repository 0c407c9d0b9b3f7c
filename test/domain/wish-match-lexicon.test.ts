import { topicFit } from '../../src/domain/wish/match/topics'
import { services } from '../../src/knowledge/services'
import { serviceFacts, topicBook } from '../../src/knowledge/wish-match'
import { nearKinds } from '../../src/knowledge/wish-match-near'
import { topicFamilies } from '../../src/knowledge/wish-match-topics'

const ids = new Set(services.map(({ id }) => id))

describe('the lexicon of topics', () => {
  it.each(topicFamilies.map((family) => [family.id, family] as const))(
    '%s is of kinds that there are',
    (_, { kinds }) => {
      expect(kinds.filter((kind) => !ids.has(kind))).toEqual([])
    },
  )

  it.each(topicFamilies.map((family) => [family.id, family] as const))(
    '%s covers groups that it has',
    (_, { covers, groups }) => {
      const named = covers.flatMap((cover) => cover.groups)
      expect(named.filter((name) => !groups.some(({ id }) => id === name))).toEqual([])
    },
  )

  it.each(topicFamilies.map((family) => [family.id, family] as const))(
    '%s has each word in one topic',
    (_, { groups }) => {
      const words = groups.flatMap(({ topics }) =>
        Object.entries(topics).flatMap(([name, more]) =>
          [...new Set([name, ...more.split('|')])].filter((word) => word !== ''),
        ),
      )
      expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
    },
  )
})

describe('a text speaks', () => {
  it.each([
    ['我家电风扇坏了', 'repair:电风扇', true],
    ['我家电风扇坏了', 'repair:*appliances', false],
    ['会修小家电', 'repair:*appliances', true],
    ['可以上门', 'repair:门', false],
    ['不会下棋，打牌可以', 'arts:*chess', false],
    ['不会下棋，打牌可以', 'arts:牌', true],
  ])('%s of %s: %s', (text, topic, isSaid) => {
    expect(topicBook.read(text).said.includes(topic)).toBe(isSaid)
  })

  it('of what it denies as denied', () => {
    expect(topicBook.read('不会下棋，打牌可以').denied).toEqual(['arts:*chess'])
  })
})

describe('what is offered does for what is wished', () => {
  const best = (wish: string, offer: string) =>
    topicFit(topicBook, topicBook.read(wish).said, topicBook.read(offer).said).best

  it.each([
    ['想学二胡', '教二胡', 1],
    ['想学二胡', '教太极', 0],
    ['想下围棋', '下棋可以', 0.75],
    ['想下围棋', '下象棋', 0],
    ['马桶漏水', '修水龙头', 0.8],
    ['灯不亮', '懂水电', 0.75],
    ['灯不亮', '只通下水道', 0],
    ['想说说话', '教太极', null],
  ])('%s ← %s: %s', (wish, offer, likeness) => {
    expect(best(wish, offer)).toBe(likeness)
  })
})

describe('kinds that lie near', () => {
  it('are kinds that there are', () => {
    expect(nearKinds.flatMap(([one, other]) => [one, other]).filter((id) => !ids.has(id))).toEqual([])
  })

  it('are near both ways, and less than the kind itself', () => {
    for (const [one, other, how] of nearKinds) {
      expect(how).toBeLessThan(1)
      expect(serviceFacts.get(one)?.near[other]).toBe(how)
      expect(serviceFacts.get(other)?.near[one]).toBe(how)
    }
  })
})
