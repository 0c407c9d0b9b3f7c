import { startWeapp, type Weapp, type WeappOptions } from '../weapp'
import type { WeappFiles } from './files'

/** What every page of the fixture writes down: which handler ran, where, and with what. */
const page = (name: string, data = '{}') => `
  var log = require('${'../'.repeat(name.split('/').length)}log')
  var say = function (word) { return function (x) { log.push('${name} ' + word + (x === undefined ? '' : ' ' + JSON.stringify(x))) } }
  Page({
    data: ${data},
    onLoad: say('load'), onShow: say('show'), onReady: say('ready'), onHide: say('hide'), onUnload: say('unload'),
    onPageScroll: say('scroll'), onReachBottom: say('bottom'), onPullDownRefresh: say('refresh'),
    onResize: say('resize'), onTabItemTap: say('tab'),
    onShareAppMessage: function (from) {
      return { title: from.from + ' ' + (from.target ? from.target.id : ''), path: this.data.path || '/pages/two/index', promise: this.data.card }
    },
    onShareTimeline: function () { return { title: 'moments' } },
    on: function (e) { log.push(e.type + ' ' + e.currentTarget.id + ' ' + JSON.stringify(e.detail)) },
    lose: function () { throw new Error('lost') },
    subscribe: function () { this.asked = wx.requestSubscribeMessage({ tmplIds: ['T1', 'T2'] }) },
    subscribeLater: function () {
      var page = this
      setTimeout(function () { setTimeout(function () { page.asked = wx.requestSubscribeMessage({ tmplIds: ['T1'] }).catch(function (e) { return e }) }, 5) }, 5)
    },
  })`

const oneView = `
  <view id="outer" bindtap="on" class="a b" aria-role="region" aria-label="outside">
    <view id="quiet" data-place="7">{{word}}</view>
    <button id="off" disabled="{{true}}" bindtap="on">off</button>
    <button id="share" open-type="share" bindtap="on">share</button>
    <view id="gone" hidden="{{true}}" bindtap="on">gone</view>
    <view id="unseen" style="display: none" bindtap="on">unseen</view>
    <view id="deaf" catchtap="on"><text id="inner" bindtap="on" data-note="x">inner</text></view>
    <view id="broken" catchtap="lose">broken</view>
    <view id="rows"><text wx:for="{{rows}}" wx:key="*this" class="row">{{item}}</text></view>
    <own id="own" bindheard="on" />
    <swiper id="swiper" bindchange="on"><swiper-item>a</swiper-item><swiper-item>b</swiper-item></swiper>
    <scroll-view id="scroll" scroll-y="{{true}}" bindscroll="on" bindscrolltolower="on" />
  </view>`

const fieldsView = `
  <form id="form" bindsubmit="on" bindreset="on">
    <input id="name" name="name" value="{{name}}" focus="{{focus}}" maxlength="4" bindinput="on" bindfocus="on" bindblur="on" bindconfirm="on" />
    <textarea id="story" name="story" bindblur="on" />
    <switch id="loud" name="loud" checked="{{true}}" bindchange="on" />
    <checkbox-group id="days" name="days" bindchange="on">
      <label id="monday"><checkbox value="mon" checked="{{true}}" />Monday</label>
      <label id="tuesday"><checkbox value="tue" />Tuesday</label>
    </checkbox-group>
    <radio-group id="kind" name="kind" bindchange="on">
      <radio id="water" value="water" /><radio id="gas" value="gas" checked="{{true}}" />
    </radio-group>
    <picker id="date" name="date" mode="date" value="2026-01-01" bindchange="on" bindcancel="on"><view>date</view></picker>
    <slider id="loudness" name="loudness" min="5" value="30" bindchange="on" />
    <input id="locked" disabled="{{true}}" />
    <button id="send" form-type="submit" bindtap="on">send</button>
    <button id="clear" form-type="reset">clear</button>
  </form>
  <navigator id="away" url="/pages/two/index?from=link" bindsuccess="on">away</navigator>
  <button id="phone" open-type="getPhoneNumber" bindgetphonenumber="on">phone</button>
  <button id="agree" open-type="agreePrivacyAuthorization" bindagreeprivacyauthorization="on">agree</button>
  <button id="subscribe" bindtap="subscribe">subscribe</button>
  <button id="later" bindtap="subscribeLater">later</button>`

const texts: Readonly<Record<string, string>> = {
  'app.json': JSON.stringify({
    pages: ['pages/one/index', 'pages/two/index', 'pages/tab/index', 'pages/fields/index'],
    subPackages: [
      { root: 'extra', pages: ['deep/index'] },
      { root: 'other', pages: ['page/index'] },
    ],
    preloadRule: { 'pages/two/index': { packages: ['other'] } },
    tabBar: {
      list: [
        { pagePath: 'pages/one/index', text: 'one' },
        { pagePath: 'pages/tab/index', text: 'tab' },
      ],
    },
    requiredPrivateInfos: ['getLocation'],
    lazyCodeLoading: 'requiredComponents',
  }),
  'app.js': `
    var log = require('./log')
    var say = function (word) { return function (x) { log.push(word + (x === undefined ? '' : ' ' + JSON.stringify(x))) } }
    wx.cloud.init({})
    App({ onLaunch: say('launch'), onShow: say('app show'), onHide: say('app hide'), onPageNotFound: say('not found'),
      onError: function () { log.push('app error') }, onUnhandledRejection: say('rejection') })`,
  'log.js': 'module.exports = []',
  'own.js': `
    Component({
      properties: { n: { type: Number, value: 3 } },
      pageLifetimes: { show: function () { require('./log').push('own shown') } },
      methods: { tap: function (e) { this.triggerEvent('heard', { n: this.data.n, at: e.currentTarget.id }) } },
    })`,
  'own.json': '{"component":true}',
  'own.wxml': `<view id="inside" bindtap="tap">own</view>`,
  'pages/one/index.js': page('pages/one', '{ word: "word", rows: [1, 2, 3] }'),
  'pages/one/index.json': '{"usingComponents":{"own":"../../own"}}',
  'pages/one/index.wxml': oneView,
  'pages/two/index.js': page('pages/two'),
  'pages/two/index.json': '{"enablePullDownRefresh":true,"onReachBottomDistance":100}',
  'pages/fields/index.js': page('pages/fields', '{ name: "before" }'),
  'pages/fields/index.json': '{}',
  'pages/fields/index.wxml': fieldsView,
  ...Object.fromEntries(
    ['pages/tab', 'extra/deep', 'other/page'].flatMap((name) => [
      [`${name}/index.js`, page(name)],
      [`${name}/index.json`, '{}'],
    ]),
  ),
  ...Object.fromEntries(
    ['pages/two', 'pages/tab', 'extra/deep', 'other/page'].map((name) => [`${name}/index.wxml`, '<view>page</view>']),
  ),
}

/** A mini program of a few lines whose pages write down what happens to them. */
export const fixture = (changed: Readonly<Record<string, string>> = {}): WeappFiles => ({
  texts: { ...texts, ...changed },
  assets: {},
})

/** Starts it, with some of its files replaced. */
export const startFixture = (options: WeappOptions = {}, changed?: Readonly<Record<string, string>>): Weapp =>
  startWeapp({ files: fixture(changed), ...options })

/** Starts it on one of its pages. */
export const startFixtureAt = (path: string, options: WeappOptions = {}): Weapp =>
  startFixture({ launch: { path }, ...options })

export const logOf = (app: Weapp): string[] => [...(app.require('log.js') as string[])]

/** What was written down while something was done. */
export function logged(app: Weapp, work: () => void): string[] {
  const before = logOf(app).length
  work()
  return logOf(app).slice(before)
}

/** Runs an expression inside the mini program. */
export const inside = (app: Weapp, work: string): unknown => app.evaluate(work)
