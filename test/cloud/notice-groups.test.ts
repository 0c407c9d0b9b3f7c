import type { listGroups, noticeGroups, OutputOf } from '../../src/contract'
import { hour } from '../../src/domain/time/clock'
import { put } from '../../src/tools/support/proof/documents'
import { openingDocument } from '../../src/tools/support/proof/notice-world'
import { startProduct } from './support/cloud'
import { aNoticeRow, noticeOf, putNotices } from './support/notices'
import { callAs, dataAs, dutyMember, gridLeader, keys, otherSecretary } from './support/people'

jest.setTimeout(120_000)

let cloud: Awaited<ReturnType<typeof startProduct>>
const noon = Date.parse('2026-11-18T12:00:00+08:00')
const [card, other] = ['token-of-a-card', 'token-of-another']

beforeAll(async () => {
  cloud = await startProduct()
})
afterAll(() => cloud.close())
beforeEach(() => {
  cloud.clock.moveTo(noon - Date.now())
  for (const name of ['notices', 'openings', 'noticeGroups', 'counters', 'resends'])
    cloud.database.remove(name, {}, { multi: true })
})

const saving = (over: object = {}, openid = gridLeader) =>
  callAs(cloud, openid, 'group.save', {
    ...{ communityId: 'west-street', groupId: null, name: '1号楼业主群', buildingIds: ['heyuan-1'] },
    ...over,
  })
async function saved(over: object = {}, openid = gridLeader): Promise<string> {
  const reply = await saving(over, openid)
  if (!reply.ok) throw new Error(reply.refused)
  return reply.data['groupId'] as string
}
const listed = async (openid = gridLeader) =>
  (await dataAs<OutputOf<typeof listGroups>>(cloud, openid, 'group.list', { communityId: 'west-street' })).groups
const putNotice = () => putNotices(cloud, aNoticeRow(noon - hour))
const share = (noticeId: string, token: string, groupId: string | null, openid = gridLeader) =>
  callAs(cloud, openid, 'notice.share', { noticeId, shares: [{ token, groupId, edition: 1, at: noon }] })
const opened = (noticeId: string, who: string, over: object) =>
  put(cloud.database, 'openings', [
    openingDocument({ _id: noticeId, communityId: 'west-street' }, keys.person(who), noon, over),
  ])
const counted = (noticeId: string, openid = gridLeader) =>
  dataAs<OutputOf<typeof noticeGroups>>(cloud, openid, 'notice.groups', { noticeId })

describe('my groups', () => {
  it('are listed in the order in which they were made, to nobody else', async () => {
    await saved()
    cloud.clock.moveTo(noon + hour - Date.now())
    await saved({ name: '2号楼群' })
    expect((await listed()).map(({ name }) => name)).toEqual(['1号楼业主群', '2号楼群'])
    expect(await listed(dutyMember)).toEqual([])
  })

  it('change their name and buildings', async () => {
    const groupId = await saved()
    await saved({ groupId, name: '一号楼', buildingIds: [] })
    expect(await listed()).toEqual([{ groupId, name: '一号楼', buildingIds: [], isKnown: false }])
  })

  it('can be saved although a building of theirs was removed, which drops out', async () => {
    const groupId = await saved({ buildingIds: ['heyuan-1', 'heyuan-2'] })
    cloud.database.modify('noticeGroups', { _id: groupId }, { $set: { buildingIds: ['heyuan-1', 'gone'] } })
    await saved({ groupId, name: '改了名', buildingIds: ['heyuan-1', 'gone'] })
    expect(await listed()).toMatchObject([{ groupId, name: '改了名', buildingIds: ['heyuan-1'] }])
  })

  it('are one where the same new group comes twice at once', async () => {
    const replies = await Promise.all([saving(), saving()])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ refused: 'group.same-name' })
    expect(await listed()).toHaveLength(1)
  })

  it('can be removed and made again, and a renamed one leaves its name to another', async () => {
    const first = await saved()
    await dataAs(cloud, gridLeader, 'group.remove', { groupId: first })
    const again = await saved()
    await saved({ groupId: again, name: '改了名' })
    expect(await saved()).not.toBe(again)
    expect((await listed()).map(({ name }) => name).sort()).toEqual(['1号楼业主群', '改了名'])
  })

  it.each([
    ['the same name, written otherwise', { name: ' １号楼业主群' }, 'group.same-name'],
    ['a building that is not there', { name: '别的群', buildingIds: ['none'] }, 'notice.no-place'],
    ['a building of another community', { name: '别的群', buildingIds: ['mill-3'] }, 'notice.no-place'],
    ['a name that the check refuses', { name: '群【违规】' }, 'content.refused'],
    ['a group that is not there', { groupId: 'none', name: '别的群' }, 'group.missing'],
  ])('refuse %s', async (_, over, refused) => {
    await saved()
    expect(await saving(over)).toMatchObject({ ok: false, refused })
  })

  it('are thirty at the most', async () => {
    for (let at = 0; at < 30; at++) await saved({ name: `群${at}` })
    expect(await saving({ name: '再一个' })).toMatchObject({ refused: 'group.too-many' })
  })

  it('go when their owner removes them, and nobody else can', async () => {
    const groupId = await saved()
    const by = (openid: string) => callAs(cloud, openid, 'group.remove', { groupId })
    expect(await by(dutyMember)).toMatchObject({ refused: 'role.forbidden' })
    expect(await by(gridLeader)).toMatchObject({ ok: true })
    expect(await listed()).toEqual([])
  })
})

describe('a shared card', () => {
  it('is one, however often it comes, and in whatever order its tick does', async () => {
    const [id, groupId] = [putNotice(), await saved()]
    await share(id, card, groupId)
    await share(id, card, null)
    await share(id, card, groupId)
    expect(noticeOf(cloud, id).shares).toMatchObject([{ token: card, groupId, edition: 1 }])
  })

  it('of somebody else is theirs', async () => {
    const id = putNotice()
    await share(id, card, null)
    await share(id, card, await saved({}, dutyMember), dutyMember)
    expect(noticeOf(cloud, id).shares).toMatchObject([{ groupId: null, person: keys.person(gridLeader) }])
  })

  it('is refused into a group of somebody else', async () => {
    const id = putNotice()
    expect(await share(id, card, await saved({}, dutyMember))).toMatchObject({ refused: 'group.missing' })
  })

  it('into a group that was removed meanwhile is noted without one', async () => {
    const id = putNotice()
    await share(id, card, 'gone')
    expect(noticeOf(cloud, id).shares).toMatchObject([{ token: card, groupId: null }])
  })

  it('makes whoever shared it somebody who did something, for erasing', async () => {
    const id = putNotice()
    await share(id, card, null, dutyMember)
    expect(noticeOf(cloud, id).actors).toContain(keys.person(dutyMember))
  })
})

describe('openings by group', () => {
  it('count by the card; those of a colleague’s card as another card', async () => {
    const [id, groupId] = [putNotice(), await saved()]
    await share(id, card, groupId)
    await share(id, other, await saved({}, dutyMember), dutyMember)
    opened(id, 'opener-a', { token: card })
    opened(id, 'opener-b', { token: other })
    opened(id, 'opener-c', {})
    const own = { groupId, byCard: 1, seen: 0, passedOn: 0, isConcerned: true, sent: 1 }
    expect(await counted(id)).toMatchObject({ groups: [own], otherCards: 1, noCard: 1, people: 3, without: [] })
  })

  it('say which concerned buildings no group serves', async () => {
    await saved({ buildingIds: ['heyuan-2'] })
    const expected = {
      without: [{ buildingId: 'heyuan-1', name: '1号楼' }],
      groups: [{ isConcerned: false, sent: null }],
    }
    expect(await counted(putNotice())).toMatchObject(expected)
  })

  it('count as seen there once the leader has said which of WeChat’s groups it is', async () => {
    const [id, groupId] = [putNotice(), await saved()]
    await share(id, card, groupId)
    opened(id, 'opener-a', { token: card, group: keys.lookup('group', 'opengid-1') })
    const [unnamed] = (await counted(id)).unnamed
    expect(unnamed).toMatchObject({ token: card, people: 1, groupId })
    await dataAs(cloud, gridLeader, 'group.name', { noticeId: id, mark: unnamed?.mark, groupId })
    expect(await counted(id)).toMatchObject({ groups: [{ seen: 1, byCard: 0, isKnown: true }], unnamed: [] })
  })

  it('never say what WeChat calls a group', async () => {
    const id = putNotice()
    await share(id, card, null)
    const hash = keys.lookup('group', 'opengid-1')
    opened(id, 'opener-a', { token: card, group: hash })
    expect(JSON.stringify(await counted(id))).not.toContain(hash)
  })

  it('move to the other group where the leader says so later', async () => {
    const [id, one, two] = [putNotice(), await saved(), await saved({ name: '另一个群' })]
    await share(id, card, one)
    opened(id, 'opener-a', { token: card, group: keys.lookup('group', 'opengid-1') })
    const mark = (await counted(id)).unnamed[0]?.mark
    for (const groupId of [one, two]) await dataAs(cloud, gridLeader, 'group.name', { noticeId: id, mark, groupId })
    expect((await counted(id)).groups.map(({ groupId, seen, isKnown }) => [groupId, seen, isKnown])).toEqual([
      [one, 0, false],
      [two, 1, true],
    ])
  })

  it('are not for another community', async () => {
    const reply = await callAs(cloud, otherSecretary, 'notice.groups', { noticeId: putNotice() })
    expect(reply).toMatchObject({ refused: 'role.forbidden' })
  })
})
