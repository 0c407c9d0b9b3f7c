import { noon, openApp, type App } from '../support/app'
import { demoDoor } from '../support/demo'

let app: App
beforeAll(async () => {
  app = await openApp()
})
afterAll(() => app.close())

const matter = (id: string, building: string = demoDoor.buildingId) => `matter?b=${building}&id=${id}`
/** What is stored of one kind; tests leave the other kind behind. */
const wrongNumbers = () => app.cloud.database.find('contactReports', { kind: 'wrong-number' })

describe('the matter page', () => {
  it('shows what to do first and the people to call at once, without a question before', async () => {
    const { page, open, complaints } = await app.phone()
    await open(matter('drain-blocked'))
    await page.locator('.contact-main').waitFor()
    expect(await page.locator('#safety').textContent()).toContain('先别再冲水放水')
    expect(await page.locator('.contact-main').textContent()).toContain('和苑物业服务中心')
    expect(await page.locator('.contact-main .contact-reason').count()).toBeGreaterThan(0)
    expect(complaints).toEqual([])
  })

  it('puts what to do first above 110, 119 and 120, and these above everybody else', async () => {
    const { page, open } = await app.phone()
    await open(matter('gas-leak'))
    await page.locator('.contact-main').waitFor()
    const tops = await Promise.all(
      ['#safety', '#call-119', '.contact-main'].map(
        async (selector) => (await page.locator(selector).first().boundingBox())?.y ?? 0,
      ),
    )
    expect([...tops].sort((a, b) => a - b)).toEqual(tops)
    expect(await page.locator('.emergency-fits').textContent()).toContain('119')
  })

  it('refines the answer in place, and lets the choice be changed', async () => {
    const { page, open } = await app.phone()
    await open(matter('drain-blocked'))
    await page.locator('.contact-main').waitFor()
    const reasons = () => page.locator('#contacts').textContent()
    const before = await reasons()
    await page.getByText('好几户或整栋楼').tap()
    await page.locator('.chip-on').waitFor()
    const many = await reasons()
    await page.getByText('只有我家', { exact: true }).tap()
    await page.locator('.chip-on', { hasText: '只有我家' }).waitFor()
    const mine = await reasons()
    expect(new Set([before, many, mine]).size).toBe(3)
  })

  it('asks nobody who runs the heating pipes where the community has said it', async () => {
    const { page, open } = await app.phone()
    await open(matter('heating-not-warm'))
    await page.locator('.contact-main').waitFor()
    expect(await page.textContent('body')).not.toContain('二次网')
  })

  it('calls the committee where there is no property company, and says why', async () => {
    const { page, open } = await app.phone()
    await open('door?scene=N4VXT7QKCJ')
    await page.locator('#group-drainage').tap()
    await page.locator('#matter-drain-blocked').tap()
    await page.locator('.contact-main').waitFor()
    const contacts = (await page.locator('#contacts').textContent()) ?? ''
    expect(contacts).toContain('居委会')
    expect(contacts).not.toContain('物业服务中心')
  })

  it('names the law and leads nowhere outside', async () => {
    const { page, open } = await app.phone()
    await open(matter('drain-blocked'))
    await page.locator('#basis-show').tap()
    await page.getByText('《民法典》第九百四十二条').first().waitFor()
    expect(await page.locator('a[href^="http"]').count()).toBe(0)
  })

  it('says at night who does not answer now, and when they will', async () => {
    const { page, open } = await app.phone({ at: noon + 10.5 * 3600_000 })
    await open(matter('drain-blocked'))
    await page.locator('#chain').waitFor()
    expect(await page.locator('#chain').textContent()).toContain('现在下班')
  })

  it('shows the same hours on a phone in another time zone', async () => {
    const seen = async (timezone: string) => {
      const { page, open, context } = await app.phone({ timezone })
      await open(matter('drain-blocked'))
      await page.locator('#chain').waitFor()
      const text = await page.locator('.page').textContent()
      await context.close()
      return text
    }
    expect(await seen('America/New_York')).toBe(await seen('Asia/Shanghai'))
  })

  it('says so when the matter is unknown, and leads home', async () => {
    const { page, open, tap } = await app.phone()
    await open(matter('no-such-matter'))
    await page.getByText('没有找到这件事').first().waitFor()
    await tap('.state .button')
    await page.locator('#phones').waitFor()
  })
})

describe('after a call', () => {
  it('offers the next in the chain when nobody answered', async () => {
    const { page, open, tap, dialled } = await app.phone()
    await open(matter('drain-blocked'))
    await tap('.contact-main .button')
    await tap('#after-no-answer')
    await tap('#after-next')
    await expect(dialled()).resolves.toHaveLength(2)
    const [first, second] = await dialled()
    expect(second).not.toBe(first)
    await page.getByText('打通了吗？').waitFor()
  })

  it('stores a wrong number once, however often the button is pressed', async () => {
    const before = wrongNumbers().length
    const { page, open, tap } = await app.phone()
    await open(matter('drain-blocked'))
    await tap('.contact-main .button')
    await page.locator('#after-wrong').evaluate((button) => {
      ;(button as HTMLElement).click()
      ;(button as HTMLElement).click()
    })
    await page.getByText('已记下，会请社区核实').waitFor()
    const stored = wrongNumbers().slice(before)
    expect(stored).toMatchObject([{ kind: 'wrong-number', agencyId: expect.any(String), matterId: 'drain-blocked' }])
    expect(JSON.stringify(stored)).not.toContain('demo-')
  })

  it('keeps the report while there is no network, and sends it once when there is', async () => {
    const before = wrongNumbers().length
    const { page, open, tap, context } = await app.phone()
    await open(matter('drain-blocked'))
    await page.locator('.contact-main').waitFor()
    await context.setOffline(true)
    await tap('.contact-main .button')
    await tap('#after-wrong')
    await page.getByText('有网络时会自动送出').waitFor()
    expect(wrongNumbers()).toHaveLength(before)
    const sent = page.waitForResponse('**/call/api')
    await context.setOffline(false)
    await sent
    expect(wrongNumbers()).toHaveLength(before + 1)
  })

  it('sends again after a lost reply, and it counts once', async () => {
    const before = wrongNumbers().length
    const { page, open, tap, context } = await app.phone()
    await open(matter('drain-blocked'))
    await page.locator('.contact-main').waitFor()
    let lost = 0
    await context.route('**/call/api', async (route) => {
      if (!route.request().postData()?.includes('contact.report')) return route.fallback()
      await route.fetch()
      lost++
      if (lost === 1) await route.abort()
      else await route.fallback()
    })
    await tap('.contact-main .button')
    await tap('#after-wrong')
    await page.getByText('已记下，会请社区核实').waitFor()
    expect(lost).toBe(2)
    expect(wrongNumbers()).toHaveLength(before + 1)
  })
})
