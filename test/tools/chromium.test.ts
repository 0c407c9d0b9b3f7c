import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { launchChromium, openPhone, takePicture, unpackChromium } from '../support/chromium'

describe('the browser of the tests', () => {
  let folder: string
  beforeEach(async () => (folder = await mkdtemp(path.join(os.tmpdir(), 'chromium-test-'))))
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('unpacks once when two come at the same time, and starts twice', async () => {
    const [one, other] = await Promise.all([unpackChromium(folder), unpackChromium(folder)])
    expect(other).toEqual(one)
    expect(await readdir(folder)).toHaveLength(1)
    const browsers = await Promise.all([launchChromium(one), launchChromium(other)])
    expect(browsers.map((browser) => browser.isConnected())).toEqual([true, true])
    await Promise.all(browsers.map((browser) => browser.close()))
  })

  it('starts the one that CHROMIUM names', async () => {
    const { file, env } = await unpackChromium()
    const wrapper = path.join(folder, 'my-chromium')
    const exports = Object.entries(env).map(([name, value]) => `export ${name}='${value}'`)
    const mark = path.join(folder, 'started')
    await writeFile(wrapper, ['#!/bin/sh', ...exports, `touch '${mark}'`, `exec '${file}' "$@"`].join('\n'))
    await chmod(wrapper, 0o755)
    process.env.CHROMIUM = wrapper
    try {
      const browser = await launchChromium()
      await browser.close()
    } finally {
      delete process.env.CHROMIUM
    }
    expect(await readdir(folder)).toContain('started')
  })

  it('is a phone: touch, Chinese letters, its own time zone, storage, and a network that can go away', async () => {
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(
        '<meta name=viewport content=width=device-width><title>x</title><style>*{font-size:40px}h1{display:inline-block;font-family:PingFang SC}</style><h1>家门口</h1><b>家门口</b><i>口</i><button id="b" ontouchend="this.textContent=1">0</button>',
      )
    }).listen(0, '127.0.0.1')
    const browser = await launchChromium()
    try {
      const phone = await openPhone(browser, {
        width: 320,
        height: 640,
        timezone: 'America/New_York',
        storage: { edition: 'care' },
      })
      const page = await phone.newPage()
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
      await takePicture(page, 'tools/phone')
      expect(
        await page.evaluate(() => ({
          widths: ['h1', 'b', 'i'].map((name) => document.querySelector(name)?.getBoundingClientRect().width),
          stored: localStorage.getItem('edition'),
          language: navigator.language,
          zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          width: window.innerWidth,
        })),
      ).toEqual({
        // Three and one letters of 40 px, in a face that phones have and in one that nobody has.
        widths: [120, 120, 40],
        stored: '{"data":"care"}',
        language: 'zh-CN',
        zone: 'America/New_York',
        width: 320,
      })
      await page.locator('#b').tap()
      expect(await page.locator('#b').textContent()).toBe('1')
      await phone.setOffline(true)
      await expect(page.reload()).rejects.toThrow('ERR_INTERNET_DISCONNECTED')
    } finally {
      await browser.close()
      server.close()
    }
  })
})
