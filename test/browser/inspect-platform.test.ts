import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchChromium, openPhone, takePicture } from '../support/chromium'
import { aFunction, startCloud, type Started } from '../local/support/cloud'

const sdk = JSON.stringify(path.join(__dirname, '../../node_modules/wx-server-sdk'))
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const bundles = {
  /** What only the platform does: a file, and a message to somebody's phone. */
  post: `
    const cloud = require(${sdk})
    cloud.init({ env: process.env.TCB_ENV })
    exports.main = async () => {
      await cloud.uploadFile({ cloudPath: 'photos/door.png', fileContent: Buffer.from('${pixel}', 'base64') })
      await cloud.uploadFile({ cloudPath: 'notes/plain.txt', fileContent: Buffer.from('<b>not run</b>') })
      const message = { templateId: 'answered', page: 'pages/me/index', data: { thing1: { value: '<i>楼道灯</i>修好了' } } }
      await cloud.openapi.subscribeMessage.send({ touser: 'demo-person-a', ...message })
      await cloud.openapi.subscribeMessage.send({ touser: 'demo-person-b', ...message }).catch(() => undefined)
    }
  `,
  outer: `
    const cloud = require(${sdk})
    cloud.init({ env: process.env.TCB_ENV })
    exports.main = async () => (await cloud.callFunction({ name: 'inner', data: {} })).result
  `,
  inner: `exports.main = () => ({ ok: false, refused: 'door.revoked' })`,
  nightly: `exports.main = () => 1`,
}
let cloud: Started
let browser: Browser
let context: BrowserContext
let page: Page
beforeAll(async () => {
  cloud = await startCloud({
    bundles,
    functions: {
      post: aFunction({ openapi: ['subscribeMessage.send'] }),
      outer: aFunction(),
      inner: aFunction(),
      nightly: aFunction({ callableBy: 'system', cron: { name: 'every-night', config: '0 0 3 * * * *' } }),
    },
    messageTemplates: [{ id: 'answered', title: '诉求答复', fields: ['thing1'] }],
  })
  cloud.platform.consent('demo-person-a', 'answered', 'accept')
  await cloud.invoke('post', {}, { source: 'scf' })
  browser = await launchChromium()
  context = await openPhone(browser, { width: 1180, height: 600 })
  page = await context.newPage()
})
afterAll(async () => {
  await browser.close()
  await cloud.close()
})
const look = (tab: string) => page.goto(`${cloud.url}/_local#${tab}`)

it('a call that a function made stands under the one that made it', async () => {
  await look('calls')
  await cloud.invoke('outer', {}, { openid: 'demo-person-c', source: 'wx_client' })
  const outer = page.locator('#call-list > .row').first()
  await outer.locator('summary', { hasText: 'outer' }).first().tap()
  await outer.locator('.nested').getByText('拒绝 door.revoked').first().waitFor()
  expect(await page.locator('#call-list > .row > summary', { hasText: 'inner' }).count()).toBe(0)
  expect(await outer.locator('.nested .who').textContent()).toBe('居民丙')
  await takePicture(page, 'local-calls-nested')
})

it('the messages that would have been sent stand there with whom they were for and what they say', async () => {
  await look('messages')
  const rows = page.locator('#messages-list > .row')
  await rows.first().waitFor()
  const texts = await rows.allTextContents()
  expect(texts.join()).toMatch(/发给 居民乙.*没发出 43101.*发给 居民甲.*发出了/)
  expect(texts.join()).toContain('<i>楼道灯</i>修好了')
  await takePicture(page, 'local-messages-some')
})

it('a picture is shown, and any other file is only named', async () => {
  await look('files')
  const rows = page.locator('#files-list > .row')
  await rows.first().waitFor()
  expect(await rows.allTextContents()).toEqual([
    expect.stringContaining('notes/plain.txt'),
    expect.stringContaining('photos/door.png'),
  ])
  expect(await rows.first().locator('button').count()).toBe(0)
  await rows.last().locator('button').tap()
  await page.waitForFunction(() => document.querySelector('img')?.naturalWidth === 1)
  await takePicture(page, 'local-files-some')
})

it('a timer says when it is due, and runs now when asked', async () => {
  await look('timers')
  const row = page.locator('#timers-list > .row')
  await row.getByText(/下次 \d{4}-\d\d-\d\d 03:00:00/).waitFor()
  await row.getByText('还没有运行过').waitFor()
  await row.locator('button').tap()
  await row.getByText(/上次 .*结果 ok/).waitFor()
  expect(cloud.calls.at(-1)).toMatchObject({ function: 'nightly', caller: 'system', outcome: 'ok' })
  await takePicture(page, 'local-timers-some')
})
