import { mostProblems } from '../../src/domain/directory'
import {
  agencies,
  directoryOf,
  estates,
  formula,
  grids,
  merged,
  places,
  read,
  said,
  sheet,
  type Typed,
} from './support/directory'

const rooms = (...rows: readonly (readonly Typed[])[]) => [
  ...places,
  sheet('住户', ['小区', '楼栋', '单元', '房号', '楼层', '称呼', '电话', '需要关注', '同意登记'], ...rows),
]

describe('the heads of a sheet', () => {
  const estateNames = (...rows: readonly (readonly Typed[])[]) =>
    read([sheet('小区', ...rows)]).directory.estates.map(({ name, address }) => [name, address])
  const lane = [['和苑小区', '和平路8号']]

  it.each<[string, Typed[][]]>([
    [
      'as in the template',
      [
        ['小区名称*', '地址'],
        ['和苑小区', '和平路8号'],
      ],
    ],
    [
      'without the star',
      [
        ['小区名称', '地址'],
        ['和苑小区', '和平路8号'],
      ],
    ],
    [
      'with blanks and full-width signs',
      [
        ['　小区 名称＊', '地 址：'],
        ['和苑小区', '和平路8号'],
      ],
    ],
    [
      'with a note in brackets',
      [
        ['小区名称（必填）', '地址'],
        ['和苑小区', '和平路8号'],
      ],
    ],
    [
      'in another order',
      [
        ['地址', '小区名称'],
        ['和平路8号', '和苑小区'],
      ],
    ],
    [
      'among columns of their own',
      [
        ['序号', '小区名称', '建成年份', '地址'],
        [1, '和苑小区', 1998, '和平路8号'],
      ],
    ],
    ['under a title', [['西街社区登记表'], [], ['小区名称', '地址'], ['和苑小区', '和平路8号']]],
    [
      'as others call them',
      [
        ['名称', '详细地址'],
        ['和苑小区', '和平路8号'],
      ],
    ],
    ['without the columns that may be missing', [['小区名称'], ['和苑小区']]],
  ])('are found %s', (_, rows) => {
    const expected = rows.flat().includes('和平路8号') ? lane : [['和苑小区', '']]
    expect(estateNames(...rows)).toEqual(expected)
  })

  it('are found in a sheet whose name has a number before it', () => {
    expect(read([sheet('2 小区', ['小区名称'], ['和苑小区'])]).directory.estates).toHaveLength(1)
  })

  it('stand under a title that could be a head itself', () => {
    expect(estateNames(['小区'], ['小区名称'], ['和苑小区'])).toEqual([['和苑小区', '']])
  })

  it('leave out the line of help and the samples under them', () => {
    const rows = [
      ['小区名称*', '地址'],
      ['填写说明：必填。', '可以不填'],
      ['示例 幸福小区', '和平路'],
      ['（示例）某小区'],
      ['和苑小区'],
    ]
    expect(estateNames(...rows)).toEqual([['和苑小区', '']])
  })

  it.each<[string, Typed[][], string[]]>([
    [
      'are missing',
      [
        ['和苑小区', '和平路8号'],
        ['柳园', ''],
      ],
      ['小区 heads-missing'],
    ],
    [
      'miss one that is needed',
      [
        ['地址', '编号'],
        ['和平路8号', 'x'],
      ],
      ['小区 head-missing'],
    ],
    [
      'have one twice',
      [
        ['小区名称', '名称'],
        ['和苑小区', '和苑'],
      ],
      ['小区 B1 head-twice'],
    ],
  ])('are a problem where they %s', (_, rows, problems) => {
    expect(said(read([sheet('小区', ...rows)]).problems)).toEqual(problems)
  })

  it('are not asked of the guide, of other sheets and of empty ones', () => {
    const result = read([estates, sheet('说明', ['请先填小区']), sheet('Sheet3'), sheet('楼栋信息表', [])])
    expect(result.problems).toEqual([])
  })

  it('are not looked for in a sheet that nobody knows, which is said and stops nothing', () => {
    const result = read([estates, sheet('楼动', ['随便', '写写'])])
    expect(result.problems).toMatchObject([
      { sheet: '楼动', code: 'sheet-unknown', params: { nearest: '楼栋' }, stops: false },
    ])
    expect(result.stopping).toBe(0)
  })

  it('are missing altogether in a file of something else', () => {
    expect(said(read([sheet('Sheet1', ['日期', '金额'])]).problems)).toEqual(['Sheet1 sheet-unknown', 'no-sheets'])
  })

  it('stand in one sheet only of each kind', () => {
    expect(said(read([estates, sheet('小区信息', ['小区名称'], ['别处'])]).problems)).toEqual(['小区信息 sheet-twice'])
  })
})

describe('a bad cell', () => {
  const floors = (cell: Typed) => [estates, sheet('楼栋', ['小区', '楼栋', '层数'], ['和苑小区', '1号楼', cell])]
  it.each<[string, readonly ReturnType<typeof sheet>[], string]>([
    ['a formula', [sheet('小区', ['小区名称', '地址'], [formula('和苑小区'), '路'])], '小区 A2 formula'],
    ['a merged cell', [sheet('小区', ['小区名称', '地址'], ['和苑小区'], [merged(null), '路'])], '小区 A3 merged'],
    ['an error of Excel', [sheet('小区', ['小区名称'], [{ value: '#N/A', type: 'error' }])], '小区 A2 error-here'],
    ['a number in a name', [sheet('网格', ['网格名称'], [3])], '网格 A2 number-here'],
    ['a date in a name', [sheet('网格', ['网格名称'], [{ date: '2026-01-02' }])], '网格 A2 date-here'],
    ['true in a name', [sheet('网格', ['网格名称'], [true])], '网格 A2 logic-here'],
    ['a name that is missing', [sheet('小区', ['小区名称', '地址'], ['', '和平路8号'])], '小区 A2 missing'],
    ['a name that is too long', [sheet('网格', ['网格名称'], ['长'.repeat(41)])], '网格 A2 too-long'],
    ['words where a number is asked', floors('很高'), '楼栋 C2 not-a-number'],
    ['half a floor', floors(6.5), '楼栋 C2 not-a-number'],
    ['no floor at all', floors(0), '楼栋 C2 out-of-range'],
    [
      'a building that Excel took for a date',
      [estates, sheet('楼栋', ['小区', '楼栋'], ['柳园', { date: '2026-03-02' }])],
      '楼栋 B2 date-here',
    ],
    [
      'a building that Excel took for a time',
      [estates, sheet('楼栋', ['小区', '楼栋'], ['柳园', { value: '03:02', type: 'time' }])],
      '楼栋 B2 date-here',
    ],
    [
      'a date in a phone column',
      [agencies, ...places, sheet('电话', ['单位', '电话', '时间'], ['和苑物业', { date: '2026-03-02' }, '24小时'])],
      '电话 B2 date-here',
    ],
    [
      'a number of which Excel lost the end',
      [
        agencies,
        ...places,
        sheet(
          '电话',
          ['单位', '电话', '时间'],
          ['和苑物业', { value: 1234567890123456800, type: 'long-number' }, '24小时'],
        ),
      ],
      '电话 B2 digits-lost',
    ],
    ['a name that is twice', [sheet('网格', ['网格名称'], ['第一网格'], ['第 一网格'])], '网格 A3 duplicate'],
  ])('names its place: %s', (_, sheets, problem) => expect(said(read(sheets).problems)).toContain(problem))

  it.each(['\u200b', '\u202d\u202c', '\u0000', '\ufeff', '\u3164', ' \u2060 '])(
    'is blank where nothing of it shows: %j',
    (name) => {
      expect(said(read([sheet('小区', ['小区名称', '地址'], [name, '和平路8号'])]).problems)).toEqual([
        '小区 A2 missing',
      ])
    },
  )

  it.each(['和苑\u200b小区', '\u202d和苑小区\u202c', '和苑小区\u0000', '\ufeff和苑小区', '和苑小区\ufe0f'])(
    'names what is there already, whatever nobody sees of it: %j',
    (name) => {
      const before = directoryOf([...places])
      const { directory, problems } = read([sheet('小区', ['小区名称'], [name], ['柳园'])], { before })
      expect(problems).toEqual([])
      expect(directory.estates.map(({ id }) => id)).toEqual(before.estates.map(({ id }) => id))
      expect(directory.buildings).toEqual(before.buildings)
      expect(directory.estates[0]?.name.replace('\ufe0f', '')).toBe('和苑小区')
    },
  )

  it('is said once, and its row may still be spoken of', () => {
    const sheets = [
      sheet('小区', ['小区名称', '地址'], ['和苑小区', formula('路')]),
      sheet('楼栋', ['小区', '楼栋'], ['和苑小区', '1号楼']),
    ]
    expect(said(read(sheets).problems)).toEqual(['小区 B2 formula'])
  })

  it('is said once, though it is asked for more than once', () => {
    const rows = sheet('楼栋', ['小区', '楼栋'], [formula('柳园'), '1号楼'])
    expect(said(read([estates, rows]).problems)).toEqual(['楼栋 A2 formula'])
  })

  it('counts by letters beyond Z', () => {
    const wide = Array.from({ length: 26 }, () => null)
    expect(said(read([sheet('小区', [...wide, '小区名称'], [...wide, 5])]).problems)).toEqual(['小区 AA2 number-here'])
  })

  it('in a column that means nothing is left alone', () => {
    expect(read([sheet('小区', ['小区名称', '合计'], ['和苑小区', formula(3)])]).problems).toEqual([])
  })

  it('names both cells of what is there twice', () => {
    const twice = sheet(
      '楼栋',
      ['小区', '楼栋', '编号'],
      ['和苑小区', '1号楼', 'A1'],
      ['柳园', '1号楼', 'a1'],
      ['柳园', '1号楼'],
    )
    expect(read([estates, twice]).problems).toMatchObject([
      { cell: 'B4', code: 'duplicate', params: { name: '1号楼', other: 'B3' } },
      { cell: 'C3', code: 'duplicate-code', params: { code: 'a1', other: 'C2' } },
    ])
  })

  it('gives the nearest known name for one that is not there', () => {
    const typo = sheet('楼栋', ['小区', '楼栋', '网格'], ['和园小区', '1号楼', '第一网络'])
    expect(read([estates, grids, typo]).problems).toMatchObject([
      { cell: 'A2', code: 'unknown-name', params: { kind: 'estates', name: '和园小区', nearest: '和苑小区' } },
    ])
    const grid = sheet('楼栋', ['小区', '楼栋', '网格'], ['和苑小区', '1号楼', '第一网络'])
    expect(read([estates, grids, grid]).problems).toMatchObject([
      { cell: 'C2', code: 'unknown-name', params: { kind: 'grids', nearest: '第一网格' } },
    ])
  })

  it('is one of two hundred that are kept, with the true number beside', () => {
    const bad = Array.from({ length: 300 }, () => [5])
    const { problems, found, stopping } = read([sheet('网格', ['网格名称'], ...bad)])
    expect([problems.length, found, stopping]).toEqual([mostProblems, 300, 300])
  })

  it('that stops is never crowded out by notes', () => {
    const notes = Array.from({ length: 300 }, (_, at) => [
      '和苑小区',
      '1号楼',
      '1单元',
      1000 + at,
      null,
      null,
      '13900000000',
    ])
    const { problems, stopping } = read(rooms(...notes, ['和苑小区', '9号楼', '', 101]))
    expect([problems.length, stopping, problems.at(-1)?.code]).toEqual([mostProblems, 1, 'unknown-name'])
  })
})
