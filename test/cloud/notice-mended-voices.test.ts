import { day } from '../../src/domain/time/clock'
import type { Connected } from './support/cloud'
import {
  afternoon,
  ask,
  dataOf,
  putNotice,
  putResident,
  putRooms,
  secretary,
  startVoices,
} from './support/notice-voices'

jest.setTimeout(60_000)

let cloud: Connected
beforeAll(async () => {
  cloud = await startVoices()
})
afterAll(() => cloud.close())

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
