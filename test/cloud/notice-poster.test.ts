import { day, hour } from '../../src/domain/time/clock'
import { noticeOfScene, sceneOfNotice } from '../../src/domain/notice/scene'
import { noticePdf } from '../../src/cloud/poster'
import { noticePosterWords as words } from '../../src/text/notice-poster'
import { codesOn, colourAt, renderPdf } from '../support/pdf'
import type { Connected } from './support/cloud'
import { afternoon, ask, dataOf, leader, putNotice, startVoices } from './support/notice-voices'
import { font, squaresOf } from './support/posters'

jest.setTimeout(120_000)

let cloud: Connected
beforeAll(async () => {
  cloud = await startVoices()
})
afterAll(() => cloud.close())

const dotsPerInch = 100
type Edition = Parameters<typeof putNotice>[2]
const outage = (over: Edition = {}): Edition => ({
  ...{ about: { kind: 'outage', what: 'power' }, title: '1号楼停电', body: '请提前给手机充好电。\n不要坐电梯。' },
  span: { from: afternoon + day, until: afternoon + day + 3 * hour, isNow: false },
  ...over,
})
const to = (ids: readonly string[]) => ({ communityId: 'lane', where: { kind: 'buildings', ids }, needs: [] }) as const

interface Made {
  readonly url: string
  readonly pages: number
  readonly unprintable: readonly string[]
}
const make = (noticeId: string) => dataOf<Made>(cloud, leader, 'notice.poster', { noticeId, form: 'link' })
const printed = async ({ url }: Made) => renderPdf(new Uint8Array(await (await fetch(url)).arrayBuffer()), dotsPerInch)

describe('a notice for the door', () => {
  it('says first what it means, when and where, then its words, and whom to call in one line', async () => {
    const id = putNotice(cloud, {}, outage())
    const [page] = await printed(await make(id))
    expect([page?.width, page?.height]).toEqual([827, 1169])
    expect(page?.lines).toEqual([
      ...['社区通知', '停电', '11月24日14:00–17:00', '老院 1号楼', '请提前给手机充好电。', '不要坐电梯。'],
      ...[words.scan, words.after, words.call('柳巷居委会', '000-66880001'), words.from('柳巷社区', '11月23日')],
    ])
  })

  it('opens by its code', async () => {
    const id = putNotice(cloud, {}, outage())
    const [found] = await codesOn(await printed(await make(id)), dotsPerInch)
    expect(found?.text).toBe(`https://example.cn/n/${id}`)
    expect(found?.millimetres).toBeGreaterThan(45)
  })

  it('is one sheet for each estate, since each has a building 1 of its own', async () => {
    const id = putNotice(cloud, {}, outage({ audience: to(['old-1', 'old-2', 'new-1']) }))
    const made = await make(id)
    expect(made.pages).toBe(2)
    expect((await printed(made)).map(({ lines }) => lines[3])).toEqual(['老院 1、2号楼', '新院 1号楼'])
  })

  it('to the whole community is one sheet', async () => {
    const audience = { communityId: 'lane', where: { kind: 'community' }, needs: [] } as const
    const made = await make(putNotice(cloud, {}, outage({ audience })))
    expect(made.pages).toBe(1)
  })

  it('of an emergency is in the colour of danger', async () => {
    const id = putNotice(cloud, {}, outage({ isEmergency: true, span: { from: null, until: null, isNow: true } }))
    const [page] = await printed(await make(id))
    expect(page?.lines[0]).toBe('紧急通知')
    expect(colourAt(page!, 0.1, 0.06)).toEqual([180, 35, 24])
  })

  it('with the longest words stays on its sheet, and says what is left out', async () => {
    const id = putNotice(cloud, {}, outage({ body: '停电期间请注意安全。'.repeat(100) }))
    const [page] = await printed(await make(id))
    expect(page?.lines).toContain(words.scan)
    expect((await codesOn([page!], dotsPerInch))[0]?.text).toContain(id)
    expect(page?.lines.some((line) => line.startsWith('停电期间'))).toBe(true)
  })

  it.each([
    ['that was withdrawn', { state: 'withdrawn' } as const, {}],
    ['whose words nobody has passed', {}, { wordsState: 'waiting' } as const],
    ['whose time is over', {}, { about: { kind: 'service', what: 'clinic' }, validUntil: afternoon } as const],
  ])('%s is not printed', async (_, over, edition) => {
    const id = putNotice(cloud, over, outage(edition))
    expect(await ask(cloud, leader, 'notice.poster', { noticeId: id, form: 'link' })).toMatchObject({
      refused: 'notice.not-now',
    })
  })

  it('is the same bytes each time', () => {
    const sheet = {
      ...{ head: '社区通知', isDanger: false, what: '停水', place: '老院', where: '1号楼', when: '明天', body: '水' },
      ...{ call: '有事请打', from: '柳巷', code: squaresOf('x') },
    }
    expect(Buffer.from(noticePdf([sheet], font)).equals(noticePdf([sheet], font))).toBe(true)
  })
})

it('a code carries an id of 36 characters in the 32 that WeChat lets', () => {
  const id = '0b9c6a1e-4f2d-4c55-9d0a-7f1e2a3b4c5d'
  expect(sceneOfNotice(id)).toHaveLength(32)
  expect(noticeOfScene(sceneOfNotice(id))).toBe(id)
  expect(noticeOfScene(sceneOfNotice('demo-notice-1'))).toBe('demo-notice-1')
})
