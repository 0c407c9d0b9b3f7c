import fc from 'fast-check'
import {
  type Directory,
  emptyDirectory,
  readSheets,
  type SheetId,
  sheetsOf,
  templateSheets,
  type WrittenSheet,
} from '../../src/domain/directory'
import { demo } from '../../src/local/demo'
import { directoryWords } from '../../src/text/directory-sheets'
import { directories } from './support/directories'
import { aKnown, readAgain } from './support/directory'

const known = aKnown()
const sheetNamed = (sheets: readonly WrittenSheet[], id: SheetId) =>
  sheets.find(({ name }) => name === directoryWords.sheets[id].name)

const pairs = (settings: Readonly<Record<string, string>>) =>
  known.settings.flatMap(({ id }) => (settings[id] === undefined ? [] : [{ id, value: settings[id] }]))

/** A community of the demo, with numbers that a community could type. */
function demoDirectory(communityId: string): Directory {
  const community = demo.communities.find(({ _id }) => _id === communityId)
  if (!community) throw new Error('the demo has no such community')
  return {
    ...emptyDirectory,
    grids: community.grids,
    estates: community.estates.map((estate) => ({ ...estate, settings: pairs(estate.settings) })),
    buildings: demo.buildings
      .filter((building) => building.communityId === communityId)
      .map(({ _id: id, estateId, gridId, name, order, units }) => ({
        ...{ id, estateId, gridId, name, order, units, floors: null, roomsPerFloor: null },
      })),
    agencies: community.agencies.map((agency) => ({
      ...agency,
      phones: agency.phones.map((phone) => ({ ...phone, number: phone.number.replace('000-8888 ', '0371-6888') })),
    })),
    settings: pairs(community.settings),
  }
}

describe('an exported workbook', () => {
  it('gives the directory back, whatever it is', () => {
    fc.assert(
      fc.property(directories, (before) => {
        const { directory, problems } = readSheets(readAgain(sheetsOf(before, known)), aKnown({ before }))
        expect(problems.filter(({ stops }) => stops)).toEqual([])
        expect(directory).toEqual(before)
      }),
      { numRuns: 100 },
    )
  })

  it.each(demo.communities.map(({ _id }) => _id))('of the demo (%s) founds the same community elsewhere', (id) => {
    const before = demoDirectory(id)
    const written = sheetsOf(before, known)
    const { directory, problems } = readSheets(readAgain(written), aKnown({ communityId: 'elsewhere' }))
    expect(problems).toEqual([])
    const again = sheetsOf(directory, known)
    const withoutCodes = (sheets: readonly WrittenSheet[]) =>
      sheets.map(({ name, rows }) => {
        const at = rows[0]?.cells.indexOf('编号') ?? -1
        return { name, rows: rows.map(({ cells }) => cells.filter((_, column) => column !== at)) }
      })
    expect(withoutCodes(again)).toEqual(withoutCodes(written))
    expect(directory.agencies.length).toBeGreaterThan(5)
  })

  it('says of which kind a place is where others have its name, and its 编号 where that is not enough', () => {
    const estates = ['东', '东1'].map((name, at) => ({ id: `estate-${at}`, name, address: '', settings: [] }))
    const rest = { gridId: null, order: 1, units: [], floors: null, roomsPerFloor: null }
    const before: Directory = {
      ...{ ...emptyDirectory, estates, grids: [{ id: 'grid-0', name: '东' }] },
      buildings: [
        { ...rest, id: 'long', estateId: 'estate-0', name: '12号楼' },
        { ...rest, id: 'short', estateId: 'estate-1', name: '2号楼' },
      ],
      agencies: [
        {
          id: 'a',
          name: '甲',
          roles: ['grid'],
          serviceArea: { estateIds: ['estate-0'], buildingIds: ['long'] },
          phones: [],
        },
      ],
    }
    const written = sheetsOf(before, known)
    expect(sheetNamed(written, 'agencies')?.rows.at(-1)?.cells[2]).toBe('小区:东、long')
    expect(readSheets(readAgain(written), aKnown({ before })).directory).toEqual(before)
  })

  it('writes a choice as its words and an agency as its name', () => {
    const rows =
      sheetNamed(sheetsOf(demoDirectory('west-street'), known), 'settings')?.rows.map(({ cells }) => cells) ?? []
    const answerOf = (part: string) => rows.find(([ask]) => typeof ask === 'string' && ask.includes(part))?.[1]
    expect(answerOf('自来水归哪家')).toBe('市自来水公司西区所')
    expect(answerOf('家里的燃气表归谁')).toBe('燃气表和表前的管道归燃气公司')
    expect(answerOf('旧家具')).toBe('明河环卫西街清运组')
  })
})

describe('the template', () => {
  const template = templateSheets(known)

  it('begins with the guide and has every sheet once', () => {
    expect(template.map(({ name }) => name)).toEqual([
      ...['说明', '小区', '网格', '楼栋', '住户', '责任单位', '电话', '成员', '设置'],
    ])
  })

  it('says nothing when it is handed in as it is', () => {
    const { directory, problems, untouched } = readSheets(readAgain(template), known)
    expect(problems).toEqual([])
    expect(directory).toEqual(emptyDirectory)
    expect(untouched).toHaveLength(8)
  })

  it('marks what is needed with a star', () => {
    expect(sheetNamed(template, 'phones')?.rows[0]?.cells).toEqual([
      '单位*',
      '电话*',
      '说明',
      '时间',
      '谁负责',
      '核实日期',
    ])
  })

  it('asks every question, with its choices beside it', () => {
    const rows = sheetNamed(template, 'settings')?.rows.filter(({ kind }) => kind === 'data') ?? []
    expect(rows.map(({ cells }) => cells[0])).toEqual(known.settings.map(({ ask }) => ask))
    expect(rows.find(({ cells }) => cells[0] === '楼里有没有电梯？')?.cells[3]).toBe('有电梯\n没有电梯')
  })

  it('offers what to choose from, where the choice is fixed', () => {
    const offered = (id: SheetId) => sheetNamed(template, id)?.choices ?? []
    const first = 3 + directoryWords.sheets.estates.samples.length
    expect(offered('buildings')[0]).toEqual({ column: 1, from: { sheet: '小区', column: 1, firstRow: first } })
    expect(offered('households').at(-1)).toEqual({ column: 9, from: ['是', '否'], isOnly: true })
    expect(offered('members')[0]).toMatchObject({ column: 3, isOnly: true })
  })

  it('offers each question its own answers, in its own row', () => {
    const settings = sheetNamed(template, 'settings')
    const rows = settings?.rows.map(({ cells }) => cells[0]) ?? []
    const offers = settings?.choices?.filter(({ row }) => row !== undefined) ?? []
    const elevator = offers.find(({ row }) => rows[(row ?? 0) - 1] === '楼里有没有电梯？')
    expect(elevator).toMatchObject({ column: 2, from: ['有电梯', '没有电梯'], isOnly: true })
    expect(offers).toHaveLength(known.settings.filter(({ kind }) => kind !== 'text').length)
  })

  it('has samples that would be right if they were rows', () => {
    const unmarked = template.map(({ name, rows }) => ({
      ...{ name, widths: [] },
      rows: rows.map(({ kind, cells }) => ({
        kind,
        cells:
          kind === 'sample'
            ? cells.map((cell, at) => (at === 0 && typeof cell === 'string' ? cell.replace('示例 ', '') : cell))
            : cells,
      })),
    }))
    const { directory, problems } = readSheets(readAgain(unmarked), known)
    expect(problems).toEqual([])
    expect(directory.households[0]).toMatchObject({ room: '602', needs: ['over-60', 'alone'], consent: true })
    expect(directory.agencies[0]?.phones).toHaveLength(2)
  })
})
