import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { chineseFonts } from './fonts'
import { fillOnce } from './once'

const root = path.resolve(__dirname, '../..')
const defaultCache = path.join(root, 'node_modules/.cache')

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

interface Executable {
  readonly file: string
  readonly env: Readonly<Record<string, string>>
}

/** The machine's own Chromium (CHROMIUM names another one), or the one inside an npm package, which needs no download. */
async function findChromium(): Promise<Executable> {
  const named = process.env.CHROMIUM
  if (named) return { file: named, env: {} }
  const system = installed.find((file) => existsSync(file))
  return system ? { file: system, env: {} } : unpackChromium()
}

/** Unpacks the npm package's Chromium (Linux, x64) with the libraries it needs, once. */
export async function unpackChromium(cache = defaultCache): Promise<Executable> {
  const manifest = path.join(root, 'node_modules/@sparticuz/chromium/package.json')
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  const folder = await fillOnce(path.join(cache, `chromium-${version}`), async (mine) => {
    await promisify(execFile)(process.execPath, [path.join(__dirname, 'unpack-chromium.cjs')], {
      // The package unpacks its libraries only where it believes to be on Lambda.
      env: { PATH: process.env.PATH, TMPDIR: mine, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    })
  })
  return { file: path.join(folder, 'chromium'), env: { LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib') } }
}

/** A headless browser that runs as root in a container, shows Chinese, and never talks to the network by itself. */
export async function launchChromium(executable?: Executable): Promise<Browser> {
  const { file, env } = executable ?? (await findChromium())
  return chromium.launch({
    executablePath: file,
    env: { ...process.env, ...env, FONTCONFIG_FILE: await chineseFonts(defaultCache) },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export interface Phone {
  readonly width?: number
  readonly height?: number
  /** Where the phone believes to be; the product's times are UTC+8 wherever it is. */
  readonly timezone?: string
  /** What `Taro.getStorageSync` finds when the app starts for the first time, for example a chosen edition. */
  readonly storage?: Readonly<Record<string, unknown>>
}

/** A phone: touch, Chinese, two device pixels to one. `context.setOffline(true)` takes its network away. */
export async function openPhone(browser: Browser, phone: Phone = {}): Promise<BrowserContext> {
  const { width = 390, height = 844, timezone = 'Asia/Shanghai', storage = {} } = phone
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: timezone,
  })
  await context.addInitScript((entries) => {
    if (sessionStorage.getItem('phone-prepared')) return
    sessionStorage.setItem('phone-prepared', 'yes')
    // The shape in which Taro's H5 storage keeps a value.
    for (const [key, data] of Object.entries(entries)) localStorage.setItem(key, JSON.stringify({ data }))
  }, storage)
  return context
}

/** Keeps the whole page as `test-results/screenshots/<name>.png`. */
export async function takePicture(page: Page, name: string, options: { fullPage?: boolean } = {}): Promise<string> {
  const file = path.join(root, 'test-results/screenshots', `${name}.png`)
  await page.screenshot({ path: file, fullPage: options.fullPage ?? true })
  return file
}
