import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import sdk from 'wx-server-sdk'
import { connectSdk, type Started } from './support/cloud'
import { open, startOpenCloud } from './support/open-api'

const minutes = 60_000
let cloud: Started
beforeAll(async () => {
  cloud = await startOpenCloud({ pages: ['pages/door/index', 'pages/matter/index'] })
})
afterEach(() => cloud.clock.moveTo(0))
afterAll(() => cloud.close())

describe('an open API', () => {
  const data = { openid: 'me', scene: 2, version: 2, content: '楼道灯坏了' }

  it('that config.json does not declare is refused as WeChat refuses it', async () => {
    const { errCode, errMsg, message } = await open(cloud, 'security.msgSecCheck', data, { through: 'mute' })
    expect({ errCode, errMsg, message }).toEqual({
      errCode: -604101,
      errMsg: 'system error: error code: -604101',
      message: expect.stringContaining('function has no permission to call this API'),
    })
  })

  it('is refused to an SDK outside of the functions', async () => {
    connectSdk(cloud)
    await expect(sdk.openapi.security.msgSecCheck(data as never)).rejects.toMatchObject({ errCode: -604104 })
  })

  it('that the local cloud does not know is refused by its name', async () => {
    expect(await open(cloud, 'wxacode.get', { path: 'pages/door/index' })).toMatchObject({
      errMsg: expect.stringContaining('wxacode.get is not supported by the local cloud yet'),
    })
  })

  it('counts as a round trip of the call that asks for it', async () => {
    await open(cloud, 'security.msgSecCheck', data)
    expect(cloud.calls.at(-1)).toMatchObject({ function: 'ask', roundTrips: 1 })
  })
})

describe('security.msgSecCheck', () => {
  const check = (content: string, overrides: object = {}, by = 'me') =>
    open(cloud, 'security.msgSecCheck', { openid: by, scene: 2, version: 2, content, ...overrides }, { by })

  it.each([
    ['电梯又停了，请物业看看', 'pass', 100],
    ['专业代开发票', 'review', 10001],
    ['你这个傻逼', 'risky', 20003],
    ['请看【待审】', 'review', 21000],
    ['请看【违规】', 'risky', 21000],
  ])('says of %s: %s', async (content, suggest, label) => {
    expect(await check(content)).toMatchObject({
      errCode: 0,
      result: { suggest, label },
      detail: [expect.objectContaining({ strategy: 'keyword', errcode: 0 })],
      traceId: expect.stringMatching(/^[\da-f]{8}-[\da-f]{8}-[\da-f]{8}$/),
    })
  })

  it('reads 2500 characters and no more', async () => {
    expect(await check('好'.repeat(2500))).toMatchObject({ errCode: 0 })
    expect(await check('好'.repeat(2501))).toMatchObject({ errCode: 45002 })
  })

  it('demands that the person has called within two hours', async () => {
    expect(await check('您好', { openid: 'stranger' })).toMatchObject({ errCode: 61010 })
    await open(cloud, 'security.msgSecCheck', {}, { by: 'neighbour' })
    cloud.clock.moveTo(119 * minutes)
    expect(await check('您好', { openid: 'neighbour' })).toMatchObject({ errCode: 0 })
    cloud.clock.moveTo(121 * minutes)
    expect(await check('您好', { openid: 'neighbour' })).toMatchObject({ errCode: 61010 })
  })

  it.each([
    ['no openid', { openid: undefined }, 40003],
    ['no version, which would be the old one', { version: undefined }, 40097],
    ['the scene 5', { scene: 5 }, 40097],
    ['no content', { content: '' }, 40097],
  ])('refuses %s', async (_, overrides, errCode) => {
    expect(await check('您好', overrides)).toMatchObject({ errCode })
  })
})

describe('wxacode.getUnlimited', () => {
  const make = (given: object) => open(cloud, 'wxacode.getUnlimited', given)
  const read = (answer: Awaited<ReturnType<typeof make>>) => {
    const { data, width, height } = PNG.sync.read(Buffer.from(String(answer.base64), 'base64'))
    return { text: jsQR(new Uint8ClampedArray(data), width, height)?.data, width, height }
  }

  it('gives a picture from which any reader reads the page and the scene', async () => {
    const answer = await make({ scene: "7K2MXQ9RTD!#$&'()*+,/:;=?@-._~", page: 'pages/door/index' })
    expect(answer).toMatchObject({ errCode: 0, contentType: 'image/png' })
    const { text = '', width } = read(answer)
    expect(width).toBe(430)
    const [address, query] = text.split('?')
    expect(address).toBe(`${cloud.url}/#/pages/door/index`)
    expect(new URLSearchParams(query).get('scene')).toBe("7K2MXQ9RTD!#$&'()*+,/:;=?@-._~")
  })

  it('opens the first page if none is named, and one that is not there yet if told so', async () => {
    expect(read(await make({ scene: 'a' })).text).toBe(`${cloud.url}/#/pages/door/index?scene=a`)
    const later = await make({ scene: 'a', page: 'pages/later/index', checkPath: false })
    expect(read(later).text).toContain('pages/later/index')
  })

  it('is as wide as it was asked for, in the colour that was asked for', async () => {
    const answer = await make({ scene: 'a', width: 280, lineColor: { r: 180, g: 30, b: 20 } })
    const { width, height, text } = read(answer)
    expect([width, height, text]).toEqual([280, 280, expect.stringContaining('scene=a')])
    const { data } = PNG.sync.read(Buffer.from(String(answer.base64), 'base64'))
    expect(data.includes(Buffer.from([180, 30, 20, 255]))).toBe(true)
  })

  it('lets through what is behind it, if told so', async () => {
    const answer = await make({ scene: 'a', isHyaline: true })
    const { data } = PNG.sync.read(Buffer.from(String(answer.base64), 'base64'))
    expect([...data.subarray(0, 4)]).toEqual([255, 255, 255, 0])
  })

  it.each([
    ['no scene', { scene: '' }, 40169],
    ['a scene of 33 characters', { scene: 'a'.repeat(33) }, 40169],
    ['a scene with %', { scene: '%E5%AE%B6' }, 40129],
    ['a Chinese scene', { scene: '家门口' }, 40129],
    ['a page that does not exist', { scene: 'a', page: 'pages/none/index' }, 41030],
    ['a page with a slash before it', { scene: 'a', page: '/pages/door/index' }, 41030],
    ['a page with a query', { scene: 'a', page: 'pages/door/index?x=1' }, 41030],
    ['a width of 279', { scene: 'a', width: 279 }, 40097],
    ['a width of 1281', { scene: 'a', width: 1281 }, 40097],
  ])('refuses %s', async (_, given, errCode) => {
    expect(await make(given)).toMatchObject({ errCode })
  })
})

describe('phonenumber.getPhoneNumber', () => {
  const ask = (code: string, given: object = {}) => open(cloud, 'phonenumber.getPhoneNumber', { code, ...given })

  it.each([
    ['00012345678', { phoneNumber: '00012345678', purePhoneNumber: '00012345678', countryCode: '86' }],
    ['+8600012345678', { phoneNumber: '00012345678', purePhoneNumber: '00012345678', countryCode: '86' }],
    ['+852 00012345', { phoneNumber: '+85200012345', purePhoneNumber: '00012345', countryCode: '852' }],
  ])('gives the number %s', async (number, phoneInfo) => {
    const watermark = { timestamp: expect.any(Number), appid: 'wxlocal' }
    expect(await ask(cloud.platform.phoneCode('me', number))).toMatchObject({
      errCode: 0,
      phoneInfo: { ...phoneInfo, watermark },
    })
  })

  it('gives it once', async () => {
    const code = cloud.platform.phoneCode('me', '00012345678')
    await ask(code)
    expect(await ask(code)).toMatchObject({ errCode: 40029 })
  })

  it('gives it for the person who agreed, where the function names one', async () => {
    const [mine, yours] = [
      cloud.platform.phoneCode('me', '00012345678'),
      cloud.platform.phoneCode('you', '00012345678'),
    ]
    expect(await ask(mine, { openid: 'me' })).toMatchObject({ errCode: 0 })
    expect(await ask(yours, { openid: 'me' })).toMatchObject({ errCode: 40029 })
  })

  it('gives it within five minutes', async () => {
    const [early, late] = [cloud.platform.phoneCode('me', '00012345678'), cloud.platform.phoneCode('me', '00012345678')]
    cloud.clock.moveTo(5 * minutes - 1000)
    expect(await ask(early)).toMatchObject({ errCode: 0 })
    cloud.clock.moveTo(5 * minutes + 1000)
    expect(await ask(late)).toMatchObject({ errCode: 40029 })
  })

  it('knows no code that it has not given', async () => {
    expect(await ask('0'.repeat(64))).toMatchObject({ errCode: 40029 })
  })

  it('is reached by the button that the demo and the harness stand in for', async () => {
    const response = await fetch(`${cloud.url}/platform/phone-code`, {
      method: 'POST',
      headers: { 'x-local-openid': 'me' },
      body: JSON.stringify({ phoneNumber: '00087654321' }),
    })
    const { code } = (await response.json()) as { code: string }
    expect(await ask(code)).toMatchObject({ phoneInfo: { phoneNumber: '00087654321' } })
  })
})
