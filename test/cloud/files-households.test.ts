import type { Output } from '../../src/client/named'
import { startProduct } from './support/cloud'
import { communityId, confirmed, newEstate, prepared, workbookOf, worked } from './support/files'
import {
  callAs,
  dataAs,
  dutyMember,
  gridLeader,
  handlerMember,
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
const look = (openid: string) => callAs(cloud, openid, 'household.list', { buildingId, part: 1 })

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
    await look(dutyMember)
    await look(dutyMember)
    const lines = cloud.database.find('audits', { verb: 'household.look', role: 'duty' })
    expect(lines.map(({ subject, communityId: at }) => [subject, at])).toEqual([
      [{ collection: 'buildings', id: buildingId }, communityId],
    ])
  })
})
