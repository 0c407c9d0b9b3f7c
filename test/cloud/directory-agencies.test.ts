import type { LocalCloud } from '../../src/local/start'
import { startProduct } from './support/cloud'
import { aNewAgency, formOf, kept, keptAgency, keptPhone, outcome, shownAgency, westStreet } from './support/directory'
import {
  callAs,
  consent,
  dataAs,
  dutyMember,
  freshKey,
  gridLeader,
  handlerMember,
  otherSecretary,
  secretary,
  street,
} from './support/people'
import { filed, filer } from './support/requests'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startProduct()
})
afterAll(() => cloud.close())

const save = (input: object, openid = secretary, key?: string) => outcome(cloud, openid, 'agency.save', input, key)
const showing = (agencyId: string) => shownAgency(cloud, secretary, agencyId)

describe('the directory at a glance', () => {
  it('opens for secretary and grid leader of the community, and for nobody else', async () => {
    const answers = await Promise.all(
      [secretary, gridLeader, dutyMember, handlerMember, street, otherSecretary, 'nobody'].map((openid) =>
        outcome(cloud, openid, 'directory.show', westStreet),
      ),
    )
    expect(answers).toEqual(['ok', 'ok', ...Array.from({ length: 5 }, () => 'role.forbidden')])
  })

  it('counts what there is and what waits, and says nothing of people', async () => {
    const data = await dataAs(cloud, secretary, 'directory.show', westStreet)
    expect(data).toMatchObject({
      name: expect.stringContaining('西街'),
      grids: [{ gridId: 'west-1' }, { gridId: 'west-2' }],
      estates: expect.arrayContaining([expect.objectContaining({ estateId: 'heyuan', name: expect.any(String) })]),
      buildings: 5,
      revision: kept(cloud).revision,
    })
    expect(data['toCheck']).toBeGreaterThan(0)
    expect(data['openQuestions']).toBeGreaterThan(0)
    expect(JSON.stringify(data).length).toBeLessThan(32_000)
  })

  it('does not count a building that an import has only laid ready', async () => {
    cloud.database.insert('buildings', [
      {
        ...{
          _id: 'ready',
          communityId: 'west-street',
          estateId: 'heyuan',
          gridId: null,
          name: '',
          order: 0,
          units: [],
        },
        ...{ isNew: true, shape: 1, version: 1 },
      },
    ])
    expect(await dataAs(cloud, secretary, 'directory.show', westStreet)).toMatchObject({ buildings: 5 })
    cloud.database.remove('buildings', { _id: 'ready' })
  })
})

describe('an agency', () => {
  it('that is new is there with an id that an import would give it, unverified, in the next revision', async () => {
    const before = kept(cloud)
    const data = await dataAs(cloud, secretary, 'agency.save', aNewAgency('西街除虫队'))
    expect(data).toEqual({ agencyId: expect.stringMatching(/^a[0-9a-z]{20}$/), revision: before.revision + 1 })
    expect(keptAgency(cloud, String(data['agencyId']))).toEqual({
      ...{ id: data['agencyId'], name: '西街除虫队', roles: ['termite'] },
      phones: [
        {
          ...{ id: expect.stringMatching(/^p/), number: '0371-68001234', schedules: [], owner: '值班岗' },
          verifiedAt: null,
        },
      ],
    })
    expect(kept(cloud)).toMatchObject({ revision: before.revision + 1 })
    expect(kept(cloud).updatedAt).toBeGreaterThan(before.updatedAt)
  })

  it('leaves the revision before it and a line in the log', async () => {
    const { revision } = kept(cloud)
    await dataAs(cloud, secretary, 'agency.save', aNewAgency('留底的单位'))
    expect(cloud.database.find('directories', { communityId: 'west-street', revision })).toHaveLength(1)
    const { audits } = await dataAs<{ audits: object[] }>(cloud, secretary, 'audit.list', {
      ...{ ...westStreet, cursor: null },
    })
    expect(audits[0]).toMatchObject({ verb: 'agency.save', role: 'secretary' })
  })

  it('that is changed keeps the verification of a number that stays, and loses that of one that changes', async () => {
    const shown = await showing('west-water')
    const before = keptAgency(cloud, 'west-water')
    const form = formOf(shown)
    const [first, second] = form.phones
    const changed = { ...form, name: '自来水公司西区', phones: [{ ...first, number: '400 800 1234' }, second] }
    expect(await save(changed)).toBe('ok')
    expect(keptAgency(cloud, 'west-water')).toMatchObject({
      name: '自来水公司西区',
      phones: [
        { id: 'p1301', number: '400-800-1234', verifiedAt: null },
        { id: 'p1302', number: before?.phones[1]?.number, verifiedAt: before?.phones[1]?.verifiedAt },
      ],
    })
  })

  it('counts a number as verified now where the keeper has just rung it', async () => {
    const form = formOf(await showing('west-chengguan'))
    const before = cloud.clock.now()
    expect(await save({ ...form, phones: form.phones.map((phone) => ({ ...phone, rung: true })) })).toBe('ok')
    expect(keptPhone(cloud, 'west-chengguan', 'p1811')?.verifiedAt).toBeGreaterThanOrEqual(before)
  })

  it.each([
    ['a name that another has', { name: '和苑物业服务中心' }, 'agency.same-name'],
    ['a role of nobody', { roles: ['magician'] }, 'agency.bad-role'],
    ['a role that nobody dials', { roles: ['neighbor'] }, 'agency.bad-role'],
    ['a role that every object has', { roles: ['constructor'] }, 'agency.bad-role'],
    ['an estate of nobody', { serviceArea: { estateIds: ['gone'], gridIds: [], buildingIds: [] } }, 'agency.bad-area'],
    [
      'a building of another community',
      { serviceArea: { estateIds: [], gridIds: [], buildingIds: ['mill-1-building'] } },
      'agency.bad-area',
    ],
    ['no place at all', { serviceArea: { estateIds: [], gridIds: [], buildingIds: [] } }, 'agency.bad-area'],
    ['a mark of something that never was', { seen: '0'.repeat(16) }, 'agency.moved'],
    ['an id of nobody', { agencyId: 'gone', seen: '0'.repeat(16) }, 'agency.missing'],
  ])('with %s is refused', async (_, over, refused) => {
    const { revision } = kept(cloud)
    expect(await save(aNewAgency('不会有的单位', over))).toBe(refused)
    expect(kept(cloud).revision).toBe(revision)
  })

  it.each([
    ['68001234', 'agency.no-area-code'],
    ['371-68001234', 'agency.no-area-code'],
    ['12', 'agency.bad-number'],
    ['问物业', 'agency.bad-number'],
  ])('with the number %s is refused', async (number, refused) => {
    const input = aNewAgency('不会有的单位')
    expect(await save({ ...input, phones: input.phones.map((phone) => ({ ...phone, number })) })).toBe(refused)
  })

  it('with one number in two rows is refused, however it is written: an export of it could not be read again', async () => {
    const input = aNewAgency('两个时段的单位')
    const rows = ['0371-68001234', '0371 6800 1234'].flatMap((number) =>
      input.phones.slice(0, 1).map((phone) => ({ ...phone, number })),
    )
    expect(await save({ ...input, phones: rows })).toBe('agency.same-number')
    expect(await save({ ...input, phones: rows.slice(0, 1) })).toBe('ok')
  })

  it('with words that the content check refuses is not saved', async () => {
    expect(await save(aNewAgency('普通的单位'))).toBe('ok')
    expect(await save(aNewAgency('【违规】单位'))).toBe('content.refused')
  })

  it('is the secretary’s of the community alone', async () => {
    const answers = await Promise.all(
      [gridLeader, dutyMember, otherSecretary, 'nobody'].map((openid) => save(aNewAgency('别人的单位'), openid)),
    )
    expect(answers).toEqual(Array.from({ length: 4 }, () => 'role.forbidden'))
  })

  it('saved by two at once from one form is saved once: the other is told to look again', async () => {
    const form = formOf(await showing('west-gas'))
    const [one, other] = await Promise.all([save({ ...form, name: '燃气一' }), save({ ...form, name: '燃气二' })])
    expect([one, other].sort()).toEqual(['agency.moved', 'ok'])
    expect(keptAgency(cloud, 'west-gas')?.name).toBe(one === 'ok' ? '燃气一' : '燃气二')
  })

  it('and another, saved at once, are both saved', async () => {
    const { revision } = kept(cloud)
    const [one, other] = await Promise.all(['west-heat', 'west-police'].map(showing))
    if (!one || !other) throw new Error('two agencies')
    const answers = await Promise.all([
      save(formOf(one, { name: '热力西区' })),
      save(formOf(other, { name: '派出所值班' })),
    ])
    expect(answers).toEqual(['ok', 'ok'])
    expect([keptAgency(cloud, 'west-heat')?.name, keptAgency(cloud, 'west-police')?.name]).toEqual([
      '热力西区',
      '派出所值班',
    ])
    expect(kept(cloud).revision).toBe(revision + 2)
  })

  it('whose reply was lost is answered as the first time, and is there once', async () => {
    const key = freshKey()
    const first = await callAs(cloud, secretary, 'agency.save', aNewAgency('只有一个'), key)
    const again = await callAs(cloud, secretary, 'agency.save', aNewAgency('只有一个'), key)
    expect(again.ok && again.data).toEqual(first.ok && first.data)
    expect(kept(cloud).agencies.filter(({ name }) => name === '只有一个')).toHaveLength(1)
  })
})

describe('an agency that is taken out', () => {
  const remove = async (agencyId: string, over: object = {}) => {
    const { mark } = await showing(agencyId)
    return outcome(cloud, secretary, 'agency.remove', { ...westStreet, agencyId, seen: mark, ...over })
  }

  it('is gone, where nothing rests on it', async () => {
    const { agencyId } = await dataAs(cloud, secretary, 'agency.save', aNewAgency('要走的单位'))
    expect(await remove(String(agencyId))).toBe('ok')
    expect(keptAgency(cloud, String(agencyId))).toBeUndefined()
  })

  it('stays where somebody changed it meanwhile', async () => {
    expect(await remove('west-municipal', { seen: '0'.repeat(16) })).toBe('agency.moved')
    expect(keptAgency(cloud, 'west-municipal')).toBeDefined()
  })

  it('stays while a question is answered with it', async () => {
    const [answer] = kept(cloud).settings.filter(({ value }) => keptAgency(cloud, value))
    expect(await remove(answer?.value ?? '')).toBe('agency.in-settings')
  })

  it('stays while somebody works for it', async () => {
    const held = cloud.database.find('memberships', { role: 'handler', communityId: 'west-street' })[0]
    const agencyId = String((held as unknown as { agencyId: string }).agencyId)
    cloud.database.modify('communities', { _id: 'west-street' }, { $pull: { settings: { value: agencyId } } })
    expect(await remove(agencyId)).toBe('agency.has-handlers')
  })

  it('stays while a request of theirs is not over', async () => {
    const { agencyId } = await dataAs(cloud, secretary, 'agency.save', aNewAgency('有诉求的单位'))
    await consent(cloud, filer)
    const { requestId } = await filed(cloud)
    cloud.database.modify('requests', { _id: requestId }, { $set: { agencies: [String(agencyId)] } })
    expect(await remove(String(agencyId))).toBe('agency.has-requests')
  })
})
