import { noon, openApp, type App } from '../support/app'
import { demoDoor } from '../support/demo'

let app: App
beforeAll(async () => {
  app = await openApp()
})
afterAll(() => app.close())

const landing = `door?scene=${demoDoor.code}`

describe('without a network', () => {
  it('opens again what was opened once, and says from when it is', async () => {
    const { page, open, tap, context, dialled } = await app.phone()
    await open(landing)
    await page.locator('#phones').waitFor()
    await context.setOffline(true)
    await page.getByText('现在没有网络').first().waitFor()
    await tap('#phones')
    await page.locator('#phones-near').waitFor()
    expect(await page.locator('.foot').last().textContent()).toContain('数据更新于 今天 12:00')
    await tap('#phones-near .phone-row')
    expect(await dialled()).toHaveLength(1)
  })

  it('still understands what is typed, and answers it', async () => {
    const { page, open, tap, context, dialled } = await app.phone()
    await open(landing)
    await page.locator('#phones').waitFor()
    await context.setOffline(true)
    await page.locator('#search textarea').fill('下水道堵了')
    await tap('#hit-drain-blocked')
    await tap('.contact-main .button')
    expect(await dialled()).toHaveLength(1)
  })

  it('asks for nothing before it says that there is no network', async () => {
    const { page, open, context } = await app.phone()
    await open('me')
    await page.locator('#clear').waitFor()
    await context.setOffline(true)
    await page.locator('#choose').locator('visible=true').tap()
    await page.locator('.state').getByText('现在没有网络').waitFor()
    await context.setOffline(false)
    await page.getByText('重新试一次').locator('visible=true').tap()
    await page.locator('#estate-heyuan').waitFor()
  })

  it('tells how old the content is when it is from another day', async () => {
    const { page, open, context } = await app.phone()
    await open(landing)
    await page.locator('#phones').waitFor()
    await page.clock.setFixedTime(noon + 3 * 24 * 3600_000)
    await context.route('**/call/**', (route) => route.abort())
    await open(landing)
    await page.getByText('数据更新于 11月18日 12:00').waitFor()
  })
})

describe('what the phone keeps', () => {
  it('is cleared only after a question, and then all of it', async () => {
    const { page, open, tap } = await app.phone()
    await open(landing)
    await page.locator('#phones').waitFor()
    await open('me')
    await tap('#clear')
    await tap('#clear-no')
    await page.locator('#my-door').waitFor()
    await tap('#clear')
    await tap('#clear-yes')
    await page.getByText('已清除').waitFor()
    expect(await page.locator('#my-door').count()).toBe(0)
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('jmk:')))).toEqual([])
  })
})
