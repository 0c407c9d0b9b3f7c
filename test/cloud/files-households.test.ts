import type { Output } from '../../src/client/named'
import { hour } from '../../src/domain/time/clock'
import { startProduct } from './support/cloud'
import { communityId, confirmed, newEstate, prepared, workbookOf, worked } from './support/files'
import {
  callAs,
  dataAs,
  dutyMember,
  gridLeader,
  handlerMember,
  keys,
  otherGridLeader,
  otherSecretary,
  secretary,
  street,
  volunteer,
} from './support/people'

jest.setTimeout(120_000)

let cloud: Awaited<ReturnType<typeof startProduct>>
let buildingId: string
beforeAll(async () => {
  cloud = await startProduct()
  const sheets = newEstate(cloud, 1, 4)
  const buildings = (sheets['楼栋'] ?? []).map((row) =>
    row[0] === '新苑' ? [row[0], row[1] ?? '', '第一网格', row[3] ?? '', null] : row,
  )
  const importId = await prepared(cloud, workbookOf({ ...sheets, 楼栋: buildings }))
  await confirmed(cloud, importId, true)
  await worked(cloud, importId)
  buildingId = cloud.database.find('households', {})[0]?.['buildingId'] as string
})
afterAll(() => cloud.close())

type Rooms = Output<'household.list'>
const look = (openid: string, over: object = {}) =>
  callAs(cloud, openid, 'household.list', { buildingId, part: 1, ...over })

describe('the rooms of a building', () => {
  it('are told to the grid’s own leader', async () => {
    const { rooms, buildingName, isMore } = await dataAs<Rooms>(cloud, gridLeader, 'household.list', {
      buildingId,
      part: 1,
    })
    expect(rooms.map(({ unitName, room }) => [unitName, room])).toEqual([
      ['1单元', '101'],
      ['2单元', '101'],
      ['1单元', '102'],
      ['2单元', '102'],
    ])
    expect(rooms[0]).toMatchObject({ name: '王阿姨', phone: '13900000000', needs: ['over-60', 'alone'] })
    expect({ buildingName, isMore }).toEqual({ buildingName: '1号楼', isMore: false })
  })

  it.each([
    ['of another grid', otherGridLeader],
    ['a secretary', secretary],
    ['a secretary of another community', otherSecretary],
    ['a volunteer', volunteer],
    ['of an agency', handlerMember],
    ['of the street', street],
    ['a resident', 'openid-of-nobody'],
  ])('are not for somebody who is %s', async (_, openid) => {
    expect(await look(openid)).toMatchObject({ refused: 'role.forbidden' })
  })

  it('leave one line a day for each reader and building in the log', async () => {
    await look(dutyMember, { onDuty: true })
    await look(dutyMember)
    const lines = cloud.database.find('audits', { verb: 'household.look', role: 'duty' })
    expect(lines.map(({ subject, communityId: at }) => [subject, at])).toEqual([
      [{ collection: 'buildings', id: buildingId }, communityId],
    ])
  })
})

describe('a duty member', () => {
  const audits = (verb: string) => cloud.database.find('audits', { verb, role: 'duty' })
  const memberships = () => cloud.database.find('memberships', { person: keys.person(dutyMember), role: 'duty' })
  beforeEach(() => {
    cloud.database.modify('memberships', { role: 'duty' }, { $unset: { onDutyUntil: 1 } })
    cloud.database.remove('audits', { role: 'duty' }, { multi: true })
  })

  it('sees nobody before they say that they are on duty', async () => {
    expect(await look(dutyMember)).toMatchObject({ refused: 'household.not-on-duty' })
    expect(await look(dutyMember, { onDuty: false })).toMatchObject({ refused: 'household.not-on-duty' })
    expect([audits('household.look'), audits('duty.begin')]).toEqual([[], []])
  })

  it('sees them once that was said, which is logged with the look, and holds for twelve hours', async () => {
    expect(await look(dutyMember, { onDuty: true })).toMatchObject({ ok: true })
    expect(await look(dutyMember)).toMatchObject({ ok: true })
    expect(await look(dutyMember, { onDuty: true })).toMatchObject({ ok: true })
    const [begun, ...others] = audits('duty.begin')
    expect([others, audits('household.look').length]).toEqual([[], 1])
    const [held] = memberships()
    expect(begun).toMatchObject({ communityId, subject: { collection: 'memberships', id: held?.['_id'] } })
    expect(held?.['onDutyUntil']).toBe((begun?.['at'] as number) + 12 * hour)
  })

  it('says it anew when twelve hours are over', async () => {
    await look(dutyMember, { onDuty: true })
    cloud.database.modify('memberships', { role: 'duty' }, { $set: { onDutyUntil: cloud.clock.now() } })
    expect(await look(dutyMember)).toMatchObject({ refused: 'household.not-on-duty' })
  })

  it('need not say so who leads the grid, whichever of the roles ends later', async () => {
    const [leads] = cloud.database.find('memberships', { person: keys.person(gridLeader), role: 'grid-leader' })
    const duty = { ...leads, _id: 'duty-too', role: 'duty', gridId: null, until: (leads?.['until'] as number) + 1 }
    cloud.database.insert('memberships', [duty])
    expect(await look(gridLeader)).toMatchObject({ ok: true })
    cloud.database.remove('memberships', { _id: 'duty-too' })
    expect(audits('household.look')).toEqual([])
  })
})
