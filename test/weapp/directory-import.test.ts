import type { Output } from '../../src/client/named'
import { largestWorkbook } from '../../src/contract/files'
import { collections } from '../../src/cloud/store/documents'
import { demoRows } from '../../src/local/demo-rows'
import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { begun, confirmed, newEstate, prepared, shown, worked, workbookOf } from '../cloud/support/files'
import { dataAs, gridLeader, secretary } from '../cloud/support/people'
import { callsBy, startAt } from '../support/door-app'
import { inside } from '../support/weapp/fixture'
import type { Weapp, WeappOptions } from '../support/weapp'

jest.setTimeout(60_000)

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
})
afterAll(() => cloud.close())
/** Each test begins with the demo's directory. */
beforeEach(() => {
  for (const { name } of collections) cloud.database.remove(name, {}, { multi: true })
  for (const { collection, documents } of demoRows()) cloud.database.insert(collection, documents)
})

const west = { c: 'west-street' }

function open(
  page: string,
  query: Record<string, string> = west,
  openid = secretary,
  options: WeappOptions = {},
): Weapp {
  return startAt(cloud, query, {
    connect: { url: cloud.url, openid },
    cloud: (name, data) => cloud.invoke(name, data, { openid, source: 'wx_client' }),
    launch: { path: `pages/directory/${page}/index`, query, scene: 1001 },
    ...options,
  })
}
const has = (app: Weapp, selector: string) => app.page.findAll(selector).length > 0
const shows = (app: Weapp, selector: string) => app.until(() => has(app, selector), 20_000)
const tap = async (app: Weapp, selector: string) => {
  await shows(app, selector)
  app.page.tap(selector)
}
/** Chooses an option, and waits until it is. */
const pick = async (app: Weapp, selector: string) => {
  await tap(app, selector)
  await app.until(() => app.page.find(selector).classes.includes('choice-on'))
}
const textOf = (app: Weapp, selector: string) => app.page.find(selector).text

/** Answers the open chooser with a file, as out of a chat. */
async function hand(app: Weapp, bytes: Uint8Array, name = '西街资料.xlsx', size = bytes.length) {
  await app.untilAsked('chooseMessageFile')
  const path = app.addFile(bytes, name.split('.').at(-1) ?? '')
  app.answer({ tempFiles: [{ path, name, size, type: 'file', time: 1 }] })
}
const choose = async (app: Weapp, bytes: Uint8Array, name?: string, size?: number) => {
  await tap(app, '#upload-choose')
  await hand(app, bytes, name, size)
}
interface Called {
  readonly name: string
  readonly data: { readonly action: string; readonly input: Record<string, unknown> }
}
const asked = (app: Weapp, action: string) => (callsBy(app) as Called[]).filter(({ data }) => data.action === action)
const revision = () => (cloud.database.get('communities', 'west-street') as unknown as { revision: number }).revision
/** What a resident sees of the new estate. */
async function newBuildings(): Promise<readonly string[]> {
  const { communities } = await dataAs<Output<'place.list'>>(cloud, 'somebody', 'place.list', { cursor: null })
  const estate = communities.flatMap(({ estates }) => estates).find(({ name }) => name === '新苑')
  if (!estate) return []
  const { buildings } = await dataAs<Output<'place.buildings'>>(cloud, 'somebody', 'place.buildings', {
    ...{ estateId: estate.id, cursor: null },
  })
  return buildings.map(({ name }) => name)
}
const good = () => workbookOf(newEstate(cloud, 2, 4))
/** Its buildings have floors that are none, and one stands there twice. */
const bad = () => {
  const sheets = newEstate(cloud, 2, 2)
  const [heads = [], ...rows] = sheets['楼栋'] ?? []
  return workbookOf({ ...sheets, 楼栋: [heads, ...rows, ['新苑', '1号楼', null, '1,2', null], ['没有这里', '9号楼']] })
}

describe('表格导入导出', () => {
  it('hands over the blank workbook by a chat', async () => {
    const app = open('table')
    await tap(app, '#blank-get')
    await tap(app, '#blank-send')
    await app.untilAsked('shareFileMessage')
    app.answer({})
    await app.untilText('到那个聊天里')
    expect(app.ownFiles).toEqual(['西街社区资料模板.xlsx'])
  })

  it.each([
    ['the person turns back', undefined, '没有发出去'],
    ['WeChat cannot forward it', 'not supported', '没能拿到文件'],
  ])('says so where %s, and leaves no copy', async (_, why, words) => {
    const app = open('table')
    app.fail('shareFileMessage', why)
    await tap(app, '#blank-get')
    await tap(app, '#blank-send')
    if (why === undefined) {
      await app.untilAsked('shareFileMessage')
      app.answer()
    }
    await app.untilText(words)
    await app.until(() => app.ownFiles.length === 0)
  })

  it('shows the blank workbook here', async () => {
    const app = open('table')
    await tap(app, '#blank-get')
    await tap(app, '#blank-look')
    await app.until(() => app.callsOf('openDocument').length === 1)
  })

  it.each([
    ['西街.xls', 100, '这是旧格式'],
    ['西街.et', 100, 'WPS自己的格式'],
    ['西街.CSV', 100, '这是文本格式'],
    ['西街.docx', 100, '这不是 .xlsx 表格'],
    ['西街.xlsx', 0, '是空的'],
    ['西街.xlsx', largestWorkbook + 1, '超过5MB了，没有传'],
  ])('refuses %s of %d bytes before anything is brought up', async (name, size, words) => {
    const app = open('table')
    await choose(app, Uint8Array.of(1), name, size)
    await app.untilText(words)
    expect(asked(app, 'import.start')).toEqual([])
  })

  it('lets the server judge a file that is just as large as allowed', async () => {
    const app = open('table')
    app.holdUploads()
    await choose(app, Uint8Array.of(1), '西街.xlsx', largestWorkbook)
    await app.until(() => asked(app, 'import.start').length === 1)
  })

  it('says so where WeChat shows no chats', async () => {
    const app = open('table')
    app.fail('chooseMessageFile', 'not supported')
    await tap(app, '#upload-choose')
    await app.untilText('这里选不了文件')
  })

  it('says nothing where the person turns back', async () => {
    const app = open('table')
    await tap(app, '#upload-choose')
    await app.untilAsked('chooseMessageFile')
    app.answer()
    await app.until(() => {
      if (app.dialogue === undefined) app.page.tap('#upload-choose')
      return app.callsOf('chooseMessageFile').length === 2
    })
    expect(has(app, '.notice')).toBe(false)
  })

  it('shows how far the workbook is, and stops at a tap', async () => {
    const app = open('table')
    app.holdUploads()
    await choose(app, good())
    await app.until(() => app.uploads.length === 1)
    app.uploads[0]?.progress(40)
    await app.untilText('正在传 40%')
    app.page.tap('#upload-stop')
    await app.untilText('停下了')
    await app.until(() => cloud.database.find('imports', {})[0]?.state === 'cancelled')
  })

  it('brings the same workbook up to the same place after the network broke off', async () => {
    const app = open('table')
    app.fail('cloud.uploadFile', 'timeout')
    await choose(app, good())
    await app.untilText('网络断了')
    app.fail('cloud.uploadFile', undefined)
    await tap(app, '#upload-again')
    await shows(app, '#import-ready')
    expect(asked(app, 'import.start')).toHaveLength(1)
  })

  it('leads back to what was begun and not finished', async () => {
    const importId = await prepared(cloud, good())
    const app = open('table')
    await tap(app, '#unfinished')
    await shows(app, '#import-ready')
    expect(app.page.query).toMatchObject({ import: importId })
  })

  it('asks before it hands over the rooms, and logs who took them', async () => {
    const app = open('table')
    await pick(app, '#export-which-with')
    await tap(app, '#export-get')
    await shows(app, '#export-ask')
    expect(asked(app, 'export.directory')).toEqual([])
    await tap(app, '#export-ask-main')
    await shows(app, '#exported-send')
    expect(cloud.database.find('audits', { verb: 'directory.export' })).toHaveLength(1)
  })

  it('hands over the directory without the rooms unasked, and not the other file after another choice', async () => {
    const app = open('table')
    await tap(app, '#export-get')
    await shows(app, '#exported-send')
    expect(asked(app, 'export.directory')[0]?.data.input).toMatchObject({ households: false })
    await tap(app, '#export-which-with')
    await app.until(() => !has(app, '#exported-send'))
  })

  it('gives a grid leader the blank workbook only', async () => {
    const app = open('table', { ...west, g: 'west-1' }, gridLeader)
    await shows(app, '#blank-get')
    await app.untilText('由社区书记来做')
    expect([has(app, '#upload-choose'), has(app, '#export-get')]).toEqual([false, false])
  })

  it.each(['table', 'import', 'revisions'])('knows no community without being told: %s', async (page) => {
    const app = open(page, {})
    await shows(app, '.state')
    await tap(app, '#state-action')
    await app.until(() => app.page.route === 'pages/work/index')
  })
})

describe('核对这次导入', () => {
  it('shows what a workbook does, and nobody sees any of it before the tap', async () => {
    const app = open('table')
    await choose(app, good())
    await shows(app, '#import-ready')
    expect(textOf(app, '#changes')).toMatch(/楼栋增加2：新苑 1号楼、新苑 2号楼.*住户增加8/)
    expect(await newBuildings()).toEqual([])
    await tap(app, '#confirm')
    await shows(app, '#import-done')
    expect(await newBuildings()).toEqual(['1号楼', '2号楼'])
  })

  it('opens the door of a building as a resident sees it', async () => {
    await confirmed(cloud, await prepared(cloud, good()))
    const app = open('import')
    await tap(app, '#as-resident')
    await app.until(() => app.page.route === 'pages/door/index')
    await shows(app, '#phones')
  })

  it('leads back to the first hour where that has sent it', async () => {
    const app = open('import', { ...west, import: await prepared(cloud, good()), then: 'first' })
    await tap(app, '#confirm')
    await tap(app, '#onward')
    await app.until(() => app.page.route === 'pages/directory/first/index')
  })

  it('names each bad cell, hands the list on, and takes the mended workbook', async () => {
    const app = open('table')
    await choose(app, bad())
    await shows(app, '#import-faulty')
    expect(textOf(app, '#to-mend')).toMatch(/“楼栋”表 [A-Z]\d+格/)
    await tap(app, '#copy-problems')
    await app.untilText('复制好了')
    await expect(inside(app, 'wx.getClipboardData()')).resolves.toMatchObject({
      data: expect.stringMatching(/^1\. “楼栋”表 [A-Z]\d+格：/) as string,
    })
    await choose(app, good())
    await shows(app, '#import-ready')
    expect(revision()).toBe((await shown(cloud, null)).revision)
  })

  it('says in a sentence why a file cannot be read at all', async () => {
    const app = open('table')
    await choose(app, Buffer.from('no workbook'))
    await app.untilText('这不是Excel表格', 20_000)
    expect(has(app, '#upload-choose')).toBe(true)
  })

  it('drops an import after a question, and nothing has changed', async () => {
    const before = revision()
    const app = open('import', { ...west, import: await prepared(cloud, good()) })
    await tap(app, '#cancel')
    await tap(app, '#cancel-ask-main')
    await shows(app, '#import-cancelled')
    expect([revision(), await newBuildings()]).toEqual([before, []])
  })

  it('confirms once, however often it is tapped', async () => {
    const before = revision()
    const app = open('import', { ...west, import: await prepared(cloud, good()) })
    await shows(app, '#confirm')
    for (const _ of [1, 2, 3]) if (has(app, '#confirm')) app.page.tap('#confirm')
    await shows(app, '#import-done')
    expect(asked(app, 'import.confirm')).toHaveLength(1)
    expect(revision()).toBe(before + 1)
  })

  it('is there although every reply to the confirming is lost', async () => {
    const before = revision()
    const importId = await prepared(cloud, good())
    const app = open('import', { ...west, import: importId }, secretary, {
      cloud: async (name, data) => {
        const reply = await cloud.invoke(name, data, { openid: secretary, source: 'wx_client' })
        if ((data as { action: string }).action === 'import.confirm') throw new Error('lost')
        return reply
      },
    })
    await tap(app, '#confirm')
    await shows(app, '#import-done')
    expect(revision()).toBe(before + 1)
  })

  it('has what goes confirmed once more, and what breaks by it looked at first', async () => {
    const sheets = newEstate(cloud, 1, 0)
    const [heads = [], ...rows] = sheets['楼栋'] ?? []
    const importId = await prepared(cloud, workbookOf({ ...sheets, 楼栋: [heads, ...rows.slice(1)] }))
    const { breaks } = await shown(cloud, importId)
    expect(breaks.length).toBeGreaterThan(0)
    const app = open('import', { ...west, import: importId })
    await shows(app, '#breaks')
    expect(textOf(app, '#breaks')).toContain('门口的码')
    expect(app.page.find('#confirm').classes).toContain('button-off')
    await pick(app, '#breaks-seen-yes')
    await tap(app, '#confirm')
    await shows(app, '#sure')
    expect(textOf(app, '#sure')).toContain('会去掉：楼栋1')
    await tap(app, '#sure-main')
    await shows(app, '#import-done')
  })

  it('says how many rooms would be emptied of who lives there, and asks once more', async () => {
    const sheets = newEstate(cloud, 1, 3)
    const first = await prepared(cloud, workbookOf(sheets))
    await confirmed(cloud, first, true)
    await worked(cloud, first)
    const [heads = [], ...rows] = sheets['住户'] ?? []
    const places = rows.map((row) => [...row.slice(0, 5), null, null, null, null])
    const importId = await prepared(cloud, workbookOf({ 住户: [heads, ...places] }))
    const app = open('import', { ...west, import: importId })
    await shows(app, '#emptied')
    expect(textOf(app, '#emptied')).toContain('3户住户登记的称呼、电话和情况会清空')
    expect(has(app, '#breaks')).toBe(false)
    const before = revision()
    await tap(app, '#confirm')
    await shows(app, '#sure')
    expect(textOf(app, '#sure')).toContain('不留底，去掉就找不回来')
    expect(revision()).toBe(before)
    await tap(app, '#sure-main')
    await shows(app, '#import-done')
    expect(asked(app, 'import.confirm')[0]?.data.input).toMatchObject({ breaks: false, rooms: true })
  })

  it('begins anew in one tap where somebody saved meanwhile', async () => {
    const app = open('table')
    await choose(app, good())
    await shows(app, '#import-ready')
    await somebodySaves()
    await tap(app, '#confirm')
    await shows(app, '#import-outdated')
    expect(await newBuildings()).toEqual([])
    await tap(app, '#upload-choose')
    await tap(app, '#confirm')
    await shows(app, '#import-done')
    expect(app.callsOf('chooseMessageFile')).toHaveLength(1)
  })

  it('asks for the workbook once more where this phone no longer has it', async () => {
    const workbook = good()
    const app = open('import', { ...west, import: await prepared(cloud, workbook) })
    await shows(app, '#import-ready')
    await somebodySaves()
    await tap(app, '#confirm')
    await shows(app, '#import-outdated')
    await choose(app, workbook)
    await shows(app, '#import-ready')
  })

  it('goes on where an earlier visit left off', async () => {
    const { importId } = await halfway()
    const app = open('import', { ...west, import: importId })
    await shows(app, '#import-ready')
    expect(asked(app, 'import.step').length).toBeGreaterThan(0)
  })

  it('goes on by itself when the network is back', async () => {
    const { importId } = await halfway()
    let isCutOff = true
    const app: Weapp = open('import', { ...west, import: importId }, secretary, {
      cloud: (name, data) => {
        if (isCutOff && (data as { action: string }).action === 'import.step') {
          app.setOffline(true)
          throw new Error('cut off')
        }
        return cloud.invoke(name, data, { openid: secretary, source: 'wx_client' })
      },
    })
    await shows(app, '#go-on')
    isCutOff = false
    app.setOffline(false)
    await shows(app, '#import-ready')
  })

  it('stands still where the server does not answer, says so, and goes on by a tap', async () => {
    const { importId } = await halfway()
    let isBroken = true
    const app = open('import', { ...west, import: importId }, secretary, {
      cloud: async (name, data) => {
        if (isBroken && (data as { action: string }).action === 'import.step') throw new Error('broken')
        return cloud.invoke(name, data, { openid: secretary, source: 'wx_client' })
      },
    })
    await shows(app, '#go-on')
    expect(textOf(app, '#import-working')).toContain('停在了半路')
    isBroken = false
    await tap(app, '#go-on')
    await shows(app, '#import-ready')
  })

  it('comes to the same end for two who look at once', async () => {
    const { importId } = await halfway()
    const both = [secretary, secretary].map((openid) => open('import', { ...west, import: importId }, openid))
    for (const app of both) await shows(app, '#import-ready')
    const [first, second] = both as [Weapp, Weapp]
    const before = revision()
    await tap(first, '#confirm')
    await shows(first, '#import-done')
    await tap(second, '#confirm')
    await shows(second, '#import-done')
    expect(revision()).toBe(before + 1)
  })

  it('finds its way back where the phone died while the workbook went up', async () => {
    const first = open('table')
    first.holdUploads()
    await choose(first, good())
    await first.until(() => first.uploads.length === 1)
    first.close()
    const app = open('table')
    await tap(app, '#unfinished')
    await app.untilText('表格还没有传完')
    await choose(app, good())
    await shows(app, '#import-ready')
  })

  it('brings back what was there before it', async () => {
    await worked(cloud, await importedId())
    const app = open('import')
    await tap(app, '#restore')
    await tap(app, '#restore-ask-main')
    await shows(app, '#import-ready')
    expect(textOf(app, '#changes')).toContain('楼栋去掉2')
    expect(await newBuildings()).toHaveLength(2)
    await pick(app, '#breaks-seen-yes')
    await tap(app, '#confirm')
    await tap(app, '#sure-main')
    await shows(app, '#import-done')
    expect(await newBuildings()).toEqual([])
  })

  it('says so where there was none', async () => {
    const app = open('import')
    await app.untilText('还没有导入过')
  })

  it('shows a long list of problems by twenty-five', async () => {
    const sheets = newEstate(cloud, 1, 60)
    const [heads = [], ...rows] = sheets['住户'] ?? []
    const app = open('table')
    await choose(app, workbookOf({ ...sheets, 住户: [heads, ...rows.map((row) => ['没有的小区', ...row.slice(1)])] }))
    await shows(app, '#to-mend')
    expect(app.page.findAll('#to-mend .fact')).toHaveLength(25)
    await tap(app, '#to-mend-more')
    await app.until(() => app.page.findAll('#to-mend .fact').length === 50)
  })
})

describe('以前的版本', () => {
  it('says so where nothing was changed yet', async () => {
    const app = open('revisions')
    await app.untilText('还没有以前的版本')
  })

  it('brings one back by way of the same preview', async () => {
    const before = revision()
    await worked(cloud, await importedId())
    const app = open('revisions')
    await shows(app, `#revision-${before}`)
    expect(textOf(app, `#revision-${before}`)).toContain('后来：导入了一份表格')
    await tap(app, `#revision-${before}`)
    await tap(app, '#restore-ask-main')
    await shows(app, '#import-ready')
    expect(await newBuildings()).toHaveLength(2)
  })

  it('begins the restoring anew in one tap where somebody saved meanwhile', async () => {
    const before = revision()
    await worked(cloud, await importedId())
    const app = open('revisions')
    await tap(app, `#revision-${before}`)
    await tap(app, '#restore-ask-main')
    await shows(app, '#import-ready')
    await somebodySaves()
    await pick(app, '#breaks-seen-yes')
    await tap(app, '#confirm')
    await tap(app, '#sure-main')
    await tap(app, '#anew')
    await shows(app, '#import-ready')
  })
})

/** An import that everybody sees. */
async function importedId(): Promise<string> {
  const importId = await prepared(cloud, good())
  await confirmed(cloud, importId)
  return importId
}

/** An import that was read, with its rows still to be laid ready: as after a phone that went away. */
async function halfway(): Promise<{ readonly importId: string }> {
  const { importId, fileId } = await begun(cloud, workbookOf(newEstate(cloud, 30, 2)))
  await worked(cloud, importId, fileId)
  cloud.database.modify('imports', { _id: importId }, { $set: { state: 'staging', done: 0 } })
  return { importId }
}

/** Another keeper names a new grid. */
const somebodySaves = () =>
  dataAs(cloud, secretary, 'grid.save', { communityId: 'west-street', gridId: null, seen: null, name: '第九网格' })
