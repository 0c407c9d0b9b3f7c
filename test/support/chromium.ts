import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

const root = path.resolve(__dirname, '../..')

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

/**
 * Unpacks the npm package's Chromium (Linux, x64) with the libraries it needs. The work is done in a folder of our own
 * and appears by one rename, so two processes that come at once cannot see or spoil each other's half.
 */
export async function unpackChromium(cache = path.join(root, 'node_modules/.cache')): Promise<Executable> {
  const manifest = path.join(root, 'node_modules/@sparticuz/chromium/package.json')
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  const folder = path.join(cache, `chromium-${version}`)
  if (!existsSync(folder)) {
    await mkdir(cache, { recursive: true })
    const mine = await mkdtemp(`${folder}-`)
    await promisify(execFile)(process.execPath, [path.join(__dirname, 'unpack-chromium.cjs')], {
      // The package unpacks its libraries only where it believes to be on Lambda.
      env: { PATH: process.env.PATH, TMPDIR: mine, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    })
    await writeFile(path.join(mine, 'fonts', 'fonts.conf'), fontsConf(folder))
    await rename(mine, folder).catch(async (error: unknown) => {
      await rm(mine, { recursive: true, force: true })
      if (!existsSync(folder)) throw error
    })
  }
  return {
    file: path.join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: path.join(folder, 'fonts') },
  }
}

/** The package's own names Lambda's folders. Without one font to fall back on, Chromium draws no web font either. */
const fontsConf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`

/** A headless browser that runs as root in a container and never talks to the network by itself. */
export async function launchChromium(executable?: Executable): Promise<Browser> {
  const { file, env } = executable ?? (await findChromium())
  return chromium.launch({
    executablePath: file,
    env: { ...process.env, ...env },
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

/** Names of the fonts that phones have and a test machine does not. */
const families = ['PingFang SC', 'HarmonyOS Sans SC', 'Noto Sans SC']
const weights = { 400: '100 500', 700: '501 900' } as const
const fontFolder = path.join(root, 'node_modules/@fontsource/noto-sans-sc/files')

/** Gives every page Noto Sans SC under the names of the phones' fonts, served at the page's own origin. */
export async function withChineseFont(target: BrowserContext | Page): Promise<void> {
  await target.route(/\/__font__\/\d+\.woff2$/, (route) => {
    const [weight] = path.basename(route.request().url()).split('.')
    const file = path.join(fontFolder, `noto-sans-sc-chinese-simplified-${weight}-normal.woff2`)
    return route.fulfill({ path: file, contentType: 'font/woff2' })
  })
  const css = families.flatMap((family) =>
    Object.entries(weights).map(
      ([weight, range]) =>
        `@font-face { font-family: "${family}"; font-weight: ${range}; src: url("/__font__/${weight}.woff2") }`,
    ),
  )
  await target.addInitScript((text) => {
    document.addEventListener('DOMContentLoaded', () => {
      const style = document.createElement('style')
      style.textContent = text
      document.head.append(style)
    })
  }, css.join('\n'))
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
  await withChineseFont(context)
  await context.addInitScript((entries) => {
    if (sessionStorage.getItem('phone-prepared')) return
    sessionStorage.setItem('phone-prepared', 'yes')
    // The shape in which Taro's H5 storage keeps a value.
    for (const [key, data] of Object.entries(entries)) localStorage.setItem(key, JSON.stringify({ data }))
  }, storage)
  return context
}

/** Waits for the fonts, then keeps the whole page as `test-results/screenshots/<name>.png`. */
export async function takePicture(page: Page, name: string, options: { fullPage?: boolean } = {}): Promise<string> {
  const file = path.join(root, 'test-results/screenshots', `${name}.png`)
  await page.evaluate(async () => {
    // A font starts to load at the layout that first needs it.
    document.body.getBoundingClientRect()
    await document.fonts.ready
  })
  await page.screenshot({ path: file, fullPage: options.fullPage ?? true })
  return file
}
