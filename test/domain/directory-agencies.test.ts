import {
  agencies,
  buildings,
  directoryOf,
  estates,
  grids,
  now,
  phones,
  places,
  read,
  said,
  sheet,
  type Typed,
} from './support/directory'

const offices = (...rows: readonly (readonly Typed[])[]) => [
  ...places,
  sheet('责任单位', ['单位', '负责什么', '服务范围'], ...rows),
]
const numbers = (...rows: readonly (readonly Typed[])[]) => [
  ...[...places, agencies],
  sheet('电话', ['单位', '电话', '说明', '时间', '谁负责', '核实日期'], ...rows),
]
const numberOf = (...names: readonly string[]) =>
  sheet('电话', ['单位', '电话', '时间'], ...names.map((name) => [name, '12345', '24小时']))
const people = (...rows: readonly (readonly Typed[])[]) => [
  ...[...places, agencies, phones],
  sheet('成员', ['称呼', '电话', '角色', '网格/单位', '到期'], ...rows),
]
const answers = (...rows: readonly (readonly Typed[])[]) => [
  ...[...places, agencies, phones],
  sheet('设置', ['问题', '回答', '小区'], ...rows),
]

describe('agencies', () => {
  it.each<[string, string[]]>([
    ['物业服务中心', ['property']],
    ['供水公司', ['water']],
    ['自来水公司', ['water']],
    ['供水公司（自来水公司）', ['water']],
    ['供水公司(自来水公司)', ['water']],
    ['大件、装修垃圾清运', ['bulk_waste']],
    ['环卫部门/环卫公司、大件、装修垃圾清运，物业服务中心', ['sanitation', 'bulk_waste', 'property']],
    ['住建/房管部门；城管', ['housing', 'chengguan']],
    ['社区居委会\n人民调解委员会', ['community', 'mediation']],
  ])('have the roles that %s names', (typed, roles) => {
    expect(read(offices(['某单位', typed])).directory.agencies[0]?.roles).toEqual(roles)
  })

  it('get a hint where a role is not quite called so', () => {
    expect(read(offices(['和苑物业', '物业'])).problems[0]).toMatchObject({
      ...{ cell: 'B2', code: 'unknown-choice', params: { value: '物业', nearest: '物业服务中心' } },
    })
  })

  it('cannot have the role of somebody whom nobody lists', () => {
    expect(said(read(offices(['我', '楼上邻居'])).problems)).toContain('责任单位 B2 unknown-choice')
  })

  it('serve the places that are named, and everything where none is', () => {
    const { directory } = read(offices(['甲', '网格员', '第一网格、和苑小区；和苑小区2号楼，甲楼'], ['乙', '网格员']))
    const idOf = (name: string) =>
      [...directory.grids, ...directory.estates, ...directory.buildings].find((one) => one.name === name)?.id
    expect(directory.agencies[0]?.serviceArea).toEqual({
      gridIds: [idOf('第一网格')],
      estateIds: [idOf('和苑小区')],
      buildingIds: [idOf('2号楼'), idOf('甲楼')],
    })
    expect(directory.agencies[1]).not.toHaveProperty('serviceArea')
  })

  it('are not guessed to serve one of several places of the same name', () => {
    const twice = sheet('楼栋', ['小区', '楼栋'], ['和苑小区', '1号楼'], ['柳园', '1号楼'])
    const office = sheet('责任单位', ['单位', '负责什么', '服务范围'], ['甲', '网格员', '1号楼'])
    expect(said(read([estates, grids, twice, office]).problems)).toContain('责任单位 C2 ambiguous-name')
  })

  it('never serve everything because a name was wrong', () => {
    const { problems, stopping } = read(offices(['甲', '网格员', '和园小区']))
    expect(problems[0]).toMatchObject({
      cell: 'C2',
      code: 'unknown-name',
      params: { kind: 'places', nearest: '和苑小区' },
    })
    expect(stopping).toBeGreaterThan(0)
  })

  it('that name a place which nobody knows are told so in one sentence, in its cell', () => {
    expect(said(read([...offices(['甲', '网格员', '和园小区']), numberOf('甲')]).problems)).toEqual([
      '责任单位 C2 unknown-name',
    ])
    expect(said(read([...offices(['甲', '网格员', '、']), numberOf('甲')]).problems)).toEqual([
      '责任单位 C2 unknown-name',
    ])
    const before = directoryOf([...places, agencies, phones])
    const renamed = offices(['和苑物业', '物业服务中心', '和园小区'], ['市自来水公司', '供水公司'])
    expect(said(read(renamed, { before }).problems)).toEqual(['责任单位 C2 unknown-name'])
  })

  it.each([
    ...['服务范围', '管辖范围', '负责区域', '服务小区', '服务区域', '管辖小区', '责任区域', '所属小区', '覆盖范围'],
    ...['管哪些地方', '服务范围（小区）', '负责\u200b小区'],
  ])('serve what stands under %s', (head) => {
    const office = sheet('责任单位', ['单位', '负责什么', head], ['甲', '网格员', '和苑小区'])
    const { directory, problems } = read([...places, office, numberOf('甲')])
    expect(directory.agencies[0]?.serviceArea).toEqual({ estateIds: [directory.estates[0]?.id] })
    expect(problems).toEqual([])
  })

  it('are said to serve the whole community where no column says whom they serve, if they are new', () => {
    const before = directoryOf([...places, agencies, phones])
    const office = sheet(
      '责任单位',
      ['序号', '单位', '负责什么', '地盘'],
      [1, '和苑物业', '物业服务中心', '和苑小区'],
      [2, '乙', '网格员', '柳园'],
    )
    const { directory, problems, stopping } = read([office, numberOf('和苑物业', '乙')], { before })
    expect(said(problems)).toEqual(['责任单位 B3 area-blank'])
    expect(stopping).toBe(0)
    expect(directory.agencies.map(({ serviceArea }) => serviceArea?.estateIds?.length)).toEqual([1, undefined])
  })

  it('without a phone are said, and stop nothing', () => {
    const { problems, stopping } = read(offices(['甲', '网格员']))
    expect(said(problems)).toEqual(['责任单位 no-phone'])
    expect(stopping).toBe(0)
  })

  it('keep their phones where only they are handed in', () => {
    const before = directoryOf([...places, agencies, phones])
    const { directory } = read(offices(['和苑物业', '物业服务中心', '和苑小区']), { before })
    expect(directory.agencies.map(({ name, phones: own }) => [name, own.length])).toEqual([['和苑物业', 1]])
  })
})

describe('phones', () => {
  const first = (...cells: readonly Typed[]) => read(numbers(cells)).directory.agencies[0]?.phones[0]

  it('have a number, hours, an owner and the day on which they were verified', () => {
    expect(
      first('和苑物业', '(0371) 6800 1234', '前台', '工作日 8:30-17:30', '物业前台', '2026年11月2日'),
    ).toMatchObject({
      ...{ number: '0371-68001234', description: '前台', owner: '物业前台' },
      schedules: [{ days: 'workday', opensAt: '08:30', closesAt: '17:30' }],
      verifiedAt: Date.parse('2026-11-02T00:00:00+08:00'),
    })
  })

  it('belong to their agency where nobody else is named, and are unverified where no day is', () => {
    expect(first('和苑物业', '12345', '', '24小时')).toMatchObject({
      owner: '和苑物业',
      verifiedAt: null,
      schedules: [],
    })
  })

  it.each<[string, Typed[], string]>([
    ['of an agency that is not there', ['和园物业', '12345', '', '24小时'], '电话 A2 unknown-name'],
    ['without an area code', ['和苑物业', '68001234', '', '24小时'], '电话 B2 phone-no-area-code'],
    ['that lost a zero', ['和苑物业', 37168001234, '', '24小时'], '电话 B2 phone-lost-zero'],
    ['that is none', ['和苑物业', '问物业', '', '24小时'], '电话 B2 phone-unclear'],
    ['with hours of no days', ['和苑物业', '12345', '', '8:00-18:00'], '电话 D2 hours-no-days'],
    ['with hours of a Saturday', ['和苑物业', '12345', '', '周六8:00-18:00'], '电话 D2 hours-other-days'],
    ['verified tomorrow', ['和苑物业', '12345', '', '24小时', '', { date: '2026-11-23' }], '电话 F2 date-ahead'],
    ['verified some time', ['和苑物业', '12345', '', '24小时', '', '上个月'], '电话 F2 date-unclear'],
    [
      'verified on a day that no month has',
      ['和苑物业', '12345', '', '24小时', '', '2026-2-30'],
      '电话 F2 date-unclear',
    ],
  ])('are a problem %s', (_, cells, problem) => expect(said(read(numbers(cells)).problems)).toContain(problem))

  it('are the same number however it is written', () => {
    const rows = [
      ['和苑物业', '0371-68001234', '', '24小时'],
      ['和苑物业', '037168001234', '', '24小时'],
    ]
    expect(read(numbers(...rows)).problems[0]).toMatchObject({ cell: 'B3', code: 'duplicate', params: { other: 'B2' } })
  })

  it('without hours would be called round the clock, which is said and stops nothing', () => {
    const { problems, stopping, directory } = read(
      numbers(['和苑物业', '12345'], ['市自来水公司', '12345', '', '24小时']),
    )
    expect(said(problems)).toEqual(['电话 D2 hours-blank'])
    expect(stopping).toBe(0)
    expect(directory.agencies[0]?.phones[0]?.schedules).toEqual([])
  })

  it('keep a number of a kind that we do not know, if the directory has it already', () => {
    const whole = directoryOf([...places, agencies, phones])
    const before = {
      ...whole,
      agencies: whole.agencies.map((agency) => ({
        ...agency,
        phones: agency.phones.map((phone) => ({ ...phone, number: '8012' })),
      })),
    }
    expect(said(read(numbers(['和苑物业', '8012', '', '24小时'])).problems)).toContain('电话 B2 phone-unclear')
    expect(read(numbers(['和苑物业', '8012', '', '24小时']), { before }).stopping).toBe(0)
  })

  it('keep the hour of a verification whose day is handed in again', () => {
    const verifiedAt = now - 1000
    const whole = directoryOf([...places, agencies, phones])
    const before = {
      ...whole,
      agencies: whole.agencies.map((agency) => ({
        ...agency,
        phones: agency.phones.map((phone) => ({ ...phone, verifiedAt })),
      })),
    }
    const { directory } = read(numbers(['和苑物业', '0371-68001234', '', '24小时', '', '2026-11-22']), { before })
    expect(directory.agencies[0]?.phones[0]?.verifiedAt).toBe(verifiedAt)
  })
})

describe('members', () => {
  it('have a role in the place that it asks for', () => {
    const { directory, problems } = read(
      people(
        ['王师傅', '13900000001', '网格长', '第一网格', '2027-6-30'],
        ['小赵', '', '承办人', '市自来水公司'],
        ['李书记', '', '社区书记'],
        ['小钱', '', '志愿者'],
      ),
    )
    expect(problems).toEqual([])
    expect(directory.members).toMatchObject([
      {
        name: '王师傅',
        phone: '13900000001',
        role: 'grid-leader',
        gridId: directory.grids[0]?.id,
        until: '2027-06-30',
      },
      { role: 'handler', gridId: null, agencyId: directory.agencies[1]?.id, until: null },
      { role: 'secretary', gridId: null, agencyId: null },
      { role: 'volunteer', gridId: null },
    ])
  })

  it.each<[string, Typed[], string]>([
    ['a grid leader without a grid', ['王师傅', '', '网格长'], '成员 D2 place-needed'],
    ['a handler without an agency', ['小赵', '', '承办人'], '成员 D2 place-needed'],
    ['a handler in a grid', ['小赵', '', '承办人', '第一网格'], '成员 D2 unknown-name'],
    ['a secretary of one grid', ['李书记', '', '社区书记', '第一网格'], '成员 D2 place-unwanted'],
    ['a role that nobody has', ['小孙', '', '楼长'], '成员 C2 unknown-choice'],
    ['no role', ['小孙', '13900000001'], '成员 C2 missing'],
    ['no name', ['', '', '志愿者'], '成员 A2 missing'],
    ['a number that is none', ['小孙', '139', '志愿者'], '成员 B2 phone-unclear'],
    ['an end that is over', ['小孙', '', '志愿者', '', { date: '2025-01-01' }], '成员 E2 date-over'],
  ])('are said where they have %s', (_, cells, problem) =>
    expect(said(read(people(cells)).problems)).toEqual([problem]),
  )

  it('are there once with the same role in the same place', () => {
    const rows = [
      ['小孙', '', '志愿者'],
      ['小孙', '', '网格长', '第一网格'],
      ['小 孙', '', '志愿者'],
    ]
    expect(said(read(people(...rows)).problems)).toEqual(['成员 A4 duplicate'])
  })
})

describe('answers', () => {
  const valueOf = (ask: string, answer: Typed) => read(answers([ask, answer])).directory.settings

  it.each<[string, Typed, string, string]>([
    ['暖气管子从换热站到楼里，归谁修？', '物业', 'heating.secondaryOperator', 'property'],
    ['暖气管子从换热站到楼里归谁修', '热力公司', 'heating.secondaryOperator', 'heat'],
    ['楼里有没有电梯?', '没有电梯', 'elevator.exists', 'none'],
    ['物业费每平方米多少钱？房子空着减不减？', '每月0.6元', 'property.feeStandard', '每月0.6元'],
    ['物业费每平方米多少钱？房子空着减不减？', 0.6, 'property.feeStandard', '0.6'],
  ])('to %s: %s', (ask, answer, id, value) => expect(valueOf(ask, answer)).toEqual([{ id, value }]))

  it('that name an agency hold its id', () => {
    const { directory } = read(answers(['自来水归哪家供水公司管？', '市自来水公司']))
    expect(directory.settings).toEqual([{ id: 'water.operator', value: directory.agencies[1]?.id }])
  })

  it('of one estate lie over those of the community', () => {
    const { directory } = read(answers(['楼里有没有电梯？', '没有电梯'], ['楼里有没有电梯？', '有电梯', '柳园']))
    expect(directory.settings).toEqual([{ id: 'elevator.exists', value: 'none' }])
    expect(directory.estates.map(({ settings }) => settings)).toEqual([[], [{ id: 'elevator.exists', value: 'yes' }]])
  })

  it.each<[string, Typed[], object]>([
    [
      'a choice that is not there',
      ['楼里有没有电梯？', '有一部电梯'],
      { cell: 'B2', code: 'unknown-choice', params: { nearest: '有电梯' } },
    ],
    [
      'an agency that is not there',
      ['自来水归哪家供水公司管？', '自来水公司'],
      { cell: 'B2', code: 'unknown-name', params: { nearest: '市自来水公司' } },
    ],
    [
      'a question that is not ours',
      ['楼里有没有楼梯？', '有'],
      { cell: 'A2', code: 'unknown-name', params: { nearest: '楼里有没有电梯？' } },
    ],
    [
      'an estate that is not there',
      ['楼里有没有电梯？', '有电梯', '柳圆'],
      { cell: 'C2', code: 'unknown-name', params: { nearest: '柳园' } },
    ],
  ])('are said where they name %s', (_, cells, problem) =>
    expect(read(answers(cells)).problems).toMatchObject([problem]),
  )

  it('for an estate that is not there are never those of the whole community', () => {
    expect(read(answers(['楼里有没有电梯？', '有电梯', '柳圆'])).directory.settings).toEqual([])
  })

  it('are given once', () => {
    const twice = answers(['楼里有没有电梯？', '有电梯'], ['楼里有没有电梯', '没有电梯'])
    expect(said(read(twice).problems)).toEqual(['设置 A3 duplicate'])
  })

  it('that are blank leave what was answered as it is', () => {
    const before = directoryOf(answers(['楼里有没有电梯？', '有电梯'], ['居民做饭用什么气？', '瓶装液化气']))
    const { directory } = read(answers(['楼里有没有电梯？', ''], ['居民做饭用什么气？', '瓶装液化气']), { before })
    expect(directory.settings).toHaveLength(2)
  })

  it('go with the agency that they name', () => {
    const before = directoryOf(answers(['自来水归哪家供水公司管？', '市自来水公司']))
    const only = sheet('责任单位', ['单位', '负责什么'], ['和苑物业', '物业服务中心'])
    expect(read([buildings, estates, grids, only], { before }).directory.settings).toEqual([])
  })
})
