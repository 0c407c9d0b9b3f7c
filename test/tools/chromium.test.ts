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
        '<meta name=viewport content=width=device-width><title>x</title><body style="font-family:PingFang SC"><h1>家门口</h1><button id="b" ontouchend="this.textContent=1">0</button>',
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
          fonts: [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
          stored: localStorage.getItem('edition'),
          language: navigator.language,
          zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          width: window.innerWidth,
        })),
      ).toEqual({
        fonts: ['PingFang SC'],
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
