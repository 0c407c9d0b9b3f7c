import type { Output } from '../../src/client/named'
import { keepRevision } from '../../src/cloud/files/keep-revision'
import { day } from '../../src/domain/time/clock'
import type { Connected } from './support/cloud'
import { noon } from './support/entry'
import { newEstate, oldPlaces, refusedOf, stepsIn } from './support/file-steps'
import { ask, dataOf, laneOf, startLane, visiblePlaces } from './support/file-world'
import { keys } from './support/people'

jest.setTimeout(120_000)

let cloud: Connected
beforeEach(async () => {
  cloud = await startLane()
})
afterEach(() => cloud.close())

const { confirming, ready, show, stepping } = stepsIn(() => cloud)

describe('an earlier revision', () => {
  /** Keepers save by hand, so that the revision becomes this one. */
  async function saveUntil(revision: number): Promise<void> {
    for (let row = await laneOf(cloud); row.revision < revision; row = await laneOf(cloud)) {
      const { store } = cloud
      const next = { ...row, revision: row.revision + 1, grids: [{ id: 'lane-1', name: `网格${row.revision + 1}` }] }
      await store.commit([store.communities.replacing(next), ...keepRevision({ store, keys, now: noon }, row)])
    }
  }
  const restoring = async (revision: number) =>
    (await dataOf<Output<'revision.restore'>>(ask(cloud, 'revision.restore', { communityId: 'lane', revision })))
      .importId
  const headAt = (revision: number) => cloud.database.find('directories', { kind: 'head', revision })[0]?._id as string

  it('far back is read from the import that kept the whole after it', async () => {
    await saveUntil(60)
    await dataOf(confirming(await ready(newEstate(2))))
    await saveUntil(130)
    // What came after the import does not count any more.
    cloud.database.remove('directories', { kind: 'head', revision: 100 })
    const importId = await restoring(10)
    await dataOf(stepping(importId))
    await dataOf(confirming(importId))
    expect([await visiblePlaces(cloud), (await laneOf(cloud)).grids[0]?.name]).toEqual([oldPlaces, '网格10'])
  })

  it('leaves a number verified that somebody rang since, and a doubt answered that it had', async () => {
    const withPhones = async (verifiedAt: number | null, doubt: { doubtedAt?: number }, others: object[] = []) => {
      const { store } = cloud
      const row = await laneOf(cloud)
      const phone = (id: string, number: string) => ({ id, number, schedules: [], owner: '物业', verifiedAt, ...doubt })
      const phones = [phone('p1', '000-8888 1201'), phone('p2', '000-8888 1202'), ...others] as never[]
      const agencies = [{ id: 'office', name: '物业', roles: ['property'], phones }]
      const next = { ...row, revision: row.revision + 1, agencies }
      await store.commit([store.communities.replacing(next), ...keepRevision({ store, keys, now: noon }, row)])
      return next.revision
    }
    const asked = noon - 9 * day
    const doubted = await withPhones(asked, { doubtedAt: asked + day })
    await withPhones(noon - day, {})
    const rows = await laneOf(cloud)
    const [office] = rows.agencies
    const [first, second] = office?.phones ?? []
    if (!office || !first || !second) throw new Error('no numbers')
    // The second has another number by now: what is known of that one says nothing of the old one.
    const phones = [first, { ...second, number: '000-8888 1299' }]
    await cloud.store.communities.replace({ ...rows, agencies: [{ ...office, phones }] })
    const importId = await restoring(doubted)
    await dataOf(stepping(importId))
    await dataOf(confirming(importId))
    const kept = (await laneOf(cloud)).agencies[0]?.phones.map((phone) => [phone.verifiedAt, phone.doubtedAt])
    expect(kept).toEqual([
      [noon - day, undefined],
      [asked, asked + day],
    ])
  })

  it('of which something is gone is refused, and the import is over', async () => {
    await saveUntil(6)
    cloud.database.remove('directories', { _id: headAt(4) })
    const importId = await restoring(2)
    expect(await refusedOf(stepping(importId))).toBe('revision.missing')
    expect((await show(importId)).state).toBe('cancelled')
  })

  it('is kept as long as its head: no part goes before it', async () => {
    await dataOf(confirming(await ready(newEstate(2))))
    const at = (kind: string) => cloud.database.find('directories', { kind }).map((row) => row['at'] as number)
    expect(Math.min(...at('part'))).toBeGreaterThanOrEqual(Math.max(...at('head')) + 2 * day)
  })
})
