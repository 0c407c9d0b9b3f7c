import { build } from 'esbuild'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium'

/** The browser's twin of `open-file` by itself: no page of the product is needed for a download. */
let browser: Browser
let page: Page
beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [path.resolve(__dirname, '../../src/platform/open-file.h5.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'platform',
    logLevel: 'silent',
  })
  browser = await launchChromium()
  page = await browser.newPage()
  await page.addScriptTag({ content: outputFiles[0]!.text })
})
afterAll(() => browser.close())

const open = (base64: string) => page.evaluate(`platform.openFile('${base64}', '登记表 11月22日.xlsx')`)

describe('a spreadsheet in a browser', () => {
  it('is downloaded by its name, byte for byte', async () => {
    const [download, opened] = await Promise.all([page.waitForEvent('download'), open('AP8H')])
    expect(opened).toBe('saved')
    expect(download.suggestedFilename()).toBe('登记表 11月22日.xlsx')
    expect([...(await readFile(await download.path()))]).toEqual([0, 255, 7])
  })

  it('fails where what came is no file', async () => {
    expect(await open('%')).toBe('failed')
  })
})
