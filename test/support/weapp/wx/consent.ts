import { WxFailure, type Answer, type Caller, type Options } from './caller'

/** APIs and buttons for which a person must first agree to the privacy guide: WeChat's list of private interfaces. */
const privateApis = new Set([
  ...['getPhoneNumber', 'getRealtimePhoneNumber', 'chooseAvatar', 'getLocation', 'chooseLocation', 'chooseAddress'],
  ...['chooseMedia', 'chooseImage', 'chooseVideo', 'chooseMessageFile', 'saveImageToPhotosAlbum', 'startRecord'],
  ...['setClipboardData', 'getClipboardData', 'addPhoneContact', 'addPhoneCalendar', 'getWeRunData'],
])

/** APIs that need a permission of the person, and its name. */
const scopes: Readonly<Record<string, string>> = {
  getLocation: 'scope.userLocation',
  saveImageToPhotosAlbum: 'scope.writePhotosAlbum',
  startRecord: 'scope.record',
}

/** APIs of place that app.json must name in `requiredPrivateInfos`. */
const namedInAppJson = new Set(['getLocation', 'chooseLocation', 'chooseAddress'])

export interface PrivacyOptions {
  /** Whether the person agreed before; true unless said. */
  readonly agreed?: boolean
  /** The interfaces that the privacy guide declares; all of them unless said. */
  readonly declared?: readonly string[]
}

type NeedListener = (resolve: (result: Answer) => void, event: object) => void

/** The person's agreement to the privacy guide, and their permissions. */
export class Consent {
  private agreed: boolean
  private readonly permissions = new Map<string, boolean>()
  private listener: NeedListener | undefined
  private readonly waiting = new Set<(agreed: boolean) => void>()

  constructor(
    private readonly caller: Caller,
    private readonly privacy: PrivacyOptions,
    private readonly requiredPrivateInfos: readonly string[],
    private readonly hasGesture: () => boolean,
  ) {
    this.agreed = privacy.agreed ?? true
  }

  /** Why a private API may not go on, or undefined. Asks the person first where that is still open. */
  async refusal(name: string): Promise<WxFailure | undefined> {
    if (namedInAppJson.has(name) && !this.requiredPrivateInfos.includes(name)) {
      return new WxFailure('the api need to be declared in the requiredPrivateInfos field in app.json/ext.json')
    }
    if (!privateApis.has(name)) return undefined
    if (this.privacy.declared && !this.privacy.declared.includes(name)) {
      return new WxFailure('api scope is not declared in the privacy agreement', { errno: 112 })
    }
    if (!(await this.isAgreed(name))) return new WxFailure('privacy permission is not authorized', { errno: 104 })
    const scope = scopes[name]
    if (scope !== undefined && !(await this.isAllowed(scope))) return new WxFailure('auth deny', { errno: 103 })
    return undefined
  }

  async assertAllowed(name: string): Promise<void> {
    const refusal = await this.refusal(name)
    if (refusal) throw refusal
  }

  /** The button of the mini program's own privacy dialogue was tapped. */
  agree(): void {
    this.agreed = true
    for (const done of this.waiting) done(true)
    this.waiting.clear()
  }

  get apis() {
    const settings = () => ({ authSetting: Object.fromEntries(this.permissions) })
    return {
      onNeedPrivacyAuthorization: (listener: NeedListener) => void (this.listener = listener),
      getPrivacySetting: this.caller.api('getPrivacySetting', () => ({
        needAuthorization: !this.agreed,
        privacyContractName: '《用户隐私保护指引》',
      })),
      requirePrivacyAuthorize: this.caller.api('requirePrivacyAuthorize', async () => {
        if (!(await this.isAgreed('requirePrivacyAuthorize'))) {
          throw new WxFailure('privacy permission is not authorized', { errno: 104 })
        }
      }),
      openPrivacyContract: this.caller.recorded('openPrivacyContract'),
      authorize: this.caller.api('authorize', async ({ scope }: Options) => {
        if (!(await this.isAllowed(String(scope)))) throw new WxFailure('auth deny', { errno: 103 })
      }),
      getSetting: this.caller.api('getSetting', settings),
      openSetting: this.caller.api('openSetting', async () => {
        if (!this.hasGesture()) throw new WxFailure('can only be invoked by user TAP gesture.')
        const answer = (await this.caller.ask('openSetting', {})) ?? {}
        for (const [scope, isOn] of Object.entries(answer)) this.permissions.set(scope, isOn === true)
        return settings()
      }),
    }
  }

  /** WeChat asks once and keeps the answer. */
  private async isAllowed(scope: string): Promise<boolean> {
    const known = this.permissions.get(scope)
    if (known !== undefined) return known
    const answer = await this.caller.ask('authorize', { scope })
    const allowed = answer?.confirm === true
    this.permissions.set(scope, allowed)
    return allowed
  }

  /** By the mini program's own dialogue if it has one, else by WeChat's (`dialogue.name` is "privacy"). */
  private async isAgreed(name: string): Promise<boolean> {
    if (this.agreed) return true
    const { listener } = this
    if (!listener) {
      const answer = await this.caller.ask('privacy', { referrer: name })
      if (answer?.confirm === true) this.agree()
      return this.agreed
    }
    return new Promise((done) => {
      this.waiting.add(done)
      listener(
        ({ event }) => {
          // Agreement counts by the tap on WeChat's button (open-type agreePrivacyAuthorization) only.
          if (event === 'disagree' || (event === 'agree' && !this.agreed)) {
            this.waiting.delete(done)
            done(false)
          }
        },
        this.caller.copy({ referrer: name }),
      )
    })
  }
}
