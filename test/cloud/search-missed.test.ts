import type { Call, InputOf, missedSearch } from '../../src/contract'
import { functions } from '../../src/cloud/deployment'
import { collections } from '../../src/cloud/store/documents'
import { dayOf } from '../../src/domain/time/clock'
import { demoRows } from '../../src/local/demo-rows'
import { seed } from '../../src/local/seed'
import { startLocalCloud, type LocalCloud } from '../../src/local/start'
import { fromRoot } from '../../src/tools/support/paths'
import { callApi, lastCall, startProduct, until } from './support/cloud'

type Input = InputOf<typeof missedSearch>

let cloud: Awaited<ReturnType<typeof startProduct>>
beforeAll(async () => {
  cloud = await startProduct()
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['searchMisses', 'resends']) cloud.database.remove(name, {}, { multi: true })
})

const text = '单元门口的快递柜打不开'
const aMiss = (over: Partial<Input> = {}): Input => ({
  communityId: 'west-street',
  outcome: 'wrong',
  text,
  shown: ['drain-blocked'],
  ...over,
})
const missing = (key: string, over: Partial<Input> = {}): Partial<Call> => ({
  action: 'search.missed',
  input: aMiss(over),
  key: key.padEnd(16, '0'),
})
const say = (key: string, over: Partial<Input> = {}, openid = 'openid-a') => callApi(cloud, missing(key, over), openid)
const misses = () => cloud.database.find('searchMisses') as readonly Record<string, unknown>[]
const counts = () => misses().map((miss) => [miss['outcome'], miss['text'], miss['count']])

describe('a search that was not found', () => {
  it('is counted for the community and the day, with its words and without whoever searched', async () => {
    const reply = await say('first', {}, 'openid-of-somebody')
    expect(reply).toMatchObject({ ok: true, data: { receivedAt: expect.any(Number) } })
    expect(misses()).toEqual([
      {
        _id: expect.stringMatching(/^[0-9a-f]{32}$/),
        communityId: 'west-street',
        day: dayOf(reply.ok ? Number(reply.data['receivedAt']) : 0),
        outcome: 'wrong',
        text,
        count: 1,
        shown: [{ matterId: 'drain-blocked', count: 1 }],
        shape: 1,
        version: 1,
      },
    ])
    const [resend] = cloud.database.find('resends')
    expect(JSON.stringify([misses(), resend])).not.toContain('openid-of-somebody')
    // The resend record and the count share nothing by which one could be laid beside the other.
    expect(JSON.stringify(resend)).not.toContain(String(misses()[0]?.['_id']))
    expect(JSON.stringify(resend)).not.toContain('快递柜')
  })

  it('is one count for the same words of many, however they are set', async () => {
    await say('one', {}, 'openid-a')
    await say('two', { text: '单元门口的快递柜，打不开？', shown: ['drain-blocked', 'gas-leak'] }, 'openid-b')
    expect(misses()).toMatchObject([
      {
        text,
        count: 2,
        shown: [
          { matterId: 'drain-blocked', count: 2 },
          { matterId: 'gas-leak', count: 1 },
        ],
      },
    ])
  })

  it('is another count for other words, another outcome and another community', async () => {
    await say('words', { text: '哪里能修鞋' })
    await say('outcome', { outcome: 'outside' })
    await say('community', { communityId: 'riverside' })
    await say('nothing', { text: null })
    expect(counts()).toHaveLength(4)
  })

  it('is counted once, however often the same call arrives, also at once', async () => {
    await Promise.all(Array.from({ length: 10 }, () => say('resent')))
    await say('resent')
    expect(counts()).toEqual([['wrong', text, 1]])
  })

  it('is counted for each of two who say it at the same moment', async () => {
    const replies = await Promise.all([say('left', {}, 'openid-a'), say('right', {}, 'openid-b')])
    expect(replies.map(({ ok }) => ok)).toEqual([true, true])
    expect(counts()).toEqual([['wrong', text, 2]])
  })

  it('of twelve at the same moment is counted for each, or is told to come again and then counted', async () => {
    const open = Array.from({ length: 12 }, (_, at) => `crowd-${at}`)
    while (open.length > 0) {
      const replies = await Promise.all(open.map((key) => say(key, {}, `openid-${key}`)))
      const again = open.filter((_, at) => !replies[at]?.ok)
      expect(replies.filter((reply) => !reply.ok && reply.refused !== 'conflict')).toEqual([])
      open.splice(0, open.length, ...again)
    }
    expect(counts()).toEqual([['wrong', text, 12]])
  })

  it('is counted without its words where these may tell of somebody', async () => {
    await say('number', { text: '打我电话13800138000' })
    await say('name', { text: '我叫张三' })
    await say('room', { text: '5号楼302' })
    expect(counts()).toEqual([['wrong', null, 3]])
    expect(JSON.stringify(cloud.database.find('resends'))).not.toMatch(/13800138000|张三/)
  })

  it.each(['【违规】', '【待审】'])('is counted without its words where the content check says %s', async (word) => {
    await say('kept-back', { text: `哪里有${word}` })
    expect(counts()).toEqual([['wrong', null, 1]])
  })

  it('keeps only matters that there are: an id could carry anything', async () => {
    await say('ids', { shown: ['13800138000', 'wang-xiao-ming', 'gas-leak', 'gas-leak'] })
    expect(misses()).toMatchObject([{ shown: [{ matterId: 'gas-leak', count: 1 }] }])
  })

  it('in no community is refused', async () => {
    expect(await say('nowhere', { communityId: 'nowhere' })).toMatchObject({
      ok: false,
      refused: 'search.no-community',
    })
    expect(misses()).toEqual([])
  })

  it('from nobody is refused', async () => {
    expect(await callApi(cloud, missing('nobody'))).toMatchObject({ ok: false, refused: 'caller.unknown' })
  })

  it.each([
    ['words too long', { text: '水'.repeat(61) }],
    ['no words, which null says', { text: '' }],
    ['too many matters', { shown: ['a', 'b', 'c', 'd', 'e', 'f'] }],
    ['an outcome of its own', { outcome: 'found' as 'wrong' }],
  ])('with %s is refused', async (_, over) => {
    expect(await say('invalid', over)).toMatchObject({ ok: false, refused: 'input.invalid' })
    expect(misses()).toEqual([])
  })

  it('costs four reads and one commit of three documents, and the content check for words that are new today', async () => {
    await say('cost')
    expect(lastCall(cloud)).toMatchObject({ roundTrips: 13, documentsWritten: 3 })
    await say('cost-again', {}, 'openid-b')
    expect(lastCall(cloud)).toMatchObject({ roundTrips: 12, documentsWritten: 3 })
  })
})

describe('where the content check cannot be asked', () => {
  let mute: LocalCloud
  const lines: string[] = []
  beforeAll(async () => {
    mute = await startLocalCloud({
      dataFile: ':memory:',
      functionsFolder: fromRoot('dist', 'cloud'),
      collections,
      // Deployed without the declaration: WeChat then answers -604101.
      functions: { ...functions, api: { ...functions.api, openapi: [] } },
      log: ({ text: line }) => void lines.push(line),
    })
    seed(mute.database, demoRows())
  })
  afterAll(() => mute.close())

  it('the search is counted without its words, and the log says why without a word of it', async () => {
    expect(await callApi(mute, missing('unchecked'), 'openid-a')).toMatchObject({ ok: true })
    expect(mute.database.find('searchMisses')).toMatchObject([{ text: null, count: 1 }])
    await until(() => lines.some((line) => line.includes('content.unchecked')))
    const line = lines.find((one) => one.includes('content.unchecked')) ?? ''
    expect(JSON.parse(line)).toMatchObject({ action: 'search.missed', code: -604101 })
    expect(lines.join('\n')).not.toMatch(/快递柜|openid-a/)
  })
})
