import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { launchChromium, openPhone, type Phone } from './chromium'

/** A weekday at noon: everybody answers who ever does. */
export const noon = Date.parse('2026-11-18T12:00:00+08:00')

export interface App {
  readonly cloud: LocalCloud
  /** A phone of its own, with nothing kept on it. */
  phone(options?: Phone & { readonly at?: number; readonly care?: boolean }): Promise<OpenedPhone>
  close(): Promise<void>
}

export interface OpenedPhone {
  readonly context: BrowserContext
  readonly page: Page
  /** Opens a page of the app, as from outside: `door?scene=…`. */
  open(path: string): Promise<void>
  /** Numbers that were dialled, in order. */
  dialled(): Promise<string[]>
  /** Taps since the page was opened from outside. */
  taps(): number
  tap(selector: string): Promise<void>
  /** What the page threw or complained of. */
  readonly complaints: readonly string[]
}

/** The H5 build served by the local cloud, and a browser. `empty`: without the demo, as right after a deployment. */
export async function openApp({ empty = false } = {}): Promise<App> {
  const cloud = await startDemoCloud({ dataFile: ':memory:', empty })
  const browser = await launchChromium()
  return {
    cloud,
    phone: (options = {}) => openOn(browser, cloud.url, options),
    close: async () => {
      await browser.close()
      await cloud.close()
    },
  }
}

async function openOn(
  browser: Browser,
  url: string,
  { at = noon, care = false, ...phone }: Phone & { readonly at?: number; readonly care?: boolean },
): Promise<OpenedPhone> {
  const kept = care ? { 'jmk:care': { form: 1, at, value: true } } : {}
  const context = await openPhone(browser, { ...phone, storage: { ...kept, ...phone.storage } })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    // What the network lacks is said by the browser itself; the app's own words are what counts.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(message.text())
  })
  await page.clock.setFixedTime(at)
  // A browser without a dialler: what would have been dialled is written down.
  await page.addInitScript(() => {
    document.addEventListener(
      'click',
      (event) => {
        const link = (event.target as Element | null)?.closest?.('a[href^="tel:"]')
        if (!link) return
        event.preventDefault()
        const before = JSON.parse(sessionStorage.getItem('dialled') ?? '[]') as string[]
        sessionStorage.setItem('dialled', JSON.stringify([...before, link.getAttribute('href')?.slice(4)]))
      },
      true,
    )
  })
  let taps = 0
  let visits = 0
  return {
    context,
    page,
    complaints,
    async open(path) {
      taps = 0
      const [name = '', query] = path.split('?')
      // A new visit, not a step inside the app: another hash alone would not load anything.
      await page.goto(`${url}/?visit=${++visits}#/pages/${name}/index${query ? `?${query}` : ''}`)
    },
    dialled: () => page.evaluate(() => JSON.parse(sessionStorage.getItem('dialled') ?? '[]') as string[]),
    taps: () => taps,
    async tap(selector) {
      // Pages below stay in the document: the one in sight is meant.
      await page.locator(selector).locator('visible=true').first().tap()
      taps++
    },
  }
}
