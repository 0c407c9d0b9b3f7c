import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { callsBy, dialledBy, openDoorIn, startAt } from '../support/door-app'
import { searches } from '../support/searches'
import type { Weapp } from '../support/weapp'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['searchMisses', 'resends']) cloud.database.remove(name, {}, { multi: true })
})

const misses = () => cloud.database.find('searchMisses')
const shows = (app: Weapp, selector: string) => app.page.findAll(selector).length > 0
async function typed(app: Weapp, text: string, shown: string): Promise<void> {
  app.page.type('#search', text)
  await app.until(() => shows(app, shown))
}

/** The calls that said what was not found. */
const sentBy = (app: Weapp) =>
  (callsBy(app) as readonly { data: { action: string; input: unknown; key?: string } }[]).filter(
    ({ data }) => data.action === 'search.missed',
  )

describe('what is typed at the door', () => {
  it('and found is listed, and the groups make room for it', async () => {
    const app = await openDoorIn(cloud)
    await typed(app, searches.found, '#hit-drain-blocked')
    expect(shows(app, '#hits')).toBe(true)
    expect(app.page.find('#groups').isHidden).toBe(true)
    expect(shows(app, '#missed')).toBe(true)
  })

  it('and speaks of several matters is said to be several', async () => {
    const app = await openDoorIn(cloud)
    await typed(app, searches.several, '#hit-drain-blocked')
    expect(shows(app, '#hit-corridor-light')).toBe(true)
    expect(app.page.text).toContain('像是几件事')
    await typed(app, searches.found, '#hit-drain-blocked')
    await app.until(() => !app.page.text.includes('像是几件事'))
  })

  it('and not understood is asked back, with the groups and somebody who always answers', async () => {
    const app = await openDoorIn(cloud)
    await typed(app, searches.unsure, '#no-hits')
    expect(app.page.text).toContain('说得再具体一点')
    expect(app.page.find('#groups').isHidden).toBe(false)
    expect(shows(app, '#group-drainage')).toBe(true)
    app.page.tap('#call-12345')
    await app.until(() => dialledBy(app).length === 1)
    expect(dialledBy(app)).toEqual(['12345'])
  })

  it('and none of ours is said to be so, with what one can ask instead', async () => {
    const app = await openDoorIn(cloud)
    await typed(app, searches.outside, '#no-hits')
    expect(app.page.text).toContain('帮不上')
    expect(app.page.findAll('.row').filter(({ id }) => id.startsWith('hit-'))).toEqual([])
    app.page.tap('#example-0')
    await app.until(() => shows(app, '#hits'))
    expect(app.page.find('#search').value).toBe('下水道堵了')
  })

  it('stays in the box when one comes back', async () => {
    const app = await openDoorIn(cloud)
    await typed(app, searches.found, '#hit-drain-blocked')
    app.page.tap('#hit-drain-blocked')
    await app.until(() => shows(app, '.contact-main'))
    app.back()
    await app.until(() => app.page.route === 'pages/door/index')
    expect(app.page.find('#search').value).toBe(searches.found)
    expect(shows(app, '#hit-drain-blocked')).toBe(true)
  })

  it('shows a danger first, marked as one', async () => {
    const app = await openDoorIn(cloud)
    await typed(app, searches.danger, '#hit-gas-leak')
    const [first] = app.page.findAll('.row').filter(({ id }) => id.startsWith('hit-'))
    expect([first?.id, first?.text.includes('有危险')]).toEqual(['hit-gas-leak', true])
    expect(app.page.findAll('.hit-danger').length).toBeGreaterThan(0)
  })

  it('sends little to the view at each keystroke of every kind of text', async () => {
    const app = await openDoorIn(cloud)
    let most = 0
    for (const whole of Object.values(searches)) {
      for (const text of [...[...whole].map((_, at) => whole.slice(0, at + 1)), '']) {
        const before = app.page.bytes
        app.page.type('#search', text)
        await app.until(() => (shows(app, '#hits') || shows(app, '#no-hits')) === (text !== ''))
        most = Math.max(most, app.page.bytes - before)
      }
    }
    expect(most).toBeLessThanOrEqual(8 * 1024)
  })
})

describe('what the text has said already', () => {
  const openAnswered = async () => {
    const app = await openDoorIn(cloud)
    await typed(app, searches.answered, '#hit-drain-blocked')
    app.page.tap('#hit-drain-blocked')
    await app.until(() => shows(app, '.contact-main'))
    return app
  }

  it('is answered on the matter’s page, said there, and can be put right', async () => {
    const app = await openAnswered()
    expect(app.page.query).toMatchObject({ id: 'drain-blocked', a: 'scope:many' })
    expect(app.page.find('#said-scope').text).toContain('您说的是：好几户或整栋楼')
    const many = app.page.find('#contacts').text
    app.page.tap('#said-scope')
    await app.until(() => shows(app, '.chip-on'))
    app.page.tap(app.page.byText('只有我家'))
    await app.until(() => app.page.find('#contacts').text !== many)
    expect(app.page.find('.chip-on').text).toBe('只有我家')
  })

  it('is not carried to a neighbour by the card', async () => {
    const app = await openAnswered()
    app.page.tap('#share')
    expect(app.shares[0]?.path).not.toContain('scope')
  })

  it('is left aside where the matter does not ask it', async () => {
    const app = startAt(
      cloud,
      {},
      {
        launch: { path: 'pages/matter/index', query: { id: 'drain-blocked', a: 'scope:all,colour:red' }, scene: 1008 },
      },
    )
    await app.until(() => shows(app, '.contact-main'))
    expect(app.page.findAll('.said')).toEqual([])
    expect(app.problems).toEqual([])
  })
})

describe('what was not found', () => {
  it('is counted when one says so, once for two taps, and other ways are shown', async () => {
    const app = await openDoorIn(cloud)
    await typed(app, searches.found, '#missed')
    const button = app.page.find('#missed')
    app.page.tap(button)
    app.page.tap(button)
    await app.untilText('记下了，谢谢')
    expect(misses()).toMatchObject([{ communityId: 'west-street', outcome: 'wrong', text: searches.found, count: 1 }])
    expect(JSON.stringify(misses())).not.toContain('oResident')
    expect(app.page.find('#groups').isHidden).toBe(false)
    expect(shows(app, '#call-12345')).toBe(true)
    expect(app.problems).toEqual([])
  })

  it('is counted once for the same words, also when they are typed again', async () => {
    const app = await openDoorIn(cloud)
    await typed(app, searches.outside, '#missed')
    app.page.tap('#missed')
    await app.untilText('记下了，谢谢')
    await typed(app, searches.found, '#hits')
    await typed(app, searches.outside, '#no-hits')
    expect(app.page.text).toContain('记下了，谢谢')
    app.page.confirm('#search')
    expect(sentBy(app)).toHaveLength(1)
    expect(misses()).toMatchObject([{ outcome: 'outside', count: 1 }])
  })

  it.each(['unsure', 'outside'] as const)('is counted by the search key where it is %s', async (outcome) => {
    const app = await openDoorIn(cloud)
    await typed(app, searches[outcome], '#no-hits')
    app.page.confirm('#search')
    await app.untilText('记下了，谢谢')
    expect(misses()).toMatchObject([{ outcome, count: 1 }])
  })

  it('is not counted by the search key where something was found', async () => {
    const app = await openDoorIn(cloud)
    await typed(app, searches.found, '#hits')
    app.page.confirm('#search')
    expect(sentBy(app)).toEqual([])
  })

  it('keeps words with a number on the phone', async () => {
    const app = await openDoorIn(cloud)
    await typed(app, `${searches.found}，打我电话13800138000`, '#missed')
    app.page.tap('#missed')
    await app.untilText('记下了，谢谢')
    expect(JSON.stringify(sentBy(app))).not.toContain('13800138000')
    expect(JSON.stringify([...app.storage])).not.toContain('13800138000')
    expect(misses()).toMatchObject([{ text: null, count: 1 }])
  })

  it('waits on the phone while there is no network, and is counted once when there is', async () => {
    const app = await openDoorIn(cloud)
    app.setOffline(true)
    await typed(app, searches.found, '#missed')
    app.page.tap('#missed')
    await app.untilText('有网络时会自动送出')
    expect(misses()).toEqual([])
    app.setOffline(false)
    await app.until(() => misses().length === 1)
    app.hide()
    app.show()
    expect(misses()).toMatchObject([{ outcome: 'wrong', count: 1 }])
  })

  it('without a place is told to nobody, and other ways are shown all the same', async () => {
    const app = startAt(cloud, {})
    await app.until(() => shows(app, '#search'))
    await typed(app, searches.found, '#missed')
    app.page.tap('#missed')
    await app.until(() => shows(app, '#call-12345'))
    expect(app.page.text).not.toContain('记下')
    expect(sentBy(app)).toEqual([])
  })
})
