import { inside, logged, logOf, startFixture, startFixtureAt } from '../support/weapp/fixture'

describe('pages above each other', () => {
  it('runs the lifecycles in order, hands the query on undecoded, and keeps the stack', () => {
    const app = startFixture({ launch: { query: { scene: 'a%3D1' } } })
    void inside(app, "wx.navigateTo({ url: '/pages/two/index?x=%E4%BD%A0' })")
    void inside(app, "wx.redirectTo({ url: '../../extra/deep/index' })")
    expect(app.stack.map(({ route }) => route)).toEqual(['pages/one/index', 'extra/deep/index'])
    app.back()
    app.hide()
    app.show()
    const words = logOf(app).map((line) => line.replace(/(launch|app show) .*/, '$1'))
    expect(words.filter((line) => line !== 'own shown')).toEqual([
      'launch',
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

  it('tells the components of a page when it is shown', () => {
    const app = startFixture()
    void inside(app, "wx.navigateTo({ url: '/pages/two/index' })")
    expect(logged(app, () => app.back())).toContain('own shown')
  })

  it('refuses what WeChat refuses, with its words', async () => {
    const app = startFixture()
    const refused = (work: string, why: string) => expect(inside(app, work)).rejects.toMatchObject({ errMsg: why })
    await refused("wx.navigateTo({ url: '/pages/tab/index' })", 'navigateTo:fail can not navigateTo a tabbar page')
    await refused("wx.redirectTo({ url: '/pages/tab/index' })", 'redirectTo:fail can not redirectTo a tabbar page')
    await refused("wx.switchTab({ url: '/pages/two/index' })", 'switchTab:fail can not switch to no-tabBar page')
    await refused("wx.navigateTo({ url: '/no/page' })", 'navigateTo:fail page "no/page" is not found')
    await refused("wx.switchTab({ url: '/pages/tab/index?x=1' })", 'switchTab:fail url 不支持 queryString')
    await refused('wx.navigateBack({})', 'navigateBack:fail cannot navigate back at first page')
    for (let depth = 1; depth < 10; depth += 1) void inside(app, "wx.navigateTo({ url: '/pages/two/index' })")
    await refused("wx.navigateTo({ url: '/pages/two/index' })", 'navigateTo:fail webview count limit exceed')
    await inside(app, 'wx.navigateBack({ delta: 20 })')
    expect(app.stack.map(({ route }) => route)).toEqual(['pages/one/index'])
  })
})

describe('tabs', () => {
  it('stay alive, hear a tap, and are left without hearing twice of being hidden', () => {
    const app = startFixture()
    void inside(app, "wx.navigateTo({ url: '/pages/two/index' })")
    const switched = logged(app, () => void inside(app, "wx.switchTab({ url: '/pages/tab/index' })"))
    expect(switched.filter((line) => line.startsWith('pages/one'))).toEqual([])
    expect(logged(app, () => app.tapTab('pages/one/index'))).toEqual([
      'pages/tab hide',
      'pages/one show',
      'own shown',
      'pages/one tab {"index":0,"pagePath":"pages/one/index","text":"one"}',
    ])
    expect(logOf(app).filter((line) => line.startsWith('pages/one load'))).toHaveLength(1)
  })

  it('are not in sight above a page that is none', () => {
    const app = startFixture()
    void inside(app, "wx.navigateTo({ url: '/pages/two/index' })")
    expect(() => app.tapTab('pages/tab/index')).toThrow('no tab pages/tab/index is in sight')
  })
})

describe('sub-packages', () => {
  it('are fetched when a page of theirs is first needed, or while another page is being read', () => {
    const app = startFixture()
    expect(app.packages).toEqual([])
    void inside(app, "wx.navigateTo({ url: '/pages/two/index' })")
    expect(app.packages).toEqual(['other'])
    void inside(app, "wx.navigateTo({ url: '/extra/deep/index' })")
    expect(app.packages).toEqual(['other', 'extra'])
  })

  it('cannot be fetched without a network, unless they were fetched before', async () => {
    const app = startFixture()
    void inside(app, "wx.navigateTo({ url: '/pages/two/index' })")
    app.setOffline(true)
    await expect(inside(app, "wx.navigateTo({ url: '/extra/deep/index' })")).rejects.toMatchObject({
      errMsg: 'navigateTo:fail loadSubpackage:fail extra',
    })
    await inside(app, "wx.navigateTo({ url: '/other/page/index' })")
    expect(app.page.route).toBe('other/page/index')
  })

  it('are closed to the code of other packages', () => {
    const files = { 'pages/one/index.js': "require('../../extra/deep/index'); Page({})" }
    expect(() => startFixture({}, files)).toThrow('it lies in the sub-package extra')
  })

  it('run only the code that a page needs, where lazyCodeLoading says so', () => {
    const loud = { 'pages/tab/index.js': "require('../../log').push('tab code'); Page({})" }
    expect(logOf(startFixture({}, loud))).not.toContain('tab code')
    const eager = { ...loud, 'app.json': '{"pages":["pages/one/index","pages/tab/index"]}' }
    expect(logOf(startFixture({}, eager))).toContain('tab code')
  })
})

describe('how the mini program is entered', () => {
  it.each([1047, 1048, 1049, 1011, 1012, 1013, 1007, 1008, 1014, 1107])('tells scene %d everywhere alike', (scene) => {
    const app = startFixture({ launch: { path: 'pages/two/index', query: { q: 'x' }, scene } })
    const launch = { path: 'pages/two/index', query: { q: 'x' }, scene }
    expect(inside(app, 'wx.getLaunchOptionsSync()')).toEqual(launch)
    expect(inside(app, 'wx.getEnterOptionsSync()')).toEqual(launch)
    expect(logOf(app).slice(0, 2)).toEqual([`launch ${JSON.stringify(launch)}`, `app show ${JSON.stringify(launch)}`])
  })

  it('opens the page of a card that is tapped while it runs, and keeps how it was launched', () => {
    const app = startFixture({ launch: { scene: 1047 } })
    app.hide()
    app.show({ path: 'pages/two/index', query: { from: 'card' }, scene: 1044, shareTicket: 'ticket' })
    expect(app.page.query).toEqual({ from: 'card' })
    expect(inside(app, 'wx.getEnterOptionsSync()')).toMatchObject({ scene: 1044, shareTicket: 'ticket' })
    expect(inside(app, 'wx.getLaunchOptionsSync()')).toMatchObject({ scene: 1047 })
  })

  it('opens the page anew when the next code leads to the page on top', () => {
    const app = startFixture({ launch: { query: { scene: 'first' }, scene: 1047 } })
    app.hide()
    expect(logged(app, () => app.show({ path: 'pages/one/index', query: { scene: 'second' }, scene: 1047 }))).toEqual([
      'app show {"path":"pages/one/index","query":{"scene":"second"},"scene":1047}',
      'pages/one unload',
      'pages/one load {"scene":"second"}',
      'pages/one show',
      'own shown',
      'pages/one ready',
    ])
    expect(app.stack).toHaveLength(1)
  })

  it('tells the app of a page that is not there', () => {
    const app = startFixture({ launch: { path: 'pages/old/index' } })
    expect(logOf(app).at(-1)).toBe('not found {"path":"pages/old/index","query":{},"isEntryPage":true}')
  })

  it('tells the app of an error that nobody caught, and of a promise', () => {
    const app = startFixture()
    expect(() => app.page.tap('#broken')).toThrow('lost')
    app.rejectUnheard('why')
    expect(logOf(app).slice(-2)).toEqual(['app error', 'rejection {"reason":"why"}'])
    expect(app.problems[0]).toContain('lost')
  })
})

describe('what happens to a page', () => {
  it('hears of scrolling, and of the bottom once until it is left', () => {
    const app = startFixtureAt('pages/two/index')
    app.page.contentHeight = 1724
    expect(logged(app, () => [500, 950, 1000, 0].forEach((top) => app.page.scroll(top)))).toEqual([
      'pages/two scroll {"scrollTop":500}',
      'pages/two scroll {"scrollTop":950}',
      'pages/two bottom',
      'pages/two scroll {"scrollTop":1000}',
      'pages/two scroll {"scrollTop":0}',
    ])
    expect(logged(app, () => app.page.scrollToBottom())).toContain('pages/two bottom')
  })

  it('is refreshed by pulling only where its JSON says so', async () => {
    const app = startFixtureAt('pages/two/index')
    expect(logged(app, () => app.page.pullDown())).toEqual(['pages/two refresh'])
    expect(app.page.isRefreshing).toBe(true)
    await inside(app, 'wx.stopPullDownRefresh()')
    expect(app.page.isRefreshing).toBe(false)
    expect(() => startFixture().page.pullDown()).toThrow('does not enable pull-down refresh')
  })

  it('hears that the phone was turned', () => {
    const app = startFixture()
    expect(logged(app, () => app.page.resize(812, 375))[0]).toContain('pages/one resize {"size":{"windowWidth":812')
  })

  it('is shared from the menu, from a button, and to Moments', () => {
    const app = startFixture()
    expect(app.shareFromMenu()).toEqual({ title: 'menu ', path: '/pages/two/index' })
    app.page.tap('#share')
    expect(app.shares.map(({ title }) => title)).toEqual(['menu ', 'button share'])
    expect(app.shareToTimeline()).toEqual({ title: 'moments' })
  })

  it.each(['pages/two/index', '/pages/none', '/x?a=1'])('sends no card that opens nothing: %s', (path) => {
    const app = startFixture()
    inside(app, `(page.data.path = '${path}')`)
    app.shareFromMenu()
    expect(() => app.page).toThrow(`${path} is no page by its whole path`)
  })

  it('may promise its card', async () => {
    const app = startFixture()
    inside(app, "(page.data.card = Promise.resolve({ title: 'later' }), 0)")
    app.shareFromMenu()
    await app.until(() => app.shares.length === 1)
    expect(app.shares[0]?.title).toBe('later')
  })

  it('is nobody else’s when two run side by side', () => {
    const [one, two] = [startFixture({ storage: { a: 1 } }), startFixture()]
    inside(one, "page.setData({ rows: 'text' })")
    expect(one.problems.join()).toContain('string as for-list')
    expect(two.problems).toEqual([])
    expect(inside(two, "wx.getStorageSync('a')")).toBe('')
  })

  it('stops with its timers when the app is closed', () => {
    const app = startFixture()
    app.close()
    expect(logOf(app).at(-1)).toBe('pages/one unload')
    expect(() => app.page).toThrow('no page is open')
  })
})
