import { join } from 'node:path'
import { connectSdk, temporaryFolder, type Started } from './support/cloud'
import { open, startOpenCloud } from './support/open-api'
import { sdkFiles } from './support/sdk-files'

const folder = temporaryFolder()
afterAll(() => folder.remove())

/** Puts a picture into the storage as a function would, and gives a link to it. */
async function picture(cloud: Started, name: string, contents = 'picture'): Promise<string> {
  connectSdk(cloud)
  const { fileID } = await sdkFiles.uploadFile({ cloudPath: `photos/${name}`, fileContent: Buffer.from(contents) })
  const { fileList } = await sdkFiles.getTempFileURL({ fileList: [fileID] })
  return fileList[0]?.tempFileURL ?? ''
}

const check = (cloud: Started, mediaUrl: string, overrides: object = {}) =>
  open(cloud, 'security.mediaCheckAsync', { mediaUrl, mediaType: 2, openid: 'me', scene: 2, version: 2, ...overrides })

interface Received {
  event: Record<string, unknown>
  openid: string
  source: string
}
const received = (cloud: Started) => cloud.database.find('received') as unknown as Received[]

describe('the verdict about a picture', () => {
  let cloud: Started
  beforeEach(async () => {
    cloud = await startOpenCloud()
  })
  afterEach(() => cloud.close())

  it('comes later, as an event of the platform with the number of the check', async () => {
    const { traceId, errCode } = await check(cloud, await picture(cloud, '晾衣.jpg'))
    expect(errCode).toBe(0)
    expect(received(cloud)).toEqual([])
    expect(await cloud.platform.deliver()).toBe(1)
    expect(received(cloud)).toMatchObject([
      {
        openid: '',
        source: 'wx_unknown',
        event: {
          FromUserName: 'me',
          MsgType: 'event',
          Event: 'wxa_media_check',
          appid: 'wxlocal',
          trace_id: traceId,
          version: 2,
          errcode: 0,
          result: { suggest: 'pass', label: 100 },
          detail: [{ strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100, prob: 90 }],
        },
      },
    ])
    expect(await cloud.platform.deliver()).toBe(0)
  })

  it.each([
    ['risky.jpg', 'picture', { suggest: 'risky', label: 20002 }],
    ['review.jpg', 'picture', { suggest: 'review', label: 21000 }],
    ['a.jpg', 'picture local-verdict:risky', { suggest: 'risky', label: 20002 }],
    ['b.jpg', 'picture local-verdict:review', { suggest: 'review', label: 21000 }],
  ])('called %s with %j is %j', async (name, contents, result) => {
    await check(cloud, await picture(cloud, name, contents))
    await cloud.platform.deliver()
    expect(received(cloud)[0]?.event.result).toEqual(result)
  })

  it.each([
    ['somewhere else', async () => 'https://elsewhere.example/a.jpg'],
    ['nowhere', async () => 'nonsense'],
    ['a file that is gone', async (of: Started) => `${of.url}/storage/file/photos/none.jpg?sign=0&t=9999999999`],
    ['a path that cannot be decoded', async (of: Started) => `${of.url}/storage/file/%E0%A4%A`],
  ])('says that it could not be loaded from %s', async (_, link) => {
    expect(await check(cloud, await link(cloud))).toMatchObject({ errCode: 0 })
    await cloud.platform.deliver()
    expect(received(cloud)[0]?.event).toMatchObject({ errcode: -1008, detail: [] })
    expect(received(cloud)[0]?.event).not.toHaveProperty('result')
  })

  it('says the same of a picture of more than 10 MB', async () => {
    await check(cloud, await picture(cloud, 'big.jpg', 'x'.repeat(10 * 1024 * 1024 + 1)))
    await cloud.platform.deliver()
    expect(received(cloud)[0]?.event).toMatchObject({ errcode: -1008 })
  })

  it.each([
    ['no link', { mediaUrl: undefined }, 40097],
    ['the type 3', { mediaType: 3 }, 40097],
    ['the old version', { version: 1 }, 40097],
    ['somebody who was not here', { openid: 'stranger' }, 61010],
  ])('is not to be had for %s', async (_, overrides, errCode) => {
    expect(await check(cloud, 'https://elsewhere.example/a.jpg', overrides)).toMatchObject({ errCode })
    expect(await cloud.platform.deliver()).toBe(0)
  })
})

it('a verdict may arrive twice', async () => {
  const cloud = await startOpenCloud({ deliverTwice: true })
  const { traceId } = await check(cloud, await picture(cloud, 'a.jpg'))
  expect(await cloud.platform.deliver()).toBe(1)
  expect(received(cloud).map(({ event }) => event.trace_id)).toEqual([traceId, traceId])
  await cloud.close()
})

it('a verdict that nobody has received yet is not lost by a restart', async () => {
  const dataFile = join(folder.path, 'restart/data.db')
  const first = await startOpenCloud({ dataFile })
  const { traceId } = await check(first, await picture(first, 'a.jpg'))
  await first.close()
  const second = await startOpenCloud({ dataFile })
  await second.platform.deliver()
  expect(received(second).map(({ event }) => event.trace_id)).toEqual([traceId])
  await second.close()
})

it('a verdict arrives by itself once it is due by the clock of the cloud', async () => {
  const cloud = await startOpenCloud({ pushes: true })
  await check(cloud, await picture(cloud, 'a.jpg'))
  cloud.clock.moveTo(3_600_000)
  while (received(cloud).length === 0) await new Promise((resolve) => setImmediate(resolve))
  expect(received(cloud)).toHaveLength(1)
  await cloud.close()
})
