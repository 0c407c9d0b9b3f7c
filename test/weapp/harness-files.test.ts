import { startCloud, type Started } from '../local/support/cloud'
import { inside, logOf, startFixture, startFixtureAt } from '../support/weapp/fixture'

const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
)

describe('files of the phone', () => {
  it('hold bytes, written as a buffer or in base64', () => {
    const app = startFixture()
    const manager = 'wx.getFileSystemManager()'
    inside(app, `${manager}.writeFileSync(wx.env.USER_DATA_PATH + '/a.bin', new Uint8Array([0, 255, 7]).buffer)`)
    expect(inside(app, `${manager}.readFileSync('wxfile://usr/a.bin', 'base64')`)).toBe('AP8H')
    inside(app, `${manager}.writeFileSync(wx.env.USER_DATA_PATH + '/b.bin', 'AP8H', 'base64')`)
    expect(inside(app, `new Uint8Array(${manager}.readFileSync('wxfile://usr/b.bin'))[1]`)).toBe(255)
    expect(app.ownFiles).toEqual(['a.bin', 'b.bin'])
  })

  it('take no view of a buffer, as WeChat takes none', () => {
    const write = "wx.getFileSystemManager().writeFileSync('wxfile://usr/a', new Uint8Array([1]))"
    expect(() => inside(startFixture(), write)).toThrow('expected string or ArrayBuffer')
  })

  it('tell the size of a picture', async () => {
    const app = startFixture()
    const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 0, 30, 0, 40, 3, 0, 0])
    const info = (bytes: Uint8Array) => inside(app, `wx.getImageInfo({ src: '${app.addFile(bytes, 'x')}' })`)
    await expect(info(png)).resolves.toMatchObject({ width: 1, height: 1, type: 'png' })
    await expect(info(jpeg)).resolves.toMatchObject({ width: 40, height: 30, type: 'jpeg' })
    await expect(info(Uint8Array.from([1, 2, 3]))).rejects.toMatchObject({ errMsg: 'getImageInfo:fail file not found' })
  })

  it('are forwarded to a chat after a tap only, and the person may turn back', async () => {
    const app = startFixture()
    inside(app, "wx.getFileSystemManager().writeFileSync('wxfile://usr/mine.txt', 'x')")
    const share = (path: string) => inside(app, `wx.shareFileMessage({ filePath: '${path}' })`)
    await expect(share('wxfile://usr/mine.txt')).rejects.toMatchObject({
      errMsg: 'shareFileMessage:fail can only be invoked by user TAP gesture.',
    })
    const after = (path: string) => {
      let shared: unknown
      app.gesture(() => (shared = share(path)))
      return shared
    }
    await expect(after('wxfile://usr/none.txt')).rejects.toMatchObject({
      errMsg: 'shareFileMessage:fail file not exists',
    })
    const shared = after('wxfile://usr/mine.txt')
    await app.untilAsked('shareFileMessage')
    app.answer()
    await expect(shared).rejects.toMatchObject({ errMsg: 'shareFileMessage:fail cancel' })
  })
})

describe('the tab bar', () => {
  it('takes a red dot on a page of its own, and nowhere else', async () => {
    const app = startFixture()
    await inside(app, 'wx.showTabBarRedDot({ index: 1 })')
    expect([...app.tabDots]).toEqual([1])
    await inside(app, 'wx.hideTabBarRedDot({ index: 1 })')
    expect([...app.tabDots]).toEqual([])
    await expect(inside(app, 'wx.showTabBarRedDot({ index: 2 })')).rejects.toMatchObject({
      errMsg: 'showTabBarRedDot:fail tabbar item not found',
    })
    await inside(app, "wx.navigateTo({ url: '/pages/two/index' })")
    await expect(inside(app, 'wx.showTabBarRedDot({ index: 1 })')).rejects.toMatchObject({
      errMsg: 'showTabBarRedDot:fail not TabBar page',
    })
  })
})

describe('the phone number button', () => {
  it('says that no look-ups are left', async () => {
    const app = startFixtureAt('pages/fields/index')
    app.page.tap('#phone')
    await app.untilAsked('getPhoneNumber')
    app.answer({ errno: 1400001 })
    await app.until(() => logOf(app).at(-1) === 'getphonenumber phone {"errMsg":"getPhoneNumber:fail","errno":1400001}')
  })
})

describe('with the local cloud', () => {
  let cloud: Started
  beforeAll(async () => {
    cloud = await startCloud({ messageTemplates: [{ id: 'T1', title: 'news', fields: ['thing1'] }] })
  })
  afterAll(() => cloud.close())
  const start = (path = 'pages/one/index') =>
    startFixtureAt(path, { connect: { url: cloud.url, openid: 'oPhone_files' } })
  const upload = (filePath: string) => `(page.answer = undefined,
    page.told = [],
    page.task = wx.cloud.uploadFile({ cloudPath: 'a/b.png', filePath: '${filePath}',
      success: function (x) { page.answer = x }, fail: function (x) { page.answer = x } }),
    page.task.onProgressUpdate(function (x) { page.told.push(x.progress) }), 0)`

  it('an upload tells how far it is, and ends with an id', async () => {
    const app = start()
    app.holdUploads()
    inside(app, upload(app.addFile(png, 'png')))
    await app.until(() => app.uploads.length === 1)
    app.uploads[0]?.progress(40)
    expect(app.page.instance.answer).toBeUndefined()
    app.uploads[0]?.release()
    await app.until(() => app.page.instance.answer !== undefined)
    expect(app.page.instance.answer).toMatchObject({ errMsg: 'cloud.uploadFile:ok', statusCode: 200 })
    expect(app.page.instance.told).toEqual([40, 100])
    expect(app.uploads).toEqual([])
  })

  it('an upload is given up, and then nothing lies in the cloud', async () => {
    const app = start()
    const before = cloud.files.list().length
    app.holdUploads()
    inside(app, upload(app.addFile(png, 'png')).replace('a/b.png', 'a/given-up.png'))
    await app.until(() => app.uploads.length === 1)
    inside(app, 'page.task.abort()')
    await app.until(() => app.page.instance.answer !== undefined)
    expect(app.page.instance.answer).toMatchObject({ errMsg: 'cloud.uploadFile:fail abort' })
    expect(cloud.files.list()).toHaveLength(before)
  })

  it('an upload fails as the test wishes, and without a network', async () => {
    const app = start()
    const path = app.addFile(png, 'png')
    const send = () => inside(app, `wx.cloud.uploadFile({ cloudPath: 'c.png', filePath: '${path}' })`)
    app.fail('cloud.uploadFile', 'timeout')
    await expect(send()).rejects.toMatchObject({ errMsg: 'cloud.uploadFile:fail timeout' })
    app.fail('cloud.uploadFile', undefined)
    app.setOffline(true)
    await expect(send()).rejects.toMatchObject({ errMsg: 'cloud.uploadFile:fail request:fail' })
  })

  it('a path with / before it breaks the test', () => {
    const app = start()
    inside(app, "(wx.cloud.uploadFile({ cloudPath: '/c.png', filePath: 'x' }).catch(function () {}), 0)")
    expect(() => app.page).toThrow('parameter.cloudPath')
  })

  it('the phone number button gives a code that a function can exchange', async () => {
    const app = start('pages/fields/index')
    app.page.tap('#phone')
    await app.untilAsked('getPhoneNumber')
    app.answer({ phoneNumber: '00012345678' })
    await app.until(() => /"code":"[0-9a-f]{64}"/.test(logOf(app).at(-1) ?? ''))
  })

  it('an accepted message is written down, a refused one is not', async () => {
    const app = start('pages/fields/index')
    const asked = async (answer: string) => {
      let result: unknown
      app.gesture(() => (result = inside(app, "wx.requestSubscribeMessage({ tmplIds: ['T1'] })")))
      await app.untilAsked('requestSubscribeMessage')
      app.answer({ T1: answer })
      await result
      return cloud.messages.left('oPhone_files', 'T1')
    }
    expect(await asked('accept')).toBe(1)
    expect(await asked('reject')).toBe(1)
    expect(await asked('filter')).toBe(1)
  })
})
