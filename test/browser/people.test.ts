import type { Page } from 'playwright-core'
import { takePicture } from '../support/chromium'
import { openApp, type App, type OpenedPhone } from '../support/app'
import { contrasts, sizes } from '../support/look'

let app: App
beforeAll(async () => {
  app = await openApp()
})
afterAll(() => app.close())

/** Everything that can be read is large enough and stands out, everything that can be pressed has room. */
async function readsWell(page: Page, care: boolean): Promise<void> {
  const { texts, targets } = await sizes(page)
  expect(texts.filter(({ size }) => size < (care ? 18 : 15))).toEqual([])
  expect(targets.filter(({ width, height }) => Math.min(width, height) < (care ? 60 : 44))).toEqual([])
  expect((await contrasts(page)).filter(({ ratio }) => ratio < 4.5)).toEqual([])
}

async function openForm(phone: OpenedPhone, fact: 'name' | 'phone'): Promise<void> {
  await phone.open('mine/info')
  await phone.page.locator(`#fact-${fact}-action`).waitFor()
  await phone.tap(`#fact-${fact}-action`)
  await phone.page.locator(`#${fact}-form`).waitFor()
}

describe.each([
  ['normal', false],
  ['care', true],
])('in the %s edition', (edition, care) => {
  it('the privacy notice reads well, and its buttons are in sight however long it is', async () => {
    const phone = await app.phone({ care, width: 375, height: 667 })
    const { page, tap, complaints } = phone
    await openForm(phone, 'name')
    await takePicture(page, `name-form-${edition}`)
    await page.locator('#name input').fill('王阿姨')
    await tap('#name-save')
    await page.locator('#consent').waitFor()
    await readsWell(page, care)
    for (const button of ['#consent-main', '#consent-other']) {
      const box = await page.locator(button).boundingBox()
      expect(box && box.y + box.height).toBeLessThanOrEqual(667)
    }
    await takePicture(page, `consent-${edition}`, { fullPage: false })
    await page.locator('#consent-age-old').scrollIntoViewIfNeeded()
    await tap('#consent-age-old')
    await takePicture(page, `consent-age-${edition}`, { fullPage: false })
    await tap('#consent-main')
    await page.getByText('称呼改好了').waitFor()
    await page.locator('#fact-name').getByText('王阿姨').waitFor()
    expect(complaints).toEqual([])
    await phone.context.close()
  })

  it('a number can be given by the button, or typed', async () => {
    const phone = await app.phone({ care, width: 375, height: 812 })
    const { page, tap } = phone
    await openForm(phone, 'phone')
    await readsWell(page, care)
    await takePicture(page, `phone-form-${edition}`)
    await tap('#phone-typed')
    await page.locator('#phone input').fill('1380013')
    await tap('#phone-save')
    await page.locator('#consent').waitFor()
    await tap('#consent-age-old')
    await tap('#consent-main')
    await page.locator('#phone-error').waitFor()
    await readsWell(page, care)
    await takePicture(page, `phone-error-${edition}`)
    await page.locator('#phone input').fill('13800138000')
    await tap('#phone-save')
    await page.getByText('138****8000').first().waitFor()
    await phone.context.close()
  })
})
