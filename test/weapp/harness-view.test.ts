import { readWeapp } from '../support/weapp/files'
import { fixture, inside, logged, startFixture } from '../support/weapp/fixture'
import { builtIns } from '../support/weapp/vocabulary'
import { builtWeapp, startWeapp } from '../support/weapp'

const one = 'pages/one/index.wxml'
const oneWith = (wxml: string) => () => startFixture({}, { [one]: wxml })

describe('a template that WeChat would not draw', () => {
  it.each([
    ['an expression that is none', '<view class="{{a b}}" />', /pages\/one\/index.wxml:1: Fatal/],
    ['a tag that is not closed', '<view><text></view>', /end tag/],
    ['a tag that WeChat does not have', '<div />', /<div> is no component of WeChat/],
    ['a component that the page does not declare', '<button /><two />', /pages\/one\/index.json declares none/],
    ['a property that WeChat does not document', '<view colour="red" />', /1: <view> has no property colour/],
    ['an event that WeChat does not have', '\n<view bindtpa="on" />', /2: <view> has no event tpa/],
    ['a template file that is not there', '<import src="../none.wxml" />', /pages\/none.wxml/],
  ])('fails the start: %s', (_, wxml, why) => {
    expect(oneWith(wxml)).toThrow(why)
  })

  it('fails the start: a script that is none', () => {
    expect(() => startFixture({}, { 'a.wxs': 'module.exports = {' })).toThrow('a.wxs')
  })

  it('fails the start: a style sheet that is none', () => {
    expect(() => startFixture({}, { 'app.wxss': '.a { color: red' })).toThrow('app.wxss')
  })

  it.each([
    ['a script newer than WXS', { 'a.wxs': 'const a = 1' }, 'a.wxs: WXS has no const'],
    ['an arrow in a script', { 'a.wxs': 'module.exports = (a) => a' }, 'a.wxs: WXS has no =>'],
    ['a style sheet that is not there', { 'app.wxss': '@import "./none.wxss";' }, '@import ./none.wxss is missing'],
    [
      'a style’s picture out of the package',
      { 'app.wxss': '.a { background: url(a.png) }' },
      'background names a file',
    ],
    ['a component that does not say so', { 'own.json': '{}' }, 'own.json does not say that it is a component'],
  ])('fails the start: %s', (_, files, why) => {
    expect(() => startFixture({}, files)).toThrow(why)
  })

  it('takes styles’ pictures as data, from the network, and words of newer scripts in texts and comments', () => {
    const styles = '.a { background: url("data:image/png;base64,AAAA"); mask: url(https://example.org/a.png) }'
    const script = "// let us => see\nmodule.exports = 'const x => `y`'"
    expect(() => startFixture({}, { 'app.wxss': styles, 'a.wxs': script })).not.toThrow()
  })

  it('stops the test that goes on over what the engine complained of', () => {
    const app = startFixture({}, { [one]: '<view wx:for="{{rows}}">{{item}}</view>' })
    inside(app, "page.setData({ rows: 'text' })")
    expect(() => app.page).toThrow('string as for-list')
  })
})

describe('the list of what WeChat documents', () => {
  it('holds every built-in that the bundle’s templates use', () => {
    const used = new Set(
      [...(readWeapp(builtWeapp).texts['base.wxml'] ?? '').matchAll(/<([a-z-]+)[\s>]/g)].map(([, tag]) => tag),
    )
    const own = ['template', 'wxs', 'block', 'comp', 'import']
    expect([...used].filter((tag) => tag && !builtIns.has(tag) && !own.includes(tag))).toEqual([])
  })

  it('is not wider than it says', () => {
    expect(builtIns.get('view')?.properties.has('src')).toBe(false)
    expect(builtIns.get('view')?.events.has('input')).toBe(false)
  })
})

describe('what is drawn', () => {
  it('is found by CSS selectors, by text and by what a screen reader says', () => {
    const { page } = startFixture()
    const ids = (selector: string) => page.findAll(selector).map(({ id }) => id)
    expect(ids('#outer > view.a, .b #quiet')).toEqual(['quiet'])
    expect(ids('view[data-place="7"], button[open-type]')).toEqual(['quiet', 'share'])
    expect(ids('#quiet + button, #deaf ~ own')).toEqual(['off', 'own'])
    expect(ids('button:not([disabled])')).toEqual(['share'])
    expect(page.findAll('.row:last-child').map(({ text }) => text)).toEqual(['3'])
    expect(page.byText('word').id).toBe('quiet')
    expect(page.byRole('region', 'outside').id).toBe('outer')
    expect(page.find('#own #inside').text).toBe('own')
    expect(() => page.find('#missing')).toThrow('pages/one/index shows no #missing')
    expect(() => page.find('a{b')).toThrow('not understood')
  })

  it('follows setData, which crosses as JSON and is counted in bytes', () => {
    const app = startFixture()
    const before = app.page.payloads.length
    inside(app, "page.setData({ word: '家', 'rows[1]': 'b', gone: undefined })")
    expect(app.page.payloads.slice(before)).toEqual([{ bytes: 28, data: { word: '家', 'rows[1]': 'b' } }])
    expect(app.page.find('#quiet').text).toBe('家')
    expect(app.page.find('#rows').text).toBe('1b3')
  })

  it('takes no more than 1,024 KB in one setData', () => {
    const app = startFixture()
    inside(app, "page.setData({ word: 'x'.repeat(1024 * 1024) })")
    expect(app.problems.join()).toContain('more than the 1,024 KB')
    expect(() => app.page).toThrow('broken')
  })
})

describe('events', () => {
  it('go up through the tree, until something catches them', () => {
    const app = startFixture()
    const point = '{"x":1,"y":1}'
    expect(logged(app, () => app.page.tap('#quiet'))).toEqual([`tap outer ${point}`])
    expect(logged(app, () => app.page.tap('#inner'))).toEqual([`tap inner ${point}`, `tap deaf ${point}`])
  })

  it('come from the product’s own components with what they say', () => {
    const app = startFixture()
    expect(logged(app, () => app.page.tap('#inside'))[0]).toBe('heard own {"n":3,"at":"inside"}')
  })

  it('come from a swiper and a scroll-view as a person moves them', () => {
    const app = startFixture()
    expect(logged(app, () => app.page.choose('#swiper', 1))).toEqual(['change swiper {"current":1,"source":"touch"}'])
    expect(logged(app, () => app.page.scrollIn('#scroll', 'lower'))).toEqual([
      'scroll scroll {"scrollTop":2000,"scrollLeft":0}',
      'scrolltolower scroll {"direction":"bottom"}',
    ])
  })

  it('do not come from what is disabled, and nobody can tap what is hidden', () => {
    const app = startFixture()
    expect(logged(app, () => app.page.tap('#off'))).toEqual([])
    expect(() => app.page.tap('#gone')).toThrow('is hidden')
    expect(() => app.page.tap('#unseen')).toThrow('is hidden')
  })
})

describe('Taro’s templates', () => {
  const bundle = readWeapp(builtWeapp).texts
  const shared = Object.fromEntries(
    ['base.wxml', 'utils.wxs', 'comp.wxml', 'comp.json'].map((file) => [file, bundle[file] ?? '']),
  )
  /** As deep as Taro's component calls itself twice: a view in a view, forty times, with a text. */
  const deep = `
    var node = { nn: '9', sid: 't', v: 'at the bottom' }
    for (var n = 0; n < 40; n++) node = { nn: '8', sid: 'n' + n, uid: 'n' + n, cl: 'level', cn: [node] }
    var log = require('../../log')
    Page({ data: { root: { cn: [node] } }, eh: function (e) { log.push('page ' + e.currentTarget.dataset.sid) } })`

  it('draw and hear what is nested deeper than they are', () => {
    const app = startFixture(
      {},
      {
        ...shared,
        'comp.js': `Component({ properties: { i: Object, l: String }, options: { addGlobalClass: true, virtualHost: true },
          methods: { eh: function (e) { require('./log').push('comp ' + e.currentTarget.dataset.sid) } } })`,
        'pages/one/index.js': deep,
        'pages/one/index.json': '{"usingComponents":{"comp":"../../comp"}}',
        [one]: bundle['pages/me/index.wxml'] ?? '',
      },
    )
    expect(app.page.findAll('.level')).toHaveLength(40)
    expect(app.page.text).toBe('at the bottom')
    const heard = logged(app, () => app.page.tap('#n0')).filter((line) => !line.includes('touch'))
    expect(heard).toContain('comp n0')
    expect(heard.at(-1)).toMatch(/^page n39$/)
  })
})

describe('the files', () => {
  const without = (file: string) => {
    const { texts, assets } = fixture()
    return { texts: Object.fromEntries(Object.entries(texts).filter(([name]) => name !== file)), assets }
  }
  it.each(['pages/tab/index.json', 'extra/deep/index.js', 'pages/two/index.wxml', 'own.js', 'app.json'])(
    'are missed when one is gone: %s',
    (file) => {
      expect(() => startWeapp({ files: without(file) })).toThrow(file)
    },
  )

  it.each([
    ['one tab only', { list: [{ pagePath: 'pages/one/index' }] }, 'two to five'],
    [
      'a tab in a sub-package',
      { list: [{ pagePath: 'pages/one/index' }, { pagePath: 'extra/deep/index' }] },
      'no page of the main',
    ],
    [
      'a tab without words',
      { list: [{ pagePath: 'pages/one/index', text: 'one' }, { pagePath: 'pages/tab/index' }] },
      'the tab of pages/tab/index has no text',
    ],
    [
      'a tab without its picture',
      { list: [{ pagePath: 'pages/one/index', iconPath: 'a.png' }, { pagePath: 'pages/tab/index' }] },
      'picture a.png is missing',
    ],
  ])('are refused with %s', (_, tabBar, why) => {
    const app = JSON.stringify({
      pages: ['pages/one/index', 'pages/tab/index'],
      subPackages: [{ root: 'extra', pages: ['deep/index'] }],
      tabBar,
    })
    expect(() => startFixture({}, { 'app.json': app })).toThrow(why)
  })
})
