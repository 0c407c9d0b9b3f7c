import { day } from '../../src/domain/time/clock'
import { homeId } from '../../src/cloud/people/ids'
import type { Connected } from './support/cloud'
import { afternoon, ask, putNotice, putPerson, putResident, startVoices } from './support/notice-voices'
import { keys } from './support/people'

jest.setTimeout(60_000)

let cloud: Connected
beforeAll(async () => {
  cloud = await startVoices()
})
afterAll(() => cloud.close())

const asking = (each: 'person' | 'household') =>
  putNotice(cloud, {
    consultation: {
      options: [
        { id: 'north', text: '北边' },
        { id: 'south', text: '南边' },
      ],
      ...{ most: 1, each, until: afternoon + 2 * day, names: 'office', isSigned: false },
    },
  })
const say = (noticeId: string, openid: string) =>
  ask(cloud, openid, 'voice.say', { noticeId, choices: ['north'], words: '', name: null })
/** Somebody who lives in another community, as they said themselves. */
function putOutsider(openid: string, over: object = {}) {
  putResident(cloud, openid, null)
  cloud.database.modify('homes', { _id: homeId(keys.person(openid)) }, { $set: { communityId: 'mill', ...over } })
}

describe('a question to people', () => {
  it('is not for whoever lives in another community', async () => {
    putOutsider('outsider')
    expect(await say(asking('person'), 'outsider')).toMatchObject({ refused: 'voice.not-asked' })
    expect(await say(asking('household'), 'outsider')).toMatchObject({ refused: 'voice.not-asked' })
  })

  it('is for whoever has said nothing of where they live, or was told that it is not there', async () => {
    putPerson(cloud, 'nowhere')
    putOutsider('declined', { state: 'declined' })
    expect(await say(asking('person'), 'nowhere')).toMatchObject({ ok: true })
    expect(await say(asking('person'), 'declined')).toMatchObject({ ok: true })
  })
})
