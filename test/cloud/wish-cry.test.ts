import type { LocalCloud } from '../../src/local/start'
import { lastCall, startProduct } from './support/cloud'
import { callAs, consent, dataAs, dutyMember, freshKey, keys, otherSecretary, volunteer } from './support/people'
import { hung, wallOf, wisher, wishOf, wishShown } from './support/wishes'

jest.setTimeout(120_000)

let cloud: LocalCloud
const stranger = 'openid-of-somebody-who-cries'
const words = '家里闻到很浓的煤气味，人头晕'

beforeAll(async () => {
  cloud = await startProduct()
  await consent(cloud, wisher)
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['wishes', 'messages']) cloud.database.remove(name, {}, { multi: true })
})

const crying = (openid: string, over: object = {}, key?: string) =>
  callAs(cloud, openid, 'wish.cry', { buildingId: 'heyuan-1', words, ...over }, key)
const cried = (openid: string) =>
  dataAs<{ wishId: string }>(cloud, openid, 'wish.cry', { buildingId: 'heyuan-1', words })
const cries = () => cloud.database.find('messages', { kind: 'wish.cry' }) as unknown as readonly { person: string }[]

describe('a cry for help', () => {
  it('is heard from whoever types it, who need not have agreed to anything', async () => {
    const { wishId } = await cried(stranger)
    expect(wishOf(cloud, wishId)).toMatchObject({
      ...{ state: 'crying', zone: 'off', desk: 'asking', owner: 'duty', open: true, words, finds: [], keys: [] },
      ...{ person: keys.person(stranger), communityId: 'west-street', gridId: 'west-1' },
    })
  })

  it('hangs nowhere and is read by the office alone, and by whose it is', async () => {
    const { wishId } = await cried(stranger)
    expect(await wallOf(cloud)).toMatchObject({ wishes: [], paired: 0 })
    expect((await wishShown(cloud, dutyMember, wishId)).card.words).toBe(words)
    expect((await wishShown(cloud, stranger, wishId)).card.words).toBe(words)
    for (const openid of [volunteer, otherSecretary])
      expect(await callAs(cloud, openid, 'wish.show', { wishId })).toMatchObject({ refused: 'role.forbidden' })
  })

  it('is told to the duty members in the same call', async () => {
    await cried(stranger)
    expect(cries().map(({ person }) => person)).toContain(keys.person(dutyMember))
  })

  it('is told in the same call also where it came as a card', async () => {
    expect(await hung(cloud, { words })).toMatchObject({ state: 'crying' })
    expect(cries().map(({ person }) => person)).toContain(keys.person(dutyMember))
  })

  it.each([
    ['a number that is none', { phone: '123' }],
    ['a kind that is gone', { kinds: ['magic'] }],
    ['somebody to call whose number is none', { emergency: { name: '女儿', phone: '123' } }],
    ['a visitor, by somebody who holds no role', { behalf: { kind: 'office' as const, name: '李', phone: '123' } }],
    ['a home, and nobody to call', { place: 'home' as const }],
  ])('is heard also with %s', async (_, over) => {
    expect(await hung(cloud, { words, ...over })).toMatchObject({ state: 'crying' })
    expect(cries().map(({ person }) => person)).toContain(keys.person(dutyMember))
  })

  it('is kept in four trips to the database, before anybody is told', async () => {
    await cried(stranger)
    const trips = lastCall(cloud).databaseTrips
    const key = freshKey()
    await crying(stranger, {}, key)
    await crying(stranger, {}, key)
    // The resend finds what is there: place, own cards, the insert that is refused, and the look at what was kept.
    expect(lastCall(cloud)).toMatchObject({ databaseTrips: 5, documentsWritten: 0 })
    expect(trips).toBeGreaterThanOrEqual(4)
  })

  it('is one, however often the phone sends it', async () => {
    const key = freshKey()
    const [one, other] = await Promise.all([crying(stranger, {}, key), crying(stranger, {}, key)])
    expect(one).toMatchObject({ ok: true })
    expect({ ...one, requestId: '' }).toEqual({ ...other, requestId: '' })
    expect(cloud.database.find('wishes')).toHaveLength(1)
  })

  it('needs a place that is there', async () => {
    expect(await crying(stranger, { buildingId: 'nowhere' })).toMatchObject({ refused: 'wish.no-place' })
  })
})
