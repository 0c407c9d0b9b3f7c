import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { formOf, kept, keptAgency, keptPhone, shownAgency, westStreet } from '../cloud/support/directory'
import { dataAs, gridLeader, secretary } from '../cloud/support/people'
import { membershipOf } from '../cloud/support/roles'
import { choose, has, openAs, shows, tap, tapTwice, type, west } from '../support/directory-phone'
import { dialledBy, keptBy } from '../support/door-app'
import type { Weapp, WeappOptions } from '../support/weapp'

type Kept = object & { readonly _id: string }
let cloud: LocalCloud
let community: Kept
let buildings: readonly Kept[]
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
  // The first call starts the function, which takes long where much else runs.
  await dataAs(cloud, secretary, 'directory.show', westStreet)
  community = cloud.database.get('communities', 'west-street') as Kept
  buildings = cloud.database.find('buildings', { communityId: 'west-street' }) as Kept[]
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['directories', 'counters', 'resends']) cloud.database.remove(name, {}, { multi: true })
  become({})
})

/** The community as the demo has it, but for these fields. */
function become(over: object): void {
  cloud.database.remove('communities', { _id: 'west-street' })
  cloud.database.insert('communities', [{ ...community, ...over }])
}
const openHome = (openid = secretary, query: Record<string, string> = west) => openAs(cloud, openid, 'directory', query)
const openAgency = (agency: string | null, openid = secretary, options: WeappOptions = {}): Weapp =>
  openAs(cloud, openid, 'directory/agency', agency === null ? west : { ...west, agency }, options)
const water = () => keptAgency(cloud, 'west-water')
const newest = () => kept(cloud).agencies.at(-1)

describe('楼栋和电话', () => {
  it('says first what waits, and leads to the numbers that should be rung', async () => {
    const app = openHome()
    await shows(app, '#to-check')
    expect(app.page.find('#to-check').text).toContain('3个号码待核实')
    expect(app.page.text.indexOf('个号码待核实')).toBeLessThan(app.page.text.indexOf('西街社区居委会'))
    await tap(app, '#to-check')
    await app.until(() => app.page.route === 'pages/directory/check/index')
    expect(app.page.query).toMatchObject(west)
  })

  it('shows of each agency what it answers for, how many numbers it has and how many are doubtful', async () => {
    const app = openHome()
    await shows(app, '#agency-west-heat')
    expect(app.page.find('#agency-west-heat').text).toMatch(/市热力公司西区供热站.*2个电话.*供热单位.*1个待核实/)
    expect(app.page.find('#agency-west-water').text).not.toContain('待核实')
  })

  it('finds an agency by its name or by what it answers for', async () => {
    const app = openHome()
    await type(app, '#agencies-find', '供水')
    await app.until(() => !has(app, '#agency-west-gas'))
    expect(has(app, '#agency-west-water')).toBe(true)
    await type(app, '#agencies-find', '没有这样的')
    await app.untilText('没有找到这样的单位')
  })

  it('begins with the first hour where nothing is there yet', async () => {
    cloud.database.remove('buildings', { communityId: 'west-street' }, { multi: true })
    become({ agencies: [], settings: [], estates: [] })
    const app = openHome()
    await app.untilText('这里还没有楼栋和电话')
    cloud.database.insert('buildings', [...buildings])
    await tap(app, '#state-action')
    await app.until(() => app.page.route === 'pages/directory/first/index')
  })

  it('shows a grid leader what they may do, and nothing else', async () => {
    const app = openHome(gridLeader, { ...west, g: 'west-1' })
    await shows(app, '#way-places')
    expect(['#agency-add', '#way-revisions', '#way-first', '#open-questions'].filter((one) => has(app, one))).toEqual(
      [],
    )
    expect(has(app, '#to-check')).toBe(true)
  })

  it('is reached from the workbench, of the community or of one’s grid', async () => {
    const app = openAs(cloud, gridLeader, 'work')
    await tap(app, `#directory-${membershipOf(gridLeader, 'grid-leader', { gridId: 'west-1' })}`)
    await shows(app, '#agencies')
    expect(app.page.query).toEqual({ ...west, g: 'west-1' })
  })

  it('sends whoever opened it without a community to the workbench', async () => {
    const app = openHome(secretary, {})
    await app.untilText('请从工作台打开这一页')
    await tap(app, '#state-action')
    await app.until(() => app.page.route === 'pages/work/index')
  })

  it('asks again when the network is back', async () => {
    const app = openHome()
    app.setOffline(true)
    await app.untilText('现在没有网络')
    app.setOffline(false)
    await shows(app, '#agencies')
  })
})

describe('a new agency', () => {
  it('is asked its name, what it answers for and one number, and is saved once for two taps', async () => {
    const app = openAgency(null)
    await tap(app, '#part-done')
    await app.untilText('请先填单位名称')
    await type(app, '#name', '平安电梯维保站')
    await tap(app, '#part-done')
    await shows(app, '#roles')
    await tap(app, '#part-done')
    await app.untilText('请至少选一样')
    await choose(app, '#role-elevator_maint')
    await tap(app, '#part-done')
    await type(app, '#number', '13900000001')
    await tap(app, '#preset-0')
    await app.untilText('居民会看到：24小时')
    await choose(app, '#rung-yes')
    await tap(app, '#part-done')
    await tapTwice(app, '#agency-save')
    await app.untilText('保存好了')
    expect(kept(cloud).agencies.filter(({ name }) => name === '平安电梯维保站')).toEqual([
      expect.objectContaining({
        roles: ['elevator_maint'],
        phones: [expect.objectContaining({ number: '13900000001', schedules: [], owner: '值班岗' })],
      }),
    ])
    expect(newest()?.phones[0]?.verifiedAt).toBeGreaterThan(0)
    expect([...(keptBy(app)['jmk:draft:agency-west-street-new'] ? ['draft'] : [])]).toEqual([])
  })

  it('keeps what was typed while the program is closed', async () => {
    const app = openAgency(null)
    await type(app, '#name', '白蚁防治站')
    const again = openAgency(null, secretary, { storage: keptBy(app) })
    await shows(again, '#name')
    expect(again.page.find('#name').attribute('value')).toBe('白蚁防治站')
  })

  it.each([
    ['68001234', '座机前面要加区号'],
    ['12', '不像能打通的电话'],
  ])('says what is wrong with the number %s', async (number, sentence) => {
    const app = openAgency('west-elder')
    await tap(app, '#phone-add')
    await type(app, '#number', number)
    await tap(app, '#preset-0')
    await tap(app, '#part-done')
    await app.untilText(sentence)
    expect(app.page.find('#number').attribute('value')).toBe(number)
  })

  it('says how hours were understood, or that they were not', async () => {
    const app = openAgency('west-elder')
    await tap(app, '#phone-add')
    await type(app, '#number', '13900000002')
    await type(app, '#hours', '早上八点')
    await tap(app, '#part-done')
    await app.untilText('没有看懂这个时间')
    await type(app, '#hours', '工作日8:30-12:00,2:30-5:30')
    await tap(app, '#part-done')
    await app.untilText('是不是“14:30-17:30”')
    await type(app, '#hours', '工作日8点到12点，下午2点到5点半')
    await app.untilText('居民会看到：工作日 08:00-12:00；工作日 14:00-17:30')
  })
})

describe('an agency that is changed', () => {
  it('gets another name, duties, area and number, all in one save', async () => {
    const app = openAgency('west-water')
    await tap(app, '#agency-name-action')
    await type(app, '#name', '市自来水公司第二营业所')
    await tap(app, '#part-done')
    await tap(app, '#agency-roles-action')
    await tap(app, '#group-pipes')
    await choose(app, '#role-municipal')
    await tap(app, '#part-done')
    await tap(app, '#agency-area-action')
    await choose(app, '#area-kind-part')
    await tap(app, '#part-done')
    await app.untilText('请至少选一处')
    await choose(app, '#grid-west-1')
    await tap(app, '#building-add')
    await choose(app, '#building-heyuan-5')
    await tap(app, '#part-done')
    await app.untilText('第一网格、5号楼')
    await tap(app, '#edit-p1301')
    await type(app, '#number', '95598')
    await tap(app, '#part-done')
    await tap(app, '#agency-save')
    await app.untilText('保存好了')
    expect(water()).toMatchObject({
      ...{ name: '市自来水公司第二营业所', roles: ['water', 'municipal'] },
      serviceArea: { gridIds: ['west-1'], buildingIds: ['heyuan-5'] },
    })
    expect(water()?.phones.map(({ number, verifiedAt }) => [number, verifiedAt === null])).toEqual([
      ['95598', true],
      ['000-8888 1302', false],
    ])
  })

  it('loses a number only after that is confirmed, and gets it back until it is saved', async () => {
    const app = openAgency('west-water')
    await tap(app, '#edit-p1302')
    await tap(app, '#phone-out')
    await tap(app, '#take-out-main')
    await app.untilText('000-8888 1302 拿掉了')
    await tap(app, '#put-back')
    await shows(app, '#phone-p1302')
    await tap(app, '#edit-p1302')
    await tap(app, '#phone-out')
    await tap(app, '#take-out-main')
    await tap(app, '#agency-save')
    await app.untilText('保存好了')
    expect(water()?.phones.map(({ id }) => id)).toEqual(['p1301'])
  })

  it('goes back to what it was where the changes are given up', async () => {
    const app = openAgency('west-water')
    await tap(app, '#agency-name-action')
    await type(app, '#name', '写错了')
    await tap(app, '#part-done')
    await tap(app, '#agency-discard')
    await tap(app, '#discard-main')
    await app.until(() => !has(app, '#agency-save'))
    expect(app.page.find('#agency-name').text).toContain('市自来水公司西区所')
  })

  it('shows what somebody else saved meanwhile, keeps what was typed, and saves both', async () => {
    const app = openAgency('west-water')
    await tap(app, '#agency-name-action')
    await type(app, '#name', '西区供水所')
    await tap(app, '#part-done')
    const shown = await shownAgency(cloud, secretary, 'west-water')
    const { phones, ...form } = formOf(shown)
    const other = phones.map((phone) => (phone.number.endsWith('1302') ? { ...phone, number: '13900000003' } : phone))
    await dataAs(cloud, secretary, 'agency.save', { ...form, phones: other })
    await tap(app, '#agency-save')
    await shows(app, '#moved')
    expect(app.page.find('#moved').text).toContain('000-8888 1302 换成了 13900000003')
    await tap(app, '#moved-merge')
    await tap(app, '#agency-save')
    await app.untilText('保存好了')
    expect(water()?.name).toBe('西区供水所')
    expect(water()?.phones.map(({ number }) => number)).toEqual(['000-8888 1301', '13900000003'])
  })

  it('is saved as a new one where somebody took it out meanwhile', async () => {
    const app = openAgency('west-elder')
    await tap(app, '#agency-name-action')
    await type(app, '#name', '西街长者助餐点')
    await tap(app, '#part-done')
    await tap(app, '#edit-p1901')
    await type(app, '#number', '13900000004')
    await tap(app, '#part-done')
    become({ agencies: kept(cloud).agencies.filter(({ id }) => id !== 'west-elder') })
    await tap(app, '#agency-save')
    await app.untilText('刚刚被人删掉了')
    await tap(app, '#agency-save-new')
    await app.untilText('保存好了')
    expect(newest()).toMatchObject({ name: '西街长者助餐点', roles: ['elder_center'] })
  })

  it('says that another one is called so', async () => {
    const app = openAgency('west-water')
    await tap(app, '#agency-name-action')
    await type(app, '#name', '河岸派出所')
    await tap(app, '#part-done')
    await tap(app, '#agency-save')
    await app.untilText('已经有一个同名的单位')
    expect(has(app, '#agency-save')).toBe(true)
  })

  it('is taken out after it was confirmed', async () => {
    become({ settings: [] })
    const app = openAgency('west-municipal')
    await tap(app, '#agency-remove')
    await tap(app, '#remove-main')
    await app.untilText('删掉了')
    expect(keptAgency(cloud, 'west-municipal')).toBeUndefined()
  })

  it('stays, with a sentence that says why, where something rests on it', async () => {
    const app = openAgency('west-water')
    await tap(app, '#agency-remove')
    await tap(app, '#remove-main')
    await app.untilText('有设置问题的回答是这个单位')
    expect(water()).toBeDefined()
  })

  it('is read and rung by a grid leader, who changes nothing', async () => {
    const app = openAgency('west-heat', gridLeader)
    await app.untilText('由书记来改')
    expect(
      ['#agency-name-action', '#phone-add', '#agency-remove', '#edit-p1501'].filter((one) => has(app, one)),
    ).toEqual([])
    await tap(app, '#call-p1502')
    await tap(app, '#right-p1502')
    await app.until(() => (keptPhone(cloud, 'west-heat', 'p1502')?.verifiedAt ?? 0) > Date.now() - 60_000)
    expect(dialledBy(app)).toEqual(['00088881502'])
  })

  it('asks whoever did not ring a number from here whether they did', async () => {
    const app = openAgency('west-heat')
    await tap(app, '#right-p1502')
    await shows(app, '#rung')
    await tap(app, '#rung-other')
    expect(keptPhone(cloud, 'west-heat', 'p1502')?.verifiedAt).toBeLessThan(Date.parse('2026-01-01'))
    await tap(app, '#right-p1502')
    await tap(app, '#rung-main')
    await app.until(() => !app.page.find('#phone-p1502').text.includes('待核实'))
  })
})

describe('the weight of what is sent to the view', () => {
  const kilobyte = 1024
  const largest = (app: Weapp) => Math.max(...app.page.payloads.map(({ bytes }) => bytes))
  const twelve = Array.from({ length: 12 }, (_, at) => ({
    ...{ id: `p-${at}`, number: `1390000${String(at).padStart(4, '0')}`, description: '报修和夜间值班都打这个电话' },
    schedules: [{ days: 'every', opensAt: '08:00', closesAt: '18:00' }],
    ...{ owner: '物业前台', verifiedAt: null, doubtedAt: 1 },
  }))
  const large = () =>
    become({
      agencies: [{ ...kept(cloud).agencies[0], id: 'large', name: '大单位', roles: ['water'], phones: twelve }],
    })

  it('is at most 32 KB for an agency with as many numbers as it may have', async () => {
    large()
    const app = openAgency('large')
    await shows(app, '#phone-p-11')
    expect(largest(app)).toBeLessThanOrEqual(32 * kilobyte)
  })

  it('is at most 8 KB for a keystroke in one of its numbers', async () => {
    large()
    const app = openAgency('large')
    await tap(app, '#edit-p-0')
    await shows(app, '#number')
    const before = app.page.bytes
    await type(app, '#number', '13900009999')
    expect(app.page.bytes - before).toBeLessThanOrEqual(8 * kilobyte)
  })
})
