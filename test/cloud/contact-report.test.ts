import { request } from 'node:http'
import type { LocalCloud } from '../../src/local/start'
import { callApi, startProduct, until } from './support/cloud'
import { reporting } from './support/report'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startProduct()
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['contactReports', 'resends']) cloud.database.remove(name, {}, { multi: true })
})

const reports = () => cloud.database.find('contactReports')

describe('a report that a number is wrong', () => {
  it('is kept with the number as the directory had it, and without who sent it', async () => {
    const reply = await callApi(cloud, reporting('key-stored-0000001'), 'openid-of-somebody')
    expect(reply).toEqual({
      ok: true,
      data: { reportId: expect.any(String), receivedAt: expect.any(Number) },
      requestId: expect.any(String),
    })
    const { reportId, receivedAt } = reply.ok ? reply.data : {}
    expect(reports()).toEqual([
      {
        _id: reportId,
        communityId: 'west-street',
        buildingId: 'heyuan-1',
        agencyId: 'west-property',
        phoneId: 'p1201',
        number: '000-8888 1201',
        matterId: 'drain-blocked',
        kind: 'wrong-number',
        reporter: expect.stringMatching(/^[0-9a-f]{32}$/),
        receivedAt,
        answer: null,
        shape: 2,
        version: 1,
      },
    ])
    expect(JSON.stringify([reports(), cloud.database.find('resends')])).not.toContain('openid-of-somebody')
  })

  it.each([
    ['building', { buildingId: 'heyuan-99' }],
    ['agency', { agencyId: 'west-nobody' }],
    ['agency of another community', { agencyId: 'river-property', phoneId: 'p3201' }],
    ['phone', { phoneId: 'p9999' }],
    ['phone of another agency', { phoneId: 'p1101' }],
  ])('of a %s that the directory does not have is refused', async (_, over) => {
    const reply = await callApi(cloud, reporting('key-unknown-000001', over), 'openid-a')
    expect(reply).toMatchObject({ ok: false, refused: 'contact.unknown' })
    expect(reports()).toEqual([])
  })

  it('from nobody is refused', async () => {
    const reply = await callApi(cloud, reporting('key-nobody-0000001'))
    expect(reply).toMatchObject({ ok: false, refused: 'caller.unknown' })
    expect(reports()).toEqual([])
  })

  it('counts once a day for one person, whatever key it comes with', async () => {
    const replies = [
      await callApi(cloud, reporting('key-first-00000001'), 'openid-a'),
      await callApi(cloud, reporting('key-second-0000001'), 'openid-a'),
      await callApi(cloud, reporting('key-third-00000001', { matterId: null }), 'openid-a'),
    ]
    expect(new Set(replies.map((reply) => reply.ok && reply.data['reportId'])).size).toBe(1)
    expect(new Set(replies.map((reply) => reply.ok && reply.data['receivedAt'])).size).toBe(1)
    expect(reports()).toHaveLength(1)
  })

  it('counts for each person, and for each thing that is wrong', async () => {
    await callApi(cloud, reporting('key-a-000000000001'), 'openid-a')
    await callApi(cloud, reporting('key-b-000000000001'), 'openid-b')
    await callApi(cloud, reporting('key-a-000000000002', { kind: 'no-answer' }), 'openid-a')
    await callApi(cloud, reporting('key-a-000000000003', { phoneId: 'p1202' }), 'openid-a')
    expect(reports()).toHaveLength(4)
  })

  it('sent twenty times at once is kept once, and answered twenty times the same', async () => {
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => callApi(cloud, reporting('key-parallel-00001'), 'openid-a')),
    )
    expect(new Set(replies.map((reply) => JSON.stringify(reply.ok && reply.data))).size).toBe(1)
    expect(replies.every(({ ok }) => ok)).toBe(true)
    expect([reports().length, cloud.database.count('resends')]).toEqual([1, 1])
  })

  it('said under twenty keys at once is kept once, and every one is answered the same', async () => {
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        callApi(cloud, reporting(`key-parallel-1-${at}`.padEnd(18, '0')), 'openid-a'),
      ),
    )
    expect(new Set(replies.map((reply) => JSON.stringify(reply.ok && reply.data))).size).toBe(1)
    expect(reports()).toHaveLength(1)
  })

  it('whose reply was lost on the way is answered when it is sent again', async () => {
    const lost = request(`${cloud.url}/call/api`, { method: 'POST', headers: { 'x-local-openid': 'openid-a' } })
    lost.on('error', () => undefined)
    lost.end(JSON.stringify({ data: { release: 1, ...reporting('key-lost-000000001') } }))
    await until(() => reports().length === 1)
    lost.destroy()
    const reply = await callApi(cloud, reporting('key-lost-000000001'), 'openid-a')
    expect(reply).toMatchObject({ ok: true })
    expect(reports()).toMatchObject([{ _id: reply.ok && reply.data['reportId'] }])
  })
})
