import { openApp, type App } from '../support/app'
import { demoDoor } from '../support/demo'

let app: App
beforeAll(async () => {
  app = await openApp()
})
afterAll(() => app.close())

const title = '.head-title'

describe('the door landing', () => {
  it('opens from a code with one function call and at most three reads', async () => {
    const before = app.cloud.calls.length
    const { page, open, complaints } = await app.phone()
    await open(`door?scene=${demoDoor.code}`)
    await page.locator('#phones').waitFor()
    expect(await page.locator(title).textContent()).toBe(demoDoor.place)
    const calls = app.cloud.calls.slice(before)
    expect(calls.map(({ action }) => action)).toEqual(['door.open'])
    expect(calls[0]?.roundTrips).toBeLessThanOrEqual(3)
    expect(complaints).toEqual([])
  })

  it('shows its content before any call on a later visit, and says from when it is', async () => {
    const { page, context, open } = await app.phone()
    await open(`door?scene=${demoDoor.code}`)
    await page.locator('#phones').waitFor()
    await context.route('**/call/**', () => new Promise(() => undefined))
    await open(`door?scene=${demoDoor.code}`)
    await page.locator('#phones').waitFor()
    expect(await page.locator('.foot').first().textContent()).toContain('数据更新于 今天 12:00')
  })

  it.each([
    ['an ordinary link', `door?q=${encodeURIComponent(`https://example.org/d/${demoDoor.code}`)}`],
    ['a plain path', `door?b=${demoDoor.buildingId}`],
  ])('opens from %s', async (_, path) => {
    const { page, open } = await app.phone()
    await open(path)
    await page.locator('#phones').waitFor()
    expect(await page.locator(title).textContent()).toBe(demoDoor.place)
  })

  it.each([
    ['withdrawn', '门码已停用', () => [...revoked()][0] ?? ''],
    ['unknown', '没有找到这个门码', () => 'NOSUCHCODE'],
  ])('says so when the code is %s, and leads to choosing by hand', async (_, words, code) => {
    const { page, open, tap } = await app.phone()
    await open(`door?scene=${code()}`)
    await page.getByText(words).waitFor()
    await tap('.state .button')
    await tap('#estate-heyuan')
    await tap('#building-heyuan-2')
    await tap('#unit-none')
    await page.locator('#phones').waitFor()
    expect(await page.locator(title).locator('visible=true').textContent()).toContain('和苑小区 2号楼')
  })

  it('does not show a withdrawn code from memory either', async () => {
    const { page, context, open } = await app.phone()
    const [code = ''] = app.cloud.database
      .find('doorCodes', { state: 'active' })
      .map((row) => String((row as { _id: unknown })._id))
      .slice(-1)
    await open(`door?scene=${code}`)
    await page.locator('#phones').waitFor()
    app.cloud.database.modify('doorCodes', { _id: code }, { $set: { state: 'revoked' } }, {})
    await open(`door?scene=${code}`)
    await page.getByText('门码已停用').waitFor()
    await context.route('**/call/**', (route) => route.abort())
    await open(`door?scene=${code}`)
    await page.getByText('重新试一次').waitFor()
    expect(await page.locator('#phones').count()).toBe(0)
  })

  it('still helps when no place is chosen', async () => {
    const { page, open, tap, dialled } = await app.phone()
    await open('door')
    await page.getByText('您在哪个小区？').waitFor()
    await tap('#danger')
    await tap('#danger-call-fire')
    expect(await dialled()).toEqual(['119'])
  })

  it('remembers the last place for a visit without a code', async () => {
    const { page, open } = await app.phone()
    await open(`door?scene=${demoDoor.code}`)
    await page.locator('#phones').waitFor()
    await open('door')
    await page.locator('#phones').waitFor()
    expect(await page.locator(title).textContent()).toBe(demoDoor.place)
  })

  it('hides the matters that a place does not have', async () => {
    const { page, open } = await app.phone()
    await open('door?scene=J8NQW3ZTVX')
    await page.locator('#phones').waitFor()
    expect(await page.locator('#group-heating').count()).toBe(0)
    expect(await page.locator('#group-gas').count()).toBe(1)
  })

  it('says that the network failed, and tries again when asked', async () => {
    const { page, context, open } = await app.phone()
    await context.route('**/call/**', (route) => route.abort())
    await open(`door?scene=${demoDoor.code}`)
    await page.getByText('网络不太好').waitFor()
    await context.unroute('**/call/**')
    await page.getByText('重新试一次').locator('visible=true').tap()
    await page.locator('#phones').waitFor()
  })
})

const revoked = () =>
  app.cloud.database.find('doorCodes', { state: 'revoked' }).map((row) => String((row as { _id: unknown })._id))
