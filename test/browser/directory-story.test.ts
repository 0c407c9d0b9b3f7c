import { openApp, type App } from '../support/app'
import { firstDay } from '../support/directory-story'

let app: App
beforeAll(async () => {
  app = await openApp({ empty: true })
})
afterAll(() => app.close())

const count = (name: string) => app.cloud.database.count(name)

describe('from an empty environment to the first resident who reaches somebody', () => {
  it('takes at most fifteen confirmed screens, the Excel file given', async () => {
    expect(count('communities')).toBe(0)
    const { confirmed, dialled } = await firstDay(app)
    expect(dialled).toEqual(['13900001201'])
    expect(count('buildings')).toBe(3)
    expect(count('doorCodes')).toBe(6)
    expect(confirmed.length).toBeLessThanOrEqual(15)
  }, 300_000)
})
