import { day } from '../../src/domain/time/clock'
import type { Connected } from './support/cloud'
import {
  afternoon,
  ask,
  dataOf,
  leader,
  putNotice,
  putResident,
  putRooms,
  secretary,
  startVoices,
} from './support/notice-voices'
import { keys } from './support/people'

jest.setTimeout(60_000)

let cloud: Connected
beforeAll(async () => {
  cloud = await startVoices()
})
afterAll(() => cloud.close())

const signed = {
  options: [
    { id: 'north', text: '北边' },
    { id: 'south', text: '南边' },
  ],
  ...{ most: 1, until: afternoon + 2 * day, isSigned: true },
  each: 'household' as const,
  names: 'signers' as const,
}
const inBuilding = (id: string) => ({
  audience: { communityId: 'lane', where: { kind: 'buildings' as const, ids: [id] }, needs: [] },
})

const rack = (buildingId: string) =>
  putNotice(
    cloud,
    {
      consultation: {
        options: [
          { id: 'north', text: '北边' },
          { id: 'south', text: '南边' },
        ],
        ...{ most: 1, each: 'household', until: afternoon + 2 * day, names: 'office', isSigned: false },
      },
    },
    { audience: { communityId: 'lane', where: { kind: 'buildings', ids: [buildingId] }, needs: [] } },
  )
const say = (noticeId: string, openid: string, choice: string) =>
  ask(cloud, openid, 'voice.say', { noticeId, choices: [choice], words: '', name: null })

it('counts for its room, once it is entered, what was said by somebody who named no unit', async () => {
  putResident(cloud, 'unitless', '301', { buildingId: 'old-2', unitId: null })
  const noticeId = rack('old-2')
  expect(await say(noticeId, 'unitless', 'north')).toMatchObject({ ok: true })
  putRooms(cloud, 'old-2', ['301', '302'])
  expect(await dataOf(cloud, secretary, 'voice.result', { noticeId })).toMatchObject({ n: 1, of: 2 })
})

describe('of somebody who only says that they live there', () => {
  it('a voice shows no name and no words of the household’s to them', async () => {
    const noticeId = putNotice(cloud, { consultation: signed }, inBuilding('new-1'))
    putRooms(cloud, 'new-1', ['101', '102'])
    putResident(cloud, 'real', '101', { buildingId: 'new-1', state: 'confirmed' })
    putResident(cloud, 'stranger', '101', { buildingId: 'new-1' })
    const input = { noticeId, choices: ['north'], words: '北边晒得到太阳', name: '李桂兰' }
    expect(await ask(cloud, 'real', 'voice.say', input)).toMatchObject({ ok: true })
    const seen = await dataOf(cloud, 'stranger', 'voice.result', { noticeId })
    expect(seen).toMatchObject({ n: 1, confirmed: 1, standing: 'household', voices: [] })
    expect(await dataOf(cloud, 'real', 'voice.result', { noticeId })).toMatchObject({
      ...{ standing: 'mine', voices: [{ name: '李桂兰', isMine: true }] },
    })
  })

  it('a voice does not take the place of one that a keeper knows to be the household’s', async () => {
    const noticeId = rack('new-1')
    expect(await say(noticeId, 'real', 'north')).toMatchObject({ ok: true })
    expect(await say(noticeId, 'stranger', 'south')).toMatchObject({ ok: true })
    expect(await dataOf(cloud, secretary, 'voice.result', { noticeId })).toMatchObject({
      ...{ n: 1, options: [{ count: 1 }, { count: 0 }] },
    })
  })

  it('a voice is no household’s once a keeper has declined the home, and counts first once it is confirmed', async () => {
    const noticeId = rack('new-1')
    expect(await say(noticeId, 'stranger', 'south')).toMatchObject({ ok: true })
    const home = cloud.database.find('homes', { person: keys.person('stranger') })[0]
    const decide = (confirmed: boolean, state: string) =>
      dataOf(cloud, secretary, 'home.confirm', {
        ...{ homeId: home?._id, confirmed, seen: { state, declaredAt: home?.declaredAt } },
      })
    const result = () => dataOf(cloud, secretary, 'voice.result', { noticeId })
    await decide(false, 'declared')
    expect(await result()).toMatchObject({ n: 0, confirmed: 0 })
    await decide(true, 'declined')
    expect(await result()).toMatchObject({ n: 1, confirmed: 1 })
  })
})

it('is not written down for a household that has said it on a phone', async () => {
  const noticeId = rack('old-1')
  putResident(cloud, 'of-101', '101')
  expect(await say(noticeId, 'of-101', 'north')).toMatchObject({ ok: true })
  const paper = { noticeId, buildingId: 'old-1', choices: ['south'], words: '', name: null }
  expect(await ask(cloud, leader, 'voice.note', { ...paper, roomId: 'old-1-101' })).toMatchObject({
    refused: 'voice.said',
  })
  expect(await ask(cloud, leader, 'voice.note', { ...paper, roomId: 'old-1-102' })).toMatchObject({ ok: true })
})

it('has no figures any more once the first voices are no longer kept', async () => {
  const long = afternoon - 200 * day
  const noticeId = putNotice(
    cloud,
    { consultation: { ...signed, until: long } },
    { ...inBuilding('old-1'), validUntil: long },
  )
  expect(await dataOf(cloud, secretary, 'voice.result', { noticeId })).toMatchObject({ isGone: true, n: 0 })
})
