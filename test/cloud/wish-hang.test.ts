import { sealedAt } from '../../src/cloud/people/ids'
import { limits } from '../../src/contract/limits'
import { day } from '../../src/domain/time/clock'
import { mostOpenCards } from '../../src/domain/wish/limits'
import type { LocalCloud } from '../../src/local/start'
import { lastCall, startProduct } from './support/cloud'
import { callAs, consent, dutyMember, freshKey, gridLeader, keys, volunteer } from './support/people'
import { atHome, hanging, hung, offered, wisher, wishOf, type Wishing } from './support/wishes'

jest.setTimeout(120_000)

let cloud: LocalCloud
const helper = 'openid-of-somebody-who-writes'
/** A Wednesday that is a workday, at ten. */
const morning = Date.parse('2026-11-18T10:00:00+08:00')
const atTime = (ms: number) => cloud.clock.moveTo(ms - Date.now())

beforeAll(async () => {
  cloud = await startProduct()
  for (const openid of [wisher, helper]) await consent(cloud, openid)
})
afterAll(() => cloud.close())
beforeEach(() => {
  atTime(morning)
  for (const name of ['wishes', 'offers', 'counters']) cloud.database.remove(name, {}, { multi: true })
})

const person = keys.person(wisher)
const opened = (id: string, field: string, sealed: string | null | undefined) =>
  keys.unseal(sealed ?? '', sealedAt('wishes', field, id))
const written = () => cloud.database.find('wishes').length

describe('a wish that is hung', () => {
  it('hangs on the wall at its building, and says how many helpers it needs', async () => {
    const { wishId, ...told } = await hung(cloud)
    expect(told).toEqual({ state: 'open', words: 'shown', places: 1 })
    expect(wishOf(cloud, wishId)).toMatchObject({
      ...{ person, filedBy: null, communityId: 'west-street', gridId: 'west-1', buildingId: 'heyuan-1' },
      ...{ zone: 'wall', desk: 'wall', owner: 'volunteers', open: true, people: [person], helping: [] },
      ...{ kinds: ['buy-groceries'], isSure: true, needsChecked: false, events: [{ id: '1', verb: 'hang' }] },
    })
  })

  it('is one document, and five reads', async () => {
    const { offerId } = await offered(cloud)
    await hung(cloud, { forOfferId: offerId })
    expect(lastCall(cloud)).toMatchObject({ databaseTrips: 6, documentsWritten: 1 })
  })

  it('has one filter for each of its groups, its building and its parts of the day', async () => {
    const times = { weekdays: [], parts: ['morning' as const], every: null, dates: [], note: '' }
    const { wishId } = await hung(cloud, { times })
    expect([...wishOf(cloud, wishId).finds].sort()).toEqual(
      [
        ...['', 'b=heyuan-1', 'b=heyuan-1|p=morning', 'g=errands', 'g=errands|b=heyuan-1'],
        ...['g=errands|b=heyuan-1|p=morning', 'g=errands|p=morning', 'p=morning'],
      ].sort(),
    )
  })

  it('reads the kind in the words where nobody has chosen one', async () => {
    const { wishId } = await hung(cloud, { kinds: [], words: '想找人教我用手机视频通话' })
    expect(wishOf(cloud, wishId)).toMatchObject({ kinds: ['phone-teaching'], isSure: false })
  })

  it('keeps nothing of anybody in the clear', async () => {
    const { wishId } = await hung(cloud, {
      ...atHome,
      phone: '13900000042',
      behalf: { kind: 'family', name: '赵奶奶', phone: '13900000043' },
    })
    const row = wishOf(cloud, wishId)
    expect(JSON.stringify(row)).not.toMatch(/1390000004|三单元|女儿|赵奶奶/)
    expect(opened(wishId, 'room', row.room)).toBe('三单元 402')
    expect(opened(wishId, 'phone', row.phone)).toBe('13900000042')
    expect(opened(wishId, 'behalf.name', row.behalf?.name)).toBe('赵奶奶')
    expect(opened(wishId, 'behalf.phone', row.behalf?.phone)).toBe('13900000043')
    expect(opened(wishId, 'emergency.name', row.emergency?.name)).toBe('老人的女儿')
    expect(opened(wishId, 'emergency.phone', row.emergency?.phone)).toBe('13900000041')
  })

  it('keeps no room where nobody comes to it', async () => {
    const { wishId } = await hung(cloud, { room: '三单元 402' })
    expect(wishOf(cloud, wishId).room).toBeNull()
  })

  it.each<[string, Partial<Wishing>, { places: number; needsChecked: boolean }]>([
    ['groceries brought downstairs', {}, { places: 1, needsChecked: false }],
    ['anything at home', atHome, { places: 2, needsChecked: true }],
    ['things brought home', { ...atHome, isGoods: true, kinds: ['goods-daily'] }, { places: 1, needsChecked: true }],
    ['a walk outside', { kinds: ['walk-escort'] }, { places: 2, needsChecked: true }],
    ['homework at the station', { kinds: ['homework-help'], place: 'station' }, { places: 1, needsChecked: true }],
    ['a talk about the law', { kinds: ['legal-advice'], place: 'station' }, { places: 1, needsChecked: true }],
  ])('says who may come: %s', async (_, over, expected) => {
    const { wishId } = await hung(cloud, over)
    expect(wishOf(cloud, wishId)).toMatchObject(expected)
  })

  it('remembers the red card for which it was written, while that hangs here', async () => {
    const { offerId } = await offered(cloud)
    const { wishId } = await hung(cloud, { forOfferId: offerId })
    expect(wishOf(cloud, wishId).forOfferId).toBe(offerId)
    await callAs(cloud, volunteer, 'offer.act', { offerId, verb: 'pause' })
    const other = await hung(cloud, { forOfferId: offerId })
    expect(wishOf(cloud, other.wishId).forOfferId).toBeNull()
  })
})

describe('for somebody else', () => {
  it('is the family’s to follow, and nobody’s own', async () => {
    const { wishId } = await hung(cloud, { behalf: { kind: 'family', name: '赵奶奶', phone: null } })
    expect(wishOf(cloud, wishId)).toMatchObject({ person: null, filedBy: person, filedAs: null, people: [person] })
  })

  it('is written by the office for somebody without a phone, and nobody follows it on a phone', async () => {
    const behalf = { kind: 'office' as const, name: '钱奶奶', phone: null }
    const { wishId } = await hung(cloud, { behalf }, dutyMember)
    expect(wishOf(cloud, wishId)).toMatchObject({ person: null, filedAs: 'duty', people: [] })
    expect(lastCall(cloud).databaseTrips).toBeLessThanOrEqual(6)
  })

  it('is whose the number is that WeChat vouches for', async () => {
    cloud.database.modify(
      'people',
      { _id: person },
      { $set: { phoneLookup: keys.lookup('phone', '13900000044'), phoneFrom: 'wechat' } },
    )
    const behalf = { kind: 'office' as const, name: '钱奶奶', phone: '139 0000 0044' }
    const { wishId } = await hung(cloud, { behalf }, gridLeader)
    expect(wishOf(cloud, wishId)).toMatchObject({ person, filedAs: 'grid-leader', people: [person] })
    expect(lastCall(cloud).databaseTrips).toBeLessThanOrEqual(7)
  })

  it('is not written by whoever has no post at the station', async () => {
    const behalf = { kind: 'office' as const, name: '钱奶奶', phone: null }
    expect(await hanging(cloud, { behalf }, volunteer)).toMatchObject({ refused: 'wish.not-office' })
  })
})

describe('what is refused', () => {
  it.each<[string, Partial<Wishing>, string]>([
    ['a building that is none', { buildingId: 'nowhere' }, 'wish.no-place'],
    ['a kind that is none', { kinds: ['magic'] }, 'wish.no-kind'],
    ['a visit at home without somebody to call', { ...atHome, emergency: null }, 'wish.no-emergency'],
    ['a number that is none', { phone: '1234' }, 'phone.invalid'],
    [
      'a number of the emergency contact that is none',
      { ...atHome, emergency: { name: '女儿', phone: '123' } },
      'phone.invalid',
    ],
    ['words that the check refuses', { words: '【违规】买菜' }, 'content.refused'],
    ['what matters, where the check refuses it', { wants: ['【违规】'] }, 'content.refused'],
    ['a number in the words', { words: '想有人陪我聊天，电话13900000045' }, 'wish.held'],
    ['a number in what matters', { wants: ['打13900000045'] }, 'wish.held'],
  ])('%s', async (_, over, refused) => {
    expect(await hanging(cloud, over)).toMatchObject({ ok: false, refused })
    expect(written()).toBe(0)
  })

  it('who has not agreed', async () => {
    expect(await hanging(cloud, {}, 'openid-of-a-stranger')).toMatchObject({ refused: 'consent.needed' })
  })
})

describe('words that are held back', () => {
  it('wait for a person where the writer asks for one', async () => {
    const { wishId, words } = await hung(cloud, { words: '想有人陪我聊天，电话13900000045', asks: true })
    expect(words).toBe('waiting')
    expect(wishOf(cloud, wishId)).toMatchObject({
      wordsState: 'waiting',
      judged: 'review',
      zone: 'off',
      finds: [],
      keys: [],
    })
  })

  it('wait where the check is in doubt', async () => {
    const { words } = await hung(cloud, { words: '想有人陪我聊聊【待审】' })
    expect(words).toBe('waiting')
  })
})

describe('a cry for help', () => {
  const words = '活着没意思，不想活了'

  it('never hangs, whatever else is wrong with the card', async () => {
    const { wishId, state } = await hung(cloud, { ...atHome, emergency: null, words })
    expect(state).toBe('crying')
    expect(wishOf(cloud, wishId)).toMatchObject({ zone: 'off', finds: [], keys: [], desk: 'asking', owner: 'duty' })
  })

  it('waits for no check, and is refused by none', async () => {
    const { wishId } = await hung(cloud, { words: `${words}【违规】` })
    expect(wishOf(cloud, wishId)).toMatchObject({ state: 'crying', wordsState: 'shown', judged: 'shown' })
  })

  it('is one also where what matters says it', async () => {
    expect(await hung(cloud, { wants: ['不想活了'] })).toMatchObject({ state: 'crying' })
  })

  it('waits for a person where the writer says that it is none', async () => {
    const { wishId, state } = await hung(cloud, { words, asks: true })
    expect(state).toBe('open')
    expect(wishOf(cloud, wishId)).toMatchObject({ wordsState: 'waiting', judged: 'review', zone: 'off' })
  })

  it('is heard also when the cards of the day are used up', async () => {
    for (let n = 0; n < limits['wish.hang'].most; n++) {
      const { wishId } = await hung(cloud)
      cloud.database.modify('wishes', { _id: wishId }, { $set: { open: false } })
    }
    expect(await hanging(cloud)).toMatchObject({ refused: 'rate.limited' })
    expect(await hanging(cloud, { words })).toMatchObject({ ok: true, data: { state: 'crying' } })
  })
})

describe('how many', () => {
  it('ten a day, and ten more on the next', async () => {
    for (let n = 0; n < limits['wish.hang'].most; n++) {
      const { wishId } = await hung(cloud)
      cloud.database.modify('wishes', { _id: wishId }, { $set: { open: false } })
    }
    expect(await hanging(cloud)).toMatchObject({ refused: 'rate.limited' })
    atTime(morning + day)
    expect(await hanging(cloud)).toMatchObject({ ok: true })
  })

  it('no more than can be open at once', async () => {
    for (let n = 0; n < mostOpenCards - 1; n++) await hung(cloud)
    atTime(morning + day)
    await hung(cloud)
    expect(await hanging(cloud)).toMatchObject({ refused: 'wish.too-many' })
  })

  it('no more than the limit, however many are sent at once', async () => {
    const replies = await Promise.all(Array.from({ length: limits['wish.hang'].most + 5 }, () => hanging(cloud)))
    expect(replies.filter(({ ok }) => ok).length).toBeLessThanOrEqual(limits['wish.hang'].most)
    const turns = (cloud.database.find('wishes') as unknown as readonly { turn: string }[]).map(({ turn }) => turn)
    expect(new Set(turns).size).toBe(turns.length)
  })

  it('of words that the check refuses, no more tries than cards', async () => {
    const bad = { words: '【违规】买菜' }
    for (let n = 0; n < limits['wish.hang'].most; n++)
      expect(await hanging(cloud, bad, helper)).toMatchObject({ refused: 'content.refused' })
    expect(await hanging(cloud, bad, helper)).toMatchObject({ refused: 'rate.limited' })
    expect(await hanging(cloud, {}, helper)).toMatchObject({ ok: true })
  })
})

describe('sent again', () => {
  it('gives the same answer and hangs nothing more', async () => {
    const key = freshKey()
    const first = await hung(cloud, {}, wisher, key)
    expect(await hung(cloud, {}, wisher, key)).toEqual(first)
    expect(written()).toBe(1)
  })

  it('hangs one, also where both calls come at once', async () => {
    const key = freshKey()
    const replies = await Promise.all([hung(cloud, {}, wisher, key), hung(cloud, {}, wisher, key)])
    expect(replies[0]).toEqual(replies[1])
    expect(written()).toBe(1)
  })

  it('is known again after its building was taken out of the directory', async () => {
    const key = freshKey()
    const first = await hung(cloud, {}, wisher, key)
    const [building] = cloud.database.find('buildings', { _id: 'heyuan-1' })
    cloud.database.remove('buildings', { _id: 'heyuan-1' })
    const again = await hung(cloud, {}, wisher, key)
    cloud.database.insert('buildings', [building as never])
    expect(again).toEqual(first)
  })

  it('is another thing under the same key, and refused', async () => {
    const key = freshKey()
    await hung(cloud, {}, wisher, key)
    expect(await hanging(cloud, { words: '想有人教我写字' }, wisher, key)).toMatchObject({ refused: 'key.reused' })
  })
})
