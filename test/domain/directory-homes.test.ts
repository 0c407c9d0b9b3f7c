import {
  agencies,
  buildings,
  directoryOf,
  estates,
  grids,
  phones,
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

describe('buildings', () => {
  const unitsOf = (units: Typed) =>
    read([
      estates,
      sheet('楼栋', ['小区', '楼栋', '单元数'], ['柳园', '1号楼', units]),
    ]).directory.buildings[0]?.units.map(({ name }) => name)
  it.each<[Typed, string[]]>([
    [3, ['1单元', '2单元', '3单元']],
    ['3', ['1单元', '2单元', '3单元']],
    ['3个单元', ['1单元', '2单元', '3单元']],
    ['1,2', ['1单元', '2单元']],
    ['甲，乙', ['甲单元', '乙单元']],
    ['甲、乙、丙', ['甲单元', '乙单元', '丙单元']],
    ['东单元、西单元', ['东单元', '西单元']],
    ['A\nB', ['A单元', 'B单元']],
    ['2-4单元', ['2单元', '3单元', '4单元']],
    ['3单元', ['3单元']],
    ['一、二', ['一单元', '二单元']],
    ['四', ['1单元', '2单元', '3单元', '4单元']],
    ['两个单元', ['1单元', '2单元']],
    ['四个单元', ['1单元', '2单元', '3单元', '4单元']],
    ['共4个单元', ['1单元', '2单元', '3单元', '4单元']],
    ['一共 三 个单元', ['1单元', '2单元', '3单元']],
    ['4 个单元', ['1单元', '2单元', '3单元', '4单元']],
    ['共2单元', ['1单元', '2单元']],
    ['十二', Array.from({ length: 12 }, (_, at) => `${at + 1}单元`)],
    ['1-2、4', ['1单元', '2单元', '4单元']],
    ['1-2单元、4-5单元', ['1单元', '2单元', '4单元', '5单元']],
    ['1 - 3', ['1单元', '2单元', '3单元']],
    ['１～３', ['1单元', '2单元', '3单元']],
    ['1到3单元', ['1单元', '2单元', '3单元']],
    ['1单元至3单元', ['1单元', '2单元', '3单元']],
    ['一至四单元', ['一单元', '二单元', '三单元', '四单元']],
    ['九到十一单元', ['九单元', '十单元', '十一单元']],
    ['A-C', ['A单元', 'B单元', 'C单元']],
    ['甲至丙单元', ['甲单元', '乙单元', '丙单元']],
    ['1-3门', ['1门', '2门', '3门']],
    ['1单元和2单元', ['1单元', '2单元']],
    ['1、2和3', ['1单元', '2单元', '3单元']],
    ['1单元 2单元', ['1单元', '2单元']],
    ['2 单元', ['2单元']],
    ['二单元', ['二单元']],
    ['第一单元、第二单元', ['第一单元', '第二单元']],
    ['1#、2#', ['1单元', '2单元']],
    ['A座、B座', ['A座', 'B座']],
    ['东南、西北', ['东南', '西北']],
    ['底商、东门', ['底商', '东门']],
    [null, []],
    [0, []],
    ...['无', '没有', '-', '—', '——', '／', '/', '暂无', '无单元', '没有单元', '不分单元', '0', '零', '０个单元'].map(
      (typed): [Typed, string[]] => [typed, []],
    ),
  ])('have the units %p', (typed, units) => expect(unitsOf(typed)).toEqual(units))

  it.each<[Typed, string]>([
    [99, 'units-unclear'],
    ['4-2', 'units-unclear'],
    ['甲、甲', 'duplicate-unit'],
    ['1-3、2', 'duplicate-unit'],
    ...[
      ...['1 2 3', '1　2', '一 二', '甲 乙', '1.2.3', '4.5', '-2', '1-1', '1-2-3', '1-四', '1-50', '一二三', '甲乙丙'],
      ...[
        '好几个',
        '约4个',
        '4个左右',
        '每栋4个',
        '3单元6层',
        '一梯两户',
        '不详',
        '？',
        '同上',
        '单元4',
        '4单元楼',
        '双单元',
      ],
      ...[
        '4 units',
        '1、2等',
        '1-5号楼',
        '、',
        '多个',
        '东西',
        'ABC',
        '共31个单元',
        '有',
        '无电梯',
        '1*2',
        '4（1-4）',
        'A1-A3',
        '东西单元',
        '东门到西门',
        '①②',
        'A-1',
      ],
    ].map((unclear): [Typed, string] => [unclear, 'units-unclear']),
    [{ date: '2026-01-02' }, 'date-here'],
  ])('have none that can be told from %p', (typed, code) => {
    const { problems } = read([estates, sheet('楼栋', ['小区', '楼栋', '单元'], ['柳园', '1号楼', typed])])
    expect(problems).toMatchObject([{ cell: 'C2', code }])
  })

  const named = (name: Typed) => [estates, sheet('楼栋', ['小区', '楼栋'], ['柳园', name])]

  it.each([
    ...['1-5号楼', '1～5', '1至5栋', '1号楼-5号楼', '一至五号楼', 'A-D座', 'A1-A5栋', '甲至丁楼', '1-3、5号楼'],
    ...[
      '1、2号楼',
      '1,3栋',
      '1号楼和2号楼',
      '1号楼 2号楼',
      '1 2 3',
      '共5栋',
      '5栋楼',
      '两栋',
      '1号楼等',
      '3个楼',
      '1号楼、甲楼',
      '1.2号楼',
      '1-3#楼',
    ],
  ])('have a row each: %s is several', (name) => {
    expect(said(read(named(name)).problems)).toEqual(['楼栋 B2 one-a-row'])
  })

  it.each([
    '3号楼',
    '3 号楼',
    '12',
    'A座',
    '甲楼',
    '东楼',
    '5-1栋',
    'A1-5栋',
    '物业楼',
    '红楼 1号',
    'A 3栋',
    '共和楼',
    '多层3栋',
    '共建楼',
    '两江楼',
    '三号楼',
    '和苑1号楼',
    '1号楼东',
  ])('have the name that they go by: %s', (name) => expect(read(named(name)).problems).toEqual([]))

  it('keep a name that looks like several and is there already', () => {
    const whole = directoryOf(named('12号楼'))
    const before = { ...whole, buildings: whole.buildings.map((one) => ({ ...one, name: '1-2号楼' })) }
    expect(read(named('1-2号楼'), { before }).problems).toEqual([])
  })

  it('are counted as people count them, and those without a number come last', () => {
    const names = ['10号楼', '2号楼', '三号楼', '东楼', 4]
    const rows = names.map((name) => ['柳园', name])
    const { directory } = read([estates, sheet('楼栋', ['小区', '楼栋'], ...rows)])
    const counted = [...directory.buildings].sort((one, other) => one.order - other.order).map(({ name }) => name)
    expect(counted).toEqual(['2号楼', '三号楼', '4', '10号楼', '东楼'])
  })

  it('are counted with everything else', () => {
    const { counts } = read([...places, agencies, phones])
    expect(counts).toMatchObject({
      estates: 2,
      grids: 2,
      buildings: 3,
      units: 3,
      agencies: 2,
      phones: 2,
      households: 0,
    })
  })
})

describe('a sheet that is not there, or has no rows', () => {
  const before = directoryOf([...places, agencies, phones])

  it('leaves what it is about as it is', () => {
    const { directory, untouched } = read([sheet('小区', ['小区名称']), grids], { before })
    expect(directory).toEqual(before)
    expect(untouched).toEqual(expect.arrayContaining(['estates', 'buildings', 'phones']))
  })

  it('goes along where the others take away what it speaks of', () => {
    const only = sheet('小区', ['小区名称'], ['和苑小区'])
    const { directory } = read([only], { before })
    expect(directory.buildings.map(({ name }) => name)).toEqual(['1号楼', '2号楼'])
  })

  it('is a problem where an agency would serve nothing, which would mean everything', () => {
    const { problems } = read([sheet('小区', ['小区名称'], ['柳园'])], { before })
    expect(problems).toMatchObject([{ code: 'area-gone', params: { agency: '和苑物业' }, stops: true }])
  })
})

describe('households', () => {
  const one = (...cells: readonly Typed[]) => read(rooms(cells))

  it('are rooms with what is known, where there is consent', () => {
    const { directory, problems } = one(
      '和苑小区',
      '1号楼',
      2,
      602,
      6,
      '张奶奶',
      '139 0000 0000',
      '独居、60岁以上',
      '是',
    )
    expect(problems).toEqual([])
    expect(directory.households).toMatchObject([
      { room: '602', floor: 6, name: '张奶奶', phone: '13900000000', needs: ['over-60', 'alone'], consent: true },
    ])
  })

  it.each(['否', '', null])(
    'keep neither name nor number nor needs without consent (%p), and it is said',
    (consent) => {
      const { directory, problems, stopping } = one(
        '和苑小区',
        '1号楼',
        2,
        602,
        6,
        '张奶奶',
        '13900000000',
        '独居',
        consent,
      )
      expect(directory.households).toMatchObject([
        { room: '602', floor: 6, name: null, phone: null, needs: [], consent: false },
      ])
      expect(said(problems)).toEqual(['住户 F2 no-consent', '住户 G2 no-consent', '住户 H2 no-consent'])
      expect(stopping).toBe(0)
    },
  )

  it.each<[string, Typed[]]>([
    ['栋 for 号楼', ['和苑小区', '1栋', '1单元']],
    ['a bare number', ['和苑小区', 1, 1]],
    ['Chinese numerals', ['和苑小区', '一号楼', '一单元']],
    ['full-width figures and blanks', ['和苑 小区', '１ 号楼', '1 单元']],
  ])('find their building by %s', (_, place) => {
    const { directory } = one(...place, '101')
    expect(directory.households).toHaveLength(1)
  })

  it('need no unit where there is only one, or none', () => {
    const { directory, problems } = read(rooms(['和苑小区', '2号楼', null, '101'], ['柳园', '甲楼', null, '101']))
    expect(problems).toEqual([])
    expect(directory.households.map(({ unitId }) => unitId !== null)).toEqual([true, false])
  })

  it.each<[string, Typed[], string]>([
    ['no unit where there are two', ['和苑小区', '1号楼', null, '101'], '住户 C2 unit-needed'],
    ['a unit that is not there', ['和苑小区', '1号楼', '3单元', '101'], '住户 C2 unknown-name'],
    ['a building of another estate', ['柳园', '1号楼', null, '101'], '住户 B2 unknown-name'],
    ['no room', ['和苑小区', '1号楼', '1单元', null, 1], '住户 D2 missing'],
    ['a floor above the clouds', ['和苑小区', '1号楼', '1单元', '101', 600], '住户 E2 out-of-range'],
    ['a number that is none', ['和苑小区', '1号楼', '1单元', '101', 1, '', '139', '', '是'], '住户 G2 phone-unclear'],
    [
      'a landline that lost its zero',
      ['和苑小区', '1号楼', '1单元', '101', 1, '', 37168001234, '', '是'],
      '住户 G2 phone-lost-zero',
    ],
    [
      'a need that is none of ours',
      ['和苑小区', '1号楼', '1单元', '101', 1, '', '', '独居、爱唱戏', '是'],
      '住户 H2 unknown-choice',
    ],
    [
      'a consent that is neither',
      ['和苑小区', '1号楼', '1单元', '101', 1, '', '', '', '问过了'],
      '住户 I2 unknown-choice',
    ],
  ])('are not guessed from %s', (_, cells, problem) => expect(said(one(...cells).problems)).toEqual([problem]))

  it('have each room once', () => {
    const { problems } = read(
      rooms(['和苑小区', '1号楼', 1, '101'], ['和苑小区', '1号楼', 2, '101'], ['和苑小区', '1栋', '1单元', 101]),
    )
    expect(problems).toMatchObject([{ cell: 'D4', code: 'duplicate', params: { name: '101', other: 'D2' } }])
  })
})

describe('a room that is called 602 and 602室', () => {
  it('is one, and is said where a unit has it twice', () => {
    const { problems } = read(
      rooms(['和苑小区', '1号楼', 1, '602'], ['和苑小区', '1号楼', 2, '602室'], ['和苑小区', '1号楼', 1, '602室']),
    )
    expect(problems).toMatchObject([{ cell: 'D4', code: 'duplicate', params: { name: '602室', other: 'D2' } }])
  })

  it('is said whichever of the two was there before', () => {
    const before = directoryOf(rooms(['和苑小区', '1号楼', 1, '602室']))
    const both = rooms(['和苑小区', '1号楼', 1, '602室'], ['和苑小区', '1号楼', 1, '602'])
    expect(said(read(both, { before }).problems)).toEqual(['住户 D3 duplicate'])
  })

  it('stays twice where it was listed twice: an import takes what an export gave', () => {
    const whole = directoryOf(rooms(['和苑小区', '1号楼', 1, '602'], ['和苑小区', '1号楼', 1, '603']))
    const households = whole.households.map((one) => (one.room === '603' ? { ...one, room: '602室' } : one))
    const again = rooms(['和苑小区', '1号楼', 1, '602'], ['和苑小区', '1号楼', 1, '602室'])
    const { directory, stopping } = read(again, { before: { ...whole, households } })
    expect([directory.households, stopping]).toEqual([households, 0])
  })
})

describe('5,000 rooms', () => {
  it('are read into 5,000 households, each with an id of its own', () => {
    const rows = Array.from({ length: 5000 }, (_, at) => [
      '和苑小区',
      '1号楼',
      (at % 2) + 1,
      1000 + at,
      null,
      '住户',
      null,
      '独居',
      '是',
    ])
    const { directory, found } = read([estates, grids, buildings, rooms(...rows).at(-1) ?? estates])
    expect([directory.households.length, found]).toEqual([5000, 0])
    expect(new Set(directory.households.map(({ id }) => id)).size).toBe(5000)
  })
})
