import { checkId } from '../../src/cloud/content/checks'
import { definitions, type MessageFields } from '../../src/cloud/store/documents'
import { lookAtCards } from '../../src/cloud/wish/timer'
import { day } from '../../src/domain/time/clock'
import { demoRows } from '../../src/local/demo-rows'
import { connect, type Connected } from './support/cloud'
import { noon, surroundings } from './support/entry'
import { dutyMember, gridLeader, keys, secretary, volunteer } from './support/people'
import { put } from './support/somebody'
import { anOfferRow, type OfferDocument } from './support/wish-row'

jest.setTimeout(120_000)

let cloud: Connected
beforeAll(async () => void (cloud = await connect()))
afterAll(() => cloud.close())
beforeEach(() => {
  for (const { name } of Object.values(definitions)) cloud.database.remove(name, {}, { multi: true })
  for (const { collection, documents } of demoRows()) cloud.database.insert(collection, documents)
})

const run = (now: number) => lookAtCards({ ...surroundings(cloud.store, { now }), hasTime: () => true })
/** A red card that waits for a person, since its writer asked for one, and that nobody has looked at. */
const waiting = (over: Partial<OfferDocument> = {}) =>
  put(cloud.database, {
    offers: [
      anOfferRow(noon, {
        ...{ _id: 'red', words: '我不想活了，没人说话', marks: [], nextAt: noon },
        ...{ wordsState: 'waiting', judged: 'review', zone: 'off', keys: [], finds: [], ...over },
      }),
    ],
  })
const heard = (kind: string) =>
  cloud.database
    .find('messages', { kind })
    .map((message) => message as unknown as MessageFields)
    .map(({ person, params, path }) => ({ person, params, path }))
const todo = (openid: string) => ({
  ...{ person: keys.person(openid), params: { step: 'danger' } },
  path: '/pages/wish/card/index?o=red',
})

describe('a red card that speaks of a danger, of which its writer says that it is none', () => {
  it('comes before a person, and the duty member hears of it', async () => {
    waiting()
    await run(noon)
    expect(cloud.database.find('checks', { _id: checkId('offer', 'red', null) })).toHaveLength(1)
    expect(heard('wish.todo')).toEqual([todo(dutyMember)])
    expect(heard('check.waiting').map(({ person }) => person)).toEqual([keys.person(secretary)])
  })

  it('is told once, however often it is looked at', async () => {
    waiting()
    await Promise.all([run(noon), run(noon), run(noon)])
    cloud.database.modify('offers', { _id: 'red' }, { $set: { nextAt: noon } })
    await run(noon + 1)
    expect(heard('wish.todo')).toEqual([todo(dutyMember)])
  })

  it('is told once where it is taken up again, and nothing says any more that it was looked at', async () => {
    waiting()
    await run(noon)
    cloud.database.modify('offers', { _id: 'red' }, { $set: { nextAt: noon, marks: [] } })
    await run(noon + day)
    expect(heard('wish.todo')).toEqual([todo(dutyMember)])
  })

  it('says so in what limits it, too', async () => {
    waiting({ words: '可以陪老人聊天', limits: ['我不想活了'] })
    await run(noon)
    expect(heard('wish.todo')).toEqual([todo(dutyMember)])
  })

  it('is heard by the secretary, as any check is, where the only duty member wrote it', async () => {
    waiting({ person: null, filedBy: keys.person(dutyMember), filedAs: 'duty' })
    await run(noon)
    expect(heard('wish.todo')).toEqual([])
    expect(heard('check.waiting').map(({ person }) => person)).toEqual([keys.person(secretary)])
  })

  it('is heard by nobody of the office elsewhere, nor by volunteers', async () => {
    waiting()
    await run(noon)
    const told = cloud.database.find('messages').map(({ person }) => person)
    for (const openid of [volunteer, gridLeader]) expect(told).not.toContain(keys.person(openid))
  })
})

it('a red card that waits for another reason is no matter of the duty member', async () => {
  waiting({ words: '可以陪您看病，加微信13900000052' })
  await run(noon)
  expect(heard('wish.todo')).toEqual([])
  expect(heard('check.waiting')).toHaveLength(1)
})
