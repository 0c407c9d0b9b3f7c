import type { LocalCloud, LogLine } from '../../src/local/start'
import { fuzz, isAnswer } from '../../src/tools/support/proof/fuzz'
import { callApi, startProduct } from './support/cloud'

let cloud: LocalCloud & { readonly lines: readonly LogLine[] }
beforeAll(async () => {
  cloud = await startProduct()
})
afterAll(() => cloud.close())

const errors = () => cloud.lines.filter(({ level }) => level === 'error').length

/** The bench throws 20,000; these are the first of another row of them. */
const count = 1_000

describe('malformed inputs', () => {
  it('of every action are refused or answered, without a fault and without an error in the log', async () => {
    const { faults, answered, refused, overHttp } = await fuzz(cloud, count, 11, errors)
    expect(faults).toEqual([])
    // The odd ones are seen through, and those that are not odd get through.
    expect(refused.get('input.invalid')).toBeGreaterThan(count / 4)
    expect(answered).toBeGreaterThan(count / 20)
    expect(overHttp).toBeGreaterThan(count / 2)
  }, 180_000)

  it('such as a cursor with a number that is infinite are told from a cursor of ours', async () => {
    const cursor = Buffer.from('[1e999,"id"]').toString('base64url')
    const input = { estateId: 'heyuan', cursor }
    expect(await callApi(cloud, { action: 'place.buildings', input })).toMatchObject({ refused: 'place.bad-cursor' })
  })

  it('leave the function alive', async () => {
    const input = { by: 'code', code: '7K2MXQ9RTD' }
    expect(await callApi(cloud, { action: 'door.open', input })).toMatchObject({ ok: true })
  })
})

describe('an answer', () => {
  it.each([
    ['a fault of ours', { ok: false, refused: 'server.failed', requestId: 'r' }],
    ['a code of another action', { ok: false, refused: 'home.missing', requestId: 'r' }],
    ['nothing', undefined],
    ['data without a number of the call', { ok: true, data: {} }],
  ])('is not %s', (_, reply) => {
    expect(isAnswer(reply, 'door.open')).toBe(false)
  })

  it.each([
    ['data', { ok: true, data: {}, requestId: 'r' }],
    ['a refusal of the action', { ok: false, refused: 'door.unknown', requestId: 'r' }],
    ['a refusal of any action', { ok: false, refused: 'input.invalid', requestId: 'r' }],
  ])('is %s', (_, reply) => {
    expect(isAnswer(reply, 'door.open')).toBe(true)
  })
})
