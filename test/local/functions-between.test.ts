import { aFunction, call, startCloud, type Started } from './support/cloud'
import { withSdk } from './support/open-api'

const outer = withSdk(`
  return cloud.callFunction({ name: event.name, data: event.data }).then(
    ({ result }) => ({ result: event.measure ? result.length : result }),
    ({ errCode, errMsg }) => ({ errCode, errMsg }),
  )
`)
const inner = withSdk(`
  if (event.bytes) return 'x'.repeat(event.bytes)
  if (event.check) {
    const data = { openid: 'me', scene: 2, version: 2, content: '您好' }
    return cloud.openapi.security.msgSecCheck(data).then(({ errCode }) => errCode, ({ errCode }) => errCode)
  }
  const { OPENID, SOURCE } = cloud.getWXContext()
  return { OPENID, SOURCE, userInfo: event.userInfo, given: event.given }
`)

describe('a function that calls another one', () => {
  let cloud: Started
  beforeAll(async () => {
    cloud = await startCloud({
      bundles: {
        outer,
        inner,
        mute: inner,
        slow: 'exports.main = () => new Promise(() => setInterval(() => {}, 1000))',
      },
      functions: {
        outer: aFunction({ timeout: 10 }),
        inner: aFunction({ openapi: ['security.msgSecCheck'] }),
        mute: aFunction(),
        slow: aFunction({ timeout: 1 }),
      },
    })
  })
  afterAll(() => cloud.close())
  const ask = async (name: string, data: object, extra: object = {}) =>
    (await call(cloud, 'outer', { name, data, ...extra }, 'me')).result as Record<string, unknown>

  it('hands on whom it serves and how the call came about', async () => {
    expect(await ask('inner', { given: { a: [1, null] } })).toEqual({
      result: {
        OPENID: 'me',
        SOURCE: 'wx_client,scf',
        userInfo: { openId: 'me', appId: 'wxlocal' },
        given: { a: [1, null] },
      },
    })
  })

  it('cannot lend it what it may do itself', async () => {
    expect(await ask('inner', { check: true })).toEqual({ result: 0 })
    expect(await ask('mute', { check: true })).toEqual({ result: -604101 })
  })

  it('may get more back than a phone may, up to 6 MB', async () => {
    expect(await ask('inner', { bytes: 2_000_000 }, { measure: true })).toEqual({ result: 2_000_000 })
    expect(await ask('inner', { bytes: 6_300_000 }, { measure: true })).toMatchObject({
      errMsg: expect.stringContaining('exceed'),
    })
  })

  it('is told when the other takes too long, or is not there', async () => {
    expect(await ask('slow', {})).toMatchObject({ errMsg: expect.stringContaining('timed out') })
    expect(await ask('none', {})).toMatchObject({ errMsg: expect.stringContaining('could not be found') })
  })
})
