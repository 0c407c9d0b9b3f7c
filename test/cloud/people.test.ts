import type { LocalCloud } from '../../src/local/start'
import { sealedAt } from '../../src/cloud/people/ids'
import { noticeVersion } from '../../src/domain/people/consent'
import { callApi, startProduct } from './support/cloud'
import { callAs, consent, dataAs, freshKey, gridLeader, keys, secretary } from './support/people'
import { startMuteProduct } from './support/mute'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startProduct()
})
afterAll(() => cloud.close())

let counted = 0
/** Somebody whom nobody has seen before. */
const somebody = () => `oSomebody_${String(++counted)}`
const personOf = (openid: string) => cloud.database.find('people', { _id: keys.person(openid) })[0]
const showing = (openid: string) => dataAs(cloud, openid, 'me.show', {})
const granting = (over: object = {}) => ({ version: noticeVersion, purposes: ['account'], atLeast14: true, ...over })

describe('agreeing to the privacy notice', () => {
  it('begins what is kept about a person, with the openid sealed and nothing else', async () => {
    const openid = somebody()
    await consent(cloud, openid, ['account', 'phone'])
    const row = personOf(openid)
    expect(row).toMatchObject({
      name: null,
      phone: null,
      phoneLookup: null,
      consents: [
        { purpose: 'account', version: noticeVersion, at: expect.any(Number), withdrawnAt: null },
        { purpose: 'phone', version: noticeVersion, at: expect.any(Number), withdrawnAt: null },
      ],
    })
    expect(keys.unseal(row?.openid as string, sealedAt('people', 'openid', keys.person(openid)))).toBe(openid)
    expect(JSON.stringify(cloud.database.find('people'))).not.toContain(openid)
  })

  it('adds to what was agreed to before, and leaves its day as it was', async () => {
    const openid = somebody()
    await consent(cloud, openid, ['account'])
    const [first] = personOf(openid)?.consents as { at: number }[]
    expect(await consent(cloud, openid, ['account', 'home'])).toEqual({
      version: noticeVersion,
      purposes: ['account', 'home'],
    })
    expect(personOf(openid)?.consents).toEqual([first, expect.objectContaining({ purpose: 'home' })])
  })

  it('is noted once where it is said twenty times at once', async () => {
    const openid = somebody()
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => callAs(cloud, openid, 'consent.grant', granting(), 'grant-at-once-0001')),
    )
    expect(replies.every(({ ok }) => ok)).toBe(true)
    expect(personOf(openid)?.consents).toHaveLength(1)
  })

  it('keeps nothing of whoever is under fourteen', async () => {
    const openid = somebody()
    const reply = await callAs(cloud, openid, 'consent.grant', granting({ atLeast14: false }))
    expect(reply).toMatchObject({ refused: 'consent.too-young' })
    expect(personOf(openid)).toBeUndefined()
  })

  it('to a notice that is not today’s is refused', async () => {
    const openid = somebody()
    const reply = await callAs(cloud, openid, 'consent.grant', granting({ version: noticeVersion + 1 }))
    expect(reply).toMatchObject({ refused: 'consent.outdated' })
    expect(personOf(openid)).toBeUndefined()
  })

  it('to a part of it, without an account, keeps nothing', async () => {
    const openid = somebody()
    expect(await dataAs(cloud, openid, 'consent.grant', granting({ purposes: ['phone'] }))).toMatchObject({
      purposes: [],
    })
    expect(personOf(openid)).toBeUndefined()
  })

  it('waits until an erasure is through', async () => {
    const openid = somebody()
    cloud.database.insert('erasures', [{ _id: keys.person(openid), askedAt: 1, shape: 1, version: 1 }])
    expect(await callAs(cloud, openid, 'consent.grant', granting())).toMatchObject({ refused: 'consent.erasing' })
    expect(personOf(openid)).toBeUndefined()
  })

  it('is asked for by what needs it, and by nothing before', async () => {
    const openid = somebody()
    expect(await callAs(cloud, openid, 'me.name', { name: '王阿姨' })).toMatchObject({ refused: 'consent.needed' })
    await consent(cloud, openid, ['account'])
    expect(await callAs(cloud, openid, 'me.name', { name: '王阿姨' })).toMatchObject({ ok: true })
    expect(await callAs(cloud, openid, 'phone.give', { by: 'typed', number: '13800138000' })).toMatchObject({
      refused: 'consent.needed',
    })
  })
})

describe('what is kept about me', () => {
  const nothing = { consents: [], name: null, phone: null, home: null, roles: [], erasing: false }

  it('is nothing for whoever agreed to nothing, and asking leaves nothing', async () => {
    const openid = somebody()
    const before = cloud.database.count('people')
    expect(await showing(openid)).toMatchObject({ ...nothing, counts: { complaints: 0, pictures: 0, messages: 0 } })
    expect(cloud.database.count('people')).toBe(before)
  })

  it('is not told to nobody', async () => {
    expect(await callApi(cloud, { action: 'me.show', input: {} })).toMatchObject({ refused: 'caller.unknown' })
  })

  it('shows a keeper’s roles by the names of their places', async () => {
    const shown = await showing(gridLeader)
    expect(shown).toMatchObject({
      name: '张网格长',
      roles: [{ role: 'grid-leader', communityName: '西街社区', gridId: 'west-1', gridName: expect.any(String) }],
    })
    expect(JSON.stringify(shown)).not.toContain(gridLeader)
    expect(JSON.stringify(shown)).not.toContain(keys.person(gridLeader))
  })

  it('says that an erasure is under way', async () => {
    const openid = somebody()
    cloud.database.insert('erasures', [{ _id: keys.person(openid), askedAt: 1, shape: 1, version: 1 }])
    expect(await showing(openid)).toMatchObject({ erasing: true })
  })
})

describe('how one wants to be called', () => {
  const called = (openid: string, name: string | null, key?: string) => callAs(cloud, openid, 'me.name', { name }, key)

  it('is kept sealed, shown to its owner, corrected and taken away', async () => {
    const openid = somebody()
    await consent(cloud, openid)
    await called(openid, ' 王阿姨 ')
    expect(await showing(openid)).toMatchObject({ name: '王阿姨' })
    expect(JSON.stringify(cloud.database.find('people'))).not.toContain('王阿姨')
    await called(openid, '王老师')
    expect(await showing(openid)).toMatchObject({ name: '王老师' })
    await called(openid, null)
    expect(await showing(openid)).toMatchObject({ name: null })
    expect(personOf(openid)?.name).toBeNull()
  })

  it.each(['【违规】', '【待审】'])('is refused where the content check says %s', async (word) => {
    const openid = somebody()
    await consent(cloud, openid)
    expect(await called(openid, `王${word}`)).toMatchObject({ refused: 'content.refused' })
    expect(personOf(openid)?.name).toBeNull()
  })

  it('is corrected in one’s roles too', async () => {
    const person = keys.person(secretary)
    await called(secretary, '李书记（西街）')
    const [held] = cloud.database.find('memberships', { person })
    const sealed = held?.name as string
    expect(keys.unseal(sealed, sealedAt('memberships', 'name', held?._id as string))).toBe('李书记（西街）')
    await called(secretary, '李书记')
  })
})

describe('a phone number', () => {
  const typed = (number: string) => ({ by: 'typed', number })
  const wechat = (code: string) => ({ by: 'wechat', code })
  const give = (openid: string, input: object, key?: string) => callAs(cloud, openid, 'phone.give', input, key)
  const withAccount = async () => {
    const openid = somebody()
    await consent(cloud, openid)
    return openid
  }

  it('as typed is kept sealed, and shown masked', async () => {
    const openid = await withAccount()
    expect(await give(openid, typed('138 0013-8000'))).toMatchObject({ data: { masked: '138****8000' } })
    expect(await showing(openid)).toMatchObject({ phone: { masked: '138****8000', from: 'typed' } })
    const kept = JSON.stringify([cloud.database.find('people'), cloud.database.find('resends')])
    expect(kept).not.toContain('13800138000')
    expect(personOf(openid)?.phoneLookup).toBe(keys.lookup('phone', '13800138000'))
  })

  it('that nobody can call is refused, and what was kept stays', async () => {
    const openid = await withAccount()
    await give(openid, typed('13800138000'))
    expect(await give(openid, typed('1380013'))).toMatchObject({ refused: 'phone.invalid' })
    expect(await showing(openid)).toMatchObject({ phone: { masked: '138****8000' } })
  })

  it.each([
    ['of China', '13900139000', '13900139000'],
    ['from abroad', '+852 91234567', '+85291234567'],
  ])('%s comes by the code of WeChat’s button', async (_, given, number) => {
    const openid = await withAccount()
    expect(await give(openid, wechat(cloud.platform.phoneCode(openid, given)))).toMatchObject({ ok: true })
    expect(await showing(openid)).toMatchObject({ phone: { from: 'wechat' } })
    expect(await dataAs(cloud, openid, 'phone.look', {})).toEqual({ number })
  })

  it('by a code that is spent is refused', async () => {
    const openid = await withAccount()
    const code = cloud.platform.phoneCode(openid, '13900139000')
    await give(openid, wechat(code))
    expect(await give(openid, wechat(code))).toMatchObject({ refused: 'phone.code-spent' })
    expect(await give(openid, wechat('no-such-code'))).toMatchObject({ refused: 'phone.code-spent' })
  })

  it('by one code sent twice at once is kept once, and both are answered the same', async () => {
    const openid = await withAccount()
    const code = cloud.platform.phoneCode(openid, '13900139000')
    const key = freshKey()
    const replies = await Promise.all([give(openid, wechat(code), key), give(openid, wechat(code), key)])
    const again = await give(openid, wechat(code), key)
    expect(again).toMatchObject({ data: { masked: '139****9000' } })
    // One of two at once may find the code spent by the other; sent again, it has the answer.
    expect(replies.some(({ ok }) => ok)).toBe(true)
  })

  it('is looked at in full by its owner, each look a line of the audit log, and lies in no resend record', async () => {
    const openid = await withAccount()
    expect(await callAs(cloud, openid, 'phone.look', {})).toMatchObject({ refused: 'phone.none' })
    await give(openid, typed('13700137000'))
    const key = freshKey()
    expect(await dataAs(cloud, openid, 'phone.look', {}, key)).toEqual({ number: '13700137000' })
    expect(await dataAs(cloud, openid, 'phone.look', {}, key)).toEqual({ number: '13700137000' })
    const person = keys.person(openid)
    expect(cloud.database.find('audits', { actor: person })).toMatchObject([
      { verb: 'phone.look', role: 'resident', communityId: null, subject: { collection: 'people', id: person } },
    ])
    expect(JSON.stringify([cloud.database.find('resends'), cloud.database.find('audits')])).not.toContain('13700137000')
  })

  it('is tried ten times a day at most', async () => {
    const openid = await withAccount()
    for (let turn = 0; turn < 10; turn++) await give(openid, typed('1'))
    expect(await give(openid, typed('13800138000'))).toMatchObject({ refused: 'rate.limited' })
  })
})

describe('where WeChat cannot be asked', () => {
  let mute: LocalCloud
  beforeAll(async () => {
    mute = await startMuteProduct()
    await consent(mute, 'oUnreached')
  })
  afterAll(() => mute.close())

  it('a name is not kept', async () => {
    const reply = await callAs(mute, 'oUnreached', 'me.name', { name: '王阿姨' })
    expect(reply).toMatchObject({ refused: 'content.unchecked' })
    expect(mute.database.find('people', { _id: keys.person('oUnreached') })).toMatchObject([{ name: null }])
  })

  it('a name is taken away all the same', async () => {
    expect(await callAs(mute, 'oUnreached', 'me.name', { name: null })).toMatchObject({ ok: true })
  })

  it('a number cannot be had by its code, but typed', async () => {
    const code = mute.platform.phoneCode('oUnreached', '13900139000')
    const asked = await callAs(mute, 'oUnreached', 'phone.give', { by: 'wechat', code })
    expect(asked).toMatchObject({ refused: 'phone.unavailable' })
    const typed = await callAs(mute, 'oUnreached', 'phone.give', { by: 'typed', number: '13900139000' })
    expect(typed).toMatchObject({ ok: true })
  })
})
