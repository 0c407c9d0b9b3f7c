import { build } from 'esbuild'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium'

/** The browser's twin of `open-pdf` by itself. */
let browser: Browser
let page: Page
beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [path.resolve(__dirname, '../../src/platform/open-pdf.h5.ts')],
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

const open = (url: string) => page.evaluate(`platform.openPdf('${url}')`)

describe('a PDF in a browser', () => {
  it('is downloaded byte for byte', async () => {
    const [download, opened] = await Promise.all([
      page.waitForEvent('download'),
      open('data:application/pdf;base64,AP8H'),
    ])
    expect(opened).toBe('saved')
    expect(download.suggestedFilename()).toBe('posters.pdf')
    expect([...(await readFile(await download.path()))]).toEqual([0, 255, 7])
  })

  it('fails where it cannot be fetched', async () => {
    expect(await open('http://127.0.0.1:1/posters.pdf')).toBe('failed')
  })
})
