import type { WeappNode } from '../node'
import type { Realm } from '../realm'
import { builtIns } from '../vocabulary'
import { canvasApis } from './canvas'
import { Caller, WxFailure, type Answer, type Options } from './caller'
import { cloudApis, type CloudFunction } from './cloud'
import { Consent, type PrivacyOptions } from './consent'
import { downloadApi } from './downloads'
import { FileSystem, fileManager } from './file-system'
import { imageInfo } from './image'
import type { CloudAddress } from './local-cloud'
import { Network } from './network'
import { intersectionObserver, selectorQuery, type Layout, type WaitingObserver } from './query'
import { storageApis } from './storage'
import { subscribeApi } from './subscribe'
import { systemApis, type Launch } from './system'
import { TabBar } from './tab-bar'
import { Uploads } from './uploads'

/** What `wx` needs from the mini program around it. */
export interface WxHost {
  readonly realm: Realm
  readonly storage: Map<string, string>
  readonly fontSize: number
  readonly privacy: PrivacyOptions
  readonly requiredPrivateInfos: readonly string[]
  readonly cloud: CloudFunction | undefined
  readonly connect: CloudAddress | undefined
  readonly launched: () => Launch
  readonly entered: () => Launch
  /** Why an API fails now by the test's wish. */
  readonly failing: (name: string, options: Answer) => string | undefined
  /** An API was used as WeChat forbids it. */
  readonly onMisuse: (text: string) => void
  readonly navigate: (name: string, options: Answer) => void
  /** Whether the code that runs now was started by a person's tap. */
  readonly hasGesture: () => boolean
  readonly nodes: (selector: string) => readonly WeappNode[]
  readonly layout: () => Layout
  readonly tabs: number
  /** Whether the page on top is one of the tab bar's. */
  readonly isTabShown: () => boolean
  readonly onRefresh: (isRefreshing: boolean) => void
  readonly onScroll: (scrollTop: number) => void
}

export interface Wx {
  /** What the mini program sees. */
  readonly wx: object
  readonly caller: Caller
  readonly network: Network
  readonly consent: Consent
  readonly files: FileSystem
  readonly observers: Set<WaitingObserver>
  readonly tabBar: TabBar
  readonly uploads: Uploads
  /** The app's own listeners: `onError`, `onAppShow`, …, by the name of the API that takes them. */
  tell(name: string, ...values: readonly unknown[]): void
}

const navigations = ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab', 'navigateBack']

/** What a test reads from `calls`, and that does nothing else here. */
const effects = [
  ...['showToast', 'hideToast', 'showLoading', 'hideLoading', 'showShareMenu', 'hideShareMenu', 'updateShareMenu'],
  ...['setNavigationBarTitle', 'setNavigationBarColor', 'showNavigationBarLoading', 'hideNavigationBarLoading'],
  ...['setBackgroundColor', 'setBackgroundTextStyle', 'hideKeyboard', 'vibrateShort', 'vibrateLong', 'previewImage'],
  ...['enableAlertBeforeUnload', 'disableAlertBeforeUnload', 'setKeepScreenOn', 'openLocation'],
  'makePhoneCall',
]

/** The app's listeners; each `onX` has its `offX`. */
const listened = [
  ...['AppShow', 'AppHide', 'Error', 'UnhandledRejection', 'PageNotFound', 'ThemeChange', 'WindowResize'],
  ...['MemoryWarning', 'KeyboardHeightChange', 'AppRoute', 'UserCaptureScreen', 'LazyLoadError'],
]

/** Names that Taro looks for and does well without. */
const absent = new Set(['webpackJsonp', 'then', 'toJSON', 'getAppInfo', 'qy', 'router'])

/**
 * WeChat's `wx` as documented, as far as the product and its near future need it. What it lacks throws its name, so
 * that a new use of an API has to be thought about here.
 */
export function createWx(host: WxHost): Wx {
  const caller = new Caller(host.realm, host.failing, host.onMisuse)
  const network = new Network(caller)
  const consent = new Consent(caller, host.privacy, host.requiredPrivateInfos, host.hasGesture)
  const files = new FileSystem()
  const tabBar = new TabBar(caller, { tabs: host.tabs, isShown: host.isTabShown })
  const uploads = new Uploads(caller)
  const observers = new Set<WaitingObserver>()
  const listeners = new Map<string, Set<(...values: unknown[]) => void>>()

  const apis: Record<string, unknown> = {
    ...systemApis(caller, host),
    ...storageApis(caller, host.storage),
    ...network.apis,
    ...consent.apis,
    ...Object.fromEntries(effects.map((name) => [name, caller.recorded(name)])),
    ...Object.fromEntries(
      navigations.map((name) => [name, caller.recorded(name, (options) => host.navigate(name, options))]),
    ),
    ...listenerApis(listeners),
    ...privateApis(caller, consent, files),
    ...tabBar.apis,
    ...fileApis(caller, files, host.hasGesture),
    ...canvasApis(caller, files),
    downloadFile: downloadApi(caller, files, () => network.isOffline),
    showModal: caller.asked('showModal', ({ confirm, ...more }) => ({
      confirm: confirm === true,
      cancel: confirm !== true,
      ...more,
    })),
    showActionSheet: caller.asked('showActionSheet'),
    scanCode: caller.asked('scanCode'),
    // Only of a card that was opened in a group; which group, the CloudID names for the local cloud.
    getGroupEnterInfo: caller.api('getGroupEnterInfo', () => {
      const { scene } = host.entered()
      if (scene !== 1008 && scene !== 1044) throw new WxFailure('scene error', { errCode: 40097 })
      return { encryptedData: '', iv: '', cloudID: 'local-group-of-the-test' }
    }),
    login: caller.api('login', () => ({ code: 'test-code' })),
    requestSubscribeMessage: subscribeApi(caller, host.hasGesture, host.connect),
    startPullDownRefresh: caller.recorded('startPullDownRefresh', () => host.onRefresh(true)),
    stopPullDownRefresh: caller.recorded('stopPullDownRefresh', () => host.onRefresh(false)),
    pageScrollTo: caller.recorded('pageScrollTo', ({ scrollTop }) => host.onScroll(Number(scrollTop ?? 0))),
    createSelectorQuery: selectorQuery(caller, host),
    createIntersectionObserver: intersectionObserver(caller, observers),
    getFileSystemManager: fileManager(caller, host.realm, files),
    cloud: cloudApis(caller, { ...host, files, uploads, isOffline: () => network.isOffline }),
  }
  apis.canIUse = (schema: string) => canIUse(apis, schema)

  return {
    wx: strict(apis),
    caller,
    network,
    consent,
    files,
    observers,
    tabBar,
    uploads,
    tell: (name, ...values) => {
      for (const listener of listeners.get(name) ?? []) listener(...values.map((value) => caller.copy(value)))
    },
  }
}

function listenerApis(listeners: Map<string, Set<(...values: unknown[]) => void>>) {
  const of = (name: string) => listeners.get(name) ?? listeners.set(name, new Set()).get(name)!
  return Object.fromEntries(
    listened.flatMap((name) => [
      [`on${name}`, (listener: () => void) => void of(`on${name}`).add(listener)],
      [
        `off${name}`,
        (listener?: () => void) => (listener ? void of(`on${name}`).delete(listener) : of(`on${name}`).clear()),
      ],
    ]),
  )
}

/** What asks for the person's agreement or permission before it does anything. */
function privateApis(caller: Caller, consent: Consent, files: FileSystem) {
  const after = (name: string, work: (options: Options) => object | void | Promise<object | void>) =>
    caller.api(name, async (options) => {
      caller.record(name, options)
      await consent.assertAllowed(name)
      return work(options)
    })
  const chosen = (name: string) =>
    after(name, async (options) => {
      const answer = await caller.ask(name, options)
      if (!answer) throw new WxFailure('cancel')
      return answer
    })
  let clipboard = ''
  return {
    chooseMedia: chosen('chooseMedia'),
    chooseMessageFile: chosen('chooseMessageFile'),
    chooseAddress: chosen('chooseAddress'),
    getLocation: chosen('getLocation'),
    saveImageToPhotosAlbum: after('saveImageToPhotosAlbum', ({ filePath }) => void files.read(filePath)),
    setClipboardData: after('setClipboardData', ({ data }) => void (clipboard = String(data))),
    getClipboardData: after('getClipboardData', () => ({ data: clipboard })),
    // The bytes stay: nothing here paints. WeChat's quality is for JPG, other kinds come back as they are.
    compressImage: caller.recorded('compressImage', ({ src }) => ({ tempFilePath: files.add(files.read(src), 'jpg') })),
  }
}

/** What works on a file of the phone without touching what is private. */
function fileApis(caller: Caller, files: FileSystem, hasGesture: () => boolean) {
  const shared = caller.asked('shareFileMessage')
  return {
    getImageInfo: caller.api('getImageInfo', ({ src }) => {
      const info = imageInfo(files.read(src))
      if (!info) throw new WxFailure('file not found')
      return { ...info, path: src, orientation: 'up' }
    }),
    openDocument: caller.recorded('openDocument', ({ filePath }) => void files.read(filePath)),
    // WeChat on a computer only.
    saveFileToDisk: caller.recorded('saveFileToDisk', ({ filePath }) => void files.read(filePath)),
    // developers.weixin.qq.com/miniprogram/dev/api/share/wx.shareFileMessage.html: 仅在点击行为时调用
    shareFileMessage: (options: Options = {}) => {
      const refused = hasGesture() ? fileRefusal(files, options.filePath) : 'can only be invoked by user TAP gesture.'
      if (refused === undefined) return shared(options)
      return caller.api('shareFileMessage', () => {
        throw new WxFailure(refused)
      })(options)
    },
  }
}

const fileRefusal = (files: FileSystem, path: unknown) => (files.has(path) ? undefined : 'file not exists')

/** Whether the harness has an API or a component's property or event, by WeChat's way of naming them. */
function canIUse(apis: Readonly<Record<string, unknown>>, schema: string): boolean {
  const [first = '', second, third] = schema.split('.')
  const component = builtIns.get(first)
  if (!component) {
    const api = apis[first]
    if (second === undefined || typeof api === 'function') return api !== undefined
    return typeof api === 'object' && api !== null && second in api
  }
  if (second === undefined || component.properties.has(second)) return third === undefined || second !== 'bind'
  return second.startsWith('bind') && component.events.has(second.slice('bind'.length))
}

/** Throws for what is not here, on `wx` and on `wx.cloud`. */
function strict(apis: Record<string, unknown>): object {
  const guard = (target: object, path: string): object =>
    new Proxy(target, {
      get(from, name, receiver) {
        if (name in from || typeof name === 'symbol' || absent.has(name))
          return Reflect.get(from, name, receiver) as unknown
        throw new Error(`${path}.${name} is not in the harness (test/support/weapp/wx)`)
      },
    })
  apis.cloud = guard(apis.cloud as object, 'wx.cloud')
  return guard(apis, 'wx')
}
