import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { kept, keptPhone, westStreet } from '../cloud/support/directory'
import { callAs, consent, dataAs, gridLeader, otherGridLeader, secretary, street } from '../cloud/support/people'
import { aReport } from '../cloud/support/report'
import { choose, has, hides, openAs, shows, tap, tapTwice, type, west } from '../support/directory-phone'
import { dialledBy, startAt } from '../support/door-app'
import type { Weapp } from '../support/weapp'

type Kept = object & { readonly _id: string }
let cloud: LocalCloud
let community: Kept
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
  // The first call starts the function, which takes long where much else runs.
  await dataAs(cloud, secretary, 'directory.show', westStreet)
  community = cloud.database.get('communities', 'west-street') as Kept
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['contactReports', 'messages', 'directories', 'counters', 'resends'])
    cloud.database.remove(name, {}, { multi: true })
  become({})
})

/** The community as the demo has it, but for these fields. */
function become(over: object): void {
  cloud.database.remove('communities', { _id: 'west-street' })
  cloud.database.insert('communities', [{ ...community, ...over }])
}
/** Every number of the demo as it is, but with another time of its verification. */
const verifiedAt = (at: number | null) => ({
  agencies: kept(cloud).agencies.map((one) => ({
    ...one,
    phones: one.phones.map((phone) => ({ ...phone, verifiedAt: at })),
  })),
})
/** The same, and the front desk answers alone and round the clock: whatever the hour, it is the number that is named. */
const frontDeskAt = (at: number) => ({
  agencies: verifiedAt(at).agencies.map((one) =>
    one.id === 'west-property'
      ? { ...one, phones: one.phones.slice(0, 1).map((phone) => ({ ...phone, schedules: [] })) }
      : one,
  ),
})
const openCheck = (openid = secretary) => openAs(cloud, openid, 'directory/check', west)
/** Two residents say that the front desk's number is wrong; the first one's report. */
async function doubted(): Promise<string> {
  const { reportId } = await dataAs<{ reportId: string }>(cloud, 'resident-1', 'contact.report', aReport())
  await callAs(cloud, 'resident-2', 'contact.report', aReport())
  return reportId
}
const frontDesk = () => keptPhone(cloud, 'west-property', 'p1201')
const number = '000-8888 1201'

describe('待核实的号码', () => {
  it('lists first what residents say is wrong, with the reason of each', async () => {
    await doubted()
    const app = openCheck()
    await shows(app, '#doubt-p1201')
    expect(app.page.find('#doubt-p1201').text).toMatch(/和苑物业服务中心 · 前台.*2位居民说号码不对/)
    expect(app.page.find('#doubt-p1811').text).toContain('还没有人核实过')
    expect(app.page.find('#doubt-p1502').text).toContain('半年多没有核实')
    const { text } = app.page
    expect(text.indexOf(number)).toBeLessThan(text.indexOf('000-8888 1811'))
  })

  it('counts what was rung and found right, and is through at the end', async () => {
    const app = openCheck(gridLeader)
    for (const [phone, left] of [
      ['p1811', '还有2个'],
      ['p1112', '还有1个'],
    ] as const) {
      await tap(app, `#call-${phone}`)
      await tap(app, `#right-${phone}`)
      await app.untilText(left)
    }
    await tap(app, '#call-p1502')
    await tapTwice(app, '#right-p1502')
    await app.untilText('核实了3个，这些都看完了')
    expect(dialledBy(app)).toEqual(['00088881811', '00088881112', '00088881502'])
    expect(keptPhone(cloud, 'west-chengguan', 'p1811')?.verifiedAt).toBeGreaterThan(0)
    expect(cloud.database.find('audits', { verb: 'phone.verify' })).toHaveLength(3)
    expect((await dataAs<{ phones: object[] }>(cloud, secretary, 'phones.check', westStreet)).phones).toEqual([])
  })

  it('leads to the number in the form of its agency where it is another one, and forgets it when it is changed', async () => {
    const app = openCheck()
    await tap(app, '#change-p1811')
    await shows(app, '#number')
    expect(app.page.find('#number').attribute('value')).toBe('000-8888 1811')
    await type(app, '#number', '13900000011')
    await choose(app, '#rung-yes')
    await tap(app, '#part-done')
    await tap(app, '#agency-save')
    await app.untilText('保存好了')
    app.back()
    await hides(app, '#doubt-p1811')
    expect(keptPhone(cloud, 'west-chengguan', 'p1811')).toMatchObject({ number: '13900000011' })
  })

  it('does not verify a number that somebody has changed meanwhile', async () => {
    const app = openCheck()
    await shows(app, '#doubt-p1811')
    become({
      agencies: kept(cloud).agencies.map((one) => ({
        ...one,
        phones: one.phones.map((phone) => (phone.id === 'p1811' ? { ...phone, number: '000-8888 1812' } : phone)),
      })),
    })
    await tap(app, '#call-p1811')
    await tap(app, '#right-p1811')
    await app.untilText('这个号码刚刚换过了')
    expect(keptPhone(cloud, 'west-chengguan', 'p1811')?.verifiedAt).toBeNull()
    await tap(app, '#newest-p1811')
    await app.untilText('000-8888 1812')
  })

  it('says kindly that nothing has to be rung', async () => {
    become(verifiedAt(Date.now()))
    const app = openCheck()
    await app.untilText('没有要核实的号码')
  })

  it('shows many numbers a few at a time', async () => {
    become(verifiedAt(null))
    const app = openCheck()
    await shows(app, '#check')
    expect(app.page.findAll('.contact-number')).toHaveLength(8)
    await tap(app, '#check-more')
    await app.until(() => app.page.findAll('.contact-number').length === 16)
  })

  it('offers a grid leader no change that only the secretary makes', async () => {
    const app = openCheck(gridLeader)
    await app.untilText('请告诉书记')
    expect(has(app, '#change-p1811')).toBe(false)
  })
})

describe('what residents said of a number', () => {
  const openReports = (openid = secretary, query: Record<string, string> = west) =>
    openAs(cloud, openid, 'work/reports', query)

  it('is answered as right: the doubt is gone, and the resident is told', async () => {
    await consent(cloud, 'resident-1')
    const reportId = await doubted()
    const app = openReports()
    await tap(app, `#answer-${reportId}`)
    await tap(app, '#answer-main')
    await app.untilText('请先选一样')
    await choose(app, '#answer-as-confirmed')
    await tapTwice(app, '#answer-main')
    await app.untilText('同一个号码的2条反映都答复了')
    await app.until(() => app.page.find(`#report-${reportId}`).text.includes('已答复：号码没错'))
    expect(has(app, `#answer-${reportId}`)).toBe(false)
    expect(frontDesk()).not.toHaveProperty('doubtedAt')
    const phone = openAs(cloud, 'resident-1', 'mine/messages', {}, { storage: account })
    await phone.untilText('您反映的号码核实过了')
    expect(phone.page.text).toContain('社区打过，号码没有错')
  })

  it.each([
    ['corrected', '您反映的号码改好了', '已答复：改成了新号码'],
    ['removed', '您反映的号码撤下了', '已答复：号码拿掉了'],
  ])('is answered as %s, which the directory, the list and the resident all show', async (as, news, answered) => {
    await consent(cloud, 'resident-1')
    const reportId = await doubted()
    const app = openReports(gridLeader, { ...west, g: 'west-1' })
    await tap(app, `#answer-${reportId}`)
    await choose(app, `#answer-as-${as}`)
    if (as === 'corrected') {
      await tap(app, '#answer-main')
      await app.untilText('请先填新号码')
      await type(app, '#answer-number', '13900000012')
    }
    await tap(app, '#answer-main')
    await app.untilText(answered)
    expect(frontDesk()?.number).toBe(as === 'corrected' ? '13900000012' : undefined)
    const phone = openAs(cloud, 'resident-1', 'mine/messages', {}, { storage: account })
    await phone.untilText(news)
  })

  it('keeps the new number in the field where it is none', async () => {
    const reportId = await doubted()
    const app = openReports()
    await tap(app, `#answer-${reportId}`)
    await choose(app, '#answer-as-corrected')
    await type(app, '#answer-number', '68001234')
    await tap(app, '#answer-main')
    await app.untilText('座机号码前面要加区号')
    expect(app.page.find('#answer-number').attribute('value')).toBe('68001234')
  })

  it('cannot be answered as right where the directory has another number by now', async () => {
    const reportId = await doubted()
    become({ agencies: kept(cloud).agencies.filter(({ id }) => id !== 'west-property') })
    const app = openReports()
    await tap(app, `#answer-${reportId}`)
    await shows(app, '#answer-as-confirmed.choice-off')
    await choose(app, '#answer-as-corrected')
    expect(has(app, '#answer-number')).toBe(false)
    await tap(app, '#answer-main')
    await app.untilText('答复好了')
  })

  it('is told by another’s answer that came first', async () => {
    const reportId = await doubted()
    const app = openReports()
    await tap(app, `#answer-${reportId}`)
    await choose(app, '#answer-as-confirmed')
    await dataAs(cloud, gridLeader, 'report.answer', { reportId, answer: { as: 'removed' } })
    await tap(app, '#answer-main')
    await app.untilText('已经有人答复了')
  })

  it('is not answered by the leader of another grid, nor by the street', async () => {
    const reportId = await doubted()
    const app = openReports(otherGridLeader, { ...west, g: 'west-2' })
    await tap(app, `#answer-${reportId}`)
    await choose(app, '#answer-as-confirmed')
    await tap(app, '#answer-main')
    await app.untilText('您现在不能看或办这件事')
    const reader = openReports(street)
    await reader.untilText('书记和网格长会打一打')
    expect(has(reader, `#answer-${reportId}`)).toBe(false)
  })
})

const account = { 'jmk:account': { form: 1, at: 1, value: { purposes: ['account', 'messages'], hasRole: false } } }

/** A resident's phone at the building whose front desk it is. */
const atDoor = (page: string, query: Record<string, string> = {}): Weapp =>
  startAt(cloud, {}, { launch: { path: `pages/${page}/index`, query: { b: 'heyuan-1', ...query }, scene: 1047 } })
/** What a page says of the front desk's number. */
async function saidOf(page: string, query: Record<string, string> = {}): Promise<string> {
  const app = atDoor(page, query)
  await app.untilText(number)
  const text = app.page.text
  const after = text.slice(text.indexOf(number))
  // Up to the next thing to press.
  return after.slice(0, after.indexOf('拨打'))
}
const pages = [
  ['本楼电话', 'door/phones', {}],
  ['有事找谁', 'matter', { id: 'drain-blocked' }],
] as const

describe.each(pages)('what residents see on %s', (_, page, query) => {
  it('is no mark where the number was verified not long ago, nor where one resident doubts it', async () => {
    become(frontDeskAt(Date.now()))
    await callAs(cloud, 'resident-1', 'contact.report', aReport())
    expect(await saidOf(page, query)).toMatch(/^000-8888 1201(?!.*待核实).*核实$/)
  })

  it('is 号码待核实 from the second resident’s word on, and no longer once a keeper has rung it', async () => {
    become(frontDeskAt(Date.now()))
    await doubted()
    expect(await saidOf(page, query)).toContain('号码待核实')
    const keeper = openCheck(gridLeader)
    await tap(keeper, '#call-p1201')
    await tap(keeper, '#right-p1201')
    await keeper.untilText('核实好了')
    expect(await saidOf(page, query)).not.toContain('待核实')
  })

  it('is 号码待核实 after 180 days, and no longer once a keeper has rung it', async () => {
    become(frontDeskAt(Date.now() - 181 * 24 * 3_600_000))
    expect(await saidOf(page, query)).toContain('号码待核实')
    const keeper = openAs(cloud, gridLeader, 'directory/agency', { ...west, agency: 'west-property' })
    await tap(keeper, '#call-p1201')
    await tap(keeper, '#right-p1201')
    await keeper.until(() => !keeper.page.find('#phone-p1201').text.includes('待核实'))
    expect(await saidOf(page, query)).not.toContain('待核实')
  })
})
