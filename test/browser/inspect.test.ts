import type { Page } from 'playwright-core'
import { noon, openApp, type App, type OpenedPhone } from '../support/app'
import { takePicture } from '../support/chromium'
import { demoDoor } from '../support/demo'
import { contrasts } from '../support/look'

let app: App
let phone: OpenedPhone
let page: Page
beforeAll(async () => {
  app = await openApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  phone = await app.phone({ width: 1180, height: 860 })
  page = phone.page
})
afterEach(async () => {
  expect(phone.complaints).toEqual([])
  await phone.context.close()
  app.cloud.faults.reset()
  app.cloud.clock.moveTo(0)
})

const look = (tab: string) => page.goto(`${app.cloud.url}/_local#${tab}`)
/** The app in another page of the same browser, so with the same storage. */
async function openBeside(path: string): Promise<Page> {
  const other = await phone.context.newPage()
  await other.clock.setFixedTime(noon)
  await other.goto(`${app.cloud.url}/#/pages/${path.replace('?', '/index?')}`)
  return other
}
/** What the browser kept is shown before anything is asked: where the call itself counts, its answer is waited for. */
async function openAnswered(path: string): Promise<void> {
  const answered = phone.context.waitForEvent('response', (response) => response.url().endsWith('/call/api'))
  await openBeside(path)
  await (await answered).finished()
}
const landing = `door?scene=${demoDoor.code}`
const matter = `matter?b=${demoDoor.buildingId}&id=drain-blocked`
const reports = () => app.cloud.database.count('contactReports')
const banner = () => page.locator('#banner')

/** Reports from the matter page that a number is wrong. */
async function report(other: Page): Promise<void> {
  await other.evaluate(() =>
    document.addEventListener('click', (event) => {
      // No dialler here.
      if ((event.target as Element).closest('a[href^="tel:"]')) event.preventDefault()
    }),
  )
  await other.locator('.contact-main .button').tap()
  await other.locator('#after-wrong').tap()
}

describe('the calls', () => {
  it('show who asked for what, what came of it, what it cost and how it was found', async () => {
    await look('calls')
    await (await openBeside(landing)).locator('#phones').waitFor()
    const row = page.locator('#call-list > .row').first()
    await row.waitFor()
    const text = await row.locator('summary').textContent()
    expect(text).toMatch(/访客 \d+.*door\.open.*成功.*毫秒 · 往返 3 · 读 3 · 写 0/)
    await row.locator('summary').tap()
    expect(await row.locator('.plans').textContent()).toContain('buildings: _id_(1/1)')
    expect(await page.content()).not.toContain(
      await page.evaluate(() => JSON.parse(localStorage.getItem('demo-identity') ?? '').data),
    )
  })

  it('tell a refusal from a success, and are filtered', async () => {
    await look('calls')
    await (await openBeside(landing)).locator('#phones').waitFor()
    await (await openBeside('door?scene=AAAAAAAAAA')).locator('.state').waitFor()
    await page.locator('.badge.refused').first().waitFor()
    expect(await page.locator('.badge.refused').first().textContent()).toMatch(/^拒绝 door\./)
    const shown = page.locator('#call-list > .row').locator('visible=true')
    const all = await shown.count()
    await page.locator('#call-bad').check()
    expect(await shown.count()).toBeLessThan(all)
    await page.locator('#call-bad').uncheck()
    await page.locator('#call-filter').fill('成功 door.open')
    expect(await shown.locator('.badge.refused').count()).toBe(0)
    expect(await shown.count()).toBeGreaterThan(0)
    await page.locator('#call-filter').fill('no such call')
    expect(await shown.count()).toBe(0)
  })
})

describe('the data', () => {
  it('is browsed, filtered and read', async () => {
    await look('data')
    await page.locator('#collection-buildings').tap()
    await page.locator('#documents .row').first().waitFor()
    await page.locator('#document-filter').fill(`_id = ${demoDoor.buildingId}`)
    await page.keyboard.press('Enter')
    await page.getByText('共 1 份').waitFor()
    await page.locator('#documents summary').tap()
    expect(JSON.parse((await page.locator('#documents pre').textContent()) ?? '')).toMatchObject({
      _id: demoDoor.buildingId,
    })
    expect(await page.locator('#indexes').textContent()).toContain('_id_(_id) 唯一')
  })

  it('is turned page by page', async () => {
    app.cloud.database.createCollection('many')
    app.cloud.database.insert(
      'many',
      Array.from({ length: 25 }, () => ({})),
    )
    await look('data')
    await page.locator('#collection-many').tap()
    await page.getByText('这里是第 1–20 份').waitFor()
    await page.locator('#page-after').tap()
    await page.getByText('这里是第 21–25 份').waitFor()
    await page.locator('#page-before').tap()
    await page.getByText('这里是第 1–20 份').waitFor()
  })

  it('says in a sentence what is wrong with a filter', async () => {
    await look('data')
    await page.locator('#documents .row').first().waitFor()
    await page.locator('#document-filter').fill('{"state": ')
    await page.keyboard.press('Enter')
    await page.locator('#document-refusal').getByText('不是有效的 JSON').waitFor()
  })

  it('that holds a script is text, and nothing of it runs', async () => {
    const hostile = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'
    app.cloud.database.createCollection('hostile')
    app.cloud.database.insert('hostile', [{ _id: hostile, note: hostile, '<b onclick=hacked=1>': 1 }])
    await look('data')
    await page.locator('#collection-hostile').tap()
    await page.locator('#documents summary', { hasText: 'onerror' }).tap()
    const text = await page.locator('#documents pre').textContent()
    expect(JSON.parse(text ?? '')).toMatchObject({ note: hostile })
    expect(await page.locator('#documents img, #documents script').count()).toBe(0)
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  })
})

describe('the switches', () => {
  it('make the browser somebody else, from the next call on, and back', async () => {
    await openAnswered(landing)
    await look('switches')
    await page.locator('#demo-person-b').tap()
    await banner().getByText('这个浏览器现在是居民乙').waitFor()
    await openAnswered(landing)
    expect(app.cloud.calls.at(-1)).toMatchObject({ action: 'door.open', name: '居民乙' })
    await page.locator('#person-new').tap()
    await banner()
      .getByText(/这个浏览器现在是访客/)
      .waitFor()
    await page.locator('#person-former').tap()
    await banner().getByText('现在开着').waitFor({ state: 'detached' })
  })

  it('move the clock of the function and of the page, and back', async () => {
    await look('switches')
    await page.locator('#clock-day').tap()
    await banner().getByText('时钟快了 1 天').waitFor()
    const other = await openBeside(landing)
    await other.locator('#phones').waitFor()
    const day = 24 * 3600_000
    expect(await other.evaluate(() => [Date.now(), new Date().getTime()])).toEqual([noon + day, noon + day])
    // Both pages live at the same address: what is open follows.
    await page.locator('#clock-hour').tap()
    await other.waitForFunction((moment) => Date.now() === moment, noon + day + 3600_000)
    await banner().getByText('撤销').tap()
    await other.waitForFunction((moment) => Date.now() === moment, noon)
    expect(app.cloud.clock.offset).toBe(0)
  })

  it('move the clock to an hour of UTC+8', async () => {
    await look('switches')
    await page.locator('#clock-at').fill('2027-02-06T09:30')
    await page.locator('#clock-set').tap()
    await page.locator('#cloud-time').getByText('2027-02-06 09:3').waitFor()
    expect(Math.abs(app.cloud.clock.now() - Date.parse('2027-02-06T09:30:00+08:00'))).toBeLessThan(60_000)
  })

  it('drop the network: the app says so, and goes on when it is back', async () => {
    await look('switches')
    await page.locator('#network').check()
    await banner().getByText('网络断开').waitFor()
    const other = await openBeside(landing)
    await other.getByText('网络不太好').waitFor()
    await page.locator('#network').uncheck()
    await banner().getByText('网络断开').waitFor({ state: 'detached' })
    await other.getByText('重新试一次').locator('visible=true').tap()
    await other.locator('#phones').waitFor()
  })

  it('lose the reply of a report after it was stored: the app sends it again, and it is one', async () => {
    const before = reports()
    const other = await openBeside(matter)
    await other.locator('.contact-main').waitFor()
    await look('switches')
    await page.locator('#fault-kind').selectOption('lost')
    await page.locator('#fault-action').fill('contact.report')
    await page.locator('#fault-next').tap()
    await banner().getByText('办完了但丢回复（只对 contact.report）').waitFor()
    await report(other)
    await other.getByText('已记下，会请社区核实').waitFor()
    const calls = app.cloud.calls.filter(({ action }) => action === 'contact.report').slice(-2)
    expect(calls).toMatchObject([{ fault: 'lost', outcome: 'ok' }, { outcome: 'ok' }])
    expect(reports()).toBe(before + 1)
  })

  it('make calls fail or slow, and everything is usual again after one button', async () => {
    await look('switches')
    await page.locator('#fault-kind').selectOption('FUNCTIONS_TIME_LIMIT_EXCEEDED')
    await page.locator('#fault-every').tap()
    await banner().getByText('每一次调用：超时').waitFor()
    await page.locator('#fault-kind').selectOption('slow')
    await page.locator('#fault-ms').fill('700')
    await page.locator('#fault-next').tap()
    await banner().getByText('下一次调用：慢 700 毫秒').waitFor()
    await page.locator('#fault-ms').fill('99999999')
    await page.locator('#fault-next').tap()
    await page.locator('#switch-refusal').getByText('0 到 60000').waitFor()
    await page.locator('#reset-all').tap()
    await banner().getByText('现在开着').waitFor({ state: 'detached' })
    expect(app.cloud.faults.state).toEqual({ networkDropped: false })
  })

  it('give the browser its own identity back, and take none that was never switched', async () => {
    const identity = () => page.evaluate(() => localStorage.getItem('demo-identity'))
    await (await openBeside(landing)).locator('#phones').waitFor()
    await look('switches')
    const own = await identity()
    expect(own).toContain('demo-')
    await page.locator('#reset').tap()
    await page.locator('#demo-person-a').tap()
    await banner().getByText('居民甲').waitFor()
    await page.locator('#demo-person-b').tap()
    await banner().getByText('居民乙').waitFor()
    await page.locator('#reset').tap()
    await banner().getByText('现在开着').waitFor({ state: 'detached' })
    expect(await identity()).toBe(own)
  })
})

it('the tabs are reached and turned from the keyboard', async () => {
  await look('calls')
  await page.locator('#tab-calls').focus()
  await page.keyboard.press('ArrowRight')
  await page.locator('#data').waitFor()
  expect(await page.locator('#tab-data').getAttribute('aria-selected')).toBe('true')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.locator('#switches').waitFor()
  expect(page.url()).toMatch(/#switches$/)
})

it('says that the cloud does not answer, and goes on when it does', async () => {
  await look('calls')
  await page.route('**/_local/api/**', (route) => route.abort())
  await banner().getByText('本地云没有回应').waitFor()
  await page.unroute('**/_local/api/**')
  await banner().getByText('本地云没有回应').waitFor({ state: 'detached' })
})

describe.each([
  ['laptop', 1180, 860],
  ['phone', 375, 812],
] as const)('on a %s', (device, width, height) => {
  it.each(['calls', 'data', 'messages', 'files', 'timers', 'switches'])('%s reads well', async (tab) => {
    await page.setViewportSize({ width, height })
    await (await openBeside(landing)).locator('#phones').waitFor()
    await (await openBeside('door?scene=AAAAAAAAAA')).locator('.state').waitFor()
    app.cloud.faults.nextCall({ kind: 'lost', action: 'contact.report' })
    await look(tab)
    await banner().getByText('现在开着').waitFor()
    if (tab === 'calls') await page.locator('#call-list > .row summary').first().tap()
    if (tab === 'data') await page.locator('#documents summary').first().tap()
    await page.locator(`#${tab} > *`).first().waitFor()
    expect((await contrasts(page)).filter(({ ratio }) => ratio < 4.5)).toEqual([])
    // Nothing sticks out to the side.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    const small = await page
      .locator('button, input, select, summary')
      .locator('visible=true')
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 22).map((one) => one.outerHTML))
    expect(small).toEqual([])
    await takePicture(page, `local-${tab}-${device}`)
  })
})
