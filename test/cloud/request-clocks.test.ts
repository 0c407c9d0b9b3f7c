import type { Output } from '../../src/client/named'
import { hour } from '../../src/domain/time/clock'
import { startProduct } from './support/cloud'
import { documentOf } from './support/content'
import {
  callAs,
  consent,
  dataAs,
  dutyMember,
  gridLeader,
  handlerMember,
  keys,
  otherSecretary,
  secretary,
  street,
} from './support/people'
import { filed, filer, requestOf } from './support/requests'

jest.setTimeout(30_000)

let cloud: Awaited<ReturnType<typeof startProduct>>
beforeAll(async () => {
  cloud = await startProduct()
  await consent(cloud, filer)
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['audits', 'counters', 'requests']) cloud.database.remove(name, {}, { multi: true })
  cloud.database.modify('communities', { _id: 'west-street' }, { $unset: { requestClocks: '' } })
})

type Promised = { class: string; response: number | null; resolution: number | null }
const tighten = (openid: string, ...clocks: readonly Promised[]) =>
  callAs(cloud, openid, 'request.tighten', { communityId: 'west-street', clocks })
const clocksAs = async (openid: string) =>
  (await dataAs<Output<'request.clocks'>>(cloud, openid, 'request.clocks', { communityId: 'west-street' })).clocks
const normal = { class: 'normal', response: 0.5, resolution: 9 }

describe('the clocks of a community', () => {
  it('are the table for everybody, until something is promised', async () => {
    const clocks = await clocksAs(secretary)
    expect(clocks.map(({ class: name, response, resolution }) => [name, response, resolution])).toEqual([
      ['emergency', 10 / 60, 2],
      ['utilities', 1, 24],
      ['normal', 1, 27],
      ['complex', 24, 135],
    ])
    for (const { response, resolution, most } of clocks) expect({ response, resolution }).toEqual(most)
  })

  it('are quicker where the secretary promises it, and stay beside the table', async () => {
    const reply = await tighten(secretary, normal)
    expect(reply).toMatchObject({ ok: true, data: { clocks: await clocksAs(street) } })
    expect((await clocksAs(secretary))[2]).toEqual({
      ...normal,
      most: { response: 1, resolution: 27 },
    })
  })

  it('hold for what is filed from then on, and not for what was promised before', async () => {
    const before = await filed(cloud)
    await tighten(secretary, normal)
    const after = await filed(cloud)
    expect(requestOf(cloud, before.requestId).response.allowance).toBe(hour)
    expect(requestOf(cloud, after.requestId).response.allowance).toBe(hour / 2)
    expect(requestOf(cloud, after.requestId).resolution.allowance).toBe(9 * hour)
  })

  it('of a class that is not named stay as they were promised', async () => {
    await tighten(secretary, normal)
    await tighten(secretary, { class: 'utilities', response: null, resolution: 12 })
    const clocks = await clocksAs(secretary)
    expect(clocks.map(({ resolution }) => resolution)).toEqual([2, 12, 9, 135])
  })

  it('go back to the table, and leave nothing behind', async () => {
    await tighten(secretary, normal)
    await tighten(secretary, { class: 'normal', response: null, resolution: null })
    expect(await clocksAs(secretary)).toContainEqual(expect.objectContaining({ class: 'normal', resolution: 27 }))
    expect(documentOf(cloud, 'communities', 'west-street')['requestClocks']).toEqual([])
  })

  it.each([
    ['a longer response', { class: 'normal', response: 1.01, resolution: null }],
    ['a longer resolution', { class: 'emergency', response: null, resolution: 2.01 }],
  ])('are never slower than the table: %s', async (_, clock) => {
    expect(await tighten(secretary, clock)).toMatchObject({ ok: false, refused: 'request.too-long' })
    expect(cloud.database.find('audits', {})).toEqual([])
  })

  it('of two secretaries at once keep both promises', async () => {
    const replies = await Promise.all([
      tighten(secretary, normal),
      tighten(secretary, { class: 'complex', response: 4, resolution: null }),
    ])
    expect(replies.map(({ ok }) => ok)).toEqual([true, true])
    expect((await clocksAs(secretary)).map(({ response }) => response)).toEqual([10 / 60, 1, 0.5, 4])
  })

  it('are changed under the audit’s eyes', async () => {
    await tighten(secretary, normal)
    expect(cloud.database.find('audits', {})).toEqual([
      expect.objectContaining({
        ...{ verb: 'request.tighten', actor: keys.person(secretary), communityId: 'west-street' },
        subject: { collection: 'communities', id: 'west-street' },
      }),
    ])
  })
})

describe('who may', () => {
  it.each([
    ['a secretary', secretary, true, true],
    ['a grid leader', gridLeader, true, false],
    ['a duty member', dutyMember, true, false],
    ['the street', street, true, false],
    ['a handler', handlerMember, false, false],
    ['another community’s secretary', otherSecretary, false, false],
  ])('%s: read, promise', async (_, openid, reads, promises) => {
    const read = await callAs(cloud, openid, 'request.clocks', { communityId: 'west-street' })
    expect([read.ok, (await tighten(openid, normal)).ok]).toEqual([reads, promises])
  })
})
