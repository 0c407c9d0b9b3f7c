import type { Browser } from 'playwright-core'
import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { launchChromium, takePicture } from '../support/chromium'
import { demoDoor } from '../support/demo'
import { builtWeapp } from '../support/weapp'
import { openWeapp, type OpenWeapp } from '../support/weapp/browser/open'

let cloud: LocalCloud
let browser: Browser
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await cloud?.close()
})

const building = { b: demoDoor.buildingId }
/** Each page, its query, and the id of what has to be there before it is looked at. */
const pages = [
  ['landing', 'pages/door/index', { scene: demoDoor.code }, 'phones'],
  ['matter', 'pages/matter/index', { ...building, id: 'drain-blocked' }, 'call-first'],
  ['danger', 'pages/door/danger/index', building, 'danger-call-fire'],
  ['me', 'pages/me/index', {}, 'clear'],
] as const

const open = (path: string, query: Record<string, string>, isCare = false): Promise<OpenWeapp> =>
  openWeapp(browser, builtWeapp, {
    connect: { url: cloud.url, openid: 'oPictures' },
    launch: { path, query, scene: 1047 },
    storage: isCare ? { 'jmk:care': { form: 1, at: Date.now(), value: true } } : {},
  })

describe.each([
  ['normal', false, 44],
  ['care', true, 60],
] as const)('in the %s edition, drawn by WeChat’s engine', (edition, isCare, least) => {
  it.each(pages)(
    '%s fits the screen, with targets to hit and nothing over each other',
    async (name, path, query, ready) => {
      const weapp = await open(path, query, isCare)
      await weapp.byId(ready).waitFor()
      await takePicture(weapp.page, `weapp-${name}-${edition}`)
      expect(await weapp.complaints()).toEqual([])

      const seen = await look(weapp)
      expect(seen.texts).toBeGreaterThan(5)
      expect(seen.isCare).toBe(isCare)
      expect(seen.wider).toEqual([])
      expect(seen.overlapping).toEqual([])
      expect(seen.targets.length).toBeGreaterThan(0)
      expect(seen.targets.filter(({ height }) => height < least)).toEqual([])
      await weapp.close()
    },
  )
})

/** What only a layout can say. */
const look = ({ page }: OpenWeapp) =>
  page.evaluate(() => {
    const inSight = [...document.querySelectorAll<HTMLElement>('.weapp-page *')].filter(
      (one) => one.getClientRects().length,
    )
    const name = (one: Element) => one.getAttribute('exparser:info-attr-id') ?? one.className
    const own = inSight.filter((one) =>
      [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
    )
    const lines = own.flatMap((one) => {
      const range = document.createRange()
      range.selectNodeContents(one)
      return [...range.getClientRects()].map((rect) => ({ one, rect }))
    })
    const isFixed = (one: Element | null): boolean =>
      one !== null && (['fixed', 'sticky'].includes(getComputedStyle(one).position) || isFixed(one.parentElement))
    const still = lines.filter(({ one, rect }) => rect.width > 1 && !isFixed(one))
    const over = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4
    const overlapping = still.flatMap((first, index) =>
      still
        .slice(index + 1)
        .filter(({ one, rect }) => !one.contains(first.one) && !first.one.contains(one) && over(first.rect, rect))
        .map(({ one }) => `${first.one.textContent} / ${one.textContent}`),
    )
    return {
      texts: own.length,
      isCare: document.querySelector('.care') !== null,
      wider: inSight.filter((one) => one.getBoundingClientRect().right > innerWidth + 1).map(name),
      overlapping,
      targets: inSight
        .filter((one) => one.getAttribute('aria-role') === 'button' && name(one) !== 'search-clear')
        .map((one) => ({ what: name(one), height: Math.round(one.getBoundingClientRect().height) })),
    }
  })

describe('with a finger', () => {
  it('goes from the door to the call in two taps', async () => {
    const weapp = await open('pages/door/index', { scene: demoDoor.code })
    await weapp.byId('common-drain-blocked').tap()
    await weapp.byId('call-first').tap()
    await weapp.page.waitForFunction(() => window.weapp.callsOf('makePhoneCall').length === 1)
    expect(await weapp.complaints()).toEqual([])
    await weapp.close()
  })

  it('finds what is typed into the search', async () => {
    const weapp = await open('pages/door/index', { scene: demoDoor.code })
    await weapp.byId('search').locator('textarea').fill('下水道堵了')
    await weapp.byId('hit-drain-blocked').waitFor()
    await weapp.close()
  })
})
