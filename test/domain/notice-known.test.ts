import { roomFinder } from '../../src/domain/notice/rooms'
import { withShares } from '../../src/domain/notice/shares'
import { toldDoors, withTicks, type KeptTick } from '../../src/domain/notice/ticks'

describe('ticks that come in any order', () => {
  const tick = (id: string, over: Partial<KeptTick> = {}) => ({ id, roomId: 'r1', at: 1, isUndone: false, ...over })

  it('are the same list where nothing is new', () => {
    const kept = withTicks([], [tick('a')], 'me')
    expect(withTicks(kept, [tick('a'), tick('a')], 'me')).toBe(kept)
  })

  it('stay undone, whichever copy comes last', () => {
    const undone = withTicks(withTicks([], [tick('a', { isUndone: true })], 'me'), [tick('a')], 'me')
    expect(undone.map(({ isUndone }) => isUndone)).toEqual([true])
  })

  it('are taken back by nobody but who made them', () => {
    const kept = withTicks([], [tick('a')], 'me')
    expect(withTicks(kept, [tick('a', { isUndone: true })], 'somebody')).toBe(kept)
  })

  it('stand for a door by one’s own before an earlier one', () => {
    const kept = [...withTicks([], [tick('a')], 'other'), ...withTicks([], [tick('b', { at: 2 })], 'me')]
    expect(toldDoors(kept, 'me').get('r1')).toEqual({ tickId: 'b', at: 2, mine: true })
  })
})

describe('shares that come in any order', () => {
  const share = (groupId: string | null) => ({ token: 't', groupId, edition: 1, at: 1 })

  it('keep the group that was said, where an older copy comes later', () => {
    const kept = withShares([], [share('g')], 'me')
    expect(withShares(kept, [share(null)], 'me')).toBe(kept)
  })

  it('leave a token to whose it is', () => {
    const kept = withShares([], [share(null)], 'me')
    expect(withShares(kept, [share('g')], 'somebody')).toBe(kept)
  })
})

describe('a room as somebody says it', () => {
  const find = roomFinder([
    { id: 'a', unitId: 'u1', room: '301' },
    { id: 'b', unitId: 'u2', room: '301' },
    { id: 'c', unitId: 'u2', room: '302' },
    { id: 'd', unitId: null, room: '底商' },
  ])
  it.each([
    ['u1', '３０１ 室', 'a'],
    ['u2', '301', 'b'],
    [null, '301', undefined],
    [null, '302号', 'c'],
    ['u1', '302', undefined],
    ['u1', '底商', 'd'],
    ['u1', '室', undefined],
  ])('of unit %s, %s, is %s', (unitId, room, id) => {
    expect(find({ unitId, room })?.id).toBe(id)
  })
})
