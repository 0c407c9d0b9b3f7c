import { takePicture } from '../support/chromium'
import { contrasts, sizes } from '../support/look'
import { openApp, type App, type OpenedPhone } from '../support/app'
import { consent, dutyMember, handlerMember } from '../cloud/support/people'
import { filed, filer, property, requestOf } from '../cloud/support/requests'

let app: App
beforeAll(async () => {
  app = await openApp()
  for (const openid of [filer, handlerMember, dutyMember]) await consent(app.cloud, openid)
})
afterAll(() => app.close())

const phoneOf = (openid: string, care: boolean): Promise<OpenedPhone> =>
  app.phone({
    ...{ care, width: 375, height: 812 },
    storage: {
      'demo-identity': openid,
      'jmk:account': { form: 1, at: 1, value: { purposes: ['account'], hasRole: true } },
    },
  })

async function readsWell({ page }: OpenedPhone, care: boolean): Promise<void> {
  const { texts, targets } = await sizes(page)
  expect(texts.filter(({ size }) => size < (care ? 18 : 15))).toEqual([])
  expect(targets.filter(({ width, height }) => Math.min(width, height) < (care ? 60 : 44))).toEqual([])
  expect((await contrasts(page)).filter(({ ratio }) => ratio < 4.5)).toEqual([])
}

describe.each([
  ['normal', false],
  ['care', true],
])('in the %s edition', (edition, care) => {
  it('a handler takes a request on with four taps, and no word typed', async () => {
    const { requestId } = await filed(app.cloud, { words: `楼道灯不亮 ${edition}` })
    const phone = await phoneOf(handlerMember, care)
    const { page, tap } = phone
    await phone.open(`desk?c=west-street&a=${property}`)
    await tap(`#request-${requestId}`)
    await tap('#step-main')
    await page.locator('#step-form').waitFor()
    await readsWell(phone, care)
    await tap('#ready-0')
    await page.locator('#step-preview').getByText('师傅今天下午到').waitFor()
    await takePicture(page, `desk-step-${edition}`)
    await tap('#step-send')
    await page.getByText('记下了：接单').waitFor()
    expect(phone.taps()).toBeLessThanOrEqual(4)
    expect(requestOf(app.cloud, requestId).state).toBe('in-progress')
    expect(phone.complaints).toEqual([])
    await phone.context.close()
  })

  it('a duty member writes down what a visitor says: five taps and two texts', async () => {
    const phone = await phoneOf(dutyMember, care)
    const { page, tap } = phone
    await phone.open('desk/write?c=west-street')
    await page.locator('#words textarea').fill('楼道里的灯不亮')
    await tap('#guess-corridor-light')
    await tap('#write-place')
    await tap('#building-heyuan-2')
    await tap('#unit-none')
    await page.locator('#name input').fill('王奶奶')
    await readsWell(phone, care)
    await tap('#send')
    await page.locator('#sent-number').waitFor()
    await readsWell(phone, care)
    await takePicture(page, `desk-sent-${edition}`)
    expect(phone.taps()).toBeLessThanOrEqual(5)
    expect(phone.complaints).toEqual([])
    await phone.context.close()
  })
})
