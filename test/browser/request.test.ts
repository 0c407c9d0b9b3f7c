import { takePicture } from '../support/chromium'
import { openApp, type App, type OpenedPhone } from '../support/app'
import { demoDoor } from '../support/demo'
import { consent, dataAs, handlerMember } from '../cloud/support/people'
import { seenOf } from '../../src/domain/request/act-said'
import { filed, requestOf } from '../cloud/support/requests'

let app: App
beforeAll(async () => {
  app = await openApp()
  app.cloud.database.remove('requests', {}, { multi: true })
  for (const openid of ['demo-person-a', 'demo-person-b', 'demo-person-c', 'demo-person-d'])
    await consent(app.cloud, openid)
})
afterAll(() => app.close())

const kept = (value: unknown) => ({ form: 1, at: 1, value })
/** The phone of a resident of the demo who agreed on it before. */
const phoneOf = (openid: string, care = false): Promise<OpenedPhone> =>
  app.phone({
    care,
    width: 375,
    height: 812,
    storage: { 'demo-identity': openid, 'jmk:account': kept({ purposes: ['account'], hasRole: false }) },
  })

describe.each([
  ['normal', false],
  ['care', true],
])('in the %s edition', (edition, care) => {
  it('from the start of the app to a sent request it takes at most six taps and one text', async () => {
    app.cloud.database.remove('requests', {}, { multi: true })
    const phone = await phoneOf('demo-person-a', care)
    const { page, tap } = phone
    await phone.open(`door?scene=${demoDoor.code}`)
    await page.locator('#phones').waitFor()
    await tap('#common-drain-blocked')
    await tap('#matter-request')
    await page.locator('#request-form #words textarea').fill('厨房下水堵了，水往外冒')
    await takePicture(page, `request-form-words-${edition}`)
    if (care) {
      await tap('#next')
      await page.locator('#where').waitFor()
      await takePicture(page, `request-form-where-${edition}`)
      await tap('#next')
      await page.locator('#more-row').waitFor()
      await takePicture(page, `request-form-more-${edition}`)
    }
    await tap('#send')
    await page.locator('#sent').waitFor()
    await takePicture(page, `request-sent-${edition}`)
    expect(phone.taps()).toBeLessThanOrEqual(6)
    expect(phone.complaints).toEqual([])
    await phone.context.close()
  })

  it('a danger in the words stops it with the number to call', async () => {
    const phone = await phoneOf('demo-person-b', care)
    const { page, tap } = phone
    await phone.open(`request/form?b=${demoDoor.buildingId}`)
    await page.locator('#words textarea').fill('家里有很浓的煤气味')
    await page.locator('#danger-stop').waitFor()
    await takePicture(page, `request-danger-${edition}`)
    await tap('#call-119')
    expect(await phone.dialled()).toEqual(['119'])
    await tap('#danger-done')
    await page.locator('#danger-stop').waitFor({ state: 'detached' })
    await phone.context.close()
  })

  it('its owner follows it to the end', async () => {
    const openid = `browser-owner-${edition}`
    await consent(app.cloud, openid)
    const { requestId } = await filed(app.cloud, { matterId: 'drain-blocked', words: '一楼下水道返水' }, openid)
    const deed = (verb: string, words: string | null, more = {}) =>
      dataAs(app.cloud, handlerMember, 'request.act', {
        requestId,
        seen: seenOf(requestOf(app.cloud, requestId)),
        deed: { verb, words, ...more },
        note: null,
      })
    await deed('start', '师傅明天上午到')
    const phone = await phoneOf(openid, care)
    const { page, tap } = phone
    await phone.open(`request/view?id=${requestId}`)
    await page.getByText('师傅明天上午到').waitFor()
    await takePicture(page, `request-view-${edition}`)
    await deed('propose-resolution', '疏通好了，请您看看', { pictures: [] })
    await phone.open(`request/view?id=${requestId}`)
    await page.locator('#confirm').waitFor()
    await takePicture(page, `request-ask-${edition}`)
    await tap('#contest')
    await page.locator('#step-words textarea').waitFor()
    await takePicture(page, `request-contest-${edition}`)
    await tap('#step-back')
    await tap('#confirm')
    await page.locator('#rate').waitFor()
    await takePicture(page, `request-rate-${edition}`)
    await tap('#rate-solved-yes')
    await tap('#rate-send')
    await page.getByText('谢谢您的评价').waitFor()
    expect(requestOf(app.cloud, requestId)).toMatchObject({ state: 'resolved', endedBy: 'owner' })
    expect(phone.complaints).toEqual([])
    await phone.context.close()
  })
})

describe('a neighbour', () => {
  it('joins what somebody has asked for already, instead of writing it again', async () => {
    const owner = 'browser-first'
    await consent(app.cloud, owner)
    const { requestId } = await filed(app.cloud, {}, owner)
    const phone = await phoneOf('demo-person-c')
    const { page, tap } = phone
    await phone.open(`request/form?b=${demoDoor.buildingId}&id=corridor-light`)
    await page.locator('#same').waitFor()
    await page.locator('#words textarea').fill('楼道灯不亮')
    await takePicture(page, 'request-same')
    await tap(`#join-${requestId}`)
    await page.locator('#joined').waitFor()
    await takePicture(page, 'request-joined')
    expect(requestOf(app.cloud, requestId).neighbours).toHaveLength(1)
    await phone.context.close()
  })

  it('finds it in the register of the building', async () => {
    const phone = await phoneOf('demo-person-d')
    const { page } = phone
    await phone.open(`request/register?b=${demoDoor.buildingId}`)
    await page.locator('#register .row').first().waitFor()
    await takePicture(page, 'request-register')
    await page.locator('#register .row').first().tap()
    await page.locator('#request').waitFor()
    await takePicture(page, 'request-public')
    expect(phone.complaints).toEqual([])
    await phone.context.close()
  })
})

describe('without a network', () => {
  it('a request waits on the phone, says so, and is sent once when there is one', async () => {
    const phone = await phoneOf('demo-person-b')
    const { page, tap, context } = phone
    await phone.open(`request/form?b=${demoDoor.buildingId}&id=elevator-broken`)
    await page.locator('#words textarea').fill('电梯又停了')
    await context.setOffline(true)
    await tap('#send')
    await page.locator('#sent-later').waitFor()
    await takePicture(page, 'request-later')
    const sent = () => app.cloud.database.find('requests', { matterId: 'elevator-broken' }).length
    expect(sent()).toBe(0)
    await context.setOffline(false)
    await tap('#to-requests')
    await page.locator('#mine').waitFor()
    await page.waitForFunction(() => {
      const outbox = JSON.parse(localStorage.getItem('jmk:outbox') ?? 'null') as { data: { value: unknown[] } } | null
      return outbox?.data.value.length === 0
    })
    expect(sent()).toBe(1)
    await context.close()
  })
})
