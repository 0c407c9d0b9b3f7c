import { hasMetadata } from '../../src/domain/picture/strip'
import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { atHome, fileAs } from '../cloud/support/content'
import { callAs, consent, dataAs, gridLeader, keys, secretary } from '../cloud/support/people'
import { keptBy, startAt } from '../support/door-app'
import { aJpeg, exif, jfif } from '../support/pictures'
import type { Weapp, WeappOptions } from '../support/weapp'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
})
afterAll(() => cloud.close())

let counted = 0
/** Somebody whom nobody has seen before, who agreed and lives in 第一网格. */
async function somebody(): Promise<string> {
  const openid = `oWrites_${++counted}`
  await consent(cloud, openid)
  atHome(cloud, openid)
  return openid
}

const open = (openid: string, page: string, query: Record<string, string> = {}, options: WeappOptions = {}): Weapp =>
  startAt(cloud, query, {
    connect: { url: cloud.url, openid },
    cloud: (name, data) => cloud.invoke(name, data, { openid, source: 'wx_client' }),
    launch: { path: `pages/${page}/index`, query, scene: 1001 },
    ...options,
  })
const has = (app: Weapp, selector: string) => app.page.findAll(selector).length > 0
const shows = (app: Weapp, selector: string) => app.until(() => has(app, selector))
const tap = async (app: Weapp, selector: string) => {
  await shows(app, selector)
  app.page.tap(selector)
}
const filedBy = (openid: string) => cloud.database.find('complaints', { person: keys.person(openid) })
const west = { c: 'west-street' }

/** Chooses what it is about, and writes. */
async function write(app: Weapp, words: string, kind = 'service'): Promise<void> {
  await tap(app, `#kind-${kind}`)
  await shows(app, '#words')
  app.page.type('#words', words)
}
/** Adds a picture from the phone's album, with all that a phone writes into it. */
async function addPicture(app: Weapp): Promise<void> {
  const path = app.addFile(aJpeg([jfif, exif()]), 'jpg')
  app.page.tap('#pictures-add')
  await app.untilAsked('chooseMedia')
  app.answer({ tempFiles: [{ tempFilePath: path, size: 1000 }] })
}

describe('提意见', () => {
  it('asks what it is about, takes the words, and says where it went and until when', async () => {
    const openid = await somebody()
    const app = open(openid, 'mine/complaint', west)
    await write(app, '报修三次没有人来看过')
    app.page.tap('#send')
    await app.untilText('已经送出')
    expect(app.page.text).toContain('他们看不到是谁提的')
    expect(app.page.text).toMatch(/最晚\d+月\d+日前给您答复/)
    expect(filedBy(openid)).toMatchObject([{ kind: 'service', words: '报修三次没有人来看过', gridId: 'west-1' }])
    expect(Object.keys(keptBy(app))).not.toContain('jmk:draft:complaint')
  })

  it('tapped twice is sent once', async () => {
    const openid = await somebody()
    const app = open(openid, 'mine/complaint', west)
    await write(app, '楼道里堆了很多东西')
    app.page.tap('#send')
    app.page.tap('#send')
    await app.untilText('已经送出')
    expect(filedBy(openid)).toHaveLength(1)
  })

  it('without a word says what is missing', async () => {
    const app = open(await somebody(), 'mine/complaint', west)
    await write(app, '   ')
    app.page.tap('#send')
    await app.untilText('请先写几句您想说的话')
  })

  it('shows the notice to whoever has not agreed yet, and goes on after a yes', async () => {
    const openid = `oWrites_new_${++counted}`
    const app = open(openid, 'mine/complaint', west)
    await write(app, '门口的灯坏了没人管')
    app.page.tap('#send')
    await tap(app, '#consent-age-old')
    await shows(app, '#consent-age-old.choice-on')
    app.page.tap('#consent-main')
    await app.untilText('已经送出')
    expect(filedBy(openid)).toHaveLength(1)
  })

  it('after a no keeps what was typed', async () => {
    const openid = `oWrites_no_${++counted}`
    const app = open(openid, 'mine/complaint', west)
    await write(app, '门口的灯坏了没人管')
    app.page.tap('#send')
    await tap(app, '#consent-other')
    await app.until(() => !has(app, '#consent'))
    expect(app.page.find('#words').attribute('value')).toBe('门口的灯坏了没人管')
    expect(filedBy(openid)).toEqual([])
  })

  it('keeps what was typed when the app ends, and when the words are refused', async () => {
    const openid = await somebody()
    const first = open(openid, 'mine/complaint', west)
    await write(first, '请看【违规】')
    first.page.tap('#send')
    await first.untilText('这段话不太合适')
    const again = open(openid, 'mine/complaint', west, { storage: keptBy(first) })
    await shows(again, '#words')
    expect(again.page.find('#words').attribute('value')).toBe('请看【违规】')
  })

  it('without a network is kept on the phone, said so, and sent once when there is one', async () => {
    const openid = await somebody()
    const kept = { 'jmk:account': { form: 1, at: Date.now(), value: { purposes: ['account'], hasRole: false } } }
    const app = open(openid, 'mine/complaint', west, { storage: kept })
    await write(app, '水压一直很低')
    app.setOffline(true)
    app.page.tap('#send')
    await app.untilText('已经记在手机里')
    expect(filedBy(openid)).toEqual([])
    app.setOffline(false)
    await app.until(() => filedBy(openid).length > 0)
    expect(filedBy(openid)).toHaveLength(1)
  })

  it('asks for a place where none is known', async () => {
    const app = open(await somebody(), 'mine/complaint')
    await app.untilText('请先选您住的小区和楼栋')
  })
})

describe('a picture in it', () => {
  it('is stripped before it is uploaded, and belongs to what was sent', async () => {
    const openid = await somebody()
    const app = open(openid, 'mine/complaint', west)
    await write(app, '请看照片')
    await addPicture(app)
    await app.until(() => cloud.database.find('pictures', { person: keys.person(openid), state: 'asking' }).length > 0)
    expect(app.callsOf('cloud.uploadFile')).toHaveLength(1)
    const [picture] = cloud.database.find('pictures', { person: keys.person(openid) })
    expect(hasMetadata((await cloud.files.contents(picture?.['fileId'] as string)) ?? Buffer.alloc(0))).toBe(false)
    await app.until(() => !app.page.text.includes('正在发送') && !app.page.text.includes('等待发送'))
    app.page.tap('#send')
    await app.untilText('已经送出')
    expect(filedBy(openid)).toMatchObject([{ pictures: [picture?.['_id']] }])
    expect(app.ownFiles.filter((name) => name.startsWith('picture-'))).toEqual([])
  })

  it('that was not sent can be sent again, or taken away; nothing is sent without it meanwhile', async () => {
    const openid = await somebody()
    const app = open(openid, 'mine/complaint', west)
    await write(app, '请看照片')
    app.fail('cloud.uploadFile', 'network')
    await addPicture(app)
    await app.untilText('没发出去')
    app.page.tap('#send')
    await app.untilText('有照片没有发出去')
    expect(filedBy(openid)).toEqual([])

    app.fail('cloud.uploadFile', undefined)
    app.page.tap(app.page.byRole('button', '重新发送第1张照片'))
    await app.until(() => cloud.database.find('pictures', { person: keys.person(openid), state: 'asking' }).length > 0)
    // The same document all along: nothing was begun twice.
    expect(cloud.database.find('pictures', { person: keys.person(openid) })).toHaveLength(1)
    await app.until(() => !app.page.text.includes('正在发送'))
    app.page.tap(app.page.byRole('button', '移除第1张照片'))
    app.page.tap('#send')
    await app.untilText('已经送出')
    expect(filedBy(openid)).toMatchObject([{ pictures: [] }])
  })

  it('shows how far it is while it goes', async () => {
    const app = open(await somebody(), 'mine/complaint', west)
    await write(app, '请看照片')
    app.holdUploads()
    await addPicture(app)
    await app.until(() => app.uploads.length === 1)
    app.uploads[0]?.progress(50)
    await app.untilText('正在发送 50%')
    app.page.tap('#send')
    await app.untilText('照片还在发送')
    app.uploads[0]?.release()
    await app.until(() => !app.page.text.includes('正在发送'))
  })

  it('that is none is said to be none', async () => {
    const app = open(await somebody(), 'mine/complaint', west)
    await write(app, '请看照片')
    const path = app.addFile(Buffer.from('no picture'), 'jpg')
    app.page.tap('#pictures-add')
    await app.untilAsked('chooseMedia')
    app.answer({ tempFiles: [{ tempFilePath: path, size: 10 }] })
    await app.untilText('这个文件不是图片')
  })
})

describe('我提过的意见', () => {
  it('is empty at first, and says how to begin', async () => {
    const app = open(await somebody(), 'mine/complaints')
    await app.untilText('您还没有提过意见')
    expect(has(app, '#write')).toBe(true)
  })

  it('lists them with their state, and opens one with its answers', async () => {
    const openid = await somebody()
    const { complaintId } = await fileAs(cloud, openid)
    await callAs(cloud, gridLeader, 'complaint.answer', { complaintId, words: '明天上午来看', close: false })
    const app = open(openid, 'mine/complaints')
    await tap(app, `#complaint-${complaintId}`)
    await shows(app, '#answer-1')
    expect(app.page.text).toContain('明天上午来看')
    expect(app.page.text).toContain('网格长')
    expect(app.page.text).not.toContain('张网格长')
  })

  it('takes one back after asking', async () => {
    const openid = await somebody()
    const { complaintId } = await fileAs(cloud, openid)
    const app = open(openid, 'mine/complaint-view', { id: complaintId })
    await tap(app, '#withdraw')
    await tap(app, '#withdraw-ask-main')
    await app.untilText('已经撤回')
    expect(filedBy(openid)).toMatchObject([{ state: 'withdrawn' }])
    await app.until(() => !has(app, '#withdraw'))
  })

  it('reports an answer, which reaches the secretary', async () => {
    const openid = await somebody()
    const { complaintId } = await fileAs(cloud, openid)
    await callAs(cloud, gridLeader, 'complaint.answer', { complaintId, words: '你自己解决', close: false })
    const app = open(openid, 'mine/complaint-view', { id: complaintId })
    await tap(app, '#report-1')
    await shows(app, '#words')
    app.page.type('#words', '这样说话不合适')
    app.page.tap('#send')
    await app.untilText('已经送出')
    expect(filedBy(openid)).toContainEqual(
      expect.objectContaining({
        kind: 'content',
        gridId: null,
        about: { collection: 'complaints', id: complaintId, part: '1' },
      }),
    )
  })

  it('says so where there is no such complaint', async () => {
    const app = open(await somebody(), 'mine/complaint-view', { id: 'nothing' })
    await app.untilText('没有找到这条意见')
  })
})

describe('意见和投诉 of a keeper', () => {
  it('lists what is open in the grid, answers and closes it', async () => {
    const openid = await somebody()
    const { complaintId } = await fileAs(cloud, openid, { words: '电动车停在楼道里' })
    const app = open(gridLeader, 'work/complaints', { ...west, g: 'west-1' })
    await tap(app, `#complaint-${complaintId}`)
    await shows(app, '#answer')
    expect(app.page.text).toContain('电动车停在楼道里')
    app.page.tap('#answer-close')
    await app.untilText('请先写答复')
    app.page.type('#answer', '已经清走，并贴了通知')
    app.page.tap('#answer-close')
    await tap(app, '#close-ask-main')
    await app.untilText('已经办结，对方会收到消息')
    expect(filedBy(openid)).toMatchObject([{ state: 'closed' }])
    await app.until(() => !has(app, '#answer'))
  })

  it('tells whoever has no such role that it is not for them', async () => {
    const app = open(await somebody(), 'work/complaints', west)
    await app.untilText('您现在不能看或办这件事')
  })
})

describe('要看的内容', () => {
  it('shows what waits, asks for a reason, and says what was decided', async () => {
    const openid = await somebody()
    const { complaintId } = await fileAs(cloud, openid, { words: '请看【待审】这段话' })
    const { checks } = await dataAs<{ checks: { checkId: string; words: string }[] }>(cloud, secretary, 'check.list', {
      ...{ communityId: 'west-street', gridId: null, cursor: null },
    })
    const checkId = checks.find(({ words }) => words.includes('这段话'))?.checkId ?? ''
    const app = open(secretary, 'work/review', west)
    await shows(app, `#check-${checkId}`)
    app.page.tap(`#show-${checkId}`)
    await shows(app, '#decide')
    app.page.tap('#decide-main')
    await app.untilText('请先选一个原因')
    app.page.tap('#decide-why-0')
    await shows(app, '#decide-why-0.choice-on')
    app.page.tap('#decide-main')
    await app.until(() => !has(app, '#decide'))
    expect(app.page.find(`#check-${checkId}`).text).toContain('可以给人看')
    expect(filedBy(openid)).toMatchObject([{ _id: complaintId, wordsState: 'shown' }])
  })

  it('says that nothing waits', async () => {
    const app = open('demo-secretary-2', 'work/review', { c: 'spinning-mill' })
    await app.untilText('没有要看的内容')
  })
})

describe('each of these pages', () => {
  it.each([
    ['mine/complaint', west, '#kind'],
    ['mine/complaints', {}, '#complaints'],
    ['work/complaints', west, '#complaints'],
    ['work/review', west, '#checks'],
  ] as const)('%s sends its first view in 32 KB', async (page, query, ready) => {
    const openid = await somebody()
    for (let count = 0; count < 9; count++) {
      await fileAs(cloud, openid, { words: `【待审】${'很长的一段话。'.repeat(60)}` })
    }
    const app = open(page.startsWith('work') ? secretary : openid, page, query)
    await shows(app, ready)
    for (const { bytes } of app.page.payloads) expect(bytes).toBeLessThanOrEqual(32 * 1024)
  })
})
