import type { Output } from '../../src/client/named'
import { addDays, dayOf, startOf } from '../../src/domain/time/clock'
import { daySheet } from '../../src/text/day-sheet'
import { startProduct } from './support/cloud'
import {
  callAs,
  consent,
  dataAs,
  dutyMember,
  freshKey,
  gridLeader,
  handlerMember,
  keys,
  otherSecretary,
  secretary,
  street,
} from './support/people'
import { readWorkbook } from './support/read-workbook'
import { aRequest } from './support/request-row'
import { acted, filed, filer } from './support/requests'

jest.setTimeout(60_000)

let cloud: Awaited<ReturnType<typeof startProduct>>
let today: string
beforeAll(async () => {
  cloud = await startProduct()
  today = dayOf(cloud.clock.now())
  await consent(cloud, filer)
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['requests', 'audits', 'counters', 'resends', 'messages']) {
    cloud.database.remove(name, {}, { multi: true })
  }
})

const whole = { communityId: 'west-street', gridId: null }
const grid = { communityId: 'west-street', gridId: 'west-1' }
const sheetAs = (openid: string, over: object = {}, key?: string) =>
  callAs(cloud, openid, 'request.sheet', { ...whole, day: today, ...over }, key)
async function sheetOf(over: object = {}) {
  const made = await dataAs<Output<'request.sheet'>>(cloud, secretary, 'request.sheet', {
    ...whole,
    day: today,
    ...over,
  })
  const { rows } = readWorkbook(Buffer.from(made.file, 'base64'))
  return { ...made, title: rows[0]?.[0], subtitle: rows[1]?.[0], lines: rows.slice(3, -1), all: rows }
}
const dayAs = (openid: string, over: object = {}) =>
  dataAs<Output<'request.day'>>(cloud, openid, 'request.day', { ...whole, day: today, cursor: null, ...over })

/** Requests of a day, at noon and each a second later. */
function put(count: number, over: Parameters<typeof aRequest>[1] = {}, day = today) {
  const noon = startOf(day) + 12 * 3_600_000
  const rows = Array.from({ length: count }, (_, at) =>
    aRequest(noon + at * 1000, { day, serial: at + 1, _id: `${day}-${at}`, turn: `${day}-${at}`, ...over }),
  )
  cloud.database.insert(
    'requests',
    rows.map((row) => ({ ...row, shape: 1, version: 1 })),
  )
  return rows
}

describe('the day’s register as a sheet', () => {
  it('has the columns of the paper one, and a line for each request', async () => {
    const { requestId, number } = await filed(cloud)
    await acted(cloud, handlerMember, requestId, { verb: 'start', words: '明天上午到' })
    const { title, subtitle, all, lines, rows, name } = await sheetOf()
    expect(title).toBe('西街社区诉求登记表')
    expect(subtitle).toMatch(/^\d{4}年\d+月\d+日 星期. · 全社区$/)
    expect(name).toBe(`登记表-${today}.xlsx`)
    expect(all[2]).toEqual(['序号', ...daySheet.columns])
    expect(rows).toBe(1)
    expect(lines).toEqual([
      [
        ...[
          '1',
          number,
          expect.stringMatching(/^\d\d:\d\d$/),
          '本人',
          '和苑小区 1号楼',
          '楼道灯不亮',
          '楼道灯一直不亮',
        ],
        ...['和苑物业服务中心', expect.stringMatching(/^\d+月\d+日 \d\d:\d\d$/)],
        ...['处理中；和苑物业服务中心接单了，开始办：明天上午到', '', '', ''],
      ],
    ])
    expect(all.at(-1)?.[0]).toContain('值班人')
  })

  it('says when it ended, and what the resident said about it', async () => {
    const { requestId } = await filed(cloud, { matterId: 'property-none', isPublic: false })
    await acted(cloud, gridLeader, requestId, { verb: 'accept', words: null })
    await acted(cloud, gridLeader, requestId, { verb: 'propose-resolution', words: '谈好了', pictures: [] })
    await acted(cloud, filer, requestId, { verb: 'confirm', words: null })
    const { lines } = await sheetOf()
    expect(lines[0]?.slice(9)).toEqual([
      expect.stringMatching(/^已办结；.*居民说办好了$/),
      expect.stringMatching(/^\d+月\d+日 \d\d:\d\d$/),
      '办好了',
      '',
    ])
  })

  it('is of one grid, and of one day only', async () => {
    put(1, { gridId: 'west-1', buildingName: '一号' })
    put(1, { gridId: 'west-2', buildingName: '四号', _id: 'other', turn: 'other', serial: 2 })
    put(1, { buildingName: '昨天' }, addDays(today, -1))
    put(1, { buildingName: '明天' }, addDays(today, 1))
    const { lines, subtitle, name } = await sheetOf(grid)
    expect(lines.map((cells) => cells[4])).toEqual(['和苑小区 一号'])
    expect(subtitle).toContain('第一网格')
    expect(name).toBe(`登记表-${today}-第一网格.xlsx`)
    expect((await sheetOf()).lines.map((cells) => cells[4])).toEqual(['和苑小区 一号', '和苑小区 四号'])
  })

  it('says so where nothing was filed', async () => {
    const { rows, all } = await sheetOf()
    expect(rows).toBe(0)
    expect(all[3]).toEqual(expect.arrayContaining(['今天没有登记']))
  })

  it.each([
    ['a name', { words: '王秀英阿姨家漏水' }],
    ['a room', { words: '302室漏水' }],
    ['what the resident keeps from neighbours', { isPublic: false }],
    ['what waits for its check', { wordsState: 'waiting' as const }],
  ])('leaves words out that tell %s', async (_, over) => {
    put(1, over)
    const { lines } = await sheetOf()
    expect(lines[0]?.[6]).toBe('（内容不公开）')
  })

  it('of a private request says neither where, nor what, nor who has it', async () => {
    put(1, { isPrivate: true, matterId: 'domestic-violence', agencyName: '派出所', words: '秘密' })
    const { lines } = await sheetOf()
    expect(lines[0]).toEqual(expect.arrayContaining(['和苑小区', '（不公开）', '（内容不公开）']))
    expect(JSON.stringify(lines)).not.toMatch(/1号楼|派出所|秘密|家暴|家庭暴力/)
  })

  it('holds no name, number or room of anybody', async () => {
    await filed(cloud, {
      ...{ where: 'home', room: '三零二室', spot: null, phone: '13900001234' },
      ...{ matterId: 'leak-from-upstairs', words: '水从楼上漏下来' },
      behalf: { kind: 'family', name: '秀英奶奶', phone: '13900005678' },
    })
    const { all } = await sheetOf()
    expect(all[3]).toContain('家属代填')
    expect(JSON.stringify(all)).not.toMatch(/三零二|1390000|秀英/)
    expect(JSON.stringify(all)).not.toContain(keys.person(filer))
  })

  it('of a very full day takes two thousand lines and stays below a megabyte', async () => {
    const story = '楼道里的灯又不亮了晚上看不清台阶请尽快来人修一修谢谢师傅们了'.slice(0, 55)
    put(2001, { words: story })
    const { lines, file, rows, all } = await sheetOf()
    expect([rows, lines.length]).toEqual([2000, 2000])
    expect(file.length).toBeLessThan(1_000_000)
    expect(all.at(-1)?.[0]).toContain('只列了前2000件')
  })
})

describe('who takes the sheet', () => {
  it.each([
    ['a secretary', secretary, whole, true],
    ['a duty member', dutyMember, whole, true],
    ['a grid leader, of their grid', gridLeader, grid, true],
    ['a grid leader, of the whole community', gridLeader, whole, false],
    ['a grid leader, of another grid', gridLeader, { ...whole, gridId: 'west-2' }, false],
    ['a handler', handlerMember, whole, false],
    ['the street', street, whole, false],
    ['another community’s secretary', otherSecretary, whole, false],
    ['a resident', filer, whole, false],
  ])('%s', async (_, openid, place, may) => {
    expect((await sheetAs(openid, place)).ok).toBe(may)
    const reply = await callAs(cloud, openid, 'request.day', { ...place, day: today, cursor: null })
    expect(reply.ok).toBe(may)
  })

  it('stands in the audit log, once for a sheet that was asked for again', async () => {
    const key = freshKey()
    await sheetAs(secretary, {}, key)
    const again = await sheetAs(secretary, {}, key)
    expect(again.ok).toBe(true)
    expect(cloud.database.find('audits', { verb: 'request.sheet' })).toEqual([
      expect.objectContaining({ actor: keys.person(secretary), role: 'secretary', communityId: 'west-street' }),
    ])
    const [kept] = cloud.database.find('resends', {})
    expect(kept?.['result']).toBe('')
  })

  it('gets none of a grid that is not there', async () => {
    expect(await sheetAs(secretary, { gridId: 'west-9' })).toMatchObject({ ok: false, refused: 'request.no-place' })
    expect(cloud.database.find('audits', {})).toEqual([])
  })
})

describe('the day’s register to be read', () => {
  it('comes in pages of twenty, each request once, as it came', async () => {
    const filedThen = put(45)
    const found: string[] = []
    let cursor: string | null = null
    do {
      const page: Output<'request.day'> = await dayAs(dutyMember, { cursor })
      expect(page.requests.length).toBeLessThanOrEqual(20)
      found.push(...page.requests.map(({ requestId }) => requestId))
      cursor = page.cursor
    } while (cursor !== null)
    expect(found).toEqual(filedThen.map(({ _id }) => _id))
  })

  it('shows nothing of another day, whatever cursor it is asked with', async () => {
    put(3, {}, addDays(today, -1))
    put(2)
    const cursor = Buffer.from(JSON.stringify([1, 'a'])).toString('base64url')
    const { requests } = await dayAs(secretary, { cursor })
    expect(requests.map(({ requestId }) => requestId)).toEqual([`${today}-0`, `${today}-1`])
  })

  it('has the words and the opinion of the sheet', async () => {
    put(1)
    const { requests } = await dayAs(secretary)
    expect(requests).toEqual([
      expect.objectContaining({ source: 'owner', words: '楼门口的下水井堵了', opinion: null, state: 'assigned' }),
    ])
    expect(requests[0]?.last).toMatchObject({ verb: 'assign', actor: 'system' })
  })
})
