import { openApp, type App, type OpenedPhone } from '../support/app'
import { takePicture } from '../support/chromium'
import { demoDoor } from '../support/demo'
import { contrasts, sizes } from '../support/look'
import { searches } from '../support/searches'

let app: App
beforeAll(async () => {
  app = await openApp()
})
afterAll(() => app.close())
beforeEach(() => app.cloud.database.remove('searchMisses', {}, { multi: true }))

const field = '#search textarea'
const misses = () => app.cloud.database.find('searchMisses')

async function atTheDoor(options: Parameters<App['phone']>[0] = {}): Promise<OpenedPhone> {
  const phone = await app.phone(options)
  await phone.open(`door?scene=${demoDoor.code}`)
  await phone.page.locator('#phones').waitFor()
  return phone
}

describe('what is typed at the door', () => {
  it('is asked back where it was not understood, with somebody who always answers', async () => {
    const { page, tap, dialled } = await atTheDoor()
    await page.locator(field).fill(searches.unsure)
    await page.getByText('说得再具体一点').waitFor()
    expect(await page.locator('#group-drainage').isVisible()).toBe(true)
    await tap('#call-12345')
    expect(await dialled()).toEqual(['12345'])
  })

  it('is kindly said to be none of ours, with what one can ask instead', async () => {
    const { page, tap } = await atTheDoor()
    await page.locator(field).fill(searches.outside)
    await page.getByText('这里帮不上您').waitFor()
    await tap('#example-0')
    await page.locator('#hit-drain-blocked').waitFor()
    expect(await page.locator(field).inputValue()).toBe('下水道堵了')
    expect(await page.locator('#group-drainage').isVisible()).toBe(false)
  })

  it('has room for a long story', async () => {
    const { page } = await atTheDoor({ width: 375, height: 812 })
    const height = async () => (await page.locator('.search').boundingBox())?.height ?? 0
    const before = await height()
    await page
      .locator(field)
      .fill('我们家厨房下水道昨天晚上开始往上返水，楼上一用水就冒，找了物业说让自己通，通了又堵，现在满地都是')
    await page.locator('#hits').waitFor()
    expect(await height()).toBeGreaterThan(before * 1.5)
    await page.locator('#search-clear').tap()
    await page.locator('.common').waitFor()
    expect(await height()).toBeLessThanOrEqual(before + 2)
  })

  it('is ended by Enter without a new line', async () => {
    const { page } = await atTheDoor()
    await page.locator(field).fill(searches.outside)
    await page.locator(field).press('Enter')
    await page.getByText('记下了，谢谢').waitFor()
    expect(await page.locator(field).inputValue()).toBe(searches.outside)
    expect(misses()).toMatchObject([{ outcome: 'outside', text: searches.outside, count: 1 }])
  })
})

describe('what the text has said already', () => {
  it('is answered on the matter’s page, said there, and can be put right', async () => {
    const { page, tap } = await atTheDoor()
    await page.locator(field).fill(searches.answered)
    await tap('#hit-drain-blocked')
    await page.locator('#said-scope').waitFor()
    expect(await page.locator('#said-scope').textContent()).toContain('您说的是：好几户或整栋楼')
    const many = await page.locator('#contacts').textContent()
    await tap('#said-scope')
    await page.getByText('只有我家', { exact: true }).tap()
    await page.locator('.chip-on', { hasText: '只有我家' }).waitFor()
    expect(await page.locator('#contacts').textContent()).not.toBe(many)
  })
})

describe('what was not found', () => {
  it('is counted once for two taps, without who it was', async () => {
    const { page, complaints } = await atTheDoor()
    await page.locator(field).fill(searches.found)
    await page.locator('#missed').evaluate((button) => {
      ;(button as HTMLElement).click()
      ;(button as HTMLElement).click()
    })
    await page.getByText('记下了，谢谢').waitFor()
    expect(misses()).toMatchObject([{ outcome: 'wrong', text: searches.found, count: 1 }])
    expect(JSON.stringify(misses())).not.toContain('demo-')
    expect(await page.locator('#group-drainage').isVisible()).toBe(true)
    expect(complaints).toEqual([])
  })

  it('waits while there is no network, and is counted once when there is', async () => {
    const { page, tap, context } = await atTheDoor()
    await context.setOffline(true)
    await page.locator(field).fill(searches.found)
    await tap('#missed')
    await page.getByText('有网络时会自动送出').waitFor()
    expect(misses()).toEqual([])
    const sent = page.waitForResponse('**/call/api')
    await context.setOffline(false)
    await sent
    expect(misses()).toMatchObject([{ count: 1 }])
  })

  it('sends again after a lost reply, and it counts once', async () => {
    const { page, tap, context } = await atTheDoor()
    let lost = 0
    await context.route('**/call/api', async (route) => {
      if (!route.request().postData()?.includes('search.missed')) return route.fallback()
      await route.fetch()
      lost++
      if (lost === 1) await route.abort()
      else await route.fallback()
    })
    await page.locator(field).fill(searches.found)
    await tap('#missed')
    await page.getByText('记下了，谢谢').waitFor()
    expect(lost).toBe(2)
    expect(misses()).toMatchObject([{ count: 1 }])
  })
})

describe.each([
  ['normal', false],
  ['care', true],
])('in the %s edition', (edition, care) => {
  const reads = async ({ page, complaints, context }: OpenedPhone, name: string) => {
    expect(complaints).toEqual([])
    const { texts, targets } = await sizes(page)
    expect(texts.filter(({ size }) => size < (care ? 18 : 15))).toEqual([])
    expect(targets.filter(({ width, height }) => Math.min(width, height) < (care ? 60 : 44))).toEqual([])
    expect((await contrasts(page)).filter(({ ratio }) => ratio < 4.5)).toEqual([])
    await page.setViewportSize({ width: 390, height: 1100 })
    await takePicture(page, `${name}-${edition}`, { fullPage: false })
    await context.close()
  }
  const size = { care, width: 375, height: 812 }

  it.each(['found', 'unsure', 'outside', 'danger'] as const)('what was %s reads well', async (way) => {
    const phone = await atTheDoor(size)
    await phone.page.locator(field).fill(searches[way])
    await phone.page.locator('#hits, #no-hits').waitFor()
    await reads(phone, `search-${way}`)
  })

  it('what was told reads well', async () => {
    const phone = await atTheDoor(size)
    await phone.page.locator(field).fill(searches.found)
    await phone.tap('#missed')
    await phone.page.getByText('记下了，谢谢').waitFor()
    await reads(phone, 'search-told')
  })

  it('what the text has said reads well', async () => {
    const phone = await atTheDoor(size)
    await phone.page.locator(field).fill(searches.answered)
    await phone.tap('#hit-drain-blocked')
    await phone.page.locator('#said-scope').waitFor()
    await reads(phone, 'search-said')
  })
})
