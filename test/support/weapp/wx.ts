export interface WxCall {
  readonly name: string
  readonly options: unknown
}

interface Callbacks {
  success?: (result: unknown) => void
  fail?: (error: unknown) => void
  complete?: (result: unknown) => void
}
type Options = Callbacks & Record<string, unknown>

export interface Launch {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly scene: number
}

/** What the stand-in needs from the harness around it. */
export interface WxHost {
  /** Copies a value into the mini program's realm through JSON, as WeChat's bridge does. */
  readonly toRealm: <T>(value: T) => T
  /** WeChat's setting for the size of type; 17 is usual. */
  readonly fontSize: number
  /** Why an API fails now, or undefined: the person turned back, a package could not be fetched. */
  readonly failing: (name: string, options: Readonly<Record<string, unknown>>) => string | undefined
  readonly launch: Launch
  readonly navigate: (name: NavigationName, options: Options) => string | undefined
  readonly cloud: (name: string, data: unknown) => Promise<unknown>
  readonly isOffline: () => boolean
}

export type NavigationName = 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab' | 'navigateBack'

/** A dialogue that waits for the person who holds the phone. */
export interface OpenDialogue {
  readonly options: Readonly<Record<string, unknown>>
  readonly answer: (result: Readonly<Record<string, unknown>> | undefined) => void
}

const system = {
  SDKVersion: '3.7.0',
  platform: 'devtools',
  system: 'iOS 17.0',
  brand: 'devtools',
  model: 'iPhone',
  language: 'zh_CN',
  version: '8.0.50',
  pixelRatio: 2,
  screenWidth: 375,
  screenHeight: 812,
  windowWidth: 375,
  windowHeight: 724,
  statusBarHeight: 44,
  fontSizeSetting: 16,
  theme: 'light',
  safeArea: { top: 44, left: 0, right: 375, bottom: 778, width: 375, height: 734 },
}

/** Names that Taro looks for and does well without. */
const absent = new Set(['webpackJsonp', 'then', 'toJSON', 'getAppInfo', 'qy', 'onAppShow', 'router'])

/**
 * A stand-in for `wx`: only what the product uses, each with WeChat's behaviour as documented. What it lacks throws its
 * name, so that a new use of an API has to be thought about here.
 */
export function createWx(host: WxHost, storage: Map<string, string>) {
  const calls: WxCall[] = []
  const dialogues: OpenDialogue[] = []
  const networkListeners: ((state: { isConnected: boolean; networkType: string }) => void)[] = []

  const record = (name: string, options: unknown = {}) => {
    calls.push({ name, options: JSON.parse(JSON.stringify(options)) as unknown })
  }
  /** WeChat answers callbacks, or a promise where no callback was given; later in both cases. */
  const settle = (name: string, options: Options | undefined, work: Promise<object>): Promise<unknown> => {
    const done = work.then(
      (result) => ({ failed: false, result: host.toRealm({ errMsg: `${name}:ok`, ...result }) }),
      (error: unknown) => ({ failed: true, result: host.toRealm(toFailure(name, error)) }),
    )
    const heard = Boolean(options?.success ?? options?.fail ?? options?.complete)
    return done.then(({ failed, result }) => {
      if (failed) options?.fail?.(result)
      else options?.success?.(result)
      options?.complete?.(result)
      // WeChat rejects with this plain object.
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      if (failed && !heard) throw result
      return result
    })
  }
  const ok = (name: string, options?: Options, result: object = {}) => settle(name, options, Promise.resolve(result))
  const fail = (name: string, options: Options | undefined, why: string) =>
    settle(name, options, Promise.reject(new WxFailure(why)))
  const recorded = (name: string) => (options?: Options) => {
    record(name, options)
    const why = host.failing(name, options ?? {})
    return why === undefined ? ok(name, options) : fail(name, options, why)
  }
  const asked = (name: string) => (options: Options) => {
    record(name, options)
    return settle(
      name,
      options,
      new Promise((resolve, reject) => {
        const dialogue: OpenDialogue = {
          options,
          answer: (result) => {
            dialogues.splice(dialogues.indexOf(dialogue), 1)
            if (result) resolve(result)
            else reject(new WxFailure('cancel'))
          },
        }
        dialogues.push(dialogue)
      }),
    )
  }
  const going = (name: NavigationName) => (options: Options) => {
    record(name, options)
    const why = host.failing(name, options) ?? host.navigate(name, options)
    return why === undefined ? ok(name, options) : fail(name, options, why)
  }
  const network = () =>
    host.isOffline() ? { isConnected: false, networkType: 'none' } : { isConnected: true, networkType: 'wifi' }

  const wx = {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getSystemInfoSync: () => host.toRealm(system),
    getWindowInfo: () => host.toRealm(system),
    getDeviceInfo: () => host.toRealm(system),
    getAppBaseInfo: () => host.toRealm({ ...system, fontSizeSetting: host.fontSize }),
    getSystemSetting: () => host.toRealm({ locationEnabled: true, wifiEnabled: true }),
    getAccountInfoSync: () => host.toRealm({ miniProgram: { appId: 'wx-test', envVersion: 'develop' } }),
    getMenuButtonBoundingClientRect: () =>
      host.toRealm({ top: 48, right: 365, bottom: 80, left: 278, width: 87, height: 32 }),
    getLaunchOptionsSync: () => host.toRealm(host.launch),
    getEnterOptionsSync: () => host.toRealm(host.launch),
    canIUse: () => true,
    nextTick: (work: () => void) => void Promise.resolve().then(work),

    getStorageSync: (key: string) => {
      const value = storage.get(key)
      return value === undefined ? '' : host.toRealm(JSON.parse(value) as unknown)
    },
    setStorageSync: (key: string, value: unknown) => {
      const why = host.failing('setStorage', { key })
      if (why !== undefined) throw new WxFailure(why)
      storage.set(key, JSON.stringify(value))
    },
    removeStorageSync: (key: string) => void storage.delete(key),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: () => host.toRealm({ keys: [...storage.keys()], currentSize: 1, limitSize: 10_240 }),
    getStorage: (options: Options) => {
      const value = storage.get(String(options.key))
      if (value === undefined) return fail('getStorage', options, 'data not found')
      return ok('getStorage', options, { data: JSON.parse(value) as unknown })
    },
    setStorage: (options: Options) => {
      storage.set(String(options.key), JSON.stringify(options.data))
      return ok('setStorage', options)
    },
    removeStorage: (options: Options) => {
      storage.delete(String(options.key))
      return ok('removeStorage', options)
    },

    navigateTo: going('navigateTo'),
    redirectTo: going('redirectTo'),
    reLaunch: going('reLaunch'),
    switchTab: going('switchTab'),
    navigateBack: (options: Options = {}) => going('navigateBack')(options),

    makePhoneCall: recorded('makePhoneCall'),
    setClipboardData: recorded('setClipboardData'),
    showToast: recorded('showToast'),
    hideToast: recorded('hideToast'),
    showLoading: recorded('showLoading'),
    hideLoading: recorded('hideLoading'),
    showShareMenu: recorded('showShareMenu'),
    hideShareMenu: recorded('hideShareMenu'),
    setNavigationBarTitle: recorded('setNavigationBarTitle'),
    setNavigationBarColor: recorded('setNavigationBarColor'),
    pageScrollTo: recorded('pageScrollTo'),
    stopPullDownRefresh: recorded('stopPullDownRefresh'),
    vibrateShort: recorded('vibrateShort'),
    enableAlertBeforeUnload: recorded('enableAlertBeforeUnload'),
    disableAlertBeforeUnload: recorded('disableAlertBeforeUnload'),

    showModal: asked('showModal'),
    showActionSheet: asked('showActionSheet'),
    scanCode: asked('scanCode'),
    requestSubscribeMessage: asked('requestSubscribeMessage'),

    getNetworkType: (options?: Options) => ok('getNetworkType', options, network()),
    onNetworkStatusChange: (listener: (typeof networkListeners)[number]) => void networkListeners.push(listener),
    offNetworkStatusChange: (listener?: (typeof networkListeners)[number]) => {
      if (!listener) networkListeners.length = 0
      else networkListeners.splice(networkListeners.indexOf(listener), 1)
    },
    onMemoryWarning: () => undefined,
    onWindowResize: () => undefined,
    offWindowResize: () => undefined,
    // A new release is always ready: what is tested is that the app asks for it.
    getUpdateManager: () => ({
      onCheckForUpdate: (listener: (found: { hasUpdate: boolean }) => void) => {
        setTimeout(() => listener(host.toRealm({ hasUpdate: true })), 0)
      },
      onUpdateReady: (listener: () => void) => {
        setTimeout(listener, 0)
      },
      onUpdateFailed: () => undefined,
      applyUpdate: () => record('applyUpdate', {}),
    }),

    cloud: {
      init: (options: unknown) => record('cloud.init', options),
      callFunction: (options: Options) => {
        record('cloud.callFunction', { name: options.name, data: options.data })
        if (host.isOffline()) return fail('cloud.callFunction', options, 'request:fail')
        const data = JSON.parse(JSON.stringify(options.data ?? {})) as unknown
        const work = host.cloud(String(options.name), data).then((result) => ({ result, requestID: 'test' }))
        return settle('cloud.callFunction', options, work)
      },
    },
  }

  const strict = new Proxy(wx, {
    get(target, name, receiver) {
      if (name in target || typeof name === 'symbol' || absent.has(name)) {
        return Reflect.get(target, name, receiver) as unknown
      }
      throw new Error(`wx.${name} is not in the stand-in (test/support/weapp/wx.ts)`)
    },
  })
  return {
    wx: strict,
    calls,
    dialogues,
    tellNetwork: () => networkListeners.forEach((listener) => listener(host.toRealm(network()))),
  }
}

/** A refusal of WeChat's own, as opposed to a fault of the test's cloud. */
class WxFailure extends Error {}

function toFailure(name: string, error: unknown) {
  if (error instanceof WxFailure) return { errMsg: `${name}:fail ${error.message}` }
  return { errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}`, errCode: -1 }
}
