import { day, hour } from '../../src/domain/time/clock'
import type { LocalCloud } from '../../src/local/start'
import { startProduct } from './support/cloud'
import {
  consent,
  dataAs,
  dutyMember,
  gridLeader,
  keys,
  otherGridLeader,
  otherSecretary,
  secretary,
  street,
  volunteer,
  callAs,
} from './support/people'
import { alterWish, atHome, hung, offered, otherVolunteer, wisher, wishOf } from './support/wishes'
import {
  arrangedWish,
  claimed,
  finishing,
  looking,
  ofOldWoman,
  pairedWish,
  personOf,
  stepped,
  type Looked,
} from './support/wish-steps'

jest.setTimeout(240_000)

let cloud: LocalCloud
const morning = Date.parse('2026-11-18T09:00:00+08:00')
const moveTo = (at: number) => cloud.clock.moveTo(at - Date.now())
const ofWisher = { phone: '13900000099', room: '三单元 402' } as const

beforeAll(async () => {
  cloud = await startProduct()
  await consent(cloud, wisher)
})
afterAll(() => cloud.close())
beforeEach(() => {
  moveTo(morning)
  for (const name of ['wishes', 'offers', 'blocks', 'counters', 'audits'])
    cloud.database.remove(name, {}, { multi: true })
})

const lookAs = (openid: string, wishId: string) => dataAs<Looked>(cloud, openid, 'wish.look', { wishId })
const audits = () => cloud.database.find('audits').filter(({ verb }) => verb === 'wish.look')

describe('the way of contact', () => {
  it('is each other’s once they are paired, and each look is logged', async () => {
    const wishId = await pairedWish(cloud, { ...atHome, ...ofWisher })
    expect(await lookAs(volunteer, wishId)).toMatchObject({
      wisher: { phone: '13900000099', room: '三单元 402', emergencyName: '老人的女儿', emergencyPhone: '13900000041' },
      helpers: [
        { helperId: 'h1', isMe: true },
        { helperId: 'h2', name: '周志愿者', isMe: false },
      ],
    })
    const seen = await lookAs(wisher, wishId)
    expect(seen.wisher).toBeNull()
    expect(seen.helpers).toMatchObject([
      { name: '刘志愿者', phone: '00088889006' },
      { name: '周志愿者', phone: '00088889009' },
    ])
    expect(audits().map(({ actor }) => actor)).toEqual([personOf(volunteer), personOf(wisher)])
    expect(audits().every(({ subject }) => JSON.stringify(subject).includes(wishId))).toBe(true)
  })

  it('is nobody’s before that, however near they are', async () => {
    const { wishId } = await hung(cloud, { ...atHome, ...ofWisher })
    const { offerId } = await offered(cloud, {}, otherVolunteer)
    await claimed(cloud, wishId)
    for (const openid of [volunteer, wisher])
      expect(await looking(cloud, openid, wishId)).toMatchObject({ refused: 'wish.not-paired' })
    await stepped(cloud, dutyMember, wishId, { verb: 'propose', offerIds: [offerId], words: '都在附近' })
    await stepped(cloud, wisher, wishId, { verb: 'agree', side: null })
    for (const openid of [volunteer, otherVolunteer, wisher])
      expect(await looking(cloud, openid, wishId)).toMatchObject({ refused: 'wish.not-paired' })
    // Of somebody who can be written to the office sees nothing either.
    expect(await lookAs(dutyMember, wishId)).toEqual({ wisher: null, helpers: [] })
    await stepped(cloud, otherVolunteer, wishId, { verb: 'agree', side: null })
    expect(await looking(cloud, otherVolunteer, wishId)).toMatchObject({ ok: true })
  })

  it('of somebody without a phone of ours is the office’s, which has to call them', async () => {
    const { wishId } = await hung(cloud, ofOldWoman(), dutyMember)
    expect(await lookAs(gridLeader, wishId)).toMatchObject({
      wisher: { name: '陈奶奶', phone: '13900000077' },
      helpers: [],
    })
    expect(await looking(cloud, volunteer, wishId)).toMatchObject({ refused: 'role.forbidden' })
  })

  it('of somebody who cries for help is the office’s at once', async () => {
    const { wishId } = await hung(cloud, ofWisher)
    alterWish(cloud, wishId, { state: 'crying', zone: 'off' })
    expect(await lookAs(dutyMember, wishId)).toMatchObject({ wisher: { phone: '13900000099' } })
  })

  it('of a member without a phone stands on the red card that the office wrote', async () => {
    const behalf = { name: '老周', phone: '13900000055' }
    const { offerId } = await offered(cloud, { behalf }, dutyMember)
    const { wishId } = await hung(cloud)
    await stepped(cloud, dutyMember, wishId, { verb: 'propose', offerIds: [offerId], words: '他常去' })
    await stepped(cloud, wisher, wishId, { verb: 'agree', side: null })
    await stepped(cloud, secretary, wishId, { verb: 'agree', side: 'h1' })
    expect((await lookAs(wisher, wishId)).helpers).toEqual([{ helperId: 'h1', ...behalf, isMe: false }])
  })

  it('ends with the pair, and a week after a wish was granted', async () => {
    const released = await pairedWish(cloud)
    await stepped(cloud, volunteer, released, { verb: 'release', side: null, words: null })
    expect(await looking(cloud, volunteer, released)).toMatchObject({ ok: false })
    expect(await looking(cloud, wisher, released)).toMatchObject({ refused: 'wish.not-paired' })

    const wishId = await arrangedWish(cloud)
    const over = morning + 27 * hour
    moveTo(over)
    for (const openid of [volunteer, wisher]) await stepped(cloud, openid, wishId, finishing('a1'))
    moveTo(over + 6 * day)
    expect(await looking(cloud, volunteer, wishId)).toMatchObject({ ok: true })
    moveTo(over + 7 * day + hour)
    for (const openid of [volunteer, wisher, dutyMember])
      expect(await looking(cloud, openid, wishId)).toMatchObject({ refused: 'wish.not-paired' })
  })

  it('is a stand-in’s for the one visit, and of whom they stand in for it is not shown then', async () => {
    const wishId = await arrangedWish(cloud, { repeats: 'week', ...ofWisher })
    await stepped(cloud, volunteer, wishId, { verb: 'want-stand-in', side: null, appointmentId: 'a1', words: null })
    expect(await looking(cloud, otherVolunteer, wishId)).toMatchObject({ refused: 'role.forbidden' })
    await stepped(cloud, otherVolunteer, wishId, { verb: 'stand-in', appointmentId: 'a1', helperId: 'h1' })
    expect(await lookAs(otherVolunteer, wishId)).toMatchObject({
      wisher: { phone: '13900000099' },
      helpers: [{ isMe: true }],
    })
    expect((await lookAs(wisher, wishId)).helpers).toMatchObject([{ name: '周志愿者' }])
    moveTo(morning + 27 * hour)
    await stepped(cloud, otherVolunteer, wishId, finishing('a1'))
    await stepped(cloud, wisher, wishId, finishing('a1'))
    expect(await looking(cloud, otherVolunteer, wishId)).toMatchObject({ refused: 'role.forbidden' })
  })

  it('is for no office of another grid or community, and for no street', async () => {
    const wishId = await pairedWish(cloud)
    for (const openid of [otherGridLeader, otherSecretary, street])
      expect(await looking(cloud, openid, wishId)).toMatchObject({ refused: 'role.forbidden' })
    expect(await looking(cloud, wisher, 'no-such-wish')).toMatchObject({ refused: 'wish.missing' })
  })

  it('lies sealed in the document', async () => {
    const wishId = await pairedWish(cloud, { ...atHome, ...ofWisher })
    const raw = JSON.stringify(wishOf(cloud, wishId))
    for (const secret of ['13900000099', '402', '13900000041', '老人的女儿']) expect(raw).not.toContain(secret)
    expect(keys.currentKey).toBe(wishOf(cloud, wishId).keyId)
  })
})

describe('not to be paired again', () => {
  const blocking = (openid: string, wishId: string, helperId: string | null, block = true) =>
    callAs(cloud, openid, 'wish.block', { wishId, helperId, block })

  it('is said by either, kept apart, and taken back by whoever said it', async () => {
    const wishId = await pairedWish(cloud)
    expect(await blocking(wisher, wishId, 'h1')).toMatchObject({ data: { blocked: true } })
    expect(await blocking(wisher, wishId, 'h1')).toMatchObject({ data: { blocked: true } })
    await blocking(volunteer, wishId, null)
    expect(
      cloud.database
        .find('blocks')
        .map(({ by }) => by)
        .sort(),
    ).toEqual([wisher, volunteer].map(personOf).sort())
    await blocking(wisher, wishId, 'h1', false)
    expect(cloud.database.find('blocks').map(({ by }) => by)).toEqual([personOf(volunteer)])
  })

  it('is said of a helper who has left', async () => {
    const wishId = await pairedWish(cloud)
    await stepped(cloud, wisher, wishId, { verb: 'part', helperId: 'h1', words: null })
    expect(await blocking(wisher, wishId, 'h1')).toMatchObject({ data: { blocked: true } })
    expect(cloud.database.find('blocks')[0]?.['people']).toEqual([personOf(wisher), personOf(volunteer)])
  })

  it('is said by a helper who has left as well', async () => {
    const wishId = await pairedWish(cloud)
    await stepped(cloud, volunteer, wishId, { verb: 'release', side: null, words: null })
    expect(await blocking(volunteer, wishId, null)).toMatchObject({ data: { blocked: true } })
  })

  it('is said of nobody who is not in it, and by nobody', async () => {
    const wishId = await pairedWish(cloud)
    expect(await blocking(wisher, wishId, 'h7')).toMatchObject({ refused: 'wish.no-helper' })
    expect(await blocking(wisher, wishId, null)).toMatchObject({ refused: 'wish.own' })
    expect(await blocking(otherVolunteer, wishId, 'h1')).toMatchObject({ refused: 'role.forbidden' })
    expect(await blocking(dutyMember, wishId, 'h1')).toMatchObject({ refused: 'role.forbidden' })
  })
})
