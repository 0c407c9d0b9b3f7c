import { join } from 'node:path'
import { temporaryFolder, type Started } from './support/cloud'
import { open, startOpenCloud } from './support/open-api'

const folder = temporaryFolder()
let cloud: Started
beforeAll(async () => {
  cloud = await startOpenCloud({ pages: ['pages/matter/index'] })
})
afterAll(async () => {
  await cloud.close()
  folder.remove()
})

const data = { thing1: { value: '三号楼停水' }, time2: { value: '2026-11-21 20:00' }, phrase3: { value: '已处理' } }
const send = (touser: string, overrides: object = {}, on = cloud) =>
  open(on, 'subscribeMessage.send', { touser, templateId: 'reply', data, ...overrides })

describe('a subscribe message', () => {
  it('reaches whoever has accepted one, once for each time', async () => {
    expect(await send('ann')).toMatchObject({ errCode: 43101 })
    cloud.platform.consent('ann', 'reply', 'accept')
    cloud.platform.consent('ann', 'reply', 'accept')
    expect([await send('ann'), await send('ann'), await send('ann')].map(({ errCode }) => errCode)).toEqual([
      0, 0, 43101,
    ])
  })

  it('is shown as it would have been, together with those that were refused', async () => {
    cloud.platform.consent('ben', 'reply', 'accept')
    await send('ben', { page: '/pages/matter/index?id=1' })
    await send('ben')
    expect(cloud.messages.sent.filter(({ openid }) => openid === 'ben')).toEqual([
      {
        at: expect.any(Number),
        openid: 'ben',
        templateId: 'reply',
        page: 'pages/matter/index?id=1',
        fields: { thing1: '三号楼停水', time2: '2026-11-21 20:00', phrase3: '已处理' },
        outcome: 'sent',
      },
      expect.objectContaining({ openid: 'ben', outcome: 43101 }),
    ])
  })

  it('is not for another template than the accepted one', async () => {
    cloud.platform.consent('cat', 'visit', 'accept')
    expect(await send('cat')).toMatchObject({ errCode: 43101 })
    expect(await send('cat', { templateId: 'visit', data: { date1: { value: '2026年11月21日' } } })).toMatchObject({
      errCode: 0,
    })
  })

  it('is lost neither by a later refusal nor by one that WeChat turned down', async () => {
    cloud.platform.consent('dan', 'reply', 'accept')
    cloud.platform.consent('dan', 'reply', 'reject')
    expect(await send('dan', { data: {} })).toMatchObject({ errCode: 47003 })
    expect(await send('dan')).toMatchObject({ errCode: 0 })
    expect(await send('dan')).toMatchObject({ errCode: 43101 })
  })

  it('is refused where the template is banned, until it is accepted again', async () => {
    cloud.platform.consent('eve', 'reply', 'accept')
    cloud.platform.consent('eve', 'reply', 'ban')
    expect(await send('eve')).toMatchObject({ errCode: 43107 })
    cloud.platform.consent('eve', 'reply', 'accept')
    expect(await send('eve')).toMatchObject({ errCode: 0 })
  })

  it.each([
    ['nobody', { touser: '' }, 40003],
    ['a template that there is not', { templateId: 'other' }, 40037],
    ['a page that there is not', { page: 'pages/none/index' }, 41030],
  ])('is refused for %s', async (_, overrides, errCode) => {
    cloud.platform.consent('fay', 'reply', 'accept')
    expect(await send('fay', overrides)).toMatchObject({ errCode })
  })

  it('with a field that breaks its rule says which one', async () => {
    cloud.platform.consent('gil', 'reply', 'accept')
    const long = { ...data, thing1: { value: '长'.repeat(21) } }
    expect(await send('gil', { data: long })).toMatchObject({
      errCode: 47003,
      errMsg: expect.stringContaining('data.thing1.value invalid'),
    })
    const { time2: _, ...without } = data
    expect(await send('gil', { data: without })).toMatchObject({
      errCode: 47003,
      errMsg: expect.stringContaining('data.time2.value is empty'),
    })
  })

  it('leaves out what the template does not have', async () => {
    cloud.platform.consent('hal', 'reply', 'accept')
    await send('hal', { data: { ...data, thing9: { value: 'x' } } })
    expect(cloud.messages.sent.at(-1)?.fields).not.toHaveProperty('thing9')
  })
})

it('the answer of a person comes from their phone', async () => {
  const consent = async (body: object, openid?: string) => {
    const headers = { ...(openid === undefined ? {} : { 'x-local-openid': openid }) }
    const response = await fetch(`${cloud.url}/platform/consent`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    return response.json()
  }
  expect(await consent({ templateId: 'reply', answer: 'accept' }, 'ivy')).toEqual({})
  expect(await send('ivy')).toMatchObject({ errCode: 0 })
  expect(await consent({ templateId: 'reply', answer: 'accept' })).toMatchObject({ errCode: -501007 })
  expect(await consent({ templateId: 'other', answer: 'accept' }, 'ivy')).toMatchObject({ errCode: -501007 })
  expect(await consent({ templateId: 'reply', answer: 'perhaps' }, 'ivy')).toMatchObject({ errCode: -501007 })
})

it('a page of another site cannot answer for anybody', async () => {
  const response = await fetch(`${cloud.url}/platform/consent`, {
    method: 'POST',
    headers: { 'x-local-openid': 'jim', origin: 'https://elsewhere.example' },
    body: JSON.stringify({ templateId: 'reply', answer: 'accept' }),
  })
  expect(response.status).toBe(403)
  expect(await send('jim')).toMatchObject({ errCode: 43101 })
})

it('consents and messages are there again after a restart', async () => {
  const dataFile = join(folder.path, 'ledger/data.db')
  const first = await startOpenCloud({ dataFile })
  for (const answer of ['accept', 'accept'] as const) first.platform.consent('kim', 'reply', answer)
  await send('kim', {}, first)
  await first.close()
  const second = await startOpenCloud({ dataFile })
  expect(second.messages.sent).toMatchObject([{ openid: 'kim', outcome: 'sent' }])
  expect((await send('kim', {}, second)).errCode).toBe(0)
  expect((await send('kim', {}, second)).errCode).toBe(43101)
  await second.close()
})

it('a template with a field of no known type does not start', async () => {
  const messageTemplates = [{ id: 'odd', title: '', fields: ['picture1'] }]
  await expect(startOpenCloud({ messageTemplates })).rejects.toThrow('picture1')
})
