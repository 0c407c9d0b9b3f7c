import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { put } from '../../src/tools/support/proof/documents'
import { openingDocument } from '../../src/tools/support/proof/notice-world'
import { hour } from '../../src/domain/time/clock'
import { aNoticeRow, anEdition, noticeOf, putNotices, type NoticeOver } from '../cloud/support/notices'
import { dataAs, gridLeader, keys } from '../cloud/support/people'
import { startAt } from '../support/door-app'
import type { Weapp, WeappOptions } from '../support/weapp'

jest.setTimeout(120_000)

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['notices', 'noticeGroups', 'openings', 'counters', 'resends'])
    cloud.database.remove(name, {}, { multi: true })
})

const own = { c: 'west-street', g: 'west-1' }
function open(page: string, query: Record<string, string>, options: WeappOptions = {}): Weapp {
  const openid = gridLeader
  return startAt(cloud, query, {
    connect: { url: cloud.url, openid },
    cloud: (name, data) => cloud.invoke(name, data, { openid, source: 'wx_client' }),
    launch: { path: `pages/notices/${page}/index`, query, scene: 1001 },
    ...options,
  })
}
/** Longer than the first call of a function takes on a busy computer (ms). */
const patience = 20_000
const has = (app: Weapp, selector: string) => app.page.findAll(selector).length > 0
const shows = (app: Weapp, selector: string) => app.until(() => has(app, selector), patience)
const says = (app: Weapp, text: string) => app.untilText(text, patience)
const hides = (app: Weapp, selector: string) => app.until(() => !has(app, selector), patience)
const tap = async (app: Weapp, selector: string) => {
  await shows(app, selector)
  app.page.tap(selector)
}
const now = () => Date.now()
const notice = (over: NoticeOver = {}) => putNotices(cloud, aNoticeRow(now(), over))
const group = async (name: string, buildingIds = ['heyuan-1']) =>
  (
    await dataAs<{ groupId: string }>(cloud, gridLeader, 'group.save', {
      ...{ communityId: 'west-street', groupId: null, name, buildingIds },
    })
  ).groupId
/** What the notice knows of cards. */
const sharesOf = (id: string) => noticeOf(cloud, id).shares as readonly { token: string; groupId: string | null }[]
const tokenIn = (path = '') => new URLSearchParams(path.split('?')[1]).get('t')

describe('发到群里', () => {
  it('sends a card with its drawn picture and a token of its own', async () => {
    const id = notice()
    const groupId = await group('1号楼业主群')
    const app = open('share', { ...own, notice: id })
    await shows(app, '#card-picture')
    await tap(app, `#share-${groupId}`)
    await app.until(() => app.shares.length === 1)
    const [card] = app.shares
    expect(card).toMatchObject({ title: '1号楼今天下午停水', imageUrl: expect.stringMatching(/\.jpg$/) as string })
    expect(card?.path).toMatch(new RegExp(`^/pages/notice/view/index\\?id=${id}&t=[\\w-]{8,32}$`))
  })

  it('writes what, where and when on the picture', async () => {
    const app = open('share', { ...own, notice: notice() })
    await shows(app, '#card-picture')
    const written = app.callsOf('canvas.fillText').map((call) => (call as { words: string }).words)
    expect(written).toEqual(expect.arrayContaining(['社区通知', '停水', '1号楼', '西街社区']))
  })

  it.each(['canvasToTempFilePath', 'createOffscreenCanvas'])('shares also where %s fails', async (api) => {
    const groupId = await group('1号楼业主群')
    const app = open('share', { ...own, notice: notice() })
    app.fail(api, 'not supported')
    await tap(app, `#share-${groupId}`)
    await app.until(() => app.shares.length === 1)
    expect(app.shares[0]?.title).toBe('1号楼今天下午停水')
  })

  it('asks on the way back whether it arrived, and notes the card then', async () => {
    const id = notice()
    const groupId = await group('1号楼业主群')
    const app = open('share', { ...own, notice: id })
    await tap(app, `#share-${groupId}`)
    await says(app, '“1号楼业主群”发到了吗？')
    expect(sharesOf(id)).toEqual([])
    await tap(app, `#sent-${groupId}`)
    await says(app, '您的群都发到了')
    await app.until(() => sharesOf(id).length === 1)
    expect(sharesOf(id)[0]).toMatchObject({ groupId, token: tokenIn(app.shares[0]?.path) })
  })

  it('notes nothing where it was not sent', async () => {
    const id = notice()
    const groupId = await group('1号楼业主群')
    const app = open('share', { ...own, notice: id })
    await tap(app, `#share-${groupId}`)
    await tap(app, `#unsent-${groupId}`)
    await says(app, '还有1个群没有发')
    expect(sharesOf(id)).toEqual([])
  })

  it('gives each card another token', async () => {
    const groupId = await group('1号楼业主群')
    const app = open('share', { ...own, notice: notice() })
    await tap(app, `#share-${groupId}`)
    await tap(app, `#unsent-${groupId}`)
    await tap(app, `#share-${groupId}`)
    await app.until(() => app.shares.length === 2)
    expect(new Set(app.shares.map(({ path }) => tokenIn(path))).size).toBe(2)
  })

  it('still asks after the mini program was closed', async () => {
    const id = notice()
    const groupId = await group('1号楼业主群')
    const app = open('share', { ...own, notice: id })
    await tap(app, `#share-${groupId}`)
    await says(app, '发到了吗')
    const storage = Object.fromEntries([...app.storage].map(([key, text]) => [key, JSON.parse(text) as unknown]))
    const again = open('share', { ...own, notice: id }, { storage })
    await says(again, '“1号楼业主群”发到了吗？')
  })

  it('says that a changed notice has to go once more', async () => {
    const id = notice()
    const groupId = await group('1号楼业主群')
    await dataAs(cloud, gridLeader, 'notice.share', {
      noticeId: id,
      shares: [{ token: 'token-of-1', groupId, edition: 1, at: now() }],
    })
    cloud.database.modify('notices', { _id: id }, { $set: { shown: anEdition(now(), { number: 2 }) } })
    const app = open('share', { ...own, notice: id })
    await says(app, '发过旧的，内容改了以后还没发')
  })

  it('tells the groups that it is back', async () => {
    const at = now()
    const id = notice({ state: 'restored', end: { at, words: '', wordsState: 'shown' } })
    const groupId = await group('1号楼业主群')
    const app = open('share', { ...own, notice: id })
    await tap(app, `#share-${groupId}`)
    await app.until(() => app.shares.length === 1)
    expect(app.shares[0]?.title).toBe('1号楼已恢复供水')
  })

  it('gives the words to whoever prefers them', async () => {
    const app = open('share', { ...own, notice: notice() })
    await tap(app, '#copy-words')
    await says(app, '已复制')
    expect(app.callsOf('setClipboardData')).toMatchObject([{ data: expect.stringContaining('停水通知') as string }])
  })

  it('says that the groups are for other buildings, and names those without one', async () => {
    await group('4号楼业主群', ['heyuan-4'])
    const app = open('share', { ...own, notice: notice() })
    await says(app, '您记过的群都不管这些楼')
    await says(app, '1号楼没有对应的群')
    expect(app.page.text).not.toContain('还没有记过群')
  })

  it('names the buildings that no group serves', async () => {
    const where = { kind: 'buildings' as const, ids: ['heyuan-1', 'heyuan-2'] }
    const audience = { communityId: 'west-street', where, needs: [] }
    await group('1号楼业主群')
    const app = open('share', { ...own, notice: notice({ shown: anEdition(now() - hour, { audience }) }) })
    await says(app, '2号楼没有对应的群')
  })

  it('makes a page for the door, and opens it', async () => {
    const app = open('share', { ...own, notice: notice() })
    await tap(app, '#poster-make')
    await shows(app, '#poster-made')
    await tap(app, '#poster-open')
    await app.until(() => app.callsOf('openDocument').length === 1, patience)
    expect(app.callsOf('openDocument')).toMatchObject([{ fileType: 'pdf' }])
  })

  it('is for nothing that is not out', async () => {
    const app = open('share', { ...own, notice: notice({ state: 'draft', shown: null, next: anEdition(now()) }) })
    await says(app, '这条通知还没有发布')
  })
})

describe('我的群', () => {
  it('keeps a group with its buildings', async () => {
    const app = open('groups', own)
    await tap(app, '#group-new')
    await shows(app, '#group-name')
    app.page.type('#group-name', '和苑1号楼群')
    await tap(app, '#building-heyuan-1')
    await shows(app, '#building-heyuan-1.choice-on')
    await tap(app, '#group-save')
    await says(app, '和苑1号楼群')
    expect(cloud.database.find('noticeGroups', {})).toMatchObject([{ buildingIds: ['heyuan-1'] }])
  })

  it('asks for a building before it keeps a group', async () => {
    const app = open('groups', own)
    await tap(app, '#group-new')
    await tap(app, '#group-save')
    await says(app, '请至少选一栋楼')
    expect(cloud.database.find('noticeGroups', {})).toEqual([])
  })

  it('are known to WeChat once somebody says which one it was', async () => {
    const id = notice()
    const groupId = await group('1号楼业主群')
    const token = 'token-of-a-card'
    const shares = [{ token, groupId, edition: 1, at: now() }]
    await dataAs(cloud, gridLeader, 'notice.share', { noticeId: id, shares })
    const where = { token, group: keys.lookup('group', 'opengid-1') }
    const opening = openingDocument({ _id: id, communityId: 'west-street' }, keys.person('opener'), now(), where)
    put(cloud.database, 'openings', [opening])
    const app = open('groups', { ...own, notice: id })
    await tap(app, '#name-0')
    await tap(app, '#name-main')
    await says(app, '记住了')
    await says(app, '微信认得这个群')
    await hides(app, '#unnamed')
  })

  it('removes one after a question', async () => {
    const groupId = await group('旧群')
    const app = open('groups', own)
    await tap(app, `#edit-${groupId}`)
    await tap(app, '#group-remove')
    await tap(app, '#remove-main')
    await says(app, '还没有记过群')
    expect(cloud.database.find('noticeGroups', {})).toEqual([])
  })
})
