import { createReadStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connectSdk, startCloud, temporaryFolder, type Started } from './support/cloud'
import { presetOf } from '../../src/local/storage/rules'
import { phone, sdkFiles } from './support/sdk-files'

let cloud: Started
const folder = temporaryFolder()

beforeAll(async () => {
  cloud = await startCloud()
  connectSdk(cloud)
})
afterEach(() => cloud.clock.moveTo(0))
afterAll(async () => {
  await cloud.close()
  folder.remove()
})

const upload = async (cloudPath: string, text: string) =>
  (await sdkFiles.uploadFile({ cloudPath, fileContent: Buffer.from(text) })).fileID
const download = async (fileID: string) => (await sdkFiles.downloadFile({ fileID })).fileContent.toString()

const linksTo = async (fileList: readonly unknown[]) => (await sdkFiles.getTempFileURL({ fileList })).fileList
const linkTo = async (file: unknown) => (await linksTo([file]))[0]?.tempFileURL ?? ''

describe('a function', () => {
  it('gets back what it has uploaded, from a buffer or from a file', async () => {
    const local = join(folder.path, 'notice.txt')
    writeFileSync(local, '停水通知')
    const fileContent = createReadStream(local)
    const { fileID } = await sdkFiles.uploadFile({ cloudPath: 'notices/通知.txt', fileContent })
    expect(fileID).toBe('cloud://local-env.local-bucket/notices/通知.txt')
    expect(await download(fileID)).toBe('停水通知')
    expect(await download(await upload('notices/empty.txt', ''))).toBe('')
  })

  it('overwrites what is at the same path, and its id stays', async () => {
    const first = await upload('same.txt', 'before')
    const second = await upload('same.txt', 'after')
    expect(second).toBe(first)
    expect(await download(first)).toBe('after')
    expect(cloud.files.list().filter(({ path }) => path === 'same.txt')).toEqual([
      { fileID: first, path: 'same.txt', bytes: 5, contentType: 'text/plain; charset=utf-8', at: expect.any(Number) },
    ])
  })

  it('deletes, and is told what was not there', async () => {
    const fileID = await upload('gone.txt', 'x')
    const missing = 'cloud://local-env.local-bucket/never.txt'
    const foreign = 'cloud://other.bucket/gone.txt'
    const { fileList } = await sdkFiles.deleteFile({ fileList: [fileID, missing, foreign] })
    expect(fileList.map(({ status }) => status)).toEqual([0, -503003, -503003])
    expect(await linksTo([fileID])).toMatchObject([{ status: -503003, errMsg: 'storage file not exists' }])
    await expect(sdkFiles.downloadFile({ fileID })).rejects.toMatchObject({ code: 'STORAGE_FILE_NONEXIST' })
  })

  it('asks for fifty files at once and not for more', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => `cloud://local-env.local-bucket/${i}`)
    expect(await linksTo(many(50))).toHaveLength(50)
    await expect(linksTo(many(51))).rejects.toMatchObject({ code: 'INVALID_PARAM' })
    await expect(sdkFiles.deleteFile({ fileList: many(51) })).rejects.toMatchObject({ code: 'INVALID_PARAM' })
  })

  it.each([
    '/absolute.txt',
    'folder/',
    'a//b.txt',
    '../secret.txt',
    'a/../../b.txt',
    'a/./b.txt',
    'what?.txt',
    'half%20done.txt',
    'a#b.txt',
    'back\\slash.txt',
    'two words.txt',
    'bell\u0007.txt',
    '长'.repeat(100),
  ])('cannot upload to %j', async (cloudPath) => {
    await expect(upload(cloudPath, 'x')).rejects.toMatchObject({
      code: 'STORAGE_REQUEST_FAIL',
      errMsg: expect.stringContaining('cloudPath'),
    })
    expect(cloud.files.list().some(({ path }) => path === cloudPath)).toBe(false)
  })
})

describe('a link', () => {
  it('lasts ten minutes, or as long as it was asked for, by the clock of the cloud', async () => {
    const fileID = await upload('links/a.png', 'picture')
    const usual = await linkTo(fileID)
    const long = await linkTo({ fileID, maxAge: 3600 })
    const status = async (url: string) => (await fetch(url)).status
    expect([await status(usual), await status(long)]).toEqual([200, 200])
    cloud.clock.moveTo(599_000)
    expect(await status(usual)).toBe(200)
    cloud.clock.moveTo(602_000)
    expect([await status(usual), await status(long)]).toEqual([403, 200])
    cloud.clock.moveTo(3_602_000)
    expect(await status(long)).toBe(403)
  })

  it('cannot be made without the secret of the cloud, nor changed', async () => {
    const url = await linkTo(await upload('links/a.txt', 'mine'))
    await upload('links/b.txt', 'other')
    const forged = [
      url.replace('a.txt', 'b.txt'),
      url.replace(/t=(\d+)/, (_, t) => `t=${Number(t) + 1}`),
      url.replace(/sign=[^&]*/, `sign=${'0'.repeat(64)}`),
      url.replace(/\?.*/, ''),
    ]
    for (const address of forged) {
      const response = await fetch(address)
      expect([response.status, await response.json()]).toEqual([403, expect.objectContaining({ errCode: -503002 })])
    }
  })

  it.each([
    ['picture.png', 'image/png', 'inline'],
    ['page.html', 'text/html; charset=utf-8', 'attachment'],
    ['drawing.svg', 'image/svg+xml', 'attachment'],
    ['unknown', 'application/octet-stream', 'attachment'],
  ])('to %s says what it is and lets nothing run', async (name, type, disposition) => {
    const response = await fetch(await linkTo(await upload(`types/${name}`, '<script>alert(1)</script>')))
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': type,
      'content-disposition': disposition,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    })
  })

  it.each([
    ['bytes=2-4', 206, 'cde', 'bytes 2-4/10'],
    ['bytes=7-', 206, 'hij', 'bytes 7-9/10'],
    ['bytes=-2', 206, 'ij', 'bytes 8-9/10'],
    ['bytes=8-99', 206, 'ij', 'bytes 8-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=0-1,4-5', 200, 'abcdefghij', null],
  ])('gives the part %s', async (range, status, body, contentRange) => {
    const url = await linkTo(await upload('parts.mp3', 'abcdefghij'))
    const response = await fetch(url, { headers: { range } })
    expect([response.status, await response.text(), response.headers.get('content-range')]).toEqual([
      status,
      body,
      contentRange,
    ])
  })
})

describe.each([
  // rule, whoever uploaded it: read write; somebody else: read write; without an identity: read write
  ['READONLY', [true, true], [true, false], [false, false]],
  ['PRIVATE', [true, true], [false, false], [false, false]],
  ['ADMINWRITE', [true, false], [true, false], [false, false]],
  ['ADMINONLY', [false, false], [false, false], [false, false]],
] as const)('under the rule %s', (storageRule, owner, other, nobody) => {
  let started: Started
  beforeAll(async () => {
    started = await startCloud({ storageRule })
  })
  afterAll(() => started.close())

  it('a phone reads and writes what it may, and nothing else', async () => {
    connectSdk(started)
    const own = await phone(started, 'owner').upload('photos/1.jpg')
    // Where phones may not upload, a function has.
    const fileID = own.fileID ?? (await upload('photos/1.jpg', 'x'))
    const may = async (who: ReturnType<typeof phone>) => {
      const read = (await who.link(fileID))?.status
      const write = (await who.upload('photos/1.jpg', 'y')).errCode ?? 0
      expect([read, write].filter((code) => code !== 0 && code !== -503002)).toEqual([])
      return [read === 0, write === 0]
    }
    expect(await may(phone(started, 'owner'))).toEqual(owner)
    expect(await may(phone(started, 'other'))).toEqual(other)
    expect(await may(phone(started))).toEqual(nobody)
    expect((await phone(started, 'other').remove(fileID))?.status).toBe(-503002)
    expect((await phone(started, 'owner').remove(fileID))?.status).toBe(owner[1] ? 0 : -503002)
    connectSdk(cloud)
  })
})

describe('a phone', () => {
  let started: Started
  beforeAll(async () => {
    started = await startCloud({ storageRule: 'PRIVATE' })
  })
  afterAll(() => started.close())

  it('says what a file without an ending is, but not against its ending', async () => {
    await phone(started, 'me').upload('a', 'x', 'image/webp')
    await phone(started, 'me').upload('b.txt', 'x', 'text/html')
    await phone(started, 'me').upload('c', 'x', 'text/html; odd="\\"')
    expect(started.files.list().map(({ contentType }) => contentType)).toEqual([
      'image/webp',
      'text/plain; charset=utf-8',
      'text/html',
    ])
  })

  it('is refused a file of more than 50 MB, of which nothing stays', async () => {
    const headers = { 'x-local-openid': 'me' }
    const body = Buffer.alloc(50 * 1024 * 1024 + 1)
    const response = await fetch(`${started.url}/storage/upload?path=big.bin`, { method: 'POST', headers, body })
    expect(await response.json()).toMatchObject({ errCode: -501007, errMsg: expect.stringContaining('50 MB') })
    expect(started.files.list().some(({ path }) => path === 'big.bin')).toBe(false)
  })

  it('is told that a file is missing only where it might have read it', async () => {
    expect(await phone(started, 'me').link('cloud://local-env.local-bucket/none.txt')).toMatchObject({
      status: -503003,
    })
  })

  it('uploads nothing with a forged permission', async () => {
    const forged = `${started.url}/storage/object?path=x.txt&t=9999999999`
    const response = await fetch(forged, { method: 'PUT', headers: { authorization: '0'.repeat(64) }, body: 'x' })
    expect([response.status, await response.text()]).toEqual([403, expect.stringContaining('SignatureDoesNotMatch')])
  })
})

it('a link to what everybody may read is plain and does not expire', async () => {
  const started = await startCloud({ storageRule: 'READONLY' })
  const { fileID = '' } = await phone(started, 'me').upload('avatar.png')
  const url = (await phone(started, 'other').link(fileID))?.tempFileURL ?? ''
  expect(url).toBe(`${started.url}/storage/file/avatar.png`)
  started.clock.moveTo(86_400_000)
  expect((await fetch(url)).status).toBe(200)
  await started.close()
})

describe('the rule of the deployment', () => {
  it.each([
    [true, 'own', 'READONLY'],
    ['own', 'own', 'PRIVATE'],
    [true, false, 'ADMINWRITE'],
    [false, false, 'ADMINONLY'],
  ] as const)('that phones read %s and write %s is the preset %s', (read, write, preset) => {
    expect(presetOf({ read, write })).toBe(preset)
  })

  it('is refused where WeChat has no preset for it', () => {
    expect(() => presetOf({ read: true, write: true })).toThrow('no preset')
    expect(() => presetOf({ read: false, write: 'own' })).toThrow('no preset')
  })

  it('keeps a phone’s file for that phone, unless a test asks for another rule', async () => {
    const started = await startCloud({})
    const { fileID = '' } = await phone(started, 'me').upload('photos/mine.jpg')
    expect((await phone(started, 'me').link(fileID))?.status).toBe(0)
    expect((await phone(started, 'other').link(fileID))?.status).toBe(-503002)
    await started.close()
  })
})
