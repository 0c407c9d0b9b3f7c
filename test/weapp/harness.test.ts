import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { startWeapp, type Weapp, type WeappOptions } from '../support/weapp'

/** A mini program of a few lines in the shape of Taro's output, whose pages write down what happens to them. */
const files: Readonly<Record<string, string>> = {
  'app.json': JSON.stringify({
    pages: ['pages/one/index', 'pages/two/index', 'pages/tab/index'],
    subPackages: [{ root: 'extra', pages: ['deep/index'] }],
    tabBar: { list: [{ pagePath: 'pages/one/index' }, { pagePath: 'pages/tab/index' }] },
  }),
  'app.js': `
    var log = require('./log')
    App({ onLaunch: function (o) { log.push('launch ' + o.path) }, onShow: function () { log.push('app show') }, onHide: function () { log.push('app hide') } })`,
  'log.js': 'module.exports = []',
  'base.wxml': `
    <template name="tmpl_0_3"><view class="{{i.cl}}" id="{{i.uid||i.sid}}" data-sid="{{i.sid}}"></view></template>
    <template name="tmpl_0_8"><view class="{{i.cl}}" bindtap="eh" id="{{i.uid||i.sid}}" data-sid="{{i.sid}}"></view></template>
    <template name="tmpl_0_14"><button disabled="{{i.p2}}" form-type="{{i.p3}}" open-type="{{i.p11}}" bindtap="eh" id="{{i.uid||i.sid}}"></button></template>
    <template name="tmpl_0_27"><form bindsubmit="eh" id="{{i.uid||i.sid}}"></form></template>
    <template name="tmpl_0_33"><template is="{{xs.c(i, 'tmpl_0_')}}" /></template>
    <template name="tmpl_0_33_blur"><input value="{{i.p25}}" bindinput="eh" name="{{i.p11}}" id="{{i.uid||i.sid}}" /></template>
    <template name="tmpl_0_9"><block>{{i.v}}</block></template>`,
}

const page = (name: string) => `
  var log = require('../../log')
  var text = function (v) { return { nn: '9', sid: 't' + v, v: v } }
  Page({
    data: { root: { cn: [] } },
    onLoad: function (query) {
      log.push('${name} load ' + JSON.stringify(query))
      this.setData({ 'root.cn': [{ nn: '8', sid: 'outer', uid: 'outer', cn: [
        { nn: '3', sid: 'quiet', uid: 'quiet', cn: [text('${name}')] },
        { nn: '14', sid: 'off', uid: 'off', p2: true, cn: [text('off')] },
        { nn: '14', sid: 'share', uid: 'share', p11: 'share', cn: [text('share')] },
        { nn: '27', sid: 'form', uid: 'form', cn: [
          { nn: '33', sid: 'name', uid: 'name', p11: 'name', p25: 'before' },
          { nn: '14', sid: 'send', uid: 'send', p3: 'submit', cn: [text('send')] } ] } ] }] })
    },
    onShow: function () { log.push('${name} show') },
    onReady: function () { log.push('${name} ready') },
    onHide: function () { log.push('${name} hide') },
    onUnload: function () { log.push('${name} unload') },
    onShareAppMessage: function (from) { return { title: from.from + ' ' + (from.target ? from.target.id : ''), path: '/x' } },
    eh: function (e) { log.push(e.type + ' ' + e.currentTarget.dataset.sid + ' ' + JSON.stringify(e.detail.value || '')) },
    run: function (work) { return new Function('wx', 'page', 'return ' + work)(wx, this) },
  })`

describe('the stand-in for WeChat', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'weapp-harness-'))
    const put = async (file: string, text: string) => {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
      await writeFile(path.join(folder, file), text)
    }
    for (const [file, text] of Object.entries(files)) await put(file, text)
    for (const name of ['pages/one', 'pages/two', 'pages/tab', 'extra/deep']) {
      await put(`${name}/index.js`, page(name))
      await put(`${name}/index.json`, '{}')
      await put(`${name}/index.wxml`, '<import src="../../base.wxml"/>')
    }
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const start = (options: WeappOptions = {}) => startWeapp({ folder, ...options })
  const logOf = (app: Weapp) => app.require('log.js') as string[]
  /** Runs an expression inside the mini program. */
  const inside = (app: Weapp, work: string): unknown => (app.page.instance.run as (work: string) => unknown)(work)

  it('runs the lifecycles in order, hands the query on undecoded, and keeps the stack', () => {
    const app = start({ launch: { query: { scene: 'a%3D1' } } })
    inside(app, "wx.navigateTo({ url: '/pages/two/index?x=%E4%BD%A0' })")
    inside(app, "wx.redirectTo({ url: '../../extra/deep/index' })")
    expect(app.stack.map(({ route }) => route)).toEqual(['pages/one/index', 'extra/deep/index'])
    app.back()
    app.hide()
    app.show()
    expect([...logOf(app)]).toEqual([
      'launch pages/one/index',
      'app show',
      'pages/one load {"scene":"a%3D1"}',
      'pages/one show',
      'pages/one ready',
      'pages/one hide',
      'pages/two load {"x":"%E4%BD%A0"}',
      'pages/two show',
      'pages/two ready',
      'pages/two unload',
      'extra/deep load {}',
      'extra/deep show',
      'extra/deep ready',
      'extra/deep unload',
      'pages/one show',
      'pages/one hide',
      'app hide',
      'app show',
      'pages/one show',
    ])
  })

  it('keeps tab pages alive, and refuses what WeChat refuses', async () => {
    const app = start()
    inside(app, "wx.switchTab({ url: '/pages/tab/index' })")
    inside(app, "wx.switchTab({ url: '/pages/one/index' })")
    expect([...logOf(app)].filter((line) => line.startsWith('pages/one load'))).toHaveLength(1)
    await expect(inside(app, "wx.navigateTo({ url: '/pages/tab/index' })")).rejects.toMatchObject({
      errMsg: 'navigateTo:fail can not navigateTo a tabbar page',
    })
    await expect(inside(app, "wx.switchTab({ url: '/pages/two/index' })")).rejects.toHaveProperty('errMsg')
    await expect(inside(app, "wx.navigateTo({ url: '/pages/nowhere/index' })")).rejects.toMatchObject({
      errMsg: 'navigateTo:fail page "pages/nowhere/index" is not found',
    })
    for (let depth = 1; depth < 10; depth += 1) inside(app, "wx.navigateTo({ url: '/pages/two/index' })")
    await expect(inside(app, "wx.navigateTo({ url: '/pages/two/index' })")).rejects.toMatchObject({
      errMsg: 'navigateTo:fail webview count limit exceed',
    })
  })

  it('has neither window nor process, and throws the name of an API that it lacks', () => {
    const app = start()
    expect(inside(app, '[typeof window, typeof document, typeof process, typeof require].join()')).toBe(
      'undefined,undefined,undefined,undefined',
    )
    expect(() => inside(app, 'wx.chooseLocation({})')).toThrow('wx.chooseLocation is not in the stand-in')
  })

  it('sends events only where the compiled WXML binds them', () => {
    const app = start()
    const before = logOf(app).length
    app.page.tap('#quiet')
    app.page.tap('#off')
    app.page.type('#name', '王')
    app.page.tap('#send')
    app.page.tap('#share')
    expect([...logOf(app)].slice(before)).toEqual([
      'tap outer ""',
      'input name "王"',
      'tap send ""',
      'tap outer ""',
      'submit form {"name":"王"}',
      'tap share ""',
      'tap outer ""',
    ])
    expect(app.shareFromMenu()?.title).toBe('menu ')
    expect(app.shares.map(({ title }) => title)).toEqual(['button share', 'menu '])
  })

  it('records setData in bytes and lets nothing through but JSON', () => {
    const app = start()
    const payload = app.page.payloads.length
    inside(app, "page.setData({ 'root.cn.[0].cn[0].cn[0].v': '家', gone: undefined })")
    expect(app.page.payloads[payload]).toEqual({ bytes: 35, data: { 'root.cn.[0].cn[0].cn[0].v': '家' } })
    expect(app.page.find('#quiet').text).toBe('家')
    expect(app.page.byText('家').id).toBe('quiet')
    expect(() => app.page.find('#missing')).toThrow('pages/one/index shows no #missing')
  })

  it('leaves a dialogue open until it is answered, and keeps the storage', async () => {
    const app = start({ storage: { edition: 'care' } })
    expect(inside(app, "wx.getStorageSync('edition')")).toBe('care')
    await expect(inside(app, "wx.getStorage({ key: 'none' })")).rejects.toMatchObject({
      errMsg: 'getStorage:fail data not found',
    })
    const asked = inside(app, "wx.showModal({ title: 'sure?' })")
    expect(app.dialogue?.options).toEqual({ title: 'sure?' })
    app.answer({ confirm: true })
    await expect(asked).resolves.toEqual({ errMsg: 'showModal:ok', confirm: true })
    expect(() => app.answer()).toThrow('no dialogue is open')
    void inside(app, "wx.makePhoneCall({ phoneNumber: '12345' })")
    expect(app.callsOf('makePhoneCall')).toEqual([{ phoneNumber: '12345' }])
  })

  it('calls the cloud that the test gives, unless the network is gone', async () => {
    const app = start({ cloud: async (name, data) => ({ name, data }) })
    const call = "wx.cloud.callFunction({ name: 'api', data: { a: 1, b: undefined } })"
    await expect(inside(app, call)).resolves.toMatchObject({ result: { name: 'api', data: { a: 1 } } })
    app.setOffline(true)
    await expect(inside(app, call)).rejects.toMatchObject({ errMsg: 'cloud.callFunction:fail request:fail' })
    await expect(inside(app, 'wx.getNetworkType()')).resolves.toMatchObject({ networkType: 'none' })
  })
})
