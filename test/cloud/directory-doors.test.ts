import type { LocalCloud } from '../../src/local/start'
import { startProduct } from './support/cloud'
import { outcome } from './support/directory'
import {
  callAs,
  dataAs,
  dutyMember,
  freshKey,
  gridLeader,
  otherGridLeader,
  otherSecretary,
  secretary,
} from './support/people'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startProduct()
})
afterAll(() => cloud.close())

/** Of 第二网格, on whose doors nothing hangs yet. */
const buildingId = 'heyuan-5'
beforeEach(() => cloud.database.remove('doorCodes', { buildingId }, { multi: true }))

interface Code {
  readonly code: string
  readonly unitId: string | null
  readonly state?: 'active' | 'revoked'
}
const make = (doors: readonly (string | null)[], openid = otherGridLeader, key?: string) =>
  dataAs<{ codes: readonly Code[]; left: number }>(cloud, openid, 'doorcode.make', { buildingId, doors }, key)
const list = () =>
  dataAs<{ codes: readonly Code[]; units: readonly { id: string }[] }>(
    ...([cloud, otherGridLeader, 'doorcode.list', { buildingId }] as const),
  )
const scanned = (code: string) => outcome(cloud, 'somebody', 'door.open', { by: 'code', code })
const one = async () => {
  const { codes } = await make([null])
  if (!codes[0]) throw new Error('no code was made')
  return codes[0].code
}

describe('door codes', () => {
  it('are made for the building and its units, each opens its door, and none can be misread', async () => {
    const { units } = await list()
    const { codes, left } = await make([null, ...units.map(({ id }) => id)])
    expect(left).toBe(0)
    expect(codes.map(({ unitId }) => unitId)).toEqual([null, ...units.map(({ id }) => id)])
    for (const { code, unitId } of codes) {
      expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{12}$/)
      const door = await dataAs<{ place: object }>(cloud, 'somebody', 'door.open', { by: 'code', code })
      expect(door.place).toMatchObject({ buildingId, unitId })
    }
    expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length)
  })

  it('are not made twice for one door, neither later nor by two at once', async () => {
    const both = await Promise.all([make([null]), make([null], secretary)])
    expect(both.flatMap(({ codes }) => codes)).toHaveLength(1)
    expect((await make([null])).codes).toEqual([])
    expect((await list()).codes).toHaveLength(1)
  })

  it('of many doors come in several turns', async () => {
    const before = cloud.database.get('buildings', buildingId) as unknown as { units: object[] }
    const units = Array.from({ length: 20 }, (_, at) => ({ id: `many-${at}`, name: `${at + 1}单元` }))
    cloud.database.modify('buildings', { _id: buildingId }, { $set: { units } })
    const doors = units.map(({ id }) => id)
    const first = await make(doors)
    expect([first.codes.length, first.left]).toEqual([16, 4])
    const second = await make(doors)
    expect([second.codes.length, second.left]).toEqual([4, 0])
    cloud.database.modify('buildings', { _id: buildingId }, { $set: { units: before.units } })
  })

  it('are the same where the reply was lost', async () => {
    const key = freshKey()
    const first = await make([null], secretary, key)
    expect(await make([null], secretary, key)).toEqual(first)
  })

  it('are not made for a unit of another building, nor of a building that is not there', async () => {
    const input = { buildingId, doors: ['heyuan-1-u1'] }
    expect(await outcome(cloud, secretary, 'doorcode.make', input)).toBe('building.no-unit')
    expect(await outcome(cloud, secretary, 'doorcode.make', { ...input, buildingId: 'gone' })).toBe('building.missing')
  })

  it('belong to the keepers of their grid', async () => {
    const code = await one()
    const asked = [
      ['doorcode.list', { buildingId }],
      ['doorcode.make', { buildingId, doors: [null] }],
      ['doorcode.revoke', { code, why: '试试' }],
      ['doorcode.replace', { code, why: '试试' }],
    ] as const
    const answers = await Promise.all(
      [gridLeader, dutyMember, otherSecretary, 'nobody'].flatMap((openid) =>
        asked.map(([action, input]) => outcome(cloud, openid, action, input)),
      ),
    )
    expect(answers).toEqual(Array.from({ length: 16 }, () => 'role.forbidden'))
    expect(await scanned(code)).toBe('ok')
  })
})

describe('a code that was stolen', () => {
  const why = '海报被人撕走了'

  it('is out of force once it is revoked, and whoever scans it is told so', async () => {
    const code = await one()
    expect(await outcome(cloud, otherGridLeader, 'doorcode.revoke', { code, why })).toBe('ok')
    expect(await scanned(code)).toBe('door.revoked')
    const { audits } = await dataAs<{ audits: object[] }>(cloud, secretary, 'audit.list', {
      ...{ communityId: 'west-street', cursor: null },
    })
    expect(audits[0]).toMatchObject({ verb: 'doorcode.revoke', role: 'grid-leader', why })
  })

  it('is replaced by another for the same door', async () => {
    const code = await one()
    const next = await dataAs<{ code: string }>(cloud, otherGridLeader, 'doorcode.replace', { code, why })
    expect([await scanned(code), await scanned(next.code)]).toEqual(['door.revoked', 'ok'])
    expect((await list()).codes).toMatchObject([
      { code: next.code, unitId: null, state: 'active' },
      { code, state: 'revoked' },
    ])
  })

  it('is replaced once, where two do it at once', async () => {
    const code = await one()
    const both = await Promise.all(
      [secretary, otherGridLeader].map((openid) => outcome(cloud, openid, 'doorcode.replace', { code, why })),
    )
    expect(both.sort()).toEqual(['doorcode.revoked', 'ok'])
    expect((await list()).codes.filter(({ state }) => state === 'active')).toHaveLength(1)
  })

  it('that is replaced a second time under the same key gives the same code', async () => {
    const input = { code: await one(), why }
    const key = freshKey()
    const first = await callAs(cloud, secretary, 'doorcode.replace', input, key)
    const again = await callAs(cloud, secretary, 'doorcode.replace', input, key)
    expect(again.ok && again.data).toEqual(first.ok && first.data)
    expect((await list()).codes).toHaveLength(2)
  })

  it('and that nobody made is missing', async () => {
    expect(await outcome(cloud, secretary, 'doorcode.revoke', { code: 'NOBODYMADE', why })).toBe('doorcode.missing')
  })
})
