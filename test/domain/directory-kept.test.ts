import type { Directory } from '../../src/domain/directory'
import { mostBuildings, mostOf, mostPhones } from '../../src/domain/directory/limits'
import { collectProblems, mostProblems } from '../../src/domain/directory/problems'
import { agencies, buildings, directoryOf, estates, phones, places, read, said, sheet } from './support/directory'

const everything = [...places, agencies, phones]
const before = directoryOf(everything)
const again = (...sheets: Parameters<typeof read>[0]) => read(sheets, { before }).directory
const named = <Of extends { readonly name: string }>(of: readonly Of[], name: string) =>
  of.find((one) => one.name === name)

describe('a column that a sheet does not have', () => {
  const short = sheet('楼栋', ['小区', '楼栋'], ['和苑小区', '1号楼'], ['和苑小区', '2号楼'], ['柳园', '甲楼'])

  it('leaves units, grid, floors and rooms of a building as they are', () => {
    expect(again(short).buildings).toEqual(before.buildings)
  })

  it('leaves the service area of an agency as it is', () => {
    const only = sheet('责任单位', ['单位', '负责什么'], ['和苑物业', '物业服务中心'], ['市自来水公司', '供水公司'])
    expect(again(only).agencies).toEqual(before.agencies)
  })

  it('leaves hours, words and verification of a number as they are', () => {
    const only = sheet('电话', ['单位', '电话'], ['和苑物业', '0371-68001234'], ['市自来水公司', '0371-68005678'])
    expect(again(only).agencies).toEqual(before.agencies)
  })

  it('leaves the address of an estate as it is', () => {
    expect(again(sheet('小区', ['小区名称'], ['和苑小区'], ['柳园'])).estates).toEqual(before.estates)
  })

  it('leaves whom a room belongs to as it is', () => {
    const whole = sheet(
      '住户',
      ['小区', '楼栋', '单元', '房号', '楼层', '称呼', '电话', '同意登记'],
      ['和苑小区', '1号楼', '1单元', '101', 1, '王阿姨', '13900000001', '是'],
    )
    const lived = directoryOf([...everything, whole])
    const only = sheet('住户', ['小区', '楼栋', '单元', '房号'], ['和苑小区', '1号楼', '1单元', '101'])
    expect(read([only], { before: lived }).directory.households).toEqual(lived.households)
  })
})

describe('a blank cell of a column that is there', () => {
  it('takes away what stood there', () => {
    const blank = sheet(
      '楼栋',
      ['小区', '楼栋', '单元'],
      ['和苑小区', '1号楼'],
      ['和苑小区', '2号楼', 1],
      ['柳园', '甲楼'],
    )
    expect(named(again(blank).buildings, '1号楼')?.units).toEqual([])
  })
})

describe('another way to say a name', () => {
  it('means the building that is there, with its id', () => {
    const other = sheet(
      '楼栋',
      ['小区', '楼栋', '单元'],
      ['和苑小区', '1栋', '一单元,2单元'],
      ['和苑小区', '2号楼', 1],
      ['柳园', '甲楼'],
    )
    const [first] = again(other).buildings
    const [old] = before.buildings
    expect(first).toMatchObject({ id: old?.id, name: '1栋' })
    expect(first?.units.map(({ id }) => id)).toEqual(old?.units.map(({ id }) => id))
  })

  it('means nothing that is there where two could be meant', () => {
    const two = sheet('楼栋', ['小区', '楼栋'], ['和苑小区', '1栋'], ['和苑小区', '1座'], ['柳园', '甲楼'])
    const ids = again(two).buildings.map(({ id }) => id)
    expect(ids).not.toContain(named(before.buildings, '1号楼')?.id)
  })
})

describe('a 编号', () => {
  it('never takes a building to another estate', () => {
    const code = named(before.buildings, '1号楼')?.id ?? ''
    const moved = sheet('楼栋', ['小区', '楼栋', '编号'], ['柳园', '1号楼', code], ['柳园', '甲楼', ''])
    expect(said(read([moved], { before }).problems)).toEqual(['楼栋 C2 other-estate'])
  })
})

describe('a number that was verified after the sheet was written', () => {
  it('keeps the later day', () => {
    const rung: Directory = {
      ...before,
      agencies: before.agencies.map((agency) => ({
        ...agency,
        phones: agency.phones.map((phone) => ({ ...phone, verifiedAt: Date.parse('2026-11-20T09:00:00+08:00') })),
      })),
    }
    expect(read([phones], { before: rung }).directory.agencies).toEqual(rung.agencies)
  })
})

describe('more than a directory holds', () => {
  const rows = (count: number, row: (number: number) => readonly string[]) =>
    Array.from({ length: count }, (_, at) => row(at + 1))
  const saidOf = (...sheets: Parameters<typeof read>[0]) => said(read(sheets).problems)

  it('is said of agencies', () => {
    const offices = (count: number) =>
      sheet('责任单位', ['单位', '负责什么'], ...rows(count, (number) => [`单位${number}`, '物业服务中心']))
    expect(saidOf(offices(mostOf.agencies + 1))).toContain('责任单位 too-many')
    expect(saidOf(offices(mostOf.agencies))).not.toContain('责任单位 too-many')
  })

  it('is said of the buildings of one estate', () => {
    const many = sheet('楼栋', ['小区', '楼栋'], ...rows(mostBuildings + 1, (number) => ['和苑小区', `${number}号楼`]))
    expect(saidOf(estates, many)).toEqual(['楼栋 too-many'])
  })

  it('is said of the numbers of one agency', () => {
    const number = (at: number) => `0371-6800${String(at).padStart(4, '0')}`
    const many = sheet(
      '电话',
      ['单位', '电话', '时间'],
      ...rows(mostPhones + 1, (at) => ['和苑物业', number(at), '24小时']),
    )
    expect(saidOf(estates, buildings, agencies, many)).toContain('电话 B14 too-many')
  })
})

describe('a problem that nobody will read', () => {
  it('is counted, and what its sentence needs is not worked out', () => {
    const asked = jest.fn(() => ({ kind: 'buildings' as const, name: '第九栋', nearest: null }))
    const problems = collectProblems()
    for (let row = 1; row <= 5000; row++) problems.add({ sheet: '住户', cell: `B${row}` }, 'unknown-name', asked)
    expect(problems.result()).toMatchObject({ found: 5000, stopping: 5000 })
    expect(asked).toHaveBeenCalledTimes(mostProblems)
  })
})
