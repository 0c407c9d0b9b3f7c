import { randomBytes } from 'node:crypto'
import { makeSetupCode, setupNonceBytes } from '../../src/cloud/people/setup-code'
import { day } from '../../src/domain/time/clock'
import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { callAs, consent, dataAs, gridLeader, keys, otherSecretary, secretary } from '../cloud/support/people'
import { openOn, shows, tap, type } from '../support/request-phone'
import type { Weapp, WeappOptions } from '../support/weapp'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
  // The function's workers start with the first calls that come at once: no test has to wait for them.
  const calls = ['work.show', 'me.show', 'place.list', 'message.unread']
  await Promise.all(
    calls.map((action) => callAs(cloud, secretary, action, action === 'place.list' ? { cursor: null } : {})),
  )
})
afterAll(() => cloud.close())

/** Each test has a community of its own, founded a moment ago. */
let founder = ''
let communityId = ''
let founded = 0
beforeEach(async () => {
  founder = `weapp-founder-${++founded}`
  await consent(cloud, founder)
  const nonce = randomBytes(setupNonceBytes)
  const code = makeSetupCode(keys, { communityId: null, expiresAt: Date.now() + day, nonce })
  const community = {
    name: '南街社区',
    streetName: '中山路街道',
    province: '河南省',
    city: '开封市',
    district: '鼓楼区',
  }
  const input = { code, name: '吴书记', communityId: null, community }
  ;({ communityId } = await dataAs<{ communityId: string }>(cloud, founder, 'community.found', input))
})

const open = (
  openid = founder,
  query: Record<string, string> = { c: communityId },
  options: WeappOptions = {},
): Weapp => openOn(cloud)(openid, 'directory/first', query, options)
const textOf = (app: Weapp, selector: string) => app.page.find(selector).text
const says = (app: Weapp, selector: string, words: string) =>
  app.until(() => app.page.findAll(selector).some(({ text }) => text.includes(words)))
const does = <Data>(action: string, input: Record<string, unknown>) =>
  dataAs<Data>(cloud, founder, action, { communityId, ...input })

interface Agency {
  readonly name: string
  readonly roles: readonly string[]
  readonly phones: readonly { readonly number: string; readonly schedules: readonly unknown[] }[]
}
const agencies = () =>
  (cloud.database.find('communities', { _id: communityId })[0] as unknown as { readonly agencies: readonly Agency[] })
    .agencies

/** An estate with one building of two units. */
async function built(): Promise<string> {
  const { estateId } = await does<{ estateId: string }>('estate.save', {
    ...{ estateId: null, seen: null, name: '南苑小区', address: '' },
  })
  const { buildingId } = await does<{ buildingId: string }>('building.save', {
    ...{ estateId, buildingId: null, seen: null, name: '1号楼', order: null, gridId: null },
    ...{ units: [{ id: null, name: '1单元' }], floors: 6, roomsPerFloor: 2 },
  })
  return buildingId
}
const office = (name: string, roles: readonly string[], number: string) =>
  does('agency.save', {
    ...{ agencyId: null, seen: null, name, roles, serviceArea: null },
    phones: [{ phoneId: null, number, description: null, schedules: [], owner: '值班室', rung: true }],
  })

describe('the first hour of a new community', () => {
  it('begins with the buildings, by a workbook or by a few numbers', async () => {
    const app = open()
    await app.untilText('6步做好了1步')
    expect(textOf(app, '#step-place')).toContain('河南省 开封市 鼓楼区')
    await tap(app, '#by-table')
    await app.until(() => app.page.route === 'pages/directory/table/index')
    expect(app.page.query).toMatchObject({ c: communityId, then: 'first' })
  })

  it('opens the form of many buildings in its place', async () => {
    const app = open()
    await tap(app, '#by-plan')
    await shows(app, '#plan-form')
    await tap(app, '#plan-back')
    await shows(app, '#by-table')
  })

  it('goes on where it was left, by what the directory says', async () => {
    await built()
    const app = open()
    await says(app, '#step-buildings', '1个小区，1栋楼')
    await shows(app, '#number-property-number')
  })

  it('puts a step off, and opens any other', async () => {
    const app = open()
    await tap(app, '#step-skip')
    await says(app, '#step-buildings', '先跳过了')
    await shows(app, '#number-property-number')
    await tap(app, '#step-settings')
    await shows(app, '#to-settings')
  })

  it('opens at the step that a link names', async () => {
    const app = open(founder, { c: communityId, step: 'settings' })
    await shows(app, '#to-settings')
  })

  it('says that the rest is done when it is', async () => {
    const buildingId = await built()
    for (const [at, role] of ['property', 'community', 'water', 'gas', 'elevator_maint'].entries())
      await office(`南街${role}`, [role], `0371-6800123${at}`)
    await dataAs(cloud, founder, 'doorcode.make', { buildingId, doors: [null] })
    const app = open()
    await says(app, '#step-numbers', '5个都有了')
    await says(app, '#step-codes', '1号楼已经有码')
    await shows(app, '#to-settings')
    expect(app.page.findAll('#numbers')).toEqual([])
  })
})

describe('the most important numbers', () => {
  beforeEach(built)

  it('are entered with a name, a number and hours, and are in the directory at once', async () => {
    const app = open()
    await type(app, '#number-property-number', '037168001234')
    await tap(app, '#number-property-hours-always')
    await shows(app, '#number-property-hours-always.chip-on')
    await type(app, '#number-community-number', '037168001235')
    await tap(app, '#number-community-hours-office')
    await shows(app, '#number-community-hours-office.chip-on')
    await tap(app, '#numbers-save')
    await says(app, '#step-numbers', '有了2个，还差3个')
    expect(agencies().map(({ name, roles }) => [name, roles])).toEqual([
      ['物业服务中心', ['property']],
      ['南街社区居委会', ['community']],
    ])
    expect(agencies().map(({ phones }) => phones[0]?.schedules.length)).toEqual([0, 1])
    await says(app, '#number-property', '物业服务中心，1个电话')
  })

  it('are not saved without saying when somebody answers', async () => {
    const app = open()
    await type(app, '#number-property-number', '037168001234')
    await tap(app, '#numbers-save')
    await app.untilText('请选一下什么时候有人接')
    expect(agencies()).toEqual([])
  })

  it('keep what is right where one is no number, and say which', async () => {
    const app = open()
    await type(app, '#number-property-number', '68001234')
    await tap(app, '#number-property-hours-always')
    await type(app, '#number-water-number', '037168001236')
    await tap(app, '#number-water-hours-always')
    await shows(app, '#number-water-hours-always.chip-on')
    await tap(app, '#numbers-save')
    await says(app, '#number-property-number-error', '区号')
    await app.until(() => agencies().length === 1)
    expect(app.page.find('#number-property-number').value).toBe('68001234')
  })

  it('of one office are one agency, which is saved once however often it is tapped', async () => {
    const app = open()
    await type(app, '#number-property-number', '037168001234')
    await tap(app, '#number-property-hours-always')
    await type(app, '#number-elevator_maint-name', '物业服务中心')
    await type(app, '#number-elevator_maint-number', '037168001234')
    await tap(app, '#number-elevator_maint-hours-always')
    await shows(app, '#number-elevator_maint-hours-always.chip-on')
    app.page.tap('#numbers-save')
    app.page.tap('#numbers-save')
    await says(app, '#step-numbers', '有了2个，还差3个')
    expect(agencies()).toEqual([expect.objectContaining({ roles: ['property', 'elevator_maint'] })])
    expect(agencies()[0]?.phones).toHaveLength(1)
  })
})

describe('what a resident sees', () => {
  it('falls back to 12345 where nobody is entered, and names whom it is when they are', async () => {
    await built()
    const app = open()
    await says(app, '#sample-water-no-supply', '12345')
    await type(app, '#number-property-number', '037168001234')
    await tap(app, '#number-property-hours-always')
    await shows(app, '#number-property-hours-always.chip-on')
    await tap(app, '#numbers-save')
    await says(app, '#sample-water-no-supply', '物业服务中心')
    const [shown] = app.page.findAll('#sample-water-no-supply')
    expect(shown?.text).toMatch(/0371-68001234.*24小时.*号码待核实/)
  })

  it('opens as the resident’s own page', async () => {
    const buildingId = await built()
    const app = open()
    await tap(app, '#sample-water-no-supply')
    await app.until(() => app.page.route === 'pages/matter/index')
    expect(app.page.query).toMatchObject({ id: 'water-no-supply', b: buildingId })
    await shows(app, '.contact-main')
    app.back()
    await tap(app, '#as-resident')
    await app.until(() => app.page.route === 'pages/door/index')
    await app.untilText('南苑小区 1号楼')
  })

  it('is seen at another building too', async () => {
    await built()
    const app = open()
    await tap(app, '#other-building')
    await shows(app, '#preview-building .choice-on')
  })
})

describe('who sees the page', () => {
  it('shows a grid leader what residents see, and no steps', async () => {
    const app = open(gridLeader, { c: 'west-street', g: 'west-1' })
    await app.untilText('这几步要社区书记来做')
    await shows(app, '#preview')
    expect(app.page.findAll('#steps')).toEqual([])
  })

  it('refuses somebody from elsewhere in words', async () => {
    const app = open(otherSecretary)
    await shows(app, '.state')
    expect(app.page.findAll('#steps')).toEqual([])
  })

  it('says where to start without a community', async () => {
    await open(founder, {}).untilText('请从工作台打开这一页')
  })
})

it('works in the care edition too', async () => {
  const app = open(founder, { c: communityId }, { storage: { 'jmk:care': { form: 1, at: Date.now(), value: true } } })
  await shows(app, '.page.care #by-table')
})
