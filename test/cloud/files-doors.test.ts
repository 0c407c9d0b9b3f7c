import type { Output } from '../../src/client/named'
import { firstDocument } from '../../src/cloud/store/collection'
import { definitions } from '../../src/cloud/store/documents'
import { breaking } from './support/breaking'
import type { Connected } from './support/cloud'
import { noon } from './support/entry'
import { ask, dataOf, platform, startLane } from './support/file-world'
import { freshKey } from './support/people'

jest.setTimeout(60_000)

let cloud: Connected
beforeEach(async () => {
  cloud = await startLane()
})
afterEach(() => cloud.close())

type Filled = Output<'doorcode.fill'>
const input = (per: 'building' | 'unit', over: object = {}) => ({
  ...{ communityId: 'lane', gridId: null, estateId: 'old', per, ...over },
})
const fill = (per: 'building' | 'unit', over: object = {}) =>
  dataOf<Filled>(ask(cloud, 'doorcode.fill', input(per, over)))

/** The doors that have a code in force, one entry for each code. */
const doors = () =>
  cloud.database
    .find('doorCodes', { state: 'active' })
    .map(({ buildingId, unitId }) => [buildingId, unitId])
    .sort()

/** A building with so many units. */
function stands(id: string, units: number, over: object = {}): void {
  const building = {
    ...{ _id: id, communityId: 'lane', estateId: 'old', gridId: 'lane-1', name: id, order: 5000 },
    units: Array.from({ length: units }, (_, at) => ({ id: `${id}-u${at + 1}`, name: `${at + 1}单元` })),
  }
  cloud.database.insert('buildings', [firstDocument(definitions.buildings, { ...building, ...over })])
}

describe('filling an estate with door codes', () => {
  it('makes one for each building', async () => {
    expect(await fill('building')).toEqual({ made: 2, left: 0 })
    expect(doors()).toEqual([
      ['old-1', null],
      ['old-2', null],
    ])
  })

  it('makes one for each unit, and one for a building without units', async () => {
    stands('old-3', 0)
    expect(await fill('unit')).toEqual({ made: 3, left: 0 })
    expect(doors()).toEqual([
      ['old-1', 'old-1-u1'],
      ['old-2', 'old-2-u1'],
      ['old-3', null],
    ])
  })

  it('makes more than one commit holds', async () => {
    stands('old-3', 30)
    expect(await fill('unit')).toEqual({ made: 32, left: 0 })
    expect(new Set(doors().map(String)).size).toBe(32)
  })

  it('leaves doors that have a code in force as they are', async () => {
    await fill('building')
    const before = cloud.database.find('doorCodes', {})
    expect(await fill('building')).toEqual({ made: 0, left: 0 })
    expect(cloud.database.find('doorCodes', {})).toEqual(before)
  })

  it('makes a new one where the old one was revoked', async () => {
    await fill('building')
    const code = await cloud.store.doorCodes.find(cloud.database.find('doorCodes', {})[0]?._id as string)
    if (code) await cloud.store.doorCodes.replace({ ...code, state: 'revoked', revokedAt: noon })
    expect(await fill('building')).toEqual({ made: 1, left: 0 })
  })

  it('leaves out what is not of the grid that was asked for', async () => {
    stands('old-3', 0, { gridId: 'lane-2' })
    expect(await fill('building', { gridId: 'lane-2' })).toEqual({ made: 1, left: 0 })
    expect(doors()).toEqual([['old-3', null]])
  })

  it('notes each building in the log', async () => {
    await fill('unit')
    const noted = cloud.database.find('audits', { verb: 'doorcode.make' })
    expect(noted.map(({ subject }) => (subject as { id: string }).id).sort()).toEqual(['old-1', 'old-2'])
  })

  it('makes none twice for two who ask at once', async () => {
    const both = await Promise.all([fill('unit'), fill('unit')])
    expect(doors()).toHaveLength(2)
    expect(both.map(({ made }) => made).reduce((one, other) => one + other)).toBe(2)
  })

  it('refuses an estate that is not there', async () => {
    expect(await ask(cloud, 'doorcode.fill', input('unit', { estateId: 'gone' }))).toMatchObject({
      refused: 'estate.missing',
    })
  })

  it.each([false, true])('makes none twice, wherever it is killed (answer lost: %s)', async (isLate) => {
    stands('old-3', 20)
    let killed = 0
    for (let steps = 0; ; steps++) {
      const { store } = breaking(cloud.store, platform, steps, isLate)
      const { ok } = await ask({ store }, 'doorcode.fill', input('unit'), {}, freshKey())
      const codes = doors().map(String)
      expect(new Set(codes).size).toBe(codes.length)
      if (ok) break
      killed++
    }
    expect(killed).toBeGreaterThan(5)
    expect(await fill('unit')).toEqual({ made: 0, left: 0 })
    expect(doors()).toHaveLength(22)
  })
})
