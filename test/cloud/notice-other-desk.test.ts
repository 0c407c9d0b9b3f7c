import type { listNotices, noticeReach, OutputOf, showNotice } from '../../src/contract'
import type { LocalCloud } from '../../src/local/start'
import { startProduct } from './support/cloud'
import { aContent, saved, stepped } from './support/notice-steps'
import { dataAs, dutyMember, gridLeader, keys, otherGridLeader, secretary } from './support/people'

jest.setTimeout(120_000)

let cloud: LocalCloud
const morning = Date.parse('2026-11-18T09:00:00+08:00')

beforeAll(async () => {
  cloud = await startProduct()
})
afterAll(() => cloud.close())
beforeEach(() => {
  cloud.clock.moveTo(morning - Date.now())
  for (const name of ['notices', 'counters', 'messages', 'resends', 'noticeGroups'])
    cloud.database.remove(name, {}, { multi: true })
})

const content = (where: Parameters<typeof aContent>[1] = {}) => aContent(cloud.clock.now(), where)
const forAll = { where: { kind: 'community' as const } }
const of = (...ids: string[]) => ({ where: { kind: 'buildings' as const, ids } })
const shownTo = (openid: string, noticeId: string) =>
  dataAs<OutputOf<typeof showNotice>>(cloud, openid, 'notice.show', { noticeId })
const toldTo = (openid: string) =>
  cloud.database
    .find('messages', { person: keys.person(openid) })
    .map(({ kind, params, path }) => [kind, (params as { step: string }).step, path])
/** As the secretary writes and somebody on duty releases it. */
async function released(): Promise<string> {
  const { noticeId, state } = await saved(cloud, secretary, { content: content(forAll) })
  expect(state).toBe('waiting')
  await stepped(cloud, dutyMember, noticeId, { verb: 'release', words: null })
  return noticeId
}

describe('a notice of the whole community, for a grid leader', () => {
  it('is listed among all of the community’s, and not among the grid’s', async () => {
    const noticeId = await released()
    const listed = async (gridId: string | null) => {
      const input = { communityId: 'west-street', gridId, show: 'out', cursor: null }
      const { notices } = await dataAs<OutputOf<typeof listNotices>>(cloud, gridLeader, 'notice.list', input)
      return notices.map((one) => one.noticeId)
    }
    expect([await listed('west-1'), await listed(null)]).toEqual([[], [noticeId]])
  })

  it('is another’s, which changes nothing of it; for the office it is their own', async () => {
    const noticeId = await released()
    expect(await shownTo(gridLeader, noticeId)).toMatchObject({ isOthers: true })
    expect((await shownTo(gridLeader, noticeId)).may).not.toContain('withdraw')
    for (const openid of [secretary, dutyMember])
      expect(await shownTo(openid, noticeId)).toMatchObject({ isOthers: false })
    const own = await saved(cloud, gridLeader, { gridId: 'west-1', content: content(of('heyuan-1')) })
    expect(await shownTo(gridLeader, own.noticeId)).toMatchObject({ isOthers: false })
  })

  it('is shared into the own groups, and counted; the own buildings alone are visited and reminded', async () => {
    const noticeId = await released()
    const group = { communityId: 'west-street', groupId: null, name: '1号楼群', buildingIds: ['heyuan-1'] }
    const { groupId } = await dataAs<{ groupId: string }>(cloud, gridLeader, 'group.save', group)
    const shares = [{ token: 'token-of-a-card', groupId, edition: 1, at: cloud.clock.now() }]
    expect(await dataAs(cloud, gridLeader, 'notice.share', { noticeId, shares })).toEqual({ shares: 1 })
    expect(await dataAs(cloud, gridLeader, 'notice.groups', { noticeId })).toMatchObject({ groups: [{ sent: 1 }] })
    const { buildings } = await dataAs<OutputOf<typeof noticeReach>>(cloud, gridLeader, 'notice.reach', { noticeId })
    const mine = ['heyuan-1', 'heyuan-2', 'heyuan-3']
    expect(buildings.filter(({ mayVisit }) => mayVisit).map(({ buildingId }) => buildingId)).toEqual(mine)
    expect(buildings.filter(({ mayRemind }) => mayRemind).map(({ buildingId }) => buildingId)).toEqual(mine)
    expect(buildings.length).toBeGreaterThan(3)
    const asked = { noticeId, buildingId: 'heyuan-1' }
    expect(await dataAs(cloud, gridLeader, 'notice.visits', asked)).toMatchObject({ buildingName: '1号楼' })
  })

  it('is heard of by every leader once it is out, and leads to their own desk', async () => {
    const { noticeId } = await saved(cloud, secretary, { content: content(forAll) })
    const toShare = (openid: string) => toldTo(openid).filter(([, step]) => step === 'to-share')
    expect(toShare(gridLeader)).toEqual([])
    await stepped(cloud, dutyMember, noticeId, { verb: 'release', words: null })
    for (const [openid, grid] of [
      [gridLeader, 'west-1'],
      [otherGridLeader, 'west-2'],
    ] as const)
      expect(toShare(openid)).toEqual([
        ['notice.progress', 'to-share', `/pages/notices/case/index?c=west-street&g=${grid}&notice=${noticeId}`],
      ])
    await stepped(cloud, secretary, noticeId, { verb: 'restore', words: null })
    expect(toShare(gridLeader)).toHaveLength(1)
  })
})

describe('a notice of some buildings', () => {
  it('is heard of by the leaders of their grids alone', async () => {
    await saved(cloud, secretary, { content: content(of('heyuan-1', 'heyuan-2')) })
    expect(toldTo(gridLeader).map(([, step]) => step)).toEqual(['to-share'])
    expect(toldTo(otherGridLeader)).toEqual([])
  })

  it('tells nobody that it is theirs to share where the own leader wrote it', async () => {
    await saved(cloud, gridLeader, { gridId: 'west-1', content: content(of('heyuan-1')) })
    expect([toldTo(gridLeader), toldTo(otherGridLeader)]).toEqual([[], []])
  })
})
