import { inside, logOf, startFixture, startFixtureAt } from '../support/weapp/fixture'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('the realm of the mini program', () => {
  it('has neither window nor document, process or require', () => {
    const words = ['window', 'document', 'process', 'require', 'globalThis.fetch', 'localStorage', 'XMLHttpRequest']
    const types = `[${words.map((word) => `typeof ${word}`).join(', ')}].join()`
    expect(inside(startFixture(), types)).toBe(words.map(() => 'undefined').join())
  })

  it.each([
    "eval('1')",
    "new Function('a', 'return a')",
    "Function('return 1')",
    "(function () {}).constructor('return 1')",
  ])('makes no code of a text: %s', (work) => {
    expect(() => inside(startFixture(), work)).toThrow(/Code generation|makes no function/)
  })

  it('makes the one function of a text that WeChat makes', () => {
    expect(inside(startFixture(), "typeof new Function('return this')().Promise")).toBe('function')
  })

  it('answers callbacks or a promise, not both', () => {
    const app = startFixture()
    expect(inside(app, 'wx.getStorageInfo({ success: function () {} })')).toBeUndefined()
    expect(inside(app, 'typeof wx.getStorageInfo({}).then')).toBe('function')
  })

  it('throws the name of an API that the harness lacks', () => {
    const app = startFixture()
    expect(() => inside(app, 'wx.chooseLocation({})')).toThrow('wx.chooseLocation is not in the harness')
    expect(() => inside(app, 'wx.cloud.database()')).toThrow('wx.cloud.database is not in the harness')
  })

  it.each([
    ['showModal', true],
    ['cloud.uploadFile', true],
    ['cloud.database', false],
    ['chooseLocation', false],
    ['button.open-type', true],
    ['view.src', false],
    ['textarea.bindblur', true],
    ['view.bindblur', false],
  ])('answers truly whether %s can be used', (schema, expected) => {
    expect(inside(startFixture(), `wx.canIUse('${schema}')`)).toBe(expected)
  })
})

describe('an API that is used as WeChat forbids it', () => {
  it.each([
    ['makePhoneCall: parameter.phoneNumber', 'wx.makePhoneCall({})'],
    ['makePhoneCall: parameter.phoneNumber', 'wx.makePhoneCall({ phoneNumber: 110 })'],
    ['showToast: parameter.title', 'wx.showToast({})'],
    ['showModal: parameter.confirmText', "wx.showModal({ confirmText: '马上打电话' })"],
    ['showActionSheet: parameter.itemList', 'wx.showActionSheet({ itemList: [1, 2, 3, 4, 5, 6, 7] })'],
    ['setStorage: parameter.key', 'wx.setStorage({ data: 1 })'],
    ['selector view[data-place]', "wx.createSelectorQuery().select('view[data-place]')"],
    ['selector text', "wx.createIntersectionObserver().observe('text', function () {})"],
  ])('breaks the test, even where the program bears it: %s', (says, work) => {
    const app = startFixture()
    inside(app, `(Promise.resolve(${work}).catch(function () {}), 0)`)
    expect(() => app.page).toThrow(says)
  })

  it('takes four Chinese characters, or eight letters, on a button', () => {
    const app = startFixture()
    void inside(app, "wx.showModal({ confirmText: '打电话吧', cancelText: 'Not now!' })")
    expect(app.page.route).toBe('pages/one/index')
    app.answer({ confirm: true })
  })
})

describe('the storage', () => {
  it('keeps what an earlier visit left, and knows what it lacks', async () => {
    const app = startFixture({ storage: { edition: 'care' } })
    expect(inside(app, "wx.getStorageSync('edition')")).toBe('care')
    expect(inside(app, "wx.getStorageSync('none')")).toBe('')
    await expect(inside(app, "wx.getStorage({ key: 'none' })")).rejects.toMatchObject({
      errMsg: 'getStorage:fail data not found',
    })
    expect(inside(app, 'wx.getStorageInfoSync()')).toEqual({ keys: ['edition'], currentSize: 1, limitSize: 10240 })
  })

  it('takes 1 MB a key and 10 MB in all, and keeps what it had', async () => {
    const app = startFixture()
    const put = (key: string, size: number) =>
      inside(app, `wx.setStorage({ key: '${key}', data: 'x'.repeat(${size}) })`)
    await put('a', 1_000_000)
    await expect(put('a', 1_100_000)).rejects.toMatchObject({ errMsg: 'setStorage:fail entry size limit reached' })
    for (let count = 1; count < 10; count += 1) await put(`a${count}`, 1_040_000)
    await expect(put('last', 1_000_000)).rejects.toMatchObject({
      errMsg: 'setStorage:fail exceed storage max size 10Mb',
    })
    expect(() => inside(app, "wx.setStorageSync('last', 'x'.repeat(1000000))")).toThrow('setStorageSync:fail exceed')
    expect(JSON.parse(app.storage.get('a') ?? '')).toHaveLength(1_000_000)
  })
})

describe('questions to the person', () => {
  it('stay open until they are answered', async () => {
    const app = startFixture()
    const asked = inside(app, "wx.showModal({ title: 'sure?' })")
    expect((await app.untilAsked('showModal')).options).toEqual({ title: 'sure?' })
    app.answer({ confirm: true })
    await expect(asked).resolves.toEqual({ errMsg: 'showModal:ok', confirm: true, cancel: false })
    const closed = inside(app, "wx.showActionSheet({ itemList: ['a'] })")
    await app.untilAsked('showActionSheet')
    app.answer()
    await expect(closed).rejects.toEqual({ errMsg: 'showActionSheet:fail cancel' })
    expect(() => app.answer()).toThrow('no dialogue is open')
  })

  it('for messages are asked after a tap only, with an answer for each template', async () => {
    const app = startFixtureAt('pages/fields/index')
    const asked = () => app.page.instance.asked as Promise<unknown>
    app.page.tap('#subscribe')
    await app.untilAsked('requestSubscribeMessage')
    app.answer({ T1: 'accept', T2: 'reject' })
    await expect(asked()).resolves.toMatchObject({ T1: 'accept', T2: 'reject' })
    const before = asked()
    app.page.tap('#later')
    await app.until(() => asked() !== before)
    await expect(asked()).resolves.toMatchObject({ errMsg: expect.stringContaining('user TAP gesture') })
  })

  it.each([
    ['[]', 10001],
    ["'T1'", 10004],
    ["['1', '2', '3', '4']", 20003],
  ])('for messages are refused with %s', async (templates, errCode) => {
    const asked = inside(startFixture(), `wx.requestSubscribeMessage({ tmplIds: ${templates} })`)
    await expect(asked).rejects.toMatchObject({ errCode })
  })
})

describe('what is private', () => {
  it('waits for the person’s agreement, by WeChat’s own dialogue', async () => {
    const app = startFixture({ privacy: { agreed: false } })
    const media = inside(app, 'wx.chooseMedia({ count: 1 })')
    await app.untilAsked('privacy')
    app.answer()
    await expect(media).rejects.toMatchObject({
      errMsg: 'chooseMedia:fail privacy permission is not authorized',
      errno: 104,
    })
    await expect(inside(app, 'wx.getPrivacySetting()')).resolves.toMatchObject({ needAuthorization: true })
  })

  it('waits for it by the mini program’s own dialogue, which needs WeChat’s button', async () => {
    const app = startFixtureAt('pages/fields/index', { privacy: { agreed: false } })
    inside(app, 'wx.onNeedPrivacyAuthorization(function (resolve) { page.agree = resolve })')
    const asked = () => inside(app, "(page.agree = undefined, wx.setClipboardData({ data: 'x' }))")
    const refused = asked()
    await app.until(() => app.page.instance.agree !== undefined)
    inside(app, "page.agree({ event: 'agree', buttonId: 'agree' })")
    await expect(refused).rejects.toMatchObject({ errno: 104 })
    const agreed = asked()
    await app.until(() => app.page.instance.agree !== undefined)
    app.page.tap('#agree')
    await expect(agreed).resolves.toEqual({ errMsg: 'setClipboardData:ok' })
    expect(logOf(app).at(-1)).toContain('agreeprivacyauthorization agree')
    await expect(inside(app, 'wx.getClipboardData()')).resolves.toMatchObject({ data: 'x' })
  })

  it('is refused where the privacy guide does not declare it', async () => {
    const app = startFixture({ privacy: { declared: ['chooseMedia'] } })
    await expect(inside(app, 'wx.getClipboardData()')).rejects.toMatchObject({ errno: 112 })
  })

  it('asks once for a permission, and keeps the answer', async () => {
    const app = startFixture()
    const place = () => inside(app, 'wx.getLocation({})')
    const first = place()
    expect((await app.untilAsked('authorize')).options).toEqual({ scope: 'scope.userLocation' })
    app.answer({ confirm: false })
    await expect(first).rejects.toMatchObject({ errMsg: 'getLocation:fail auth deny' })
    await expect(place()).rejects.toMatchObject({ errMsg: 'getLocation:fail auth deny' })
    await expect(inside(app, 'wx.openSetting()')).rejects.toMatchObject({
      errMsg: 'openSetting:fail can only be invoked by user TAP gesture.',
    })
    let opened: unknown
    app.gesture(() => (opened = inside(app, 'wx.openSetting()')))
    await app.untilAsked('openSetting')
    app.answer({ 'scope.userLocation': true })
    await expect(opened).resolves.toMatchObject({ authSetting: { 'scope.userLocation': true } })
    const found = place()
    await app.untilAsked('getLocation')
    app.answer({ latitude: 1, longitude: 2 })
    await expect(found).resolves.toMatchObject({ latitude: 1 })
  })

  it('is refused where app.json does not name it', async () => {
    await expect(inside(startFixture(), 'wx.chooseAddress({})')).rejects.toMatchObject({
      errMsg: expect.stringContaining('requiredPrivateInfos'),
    })
  })
})

describe('files', () => {
  it('are chosen, read, made smaller and kept', async () => {
    const app = startFixture()
    const path = app.addFile(bytes('一页'), 'txt')
    const chosen = inside(app, 'wx.chooseMessageFile({ count: 1 })')
    await app.untilAsked('chooseMessageFile')
    app.answer({ tempFiles: [{ path, size: 6, name: '名单.txt' }] })
    await expect(chosen).resolves.toMatchObject({ tempFiles: [{ path }] })
    const manager = 'wx.getFileSystemManager()'
    expect(inside(app, `${manager}.readFileSync('${path}', 'utf8')`)).toBe('一页')
    expect(inside(app, `${manager}.readFileSync('${path}') instanceof ArrayBuffer`)).toBe(true)
    await inside(app, `${manager}.saveFile({ tempFilePath: '${path}', filePath: wx.env.USER_DATA_PATH + '/kept.txt' })`)
    expect(inside(app, `${manager}.readFileSync('wxfile://usr/kept.txt', 'utf8')`)).toBe('一页')
    expect(() => inside(app, `${manager}.readFileSync('http://tmp/none.txt')`)).toThrow('no such file')
    expect(() => inside(app, `${manager}.writeFileSync('/etc/passwd', 'x')`)).toThrow('permission denied')
    await expect(inside(app, `wx.compressImage({ src: '${path}' })`)).resolves.toHaveProperty('tempFilePath')
  })
})

describe('the cloud of a test', () => {
  const call = "wx.cloud.callFunction({ name: 'api', data: { a: 1, b: undefined } })"

  it('answers as the test says, unless the network is gone', async () => {
    const app = startFixture({ cloud: async (name, data) => ({ name, data }) })
    await expect(inside(app, call)).resolves.toMatchObject({ result: { name: 'api', data: { a: 1 } } })
    app.setOffline(true)
    await expect(inside(app, call)).rejects.toMatchObject({ errMsg: 'cloud.callFunction:fail request:fail' })
    await expect(inside(app, 'wx.getNetworkType()')).resolves.toMatchObject({ networkType: 'none' })
  })

  it('is called by nobody who did not open it', async () => {
    const app = startFixture({ cloud: async () => ({}) }, { 'app.js': 'App({})' })
    await expect(inside(app, call)).rejects.toMatchObject({ errCode: -601034 })
  })
})

describe('where things stand', () => {
  it('is asked by selectors, and answered as the test laid it out', async () => {
    const app = startFixture()
    app.place('#quiet', { left: 10, top: 20, width: 100, height: 44 })
    const asked = `new Promise(function (done) {
      wx.createSelectorQuery().select('#quiet').boundingClientRect().selectAll('.row').fields({ id: true, size: true }).exec(done)
    })`
    await expect(inside(app, asked)).resolves.toMatchObject([
      { id: 'quiet', dataset: { place: '7' }, left: 10, top: 20, right: 110, bottom: 64, height: 44 },
      [{ height: 0 }, { height: 0 }, { height: 0 }],
    ])
  })

  it('is watched by observers, which the test tells', () => {
    const app = startFixture()
    inside(
      app,
      `(page.watch = wx.createIntersectionObserver(), page.watch.relativeToViewport().observe('#quiet', function (seen) {
      page.seen = seen.intersectionRatio
    }))`,
    )
    for (const observer of app.observers) observer.tell(0.5)
    expect(app.page.instance.seen).toBe(0.5)
    inside(app, 'page.watch.disconnect()')
    expect(app.observers.size).toBe(0)
  })
})
