import { randomBytes } from 'node:crypto'
import { makeSetupCode, setupNonceBytes } from '../../src/cloud/people/setup-code'
import { day } from '../../src/domain/time/clock'
import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { gridLeader, keys, secretary, volunteer } from '../cloud/support/people'
import { invite, membershipOf, newMember } from '../cloud/support/roles'
import { dialledBy, startAt } from '../support/door-app'
import type { Weapp, WeappOptions } from '../support/weapp'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
})
afterAll(() => cloud.close())

/** The mini program of somebody, opened at a page. */
const openAs = (openid: string, path: string, query: Record<string, string> = {}, options: WeappOptions = {}): Weapp =>
  startAt(cloud, query, {
    cloud: (name, data) => cloud.invoke(name, data, { openid, source: 'wx_client' }),
    launch: { path: `pages/${path}/index`, query, scene: 1001 },
    ...options,
  })
const shown = (app: Weapp, selector: string) => app.until(() => app.page.findAll(selector).length > 0)
const tap = async (app: Weapp, selector: string) => {
  await shown(app, selector)
  app.page.tap(selector)
}
const type = async (app: Weapp, selector: string, text: string) => {
  await shown(app, selector)
  app.page.type(selector, text)
}
/** Chooses one of several, and waits until it shows. */
const choose = async (app: Weapp, selector: string) => {
  await tap(app, selector)
  await shown(app, `${selector}.choice-on`)
}
const agree = async (app: Weapp) => {
  await choose(app, '#consent-age-old')
  await tap(app, '#consent-main')
}
const membershipsOf = (openid: string) => cloud.database.find('memberships', { person: keys.person(openid) })
const west = { c: 'west-street' }

describe('an invitation that somebody opens', () => {
  it('says what is offered, asks for a name and agreement, and leads to the workbench', async () => {
    const { code } = await invite(cloud, gridLeader, { gridId: 'west-1' })
    const app = openAs('weapp-joins', 'mine/join', { code })
    await app.untilText('邀请您担任志愿者')
    expect(app.page.text).toContain('西街社区')
    await tap(app, '#join-accept')
    await app.untilText('请先填称呼')
    await type(app, '#join-name', '钱大姐')
    await tap(app, '#join-accept')
    await agree(app)
    await app.untilText('您现在是志愿者了')
    expect(membershipsOf('weapp-joins')).toEqual([expect.objectContaining({ role: 'volunteer', gridId: 'west-1' })])
    await tap(app, '#state-action')
    await shown(app, `#post-${membershipOf('weapp-joins', 'volunteer', { gridId: 'west-1' })}`)
  })

  it('loses nothing where the notice is declined', async () => {
    const { code } = await invite(cloud, secretary)
    const app = openAs('weapp-declines', 'mine/join', { scene: encodeURIComponent(code) })
    await type(app, '#join-name', '孙大爷')
    await tap(app, '#join-accept')
    await tap(app, '#consent-other')
    await app.until(() => app.page.findAll('#consent').length === 0)
    expect(app.page.find('#join-name').value).toBe('孙大爷')
    expect(membershipsOf('weapp-declines')).toEqual([])
  })

  it('is read from a code typed by hand, and says kindly what is wrong with it', async () => {
    const { code } = await invite(cloud, secretary)
    const app = openAs('weapp-types', 'mine/join')
    await type(app, '#join-code', '7K2M')
    await tap(app, '#join-open')
    await app.untilText('请再核对一下')
    await type(app, '#join-code', '7K2MXQ9RTD00ABCDEFGH1234')
    await tap(app, '#join-open')
    await app.untilText('没有认出这份邀请')
    await tap(app, '#other-code')
    await type(app, '#join-code', (code.toUpperCase().match(/.{4}/g) ?? []).join('-'))
    await tap(app, '#join-open')
    await app.untilText('邀请您担任志愿者')
  })

  it('is read from a QR code that is scanned', async () => {
    const { code } = await invite(cloud, secretary)
    const app = openAs('weapp-scans', 'mine/join')
    await tap(app, '#join-scan')
    await app.untilAsked('scanCode')
    app.answer({ result: '', path: `pages/mine/join/index?scene=${code}` })
    await app.untilText('邀请您担任志愿者')
  })

  it('says that it is used up, or that one has the role already', async () => {
    const { openid } = await newMember(cloud, secretary)
    const again = await invite(cloud, secretary)
    const mine = openAs(openid, 'mine/join', { code: again.code })
    await mine.untilText('您已经是志愿者了')
    const { code } = await invite(cloud, secretary)
    const taker = openAs(secretary, 'mine/join', { code })
    await type(taker, '#join-name', '李书记')
    await tap(taker, '#join-accept')
    await taker.untilText('您现在是志愿者了')
    const late = openAs('weapp-late', 'mine/join', { code })
    await late.untilText('名额用完了')
  })

  it('waits for the network, and goes on when it is back', async () => {
    const { code } = await invite(cloud, secretary)
    const app = openAs('weapp-offline', 'mine/join', { code })
    app.setOffline(true)
    await app.untilText('现在没有网络')
    app.setOffline(false)
    await app.untilText('邀请您担任志愿者')
  })
})

describe('the workbench', () => {
  it('shows a secretary every way, a volunteer none but to give the role back', async () => {
    const head = openAs(secretary, 'work')
    const id = membershipOf(secretary, 'secretary')
    await shown(head, `#post-${id}`)
    for (const way of ['homes', 'review', 'complaints', 'members', 'invite', 'reports', 'audits'])
      expect([way, head.page.findAll(`#${way}-${id}`).length]).toEqual([way, 1])
    const helper = openAs(volunteer, 'work')
    await shown(helper, `#leave-${membershipOf(volunteer, 'volunteer')}`)
    // Wishes that fit, and to give the role back.
    expect(helper.page.findAll('.row')).toHaveLength(2)
  })

  it('says how much waits', async () => {
    cloud.database.insert('homes', [
      { _id: 'weapp-home', communityId: 'west-street', gridId: 'west-2', state: 'declared', declaredAt: 1 },
    ])
    const app = openAs('demo-grid-leader-2', 'work')
    await app.untilText('1件')
    expect(app.page.text).not.toContain('操作记录')
  })

  it('tells who has no role what to do', async () => {
    const app = openAs('weapp-nobody', 'work')
    await app.untilText('您现在没有社区里的身份')
    await tap(app, '#state-action')
    await shown(app, '#join-code')
  })

  it('gives a role back after asking why', async () => {
    const { openid, membershipId } = await newMember(cloud, secretary)
    const app = openAs(openid, 'work')
    await tap(app, `#leave-${membershipId}`)
    await tap(app, '#leave-main')
    await app.untilText('请先选一个原因')
    await choose(app, '#leave-why-0')
    await tap(app, '#leave-main')
    await app.untilText('已经不再担任')
    expect(membershipsOf(openid)).toEqual([expect.objectContaining({ state: 'revoked' })])
  })
})

describe('the members', () => {
  it('are called after a reason is given, which is kept', async () => {
    const id = membershipOf(gridLeader, 'grid-leader', { gridId: 'west-1' })
    const app = openAs(secretary, 'work/members', west)
    await tap(app, `#member-${id}`)
    await tap(app, '#member-call')
    await choose(app, '#call-why-other')
    await type(app, '#call-other-why', '水管爆了')
    await tap(app, '#call-main')
    await app.until(() => dialledBy(app).length > 0)
    expect(dialledBy(app)).toEqual(['00088889002'])
    expect(cloud.database.find('audits', { verb: 'member.phone' })).toEqual([
      expect.objectContaining({ why: '水管爆了' }),
    ])
    expect([...app.storage.values()].join()).not.toContain('8889002')
  })

  it('are known to be who they are once a keeper has seen it, and once for two taps', async () => {
    const { membershipId } = await newMember(cloud, secretary)
    const app = openAs(secretary, 'work/members', west)
    await tap(app, `#member-${membershipId}`)
    await app.untilText('不能上门')
    await tap(app, '#member-check')
    await shown(app, '#check-main')
    const yes = app.page.find('#check-main')
    app.page.tap(yes)
    app.page.tap(yes)
    await app.untilText('已记下')
    expect(cloud.database.find('memberships', { _id: membershipId })).toEqual([
      expect.objectContaining({ checkedAt: expect.any(Number) as number }),
    ])
    expect(cloud.database.find('audits', { verb: 'member.check' })).toHaveLength(1)
  })

  it('are renewed and sent away, and once for two taps', async () => {
    const { membershipId, until } = await newMember(cloud, secretary, { months: 1 })
    const app = openAs(secretary, 'work/members', west)
    await tap(app, `#member-${membershipId}`)
    await tap(app, '#member-renew')
    await choose(app, '#renew-months-6')
    await tap(app, '#renew-main')
    await app.untilText('已续期')
    const [row] = cloud.database.find('memberships', { _id: membershipId })
    expect(Number(row?.['until'])).toBeGreaterThan(until)
    await tap(app, '#member-revoke')
    await choose(app, '#revoke-why-0')
    const yes = app.page.find('#revoke-main')
    app.page.tap(yes)
    app.page.tap(yes)
    await app.untilText('已经收回')
    expect(
      cloud.database
        .find('audits', { verb: 'role.revoke' })
        .filter(({ subject }) => (subject as { id: string }).id === membershipId),
    ).toHaveLength(1)
  })

  it('keep their last secretary, and the page says what helps', async () => {
    const app = openAs(secretary, 'work/members', west)
    await tap(app, `#member-${membershipOf(secretary, 'secretary')}`)
    await tap(app, '#member-revoke')
    await choose(app, '#revoke-why-0')
    await tap(app, '#revoke-main')
    await app.untilText('请先邀请另一位书记')
  })
})

describe('inviting', () => {
  it('asks one thing at a time, and ends in a card, a QR code and a code to read out', async () => {
    const app = openAs(secretary, 'work/invite', west)
    await tap(app, '#invite-new')
    await tap(app, '#invite-role-grid-leader')
    await tap(app, '#invite-place-west-2')
    await tap(app, '#invite-uses-1')
    await tap(app, '#sum-days-action')
    await tap(app, '#invite-days-1')
    await app.untilText('不要发到群里')
    await tap(app, '#invite-make')
    await shown(app, '#made-picture')
    const [made] = cloud.database.find('invitations', { role: 'grid-leader', gridId: 'west-2' })
    expect(made).toMatchObject({ uses: 1, used: 0 })
    expect(Number(made?.['expiresAt']) - Number(made?.['createdAt'])).toBe(day)
    await tap(app, '#share')
    const [card] = app.shares
    expect(card?.title).toBe('西街社区邀请您担任网格长')
    expect(card?.path).toMatch(/^\/pages\/mine\/join\/index\?code=[0-9a-z]{24}$/)
    await tap(app, '#made-save')
    await app.untilAsked('authorize')
    app.answer()
    await app.untilText('打开权限')
    await tap(app, '#made-permissions')
    await app.untilAsked('openSetting')
    app.answer({ 'scope.writePhotosAlbum': true })
    await tap(app, '#made-save')
    await app.untilText('已保存到相册')

    const [, code = ''] = /code=(.*)$/.exec(card?.path ?? '') ?? []
    const receiver = openAs('weapp-receives', 'mine/join', { code })
    await receiver.untilText('邀请您担任网格长')
  })

  it('takes an open one back', async () => {
    const { invitationId } = await invite(cloud, secretary)
    const app = openAs(secretary, 'work/invite', west)
    await tap(app, `#invitation-${invitationId}`)
    await tap(app, '#made-back')
    await tap(app, '#take-back-main')
    await app.untilText('已收回')
    expect(cloud.database.find('invitations', { _id: invitationId })).toEqual([
      expect.objectContaining({ state: 'revoked' }),
    ])
  })

  it('offers a grid leader the roles of the own grid only', async () => {
    const app = openAs(gridLeader, 'work/invite', { ...west, g: 'west-1' })
    await tap(app, '#invite-new')
    await shown(app, '#invite-role')
    expect(app.page.findAll('#invite-role .row').map(({ id }) => id)).toEqual([
      'invite-role-volunteer',
      'invite-role-duty',
    ])
    await tap(app, '#invite-role-duty')
    await tap(app, '#invite-uses-5')
    await tap(app, '#invite-make')
    await shown(app, '#made-code')
    expect(cloud.database.find('invitations', { role: 'duty' })).toEqual([
      expect.objectContaining({ gridId: 'west-1', uses: 5 }),
    ])
  })
})

describe('setting up a community', () => {
  it('makes it with its first secretary, from the code and the names', async () => {
    const nonce = randomBytes(setupNonceBytes)
    const code = makeSetupCode(keys, { communityId: null, expiresAt: Date.now() + day, nonce })
    const app = openAs('weapp-founds', 'work/setup')
    await type(app, '#setup-code', code.toLowerCase())
    await tap(app, '#setup-next')
    await app.untilText('请选一个')
    await choose(app, '#setup-which-fresh')
    await tap(app, '#setup-next')
    await tap(app, '#setup-found')
    await app.untilText('这一项还没有填')
    const given = { name: '南街社区', streetName: '中山路街道', province: '河南省', city: '开封市', district: '鼓楼区' }
    for (const [field, value] of Object.entries(given)) await type(app, `#setup-${field}`, value)
    await type(app, '#setup-own-name', '吴书记')
    await tap(app, '#setup-found')
    await agree(app)
    await app.untilText('开通好了')
    expect(cloud.database.find('communities', { name: '南街社区' })).toHaveLength(1)
    expect(membershipsOf('weapp-founds')).toEqual([expect.objectContaining({ role: 'secretary' })])
  })

  it('keeps what was typed where the code is not known', async () => {
    const app = openAs(secretary, 'work/setup')
    await type(app, '#setup-code', '7K2M-XQ9R-TD00-ABCD-EFGH-1234')
    await choose(app, '#setup-which-existing')
    await tap(app, '#setup-next')
    await choose(app, '#setup-community-west-street')
    await type(app, '#setup-own-name', '李书记')
    await tap(app, '#setup-found')
    await app.untilText('没有认出这个开通码')
    // Back to mend the code, and on again: the rest is still there.
    await tap(app, '#setup-back')
    await tap(app, '#setup-next')
    await shown(app, '#setup-community-west-street.choice-on')
    expect(app.page.find('#setup-own-name').value).toBe('李书记')
  })
})

it.each([
  ['mine/join', {}],
  ['work', {}],
  ['work/members', west],
  ['work/invite', west],
  ['work/setup', {}],
])('%s works in the care edition too', async (path, query) => {
  const care = { 'jmk:care': { form: 1, at: Date.now(), value: true } }
  const app = openAs(secretary, path, query, { storage: care })
  await shown(app, '.page.care')
  await app.until(() => app.page.findAll('.loading').length === 0)
  expect(app.page.findAll('.row, .field').length).toBeGreaterThan(0)
})
