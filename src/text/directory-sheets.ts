import type { ColumnOf, DirectoryWords, SheetWords } from '../domain/directory/layout'
import { hoursNames } from './directory-hours'
import { areaHead, consentHead, sheetNames } from './directory-names'
import { roleNames } from './role-names'

// Every word of the workbook that keepers fill in. Heads are recognised again by these words: what is changed here goes
// to `also`, so that files which are out there can still be read.

const code = {
  head: '编号',
  also: ['ID', '编码', '代码'],
  help: '可以不填。导出的表里已经有，请不要改；改名字时靠它认出是同一个。',
}

const estates: SheetWords<ColumnOf<'estates'>> = {
  name: sheetNames.estates,
  also: ['小区信息', '院落'],
  columns: {
    name: {
      head: '小区名称',
      also: ['小区', '名称', '小区名', '所属小区', '院落名称', '小区/院落'],
      help: '必填。大家平时怎么叫就怎么写。',
    },
    address: {
      head: '地址',
      also: ['小区地址', '详细地址', '位置', '所在地址', '坐落'],
      help: '路名和门牌号，可以不填。',
    },
    code,
  },
  samples: [{ name: '幸福小区', address: '和平路8号' }],
}

const grids: SheetWords<ColumnOf<'grids'>> = {
  name: sheetNames.grids,
  also: ['网格信息'],
  columns: {
    name: { head: '网格名称', also: ['网格', '名称', '网格名', '所属网格'], help: '必填。比如：第一网格。' },
    code,
  },
  samples: [{ name: '第一网格' }],
}

const buildings: SheetWords<ColumnOf<'buildings'>> = {
  name: sheetNames.buildings,
  also: ['楼', '楼栋信息', '楼号'],
  columns: {
    estate: {
      head: '小区',
      also: ['小区名称', '小区名', '所属小区', '所在小区'],
      help: '必填。和“小区”表里的名称一样。',
    },
    name: {
      head: '楼栋',
      also: ['楼号', '楼栋名称', '楼栋号', '楼', '栋号', '幢号', '楼幢', '楼宇', '几号楼'],
      help: '必填。比如：3号楼。',
    },
    grid: {
      head: '网格',
      also: ['网格名称', '网格名', '所属网格', '所在网格', '归属网格'],
      help: '归哪个网格，可以不填。',
    },
    units: {
      head: '单元',
      also: ['单元数', '单元名称', '单元数量', '单元个数', '单元号', '几个单元', '有几个单元'],
      help: '有几个单元就写几，比如：4。名字特别的一个个写：甲、乙。只有一个2单元，就写“2单元”。没有单元的空着。',
    },
    floors: {
      head: '层数',
      also: ['楼层数', '总层数', '楼层', '总楼层', '几层', '共几层'],
      help: '一共几层，只写数字。',
    },
    roomsPerFloor: {
      head: '每层户数',
      also: ['每层几户', '一层几户', '一层户数', '每层户', '每单元每层户数'],
      help: '一个单元一层住几户，只写数字。',
    },
    code,
  },
  samples: [{ estate: '幸福小区', name: '3号楼', grid: '第一网格', units: 4, floors: 6, roomsPerFloor: 2 }],
}

const households: SheetWords<ColumnOf<'households'>> = {
  name: sheetNames.households,
  also: ['住户信息', '居民'],
  columns: {
    estate: {
      head: '小区',
      also: ['小区名称', '小区名', '所属小区', '所在小区'],
      help: '必填。和“小区”表里的名称一样。',
    },
    building: {
      head: '楼栋',
      also: ['楼号', '楼栋名称', '楼栋号', '楼', '栋号', '幢号', '楼幢', '楼宇', '几号楼'],
      help: '必填。和“楼栋”表里的一样。',
    },
    unit: {
      head: '单元',
      also: ['单元号', '单元名称', '所在单元', '几单元'],
      help: '楼里只有一个单元，或者没有单元，可以空着。',
    },
    room: {
      head: '房号',
      also: ['房间号', '门牌号', '室', '房间', '房屋号', '室号', '户号', '门牌'],
      help: '必填。比如：602。',
    },
    floor: {
      head: '楼层',
      also: ['层', '所在楼层', '所在层', '几楼', '楼层号'],
      help: '第几层，只写数字；地下写 -1。',
    },
    name: {
      head: '称呼',
      also: ['姓名', '住户', '户主', '住户姓名', '户主姓名', '居民姓名', '业主姓名', '名字'],
      help: '大家怎么叫，比如：张奶奶。住户同意登记了才填。',
    },
    phone: {
      head: '电话',
      also: ['联系电话', '手机', '手机号', '手机号码', '电话号码', '联系方式', '住户电话', '户主电话'],
      help: '没有就空着。住户同意登记了才填。',
    },
    needs: {
      head: '需要关注',
      also: ['关注', '特殊情况', '需要照顾', '重点关注', '关注情况', '特殊人群', '重点人群', '人群类别', '特殊需要'],
      help: '住户同意登记了才填。可以填几样，用“、”隔开：60岁以上、独居、行动不便、孕妇、婴幼儿、低保、残疾、听力不好、视力不好。',
    },
    consent: {
      head: consentHead,
      also: ['是否同意', '同意', '同意登记吗', '是否同意登记', '本人同意', '本人同意登记', '住户同意'],
      help: '住户自己说同意，才写“是”。没有同意，称呼、电话和需要关注都不会留。',
    },
  },
  samples: [
    {
      ...{ estate: '幸福小区', building: '3号楼', unit: '2单元', room: '602', floor: 6, name: '张奶奶' },
      ...{ phone: '13900000000', needs: '60岁以上、独居', consent: '是' },
    },
    { estate: '幸福小区', building: '3号楼', unit: '2单元', room: '601', floor: 6, consent: '否' },
  ],
}

const agencies: SheetWords<ColumnOf<'agencies'>> = {
  name: sheetNames.agencies,
  also: ['单位', '责任单位信息'],
  columns: {
    name: {
      head: '单位',
      also: ['单位名称', '名称', '责任单位', '责任单位名称', '机构名称', '公司名称'],
      help: '必填。比如：幸福物业服务中心。',
    },
    roles: {
      head: '负责什么',
      also: ['负责', '职责', '角色', '负责事项', '负责的事', '管什么', '职能', '服务内容'],
      help: '必填。比如：物业服务中心、电梯维保单位。可以填几样，用“、”隔开。',
    },
    area: {
      head: areaHead,
      // Whoever is not understood here serves the whole community: what people call it stands here as far as we know it.
      also: [
        ...['范围', '区域', '辖区', '片区', '小区', '小区名称', '所属小区', '所在小区', '网格', '所属网格', '所在网格'],
        ...['服务区域', '服务小区', '服务网格', '服务楼栋', '服务地区', '服务区', '服务地点', '服务的地方', '服务片区'],
        ...['管辖范围', '管辖区域', '管辖小区', '管辖网格', '管辖片区', '管理范围', '管理区域', '管理小区'],
        ...['负责范围', '负责区域', '负责小区', '负责网格', '负责楼栋', '负责片区', '负责的小区', '负责地段'],
        ...[
          '责任范围',
          '责任区域',
          '责任区',
          '责任小区',
          '责任片区',
          '包片小区',
          '包联小区',
          '覆盖范围',
          '覆盖区域',
          '覆盖小区',
        ],
        ...['管哪里', '管哪些地方', '服务哪里', '负责哪里', '辖区范围', '所辖小区', '所管小区', '物业小区', '适用范围'],
      ],
      help: '管哪些地方：小区、楼栋或网格的名称，用“、”隔开，楼栋写成“幸福小区3号楼”。管整个社区的空着。',
    },
    code,
  },
  samples: [{ name: '幸福物业服务中心', roles: '物业服务中心', area: '幸福小区' }],
}

const phones: SheetWords<ColumnOf<'phones'>> = {
  name: sheetNames.phones,
  also: ['电话号码', '联系电话', '号码'],
  columns: {
    agency: {
      head: '单位',
      also: ['单位名称', '责任单位', '责任单位名称', '所属单位', '机构名称', '公司名称'],
      help: '必填。和“责任单位”表里的名称一样。',
    },
    number: {
      head: '电话',
      also: [
        ...['电话号码', '号码', '联系电话', '联系方式', '联系号码', '手机号码', '座机号码'],
        ...['办公电话', '值班电话', '服务电话', '热线电话'],
      ],
      help: '必填。座机写上区号：0371-68001234；分机写在后面：0371-68001234-801。',
    },
    description: {
      head: '说明',
      also: ['用途', '备注', '电话用途', '号码用途', '电话说明'],
      help: '这个号码是做什么的，比如：夜间值班。可以不填。',
    },
    hours: {
      head: '时间',
      also: [
        ...['接听时间', '服务时间', '值班时间', '营业时间', '办公时间', '工作时间', '上班时间'],
        ...['开放时间', '接待时间', '受理时间', '时间段', '服务时段', '什么时候有人接'],
      ],
      help: '什么时候有人接：每天 8:00-18:00；工作日 8:30-17:30；24小时。几段用“；”隔开，日子只分每天、工作日、周末和节假日、法定节假日。',
    },
    owner: {
      head: '谁负责',
      also: ['负责岗位', '责任人', '负责人', '岗位', '责任岗位', '维护人'],
      help: '哪个岗位接电话、号码变了来改，比如：物业前台。空着就是单位自己。',
    },
    verified: {
      head: '核实日期',
      also: ['核实时间', '核实', '核对日期', '核对时间', '最近核实', '打通日期'],
      help: '哪天打通过，比如：2026-11-2。没打过就空着。',
    },
  },
  samples: [
    {
      ...{ agency: '幸福物业服务中心', number: '0371-68001234', description: '前台', hours: '每天 8:00-18:00' },
      ...{ owner: '物业前台', verified: '2026-11-2' },
    },
    { agency: '幸福物业服务中心', number: '0371-68001235', description: '夜间值班', hours: '每天 18:00-次日8:00' },
  ],
}

const members: SheetWords<ColumnOf<'members'>> = {
  name: sheetNames.members,
  also: ['成员名单', '人员'],
  columns: {
    name: {
      head: '称呼',
      also: ['姓名', '名字', '成员', '成员姓名', '人员姓名'],
      help: '必填。比如：李书记、王师傅。',
    },
    phone: {
      head: '电话',
      also: ['手机', '手机号', '手机号码', '电话号码', '联系电话', '联系方式'],
      help: '用来发邀请，可以不填。',
    },
    role: {
      head: '角色',
      also: ['身份', '职务', '职位'],
      help: `必填。只有这几种：${Object.values(roleNames).join('、')}。`,
    },
    place: {
      head: '网格/单位',
      also: [
        ...['网格或单位', '网格', '单位', '网格单位'],
        ...['所属网格', '所在网格', '负责网格', '所属单位', '所在单位'],
      ],
      help: '网格长写网格名称，承办人写单位名称；志愿者、值班党员可以写网格，也可以空着。',
    },
    until: {
      head: '到期',
      also: ['到期日期', '到期日', '到期时间', '有效期', '有效期至', '截止日期'],
      help: '做到哪一天，比如：2027-6-30。可以不填。',
    },
  },
  samples: [{ name: '王师傅', phone: '13900000001', role: '网格长', place: '第一网格', until: '2027-6-30' }],
}

const settings: SheetWords<ColumnOf<'settings'>> = {
  name: sheetNames.settings,
  also: ['社区情况', '问题'],
  columns: {
    question: { head: '问题', also: ['题目'], help: '请不要改问题的字。' },
    answer: {
      head: '回答',
      also: ['答案', '答'],
      help: '从右边“可以填的”里选一个；问是哪家单位的，写“责任单位”表里的名称。不知道就空着。',
    },
    estate: { head: '小区', also: ['小区名称'], help: '全社区都一样就空着；哪个小区不一样，另加一行，写上小区名称。' },
    choices: { head: '可以填的', also: ['选项'], help: '给您看的，不用改。' },
  },
  samples: [],
}

/** All the words of the workbook: the template, the export, and what an import recognises. */
export const directoryWords: DirectoryWords = {
  sheets: { estates, grids, buildings, households, agencies, phones, members, settings },
  guide: {
    name: '说明',
    lines: [
      '这份表用来登记社区的小区、楼栋、住户、责任单位和电话。',
      '一张表一样东西，先填“小区”，再填“楼栋”，其他的有多少填多少，以后随时能补。',
      '带 * 的一列一定要填。以“示例”和“填写说明”开头的行不会读进来，留着、删掉都行。',
      '一张表里只要填了一行，导入后就以这张表为准：表里没有的会去掉。整张空着的表、删掉的列、没有回答的问题，原来怎样还怎样。',
      '请不要合并单元格，不要用公式。房号、电话这些单元格最好设成“文本”格式。',
      '住户的电话和需要关注的情况，只有本人同意登记才能填；没有同意的，不会留下来。',
      '填好以后从聊天里选这份文件上传。先看一遍哪里不对，您确认了才会生效。',
    ],
  },
  sampleMark: '示例',
  helpMark: '填写说明：',
  yes: ['是', '同意', '有', '√', '✓', '✔', 'Y', 'y', 'yes', '1'],
  no: ['否', '不同意', '没有', '不是', '×', '✗', 'N', 'n', 'no', '0', '无'],
  buildingSuffix: '号楼',
  unitSuffix: '单元',
  listMark: '、',
  needs: {
    'over-60': '60岁以上',
    alone: '独居',
    'hard-to-walk': '行动不便',
    pregnant: '孕妇',
    infant: '婴幼儿',
    'low-income': '低保',
    disabled: '残疾',
    'hard-of-hearing': '听力不好',
    'weak-sighted': '视力不好',
  },
  memberRoles: roleNames,
  hours: hoursNames,
}
