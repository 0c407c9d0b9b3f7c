import { openApp, type App, type OpenedPhone } from '../support/app'
import { demoDoor } from '../support/demo'

let app: App
let phone: OpenedPhone
beforeAll(async () => {
  app = await openApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  phone = await app.phone()
  await phone.open(`door?scene=${demoDoor.code}`)
  await phone.page.locator('#phones').waitFor()
})
afterEach(() => phone.context.close())

/** The main call button of the matter page. */
const callMain = '.contact-main .button'

describe('from the door code to a ringing phone', () => {
  it('takes two taps from danger', async () => {
    await phone.tap('#danger')
    await phone.tap('#danger-call-gas-leak')
    expect(await phone.dialled()).toHaveLength(1)
    expect(phone.taps()).toBe(2)
  })

  it('takes two taps to 119', async () => {
    await phone.tap('#danger')
    await phone.tap('#call-119')
    expect(await phone.dialled()).toEqual(['119'])
    expect(phone.taps()).toBe(2)
  })

  it('takes two taps from a most-asked matter', async () => {
    await phone.tap('.common .chip')
    await phone.tap(callMain)
    expect(await phone.dialled()).toHaveLength(1)
    expect(phone.taps()).toBe(2)
  })

  it('takes two taps from a search hit', async () => {
    await phone.page.locator('#search textarea').fill('下水道堵了')
    await phone.tap('#hit-drain-blocked')
    await phone.tap(callMain)
    expect(await phone.dialled()).toEqual(['00088881201'])
    expect(phone.taps()).toBe(2)
  })

  it('takes three taps through a group', async () => {
    await phone.tap('#group-drainage')
    await phone.tap('#matter-drain-blocked')
    await phone.tap(callMain)
    expect(await phone.dialled()).toEqual(['00088881201'])
    expect(phone.taps()).toBe(3)
  })

  it('shows a danger first when the words speak of one', async () => {
    await phone.page.locator('#search textarea').fill('有煤气味')
    const first = phone.page.locator('#hits .row').first()
    await first.waitFor()
    expect(await first.getAttribute('id')).toBe('hit-gas-leak')
    expect(await first.textContent()).toContain('有危险')
  })

  it('says kindly when it did not understand', async () => {
    await phone.page.locator('#search textarea').fill('zzzz')
    await phone.page.locator('#no-hits').waitFor()
    await phone.tap('#no-hits .button')
    expect(await phone.dialled()).toEqual(['12345'])
  })
})
