import { inside, startFixture } from '../support/weapp/fixture'
import type { Weapp } from '../support/weapp'
import { platformBundle } from '../support/weapp/platform-bundle'

/** The phone's twin of `open-file`, on the harness. */
let bundle: string
beforeAll(async () => {
  bundle = await platformBundle(['open-file', 'own-files'])
})

function start(): Weapp {
  const app = startFixture({}, { 'platform.js': bundle })
  app.page.instance.platform = app.require('platform.js')
  return app
}
const open = (app: Weapp, name: string) => inside(app, `page.platform.openFile('AP8H', '${name}')`)
const write = (app: Weapp, name: string) =>
  inside(app, `wx.getFileSystemManager().writeFileSync('wxfile://usr/${name}', 'x')`)

describe('a spreadsheet', () => {
  it('is shown by its name, with the menu that forwards it', async () => {
    const app = start()
    await expect(open(app, '登记表.xlsx')).resolves.toBe('opened')
    const filePath = 'wxfile://usr/登记表.xlsx'
    expect(app.callsOf('openDocument')).toEqual([{ filePath, fileType: 'xlsx', showMenu: true }])
    expect(inside(app, `wx.getFileSystemManager().readFileSync('${filePath}', 'base64')`)).toBe('AP8H')
  })

  it('leaves only the newest one on the phone, and other files alone', async () => {
    const app = start()
    write(app, 'code.png')
    await open(app, '11月21日.xlsx')
    await open(app, '11月22日.xlsx')
    await app.until(() => app.ownFiles.length === 2)
    expect(app.ownFiles).toEqual(['code.png', '11月22日.xlsx'])
  })

  it('can be opened once more', async () => {
    const app = start()
    await open(app, '登记表.xlsx')
    await expect(open(app, '登记表.xlsx')).resolves.toBe('opened')
    expect(app.ownFiles).toEqual(['登记表.xlsx'])
  })

  it('is forgotten with the phone’s other files', async () => {
    const app = start()
    await open(app, '登记表.xlsx')
    inside(app, '(page.platform.forgetFiles(), 0)')
    await app.until(() => app.ownFiles.length === 0)
  })

  it('is saved where WeChat on a computer cannot show it, and leaves no copy', async () => {
    const app = start()
    app.fail('openDocument', 'not supported')
    await expect(open(app, '登记表.xlsx')).resolves.toBe('saved')
    expect(app.callsOf('saveFileToDisk')).toEqual([{ filePath: 'wxfile://usr/登记表.xlsx' }])
    await app.until(() => app.ownFiles.length === 0)
  })

  it('fails where neither is possible, and leaves no copy', async () => {
    const app = start()
    app.fail('openDocument', 'not supported')
    app.fail('saveFileToDisk', 'not supported')
    await expect(open(app, '登记表.xlsx')).resolves.toBe('failed')
    await app.until(() => app.ownFiles.length === 0)
  })

  it('fails where the phone takes no file', async () => {
    const app = start()
    await expect(inside(app, "page.platform.openFile('%', '登记表.xlsx')")).resolves.toBe('failed')
    expect(app.callsOf('openDocument')).toEqual([])
  })
})

describe('WeChat’s viewer', () => {
  const show = (app: Weapp, options: string) => inside(app, `wx.openDocument(${options})`)

  it('shows no file that is not there', async () => {
    await expect(show(startFixture(), "{ filePath: 'wxfile://usr/none.xlsx' }")).rejects.toMatchObject({
      errMsg: expect.stringContaining('openDocument:fail no such file') as string,
    })
  })

  it('shows no kind of file that WeChat does not list', () => {
    const app = startFixture()
    write(app, 'a.txt')
    inside(app, "(wx.openDocument({ filePath: 'wxfile://usr/a.txt', fileType: 'txt' }).catch(function () {}), 0)")
    expect(() => app.page).toThrow('parameter.fileType')
  })
})
