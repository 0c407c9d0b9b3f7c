import { openApp, type App, type OpenedPhone } from '../support/app'
import { demoDoor } from '../support/demo'
import { consent, gridLeader, handlerMember, secretary } from '../cloud/support/people'
import { property } from '../cloud/support/requests'
import type { RequestRow } from '../../src/cloud/request/load'

let app: App
beforeAll(async () => {
  app = await openApp()
  app.cloud.database.remove('requests', {}, { multi: true })
})
afterAll(() => app.close())

const kept = (value: unknown) => ({ form: 1, at: 1, value })
/** The phone of somebody who agreed on it before. */
async function phoneOf(openid: string, hasRole = false): Promise<OpenedPhone> {
  if (!hasRole) await consent(app.cloud, openid)
  const account = kept({ purposes: ['account'], hasRole })
  return app.phone({ storage: { 'demo-identity': openid, 'jmk:account': account } })
}

const only = (): RequestRow => {
  const [row] = app.cloud.database.find('requests') as unknown as readonly RequestRow[]
  if (!row) throw new Error('nothing was filed')
  return row
}
const steps = () => only().events.map(({ verb }) => verb)

/** Somebody scans the code at the door, and files that the drain is blocked. */
async function files(phone: OpenedPhone): Promise<string> {
  const { page, tap } = phone
  app.cloud.database.remove('requests', {}, { multi: true })
  await phone.open(`door?scene=${demoDoor.code}`)
  await page.locator('#phones').waitFor()
  await tap('#common-drain-blocked')
  await tap('#matter-request')
  await page.locator('#request-form #words textarea').fill('厨房下水堵了，水往外冒')
  await tap('#send')
  await page.locator('#sent').waitFor()
  await tap('#to-view')
  await page.locator('#request').locator('visible=true').waitFor()
  return only()._id
}

/** Opens the request from the desk's list, as who works there does. */
async function opensFromDesk(phone: OpenedPhone, query: string, requestId: string): Promise<void> {
  await phone.open(`desk?${query}`)
  await phone.page.locator(`#request-${requestId}`).locator('visible=true').waitFor()
  await phone.tap(`#request-${requestId}`)
  await phone.page.locator('#case').locator('visible=true').waitFor()
}

/** Does a step on the desk's page of one request: the large button, or a row below it. */
async function does(
  phone: OpenedPhone,
  verb: string,
  words: string,
  fill: () => Promise<void> = async () => undefined,
) {
  const { page, tap } = phone
  const before = only().events.length
  await page.locator('#steps').locator('visible=true').waitFor()
  const seen = (selector: string) => page.locator(selector).locator('visible=true')
  if ((await seen(`#step-${verb}`).count()) === 0 && (await seen('#steps-more').count()) > 0) await tap('#steps-more')
  await tap((await seen(`#step-${verb}`).count()) > 0 ? `#step-${verb}` : '#step-main')
  await seen('#step-form').waitFor()
  await fill()
  await page.locator('#step-words textarea').locator('visible=true').fill(words)
  await tap('#step-send')
  await seen('#step-form').waitFor({ state: 'detached' })
  expect(
    only()
      .events.slice(before)
      .map((event) => event.verb),
  ).toContain(verb)
}

const handlersDesk = `c=west-street&a=${property}`
const leadersDesk = 'c=west-street&g=west-1'

describe('from the code at the door to a confirmed end', () => {
  it('a resident, the property company, the grid leader and the secretary do it together', async () => {
    const resident = await phoneOf('story-resident')
    const requestId = await files(resident)
    expect(only()).toMatchObject({ state: 'assigned', agencyId: property })

    const handler = await phoneOf(handlerMember, true)
    await opensFromDesk(handler, handlersDesk, requestId)
    await does(handler, 'return', '管子在路面下，不归物业', async () => handler.tap('#agency-unclear'))
    expect(only()).toMatchObject({ state: 'returned', agencyId: null })

    const leader = await phoneOf(gridLeader, true)
    await opensFromDesk(leader, leadersDesk, requestId)
    await does(leader, 'assign', '我看过了，是楼里的管子', async () => leader.tap(`#agency-${property}`))

    const whole = await phoneOf(secretary, true)
    await opensFromDesk(whole, 'c=west-street', requestId)
    await does(whole, 'supervise', '请今天办完')

    await opensFromDesk(handler, handlersDesk, requestId)
    await does(handler, 'start', '师傅半小时到')
    await does(handler, 'propose-resolution', '疏通好了，请您看看')

    const { page, tap } = resident
    await resident.open('requests')
    await tap(`#request-${requestId}`)
    await page.locator('#confirm').locator('visible=true').waitFor()
    await page.getByText('疏通好了，请您看看').first().waitFor()
    await tap('#confirm')
    await page.locator('#rate').waitFor()
    await tap('#rate-solved-yes')
    await tap('#rate-send')
    await page.getByText('谢谢您的评价').waitFor()

    expect(only()).toMatchObject({ state: 'resolved', endedBy: 'owner', supervised: true })
    expect(steps()).toEqual([
      ...([
        'submit',
        'assign',
        'return',
        'assign',
        'supervise',
        'start',
        'propose-resolution',
        'confirm',
        'rate',
      ] as const),
    ])
    for (const phone of [resident, handler, leader, whole]) {
      expect(phone.complaints).toEqual([])
      await phone.context.close()
    }
  }, 120_000)
})

describe('what is not good', () => {
  it('is contested, done again, confirmed, and taken up once more when it comes back', async () => {
    const resident = await phoneOf('story-contester')
    const requestId = await files(resident)
    const handler = await phoneOf(handlerMember, true)
    const mends = async (words: string) => {
      await opensFromDesk(handler, handlersDesk, requestId)
      await does(handler, 'start', '这就去')
      await does(handler, 'propose-resolution', words)
    }
    const { page, tap } = resident
    const says = async (button: string, words: string) => {
      await resident.open(`request/view?id=${requestId}`)
      await page.locator(button).locator('visible=true').waitFor()
      await tap(button)
      await page.locator('#step-words textarea').fill(words)
      await tap('#step-send')
      await page.locator('#step-words').waitFor({ state: 'detached' })
      expect(only().state).toBe('reopened')
    }

    await mends('通了')
    await says('#contest', '还是堵，水又冒出来了')
    await mends('换了一段管子')
    await resident.open(`request/view?id=${requestId}`)
    await page.locator('#confirm').locator('visible=true').waitFor()
    await tap('#confirm')
    await page.locator('#rate').waitFor()
    expect(only()).toMatchObject({ state: 'resolved', endedBy: 'owner' })
    await says('#reopen', '第二天又堵了')

    expect(only()).toMatchObject({ run: 3, mustCallBack: true })
    expect(steps().filter((verb) => verb === 'contest' || verb === 'reopen')).toEqual(['contest', 'reopen'])
    for (const phone of [resident, handler]) {
      expect(phone.complaints).toEqual([])
      await phone.context.close()
    }
  }, 120_000)
})

describe('without a network', () => {
  it('it waits on the phone, and is sent once and handled when there is one again', async () => {
    const resident = await phoneOf('story-offline')
    const { page, tap, context } = resident
    app.cloud.database.remove('requests', {}, { multi: true })
    await resident.open(`request/form?b=${demoDoor.buildingId}&id=drain-blocked`)
    await page.locator('#request-form #words textarea').fill('厨房下水堵了，水往外冒')
    await context.setOffline(true)
    await tap('#send')
    await page.locator('#sent-later').waitFor()
    expect(app.cloud.database.count('requests')).toBe(0)
    // On a slow way the list is read, and found empty, before what waited arrives.
    let listed: () => void = () => undefined
    const isListed = new Promise<void>((resolve) => (listed = resolve))
    await context.route('**/call/**', async (route) => {
      const asked = route.request().postData() ?? ''
      if (asked.includes('request.submit')) await isListed
      await route.continue()
    })
    await context.setOffline(false)
    await tap('#to-requests')
    await page.locator('#mine').getByText('您还没有提过诉求').locator('visible=true').waitFor()
    listed()
    await page.locator('[id^="request-"]').locator('visible=true').first().waitFor()
    expect(app.cloud.database.count('requests')).toBe(1)

    const handler = await phoneOf(handlerMember, true)
    await opensFromDesk(handler, handlersDesk, only()._id)
    await does(handler, 'start', '这就去')
    expect(only().state).toBe('in-progress')
    await context.close()
    await handler.context.close()
  }, 120_000)
})
