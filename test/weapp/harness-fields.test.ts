import { inside, logged, logOf, startFixtureAt } from '../support/weapp/fixture'

const start = () => startFixtureAt('pages/fields/index')

describe('fields', () => {
  it('take the keyboard, cut what is too long, and keep what was typed', () => {
    const app = start()
    const { page } = app
    expect(logged(app, () => page.type('#name', '王小明同学'))).toEqual([
      'focus name {"value":"before","height":300}',
      'input name {"value":"王小明同","cursor":4,"keyCode":21516}',
    ])
    expect(page.find('#name').value).toBe('王小明同')
    inside(app, "page.setData({ name: 'before' })")
    expect(page.find('#name').value).toBe('王小明同')
    inside(app, "page.setData({ name: 'after' })")
    expect(page.find('#name').value).toBe('after')
  })

  it('show what the page sets after it has heard what was typed, even where it is what was there at first', () => {
    const app = start()
    app.page.type('#name', 'new')
    inside(app, "page.setData({ name: 'new' })")
    inside(app, "page.setData({ name: 'before' })")
    expect(app.page.find('#name').value).toBe('before')
  })

  it('lose the keyboard before a tap elsewhere, a textarea after it', () => {
    const app = start()
    const { page } = app
    page.type('#name', 'a')
    expect(
      logged(app, () => page.tap('#send'))
        .slice(0, 2)
        .map((line) => line.split(' ').slice(0, 2).join(' ')),
    ).toEqual(['blur name', 'tap send'])
    page.type('#story', 'b')
    const lines = logged(app, () => page.tap('#send')).map((line) => line.split(' ').slice(0, 2).join(' '))
    expect(lines.indexOf('blur story')).toBeGreaterThan(lines.indexOf('tap send'))
  })

  it('get the keyboard, and lose it, as the page says', () => {
    const app = start()
    expect(logged(app, () => inside(app, 'page.setData({ focus: true })'))[0]).toMatch(/^focus name/)
    expect(logged(app, () => inside(app, 'page.setData({ focus: true })'))).toEqual([])
    expect(logged(app, () => inside(app, 'page.setData({ focus: false })'))[0]).toMatch(/^blur name/)
  })

  it('are confirmed from the keyboard', () => {
    const app = start()
    app.page.type('#name', 'ok')
    expect(logged(app, () => app.page.confirm('#name'))).toEqual([
      'confirm name {"value":"ok"}',
      'blur name {"value":"ok","cursor":2}',
    ])
  })

  it('take nothing when disabled', () => {
    expect(() => start().page.type('#locked', 'x')).toThrow('cannot be typed into')
  })

  it('tell a change of a switch, of boxes by their label, of radio buttons, and of a slider', () => {
    const app = start()
    const change = (target: string) => logged(app, () => app.page.tap(target)).at(-1)
    expect(change('#loud')).toBe('change loud {"value":false}')
    expect(change('#tuesday')).toBe('change days {"value":["mon","tue"]}')
    expect(change('#monday')).toBe('change days {"value":["tue"]}')
    expect(change('#water')).toBe('change kind {"value":"water"}')
    expect(app.page.find('#gas').value).toBe(false)
    expect(logged(app, () => app.page.choose('#loudness', 70))).toEqual(['change loudness {"value":70}'])
  })

  it('ask with a picker, which may be closed', async () => {
    const app = start()
    app.page.tap('#date')
    expect((await app.untilAsked('picker')).options).toMatchObject({ mode: 'date', value: '2026-01-01' })
    app.answer({ value: '2026-02-03' })
    await app.until(() => logOf(app).at(-1) === 'change date {"value":"2026-02-03"}')
    app.page.tap('#date')
    await app.untilAsked('picker')
    app.answer()
    await app.until(() => logOf(app).at(-1)?.startsWith('cancel date') === true)
  })
})

describe('a form', () => {
  it('sends what its named fields hold', () => {
    const app = start()
    app.page.type('#story', '漏水')
    app.page.tap('#tuesday')
    expect(logged(app, () => app.page.tap('#send')).filter((line) => line.startsWith('submit'))).toEqual([
      `submit form ${JSON.stringify({
        value: {
          ...{ name: 'before', story: '漏水', loud: true, days: ['mon', 'tue'], kind: 'gas' },
          ...{ date: '2026-01-01', loudness: 30 },
        },
      })}`,
    ])
  })

  it('is emptied', () => {
    const app = start()
    app.page.type('#story', '漏水')
    expect(logged(app, () => app.page.tap('#clear')).at(-1)).toContain('reset form')
    const values = ['#name', '#story', '#loud', '#days', '#kind', '#loudness'].map((id) => app.page.find(id).value)
    expect(values).toEqual(['', '', false, [], '', 5])
  })
})

describe('what leads away', () => {
  it('a navigator opens its page, and says that it did', async () => {
    const app = start()
    const [below] = app.stack
    app.page.tap('#away')
    await app.until(() => logOf(app).some((line) => line.startsWith('success away')))
    expect(app.page.query).toEqual({ from: 'link' })
    expect(app.stack[0]).toBe(below)
  })

  it('a button asks for the phone number, which may be refused', async () => {
    const app = start()
    app.page.tap('#phone')
    await app.untilAsked('getPhoneNumber')
    app.answer({ code: 'c1' })
    await app.until(() => logOf(app).at(-1) === 'getphonenumber phone {"errMsg":"getPhoneNumber:ok","code":"c1"}')
    app.page.tap('#phone')
    await app.untilAsked('getPhoneNumber')
    app.answer()
    await app.until(() => logOf(app).at(-1) === 'getphonenumber phone {"errMsg":"getPhoneNumber:fail user deny"}')
  })
})
