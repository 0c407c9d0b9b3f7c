import { startCloud, type Started } from '../local/support/cloud'
import { inside, startFixture } from '../support/weapp/fixture'
import type { Weapp, WeappOptions } from '../support/weapp'
import { platformBundle } from '../support/weapp/platform-bundle'

/** The phone's twins of src/platform, on the harness: what of WeChat they use, and what they make of its refusals. */
let bundle: string
let cloud: Started
beforeAll(async () => {
  const names = [
    'pictures',
    'upload',
    'subscribe',
    'save-file',
    'code-picture',
    'scan',
    'tab-mark',
    'own-files',
    'phone',
  ]
  bundle = await platformBundle(names)
  cloud = await startCloud({ messageTemplates: [{ id: 'T1', title: 'news', fields: ['thing1'] }] })
})
afterAll(() => cloud.close())

function start(options: WeappOptions = {}): Weapp {
  const connect = { url: cloud.url, openid: 'oPlatform_a' }
  const app = startFixture({ connect, ...options }, { 'platform.js': bundle })
  app.page.instance.platform = app.require('platform.js')
  return app
}

/** Runs one of them inside, in a tap. */
function run(app: Weapp, work: string): Promise<unknown> {
  let result: unknown
  app.gesture(() => (result = inside(app, `page.platform.${work}`)))
  return Promise.resolve(result)
}

const bytes = (length: number) => new Uint8Array(length).fill(7)

describe('a call', () => {
  it.each([
    ['a number as it is, without its marks', '000-8888 1201', '00088881201'],
    ['a short number', '12345', '12345'],
    ['the exchange alone: WeChat says of no pause what becomes of it', '0371-68001234-8012', '037168001234'],
    ['the exchange of a number for the whole country', '400-800-1234-12', '4008001234'],
    ['every digit of a number that is no exchange', '400-800-1234', '4008001234'],
  ])('dials %s', async (_, number, dialled) => {
    const app = start()
    expect(await run(app, `dial('${number}')`)).toBe(true)
    expect(app.callsOf('makePhoneCall')).toMatchObject([{ phoneNumber: dialled }])
  })
})

describe('pictures', () => {
  const chosen = async (app: Weapp, answer?: { readonly tempFiles: readonly object[] }) => {
    const paths = run(app, 'choosePictures(3)')
    await app.untilAsked('chooseMedia')
    app.answer(answer)
    return paths
  }

  it('are chosen, and a large JPG is made smaller', async () => {
    const app = start()
    const [small, large, png] = [
      app.addFile(bytes(9), 'jpg'),
      app.addFile(bytes(9), 'jpg'),
      app.addFile(bytes(9), 'png'),
    ]
    const files = [
      { tempFilePath: small, size: 1_000 },
      { tempFilePath: large, size: 600_000 },
      { tempFilePath: png, size: 600_000 },
    ]
    const paths = (await chosen(app, { tempFiles: files })) as string[]
    expect(paths).toHaveLength(3)
    expect([paths[0], paths[2]]).toEqual([small, png])
    expect(app.callsOf('compressImage')).toEqual([{ src: large, quality: 70 }])
    expect(app.callsOf('chooseMedia')).toMatchObject([{ count: 3, mediaType: ['image'], sizeType: ['compressed'] }])
  })

  it('are none where the person turned back', async () => {
    expect(await chosen(start())).toEqual([])
  })

  it('are denied where the privacy guide does not name them', async () => {
    expect(await run(start({ privacy: { declared: [] } }), 'choosePictures(1)')).toBe('denied')
  })

  it('stay as they are where they cannot be made smaller', async () => {
    const app = start()
    app.fail('compressImage', 'not supported')
    const path = app.addFile(bytes(9), 'jpg')
    expect(await chosen(app, { tempFiles: [{ tempFilePath: path, size: 600_000 }] })).toEqual([path])
  })

  it('are read, written and forgotten byte by byte', async () => {
    const app = start()
    const path = app.addFile(Uint8Array.from([1, 2, 255]), 'jpg')
    expect(JSON.stringify(await run(app, `readPicture('${path}')`))).toBe('{"0":1,"1":2,"2":255}')
    // A part of a larger buffer: only the part is written.
    const written = await run(app, "writePicture(new Uint8Array([9, 1, 2, 3, 9]).subarray(1, 4), 'png')")
    expect(written).toMatch(/^wxfile:\/\/usr\/picture-.*\.png$/)
    expect(JSON.stringify(await run(app, `readPicture('${String(written)}')`))).toBe('{"0":1,"1":2,"2":3}')
    await run(app, `forgetPicture('${path}')`)
    await run(app, `forgetPicture('${String(written)}')`)
    await app.until(() => app.ownFiles.length === 0)
    await expect(run(app, `readPicture('${path}')`)).resolves.toBeDefined()
    await expect(run(app, `readPicture('${String(written)}')`)).rejects.toMatchObject({
      message: expect.stringContaining('no such file'),
    })
  })

  it('are enlarged by WeChat', async () => {
    const app = start()
    await run(app, "enlarge(['wxfile://usr/a.jpg', 'wxfile://usr/b.jpg'], 'wxfile://usr/b.jpg')")
    expect(app.callsOf('previewImage')).toEqual([
      { urls: ['wxfile://usr/a.jpg', 'wxfile://usr/b.jpg'], current: 'wxfile://usr/b.jpg' },
    ])
  })
})

describe('an upload', () => {
  const begin = (app: Weapp, name: string) => {
    const path = app.addFile(bytes(9), 'jpg')
    inside(
      app,
      `(page.told = [], page.up = page.platform.uploadFile('mine/${name}', '${path}', function (x) { page.told.push(x) }), 0)`,
    )
    return inside(app, 'page.up.done') as Promise<unknown>
  }

  it('tells how far it is, and its id', async () => {
    const app = start()
    app.holdUploads()
    const done = begin(app, '1.jpg')
    await app.until(() => app.uploads.length === 1)
    app.uploads[0]?.progress(30)
    app.uploads[0]?.release()
    await expect(done).resolves.toEqual({ fileID: expect.stringMatching(/mine\/1\.jpg$/) })
    expect(app.page.instance.told).toEqual([30, 100])
  })

  it('is stopped by the person', async () => {
    const app = start()
    app.holdUploads()
    const done = begin(app, '2.jpg')
    await app.until(() => app.uploads.length === 1)
    inside(app, 'page.up.stop()')
    await expect(done).resolves.toBe('stopped')
  })

  it('fails without a network, and does not reject', async () => {
    const app = start()
    app.setOffline(true)
    await expect(begin(app, '3.jpg')).resolves.toBe('failed')
  })

  it('cannot replace what somebody else has uploaded', async () => {
    await begin(start(), '4.jpg')
    const other = start({ connect: { url: cloud.url, openid: 'oPlatform_b' } })
    await expect(begin(other, '4.jpg')).resolves.toBe('failed')
  })
})

describe('the question for messages', () => {
  it('gives an answer for each template, and the ledger knows', async () => {
    const app = start()
    const asked = run(app, "askSubscribe(['T1'])")
    await app.untilAsked('requestSubscribeMessage')
    app.answer({ T1: 'accept' })
    await expect(asked).resolves.toEqual({ T1: 'accept' })
    expect(cloud.messages.left('oPlatform_a', 'T1')).toBe(1)
  })

  it('says that all of it is switched off', async () => {
    const app = start()
    const asked = run(app, "askSubscribe(['T1'])")
    await app.untilAsked('requestSubscribeMessage')
    app.answer()
    await expect(asked).resolves.toBe('off')
  })

  it('fails outside of a tap', async () => {
    await expect(inside(start(), "page.platform.askSubscribe(['T1'])")).resolves.toBe('failed')
  })
})

describe('a text as a file', () => {
  const work = "saveText('我的信息.txt', '电话：没有')"

  it('is forwarded to a chat, with its name', async () => {
    const app = start()
    const saved = run(app, work)
    await app.untilAsked('shareFileMessage')
    app.answer({})
    await expect(saved).resolves.toBe('saved')
    const filePath = 'wxfile://usr/我的信息.txt'
    expect(app.callsOf('shareFileMessage')).toEqual([{ filePath, fileName: '我的信息.txt' }])
    expect(inside(app, `wx.getFileSystemManager().readFileSync('${filePath}', 'utf8')`)).toBe('电话：没有')
    await run(app, 'forgetFiles()')
    await app.until(() => app.ownFiles.length === 0)
  })

  it('is gone again where the person turned back', async () => {
    const app = start()
    const saved = run(app, work)
    await app.untilAsked('shareFileMessage')
    app.answer()
    await expect(saved).resolves.toBe('cancelled')
    await app.until(() => app.ownFiles.length === 0)
  })

  it('is copied where WeChat cannot forward it', async () => {
    const app = start()
    app.fail('shareFileMessage', 'not supported')
    await expect(run(app, work)).resolves.toBe('copied')
    await expect(inside(app, 'wx.getClipboardData()')).resolves.toMatchObject({ data: '电话：没有' })
  })

  it('fails where neither is possible', async () => {
    const app = start()
    app.fail('shareFileMessage', 'not supported')
    app.fail('setClipboardData', 'no')
    await expect(run(app, work)).resolves.toBe('failed')
  })
})

describe('a code as a picture', () => {
  it('is a file, which goes into the album', async () => {
    const app = start()
    const path = await run(app, "pictureOf('AP8H', 'code')")
    expect(path).toBe('wxfile://usr/code.png')
    const saved = run(app, `saveToAlbum('${String(path)}')`)
    await app.untilAsked('authorize')
    app.answer({ confirm: true })
    await expect(saved).resolves.toBe('saved')
  })

  it('is denied once the person has said no, until they say yes in WeChat’s settings', async () => {
    const app = start()
    const path = String(await run(app, "pictureOf('AP8H', 'code')"))
    const denied = run(app, `saveToAlbum('${path}')`)
    await app.untilAsked('authorize')
    app.answer({ confirm: false })
    await expect(denied).resolves.toBe('denied')
    const opened = run(app, 'openPermissions()')
    await app.untilAsked('openSetting')
    app.answer({ 'scope.writePhotosAlbum': true })
    await expect(opened).resolves.toBe(true)
    await expect(run(app, `saveToAlbum('${path}')`)).resolves.toBe('saved')
  })
})

describe('a scanned code', () => {
  const scanned = async (answer?: object) => {
    const app = start()
    const code = run(app, 'scanCode()')
    await app.untilAsked('scanCode')
    app.answer(answer as Readonly<Record<string, unknown>> | undefined)
    return code
  }

  it.each([
    [
      'the path of one of our own',
      { result: '', path: 'pages/door/index?scene=A' },
      { text: 'pages/door/index?scene=A' },
    ],
    [
      'the text of any other',
      { result: 'https://example.invalid/x', path: undefined },
      { text: 'https://example.invalid/x' },
    ],
    ['nothing where the person turned back', undefined, 'cancelled'],
  ])('is %s', async (_, answer, expected) => {
    expect(await scanned(answer)).toEqual(expected)
  })

  it('is impossible where the phone has no camera', async () => {
    const app = start()
    app.fail('scanCode', 'camera not available')
    expect(await run(app, 'scanCode()')).toBe('unable')
  })
})

describe('the mark on a tab', () => {
  it('comes and goes, and a page outside the tab bar is borne', async () => {
    const app = start()
    await run(app, 'markTab(1, true)')
    await app.until(() => app.tabDots.has(1))
    const { platform } = app.page.instance as { platform?: { markTab(index: number, isMarked: boolean): void } }
    await inside(app, "wx.navigateTo({ url: '/pages/two/index' })")
    platform?.markTab(1, false)
    await app.until(() => app.callsOf('hideTabBarRedDot').length === 1)
    expect(app.tabDots.has(1)).toBe(true)
    app.back()
    platform?.markTab(1, false)
    await app.until(() => !app.tabDots.has(1))
    expect(app.problems).toEqual([])
  })
})
