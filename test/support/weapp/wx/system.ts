import type { Caller } from './caller'

/** How the mini program was entered, as WeChat's `scene` numbers it. */
export interface Launch {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** For example 1047 to 1049 a mini program code, 1011 to 1013 an ordinary one, 1007 and 1008 a card, 1044 a card
   * with `shareTicket`, 1014 and 1107 a subscribed message. */
  readonly scene: number
  /** Only for cards of a group that were shared so. */
  readonly shareTicket?: string
  readonly referrerInfo?: Readonly<Record<string, unknown>>
}

const screen = {
  pixelRatio: 2,
  screenWidth: 375,
  screenHeight: 812,
  windowWidth: 375,
  windowHeight: 724,
  statusBarHeight: 44,
  screenTop: 88,
  safeArea: { top: 44, left: 0, right: 375, bottom: 778, width: 375, height: 734 },
}
const device = {
  platform: 'ios',
  system: 'iOS 17.0',
  brand: 'iPhone',
  model: 'iPhone 13',
  abi: 'arm64',
  memorySize: 4096,
}
const base = { SDKVersion: '3.7.0', version: '8.0.50', language: 'zh_CN', theme: 'light' }

export interface SystemHost {
  /** WeChat's setting for the size of type; 17 is usual. */
  readonly fontSize: number
  readonly launched: () => Launch
  readonly entered: () => Launch
}

export function systemApis(caller: Caller, host: SystemHost) {
  const info = { ...base, fontSizeSetting: host.fontSize }
  const all = { ...screen, ...device, ...info }
  const giving = (value: object) => () => caller.copy(value)
  return {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getSystemInfoSync: giving(all),
    getSystemInfo: caller.api('getSystemInfo', () => all),
    getWindowInfo: giving(screen),
    getDeviceInfo: giving(device),
    getAppBaseInfo: giving(info),
    getSystemSetting: giving({ locationEnabled: true, wifiEnabled: true, bluetoothEnabled: false }),
    getAppAuthorizeSetting: giving({ locationAuthorized: 'authorized', notificationAuthorized: 'authorized' }),
    getAccountInfoSync: giving({ miniProgram: { appId: 'wx-test', envVersion: 'develop', version: '' } }),
    getMenuButtonBoundingClientRect: giving({ top: 48, right: 365, bottom: 80, left: 278, width: 87, height: 32 }),
    getLaunchOptionsSync: () => caller.copy(host.launched()),
    getEnterOptionsSync: () => caller.copy(host.entered()),
    nextTick: (work: () => void) => void Promise.resolve().then(work),
    // A new release is always ready: what is tested is that the app asks for it.
    getUpdateManager: () => ({
      onCheckForUpdate: (listener: (found: { hasUpdate: boolean }) => void) => {
        void Promise.resolve().then(() => listener(caller.copy({ hasUpdate: true })))
      },
      onUpdateReady: (listener: () => void) => void Promise.resolve().then(listener),
      onUpdateFailed: () => undefined,
      applyUpdate: () => caller.record('applyUpdate'),
    }),
  }
}
