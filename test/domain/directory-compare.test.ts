import fc from 'fast-check'
import { compareDirectories, comparedKinds, emptyDirectory, type InUse } from '../../src/domain/directory'
import { directories } from './support/directories'
import { agencies, directoryOf, estates, grids, phones, places, sheet } from './support/directory'

const unused: InUse = { doorCodes: [], homes: [], requests: [], members: [] }
const rooms = sheet(
  '住户',
  ['小区', '楼栋', '单元', '房号', '称呼', '同意登记'],
  ['和苑小区', '1号楼', 1, '101', '王阿姨', '是'],
  ['和苑小区', '1号楼', 1, '102'],
  ['和苑小区', '2号楼', 1, '101'],
)
const before = directoryOf([...places, agencies, phones, rooms])
/** The same with nobody in the rooms. */
const nobody = {
  ...before,
  households: before.households.map((room) => ({ ...room, name: null, consent: false })),
}
const after = (...sheets: Parameters<typeof directoryOf>[0]) => directoryOf(sheets, { before })
const idOf = (name: string) =>
  [...before.buildings, ...before.buildings.flatMap(({ units }) => units), ...before.grids, ...before.agencies].find(
    (one) => one.name === name,
  )?.id ?? ''

describe('what an import would do', () => {
  it('is nothing where nothing is different', () => {
    fc.assert(
      fc.property(directories, (directory) => {
        const { changes, breaks } = compareDirectories(directory, directory, unused)
        const all = comparedKinds.flatMap((kind) => Object.values(changes[kind]).map(({ count }) => count))
        expect([...new Set(all), breaks.length]).toEqual([0, 0])
      }),
      { numRuns: 50 },
    )
  })

  it('counts as coming what goes the other way round, and as changed what is changed back', () => {
    fc.assert(
      fc.property(directories, directories, (one, other) => {
        const there = compareDirectories(one, other, unused).changes
        const back = compareDirectories(other, one, unused).changes
        for (const kind of comparedKinds) {
          expect(there[kind].comes).toEqual(back[kind].goes)
          expect(there[kind].changes.count).toBe(back[kind].changes.count)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('counts everything that comes into an empty community', () => {
    const { changes } = compareDirectories(emptyDirectory, before, unused)
    expect(comparedKinds.map((kind) => `${kind} ${changes[kind].comes.count}`)).toEqual([
      ...[
        'estates 2',
        'grids 2',
        'buildings 3',
        'units 3',
        'households 3',
        'agencies 2',
        'phones 2',
        'members 0',
        'settings 0',
      ],
    ])
    expect(changes.buildings.comes.examples).toEqual(['和苑小区 1号楼', '和苑小区 2号楼', '柳园 甲楼'])
    expect(changes.phones.comes.examples[0]).toBe('和苑物业 0371-68001234')
  })

  it('tells a changed phone from a new one, and shows the first five', () => {
    const numbers = Array.from({ length: 7 }, (_, at) => ['市自来水公司', `1390000000${at}`, '', '24小时'])
    const changed = ['和苑物业', '0371-68001234', '前台', '每天 8:00-20:00', { date: '2026-11-02' }]
    const next = after(sheet('电话', ['单位', '电话', '说明', '时间', '核实日期'], changed, ...numbers))
    const { phones: phone } = compareDirectories(before, next, unused).changes
    expect([phone.comes.count, phone.comes.examples.length, phone.changes.count, phone.goes.count]).toEqual([
      7, 5, 1, 1,
    ])
    expect(phone.goes.examples).toEqual(['市自来水公司 0371-68005678'])
  })
})

describe('who would be gone', () => {
  const allColumns = (consent: string | null, name: string | null) =>
    sheet(
      '住户',
      ['小区', '楼栋', '单元', '房号', '称呼', '电话', '需要关注', '同意登记'],
      ['和苑小区', '1号楼', 1, '101', name, null, null, consent],
      ['和苑小区', '1号楼', 1, '102'],
      ['和苑小区', '2号楼', 1, '101'],
    )
  const emptied = (...sheets: Parameters<typeof directoryOf>[0]) =>
    compareDirectories(before, after(...sheets), unused).emptied

  it('is counted where a sheet leaves everything about a room blank that had somebody', () => {
    expect(emptied(allColumns(null, null))).toBe(1)
  })

  it('is counted where the room itself goes', () => {
    expect(emptied(sheet('住户', ['小区', '楼栋', '单元', '房号'], ['和苑小区', '1号楼', 1, '102']))).toBe(1)
  })

  it('is nobody where somebody else moves in, or where the sheet says nothing of people', () => {
    expect(emptied(allColumns('是', '李阿姨'))).toBe(0)
    expect(emptied(sheet('住户', ['小区', '楼栋', '单元', '房号', '楼层'], ['和苑小区', '1号楼', 1, '101', 3]))).toBe(0)
  })
})

describe('what would break', () => {
  const onlySecond = sheet(
    '楼栋',
    ['小区', '楼栋', '网格', '单元', '层数', '每层户数'],
    ['和苑小区', '2号楼', '第一网格', 1, 6, 2],
  )
  const use: InUse = {
    doorCodes: [
      { buildingId: idOf('1号楼'), unitId: null },
      { buildingId: idOf('2号楼'), unitId: null },
    ],
    homes: [{ buildingId: idOf('1号楼'), unitId: null }],
    requests: [{ buildingId: idOf('1号楼'), unitId: null, agencyIds: ['another', idOf('和苑物业')] }],
    members: [{ gridId: idOf('第二网格'), agencyId: null }],
  }

  it('is a building that goes with its door code, its rooms, its homes and its open requests', () => {
    expect(compareDirectories(before, after(onlySecond), use).breaks).toEqual([
      {
        kind: 'building',
        id: idOf('1号楼'),
        name: '和苑小区 1号楼',
        doorCodes: 1,
        households: 1,
        homes: 1,
        requests: 1,
        members: 0,
      },
    ])
  })

  it('is not a building on which nothing rests', () => {
    const { breaks, changes } = compareDirectories(before, after(onlySecond), unused)
    expect(changes.buildings.goes.count).toBe(2)
    expect(breaks.map(({ name }) => name)).toEqual(['和苑小区 1号楼'])
  })

  it('is not a list of rooms in which nobody is known', () => {
    const { breaks } = compareDirectories(nobody, after(onlySecond), unused)
    expect(breaks).toEqual([])
  })

  it('is a unit with a code, a home and a request of its own, while its building stays', () => {
    const [unit] = before.buildings[0]?.units ?? []
    const one = sheet(
      '楼栋',
      ['小区', '楼栋', '单元'],
      ['和苑小区', '1号楼', '2单元'],
      ['和苑小区', '2号楼', 1],
      ['柳园', '甲楼'],
    )
    const there = { buildingId: idOf('1号楼'), unitId: unit?.id ?? '' }
    const inIt = { ...unused, doorCodes: [there], homes: [there], requests: [{ ...there, agencyIds: [] }] }
    expect(compareDirectories(before, after(one), inIt).breaks).toMatchObject([
      { kind: 'unit', name: '和苑小区 1号楼 1单元', doorCodes: 1, households: 1, homes: 1, requests: 1 },
    ])
  })

  it('is an agency with open requests and a grid with its leader', () => {
    const firstGrid = sheet('网格', ['网格名称'], ['第一网格'])
    const water = sheet('责任单位', ['单位', '负责什么'], ['市自来水公司', '供水公司'])
    const { breaks } = compareDirectories(before, after(estates, firstGrid, water), use)
    expect(breaks).toMatchObject([
      { kind: 'agency', name: '和苑物业', requests: 1 },
      { kind: 'grid', name: '第二网格', members: 1 },
    ])
    expect(grids.rows).toHaveLength(3)
  })
})
