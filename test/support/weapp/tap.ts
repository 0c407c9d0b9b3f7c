import { touch } from './fields'
import type { WeappNode } from './node'
import type { WeappPage } from './page'
import { plainText } from './text'

/** What built-in components ask of the phone when they are tapped. */
export interface TapHost {
  /** Asks the person something; undefined means that it was closed. */
  ask(name: string, options: object): Promise<Readonly<Record<string, unknown>> | undefined>
  share(page: WeappPage, from: 'button', node: WeappNode): void
  navigate(name: string, options: Readonly<Record<string, unknown>>): Promise<unknown>
  agreeToPrivacy(buttonId: string): void
  record(name: string, options: object): void
  /** Whether an API of private data may go on; asks first where it has to. */
  allowPrivate(name: string): Promise<string | undefined>
  /** The code that stands for a number, from the local cloud. */
  phoneCode(phoneNumber: string): Promise<string>
}

/** A tap and what WeChat's own components then do, in the order that the mini program sees. */
export function tapOn(page: WeappPage, node: WeappNode, host: TapHost, withTouch = true): void {
  const button = node.closest('button')
  if (button?.isDisabled) return
  page.fields.aroundTap(node, () => {
    if (withTouch) for (const type of ['touchstart', 'touchend']) page.dispatch(node, touch(type))
    page.dispatch(node, touch('tap'))
  })
  const control = node.closest('button, switch, checkbox, radio, picker, navigator, label')
  const acting = control?.tag === 'label' ? labelled(page, control) : control
  if (acting && control?.tag === 'label' && acting.element !== node.element) page.dispatch(acting, touch('tap'))
  if (acting && !acting.isDisabled) act(page, acting, host)
}

function labelled(page: WeappPage, label: WeappNode): WeappNode | undefined {
  const named = label.attribute('for')
  const kinds = 'button, switch, checkbox, radio, input, textarea'
  if (typeof named === 'string' && named) return page.findAll(`#${named}`)[0]
  return label.findAll(kinds)[0]
}

function act(page: WeappPage, node: WeappNode, host: TapHost): void {
  switch (node.tag) {
    case 'switch':
    case 'checkbox':
    case 'radio':
      return page.fields.toggle(node)
    case 'input':
    case 'textarea':
      return page.fields.focus(node)
    case 'picker':
      return void pick(page, node, host)
    case 'navigator':
      return void follow(page, node, host)
    case 'button':
      return press(page, node, host)
    default:
  }
}

async function pick(page: WeappPage, picker: WeappNode, host: TapHost) {
  const names = ['mode', 'range', 'range-key', 'value', 'start', 'end', 'fields']
  const options = Object.fromEntries(names.map((name) => [name, picker.attribute(name)]))
  const answer = await host.ask('picker', options)
  if (answer) page.choose(picker, answer.value)
  else page.dispatch(picker, { type: 'cancel' })
}

const openTypes: Readonly<Record<string, string>> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
}

async function follow(page: WeappPage, navigator: WeappNode, host: TapHost) {
  const openType = plainText(navigator.attribute('open-type'), 'navigate')
  const name = openTypes[openType]
  if (name === undefined) return host.record(`navigator.${openType}`, {})
  const options = { url: navigator.attribute('url'), delta: navigator.attribute('delta') ?? 1 }
  const result = await host.navigate(name, options).then(
    (detail) => ({ type: 'success', detail }),
    (detail: unknown) => ({ type: 'fail', detail }),
  )
  page.dispatch(navigator, result)
  page.dispatch(navigator, { type: 'complete', detail: result.detail })
}

function press(page: WeappPage, button: WeappNode, host: TapHost): void {
  const purpose = button.attribute('form-type')
  const form = button.closest('form')
  if (form && purpose === 'submit') page.fields.submit(form)
  if (form && purpose === 'reset') page.fields.reset(form)
  const openType = button.attribute('open-type')
  if (typeof openType === 'string') for (const each of openType.split('|')) void open(page, button, each, host)
}

async function open(page: WeappPage, button: WeappNode, openType: string, host: TapHost): Promise<void> {
  const tell = (type: string, detail: object) => page.dispatch(button, { type, detail })
  switch (openType) {
    case 'share':
      return host.share(page, 'button', button)
    case 'contact':
      host.record('contact', { sessionFrom: button.attribute('session-from') })
      return tell('contact', { errMsg: 'enterContact:ok', path: '', query: {} })
    case 'feedback':
      return host.record('feedback', {})
    case 'openSetting':
      return tell('opensetting', { errMsg: 'openSetting:ok', ...(await host.ask('openSetting', {})) })
    case 'agreePrivacyAuthorization':
      host.agreeToPrivacy(button.id)
      return tell('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok', buttonId: button.id })
    case 'getPhoneNumber':
    case 'getRealtimePhoneNumber':
      return tell(openType.toLowerCase(), await phoneAnswer(openType, host))
    case 'chooseAvatar':
      return tell('chooseavatar', await privateAnswer(openType, host, 'cancel'))
    default:
      if (openType) throw new Error(`a button’s open-type ${openType} is not in the harness`)
  }
}

/**
 * What the phone number button tells. A test answers `{ code }`, or `{ phoneNumber }` for a real code of the local
 * cloud, or `{ errno: 1400001 }` for an account that has no look-ups left.
 */
async function phoneAnswer(name: string, host: TapHost): Promise<object> {
  const { phoneNumber, errno, ...answer } = (await privateAnswer(name, host, 'user deny')) as Readonly<
    Record<string, unknown>
  >
  if (typeof phoneNumber === 'string') return { ...answer, code: await host.phoneCode(phoneNumber) }
  if (errno !== undefined && errno !== 104) return { errMsg: `${name}:fail`, errno }
  return { ...answer, ...(errno === undefined ? {} : { errno }) }
}

async function privateAnswer(name: string, host: TapHost, closed: string): Promise<object> {
  const why = await host.allowPrivate(name)
  if (why !== undefined) return { errMsg: `${name}:fail ${why}`, errno: 104 }
  const answer = await host.ask(name, {})
  return answer ? { errMsg: `${name}:ok`, ...answer } : { errMsg: `${name}:fail ${closed}` }
}
