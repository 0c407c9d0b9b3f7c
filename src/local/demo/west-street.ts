import type { Agency, Settings } from '../../domain/routing/types'
import {
  building,
  counterHours,
  dayDesk,
  door,
  holidayDuty,
  inSummer,
  longAgo,
  mornings,
  never,
  nightDuty,
  officeHours,
  phone,
  revoked,
  updatedAt,
} from './make'
import type { DemoPart } from './types'

/**
 * An old estate of five buildings without lifts; a property company came in this year. The city heats it.
 * Inside the region of two local laws: Shandong's on heat and Dongying's on water.
 */
const communityId = 'west-street'
const estateId = 'heyuan'
const grids = [
  { id: 'west-1', name: '第一网格' },
  { id: 'west-2', name: '第二网格' },
]

const agencies: readonly Agency[] = [
  {
    id: 'west-committee',
    name: '西街社区居委会',
    roles: ['community', 'mediation'],
    phones: [
      phone('1101', { description: '办公室', schedules: officeHours, owner: '社区值班岗' }),
      phone('1102', { description: '节假日值班', schedules: holidayDuty, owner: '社区值班岗' }),
    ],
  },
  {
    id: 'west-grid-1',
    name: '第一网格（1—3号楼）',
    roles: ['grid'],
    serviceArea: { gridIds: ['west-1'] },
    phones: [phone('1111', { schedules: dayDesk, owner: '第一网格岗' })],
  },
  {
    id: 'west-grid-2',
    name: '第二网格（4、5号楼）',
    roles: ['grid'],
    serviceArea: { gridIds: ['west-2'] },
    phones: [phone('1112', { schedules: dayDesk, owner: '第二网格岗', verifiedAt: longAgo })],
  },
  {
    id: 'west-property',
    name: '和苑物业服务中心',
    roles: ['property'],
    serviceArea: { estateIds: [estateId] },
    phones: [
      phone('1201', { description: '前台', schedules: dayDesk, owner: '物业前台' }),
      phone('1202', { description: '夜间值班', schedules: nightDuty, owner: '物业秩序岗' }),
    ],
  },
  {
    id: 'west-water',
    name: '市自来水公司西区所',
    roles: ['water'],
    phones: [
      phone('1301', { description: '24小时抢修', owner: '供水调度岗' }),
      phone('1302', { description: '营业厅', schedules: counterHours, owner: '供水营业厅', verifiedAt: inSummer }),
    ],
  },
  {
    id: 'west-gas',
    name: '市燃气公司西区站',
    roles: ['gas'],
    phones: [
      phone('1401', { description: '24小时抢修', owner: '燃气抢修岗' }),
      phone('1402', { description: '客服', schedules: dayDesk, owner: '燃气客服岗' }),
    ],
  },
  {
    id: 'west-heat',
    name: '市热力公司西区供热站',
    roles: ['heat'],
    phones: [
      phone('1501', { description: '采暖期24小时报修', owner: '供热客服岗' }),
      phone('1502', { description: '收费窗口', schedules: counterHours, owner: '供热收费岗', verifiedAt: longAgo }),
    ],
  },
  {
    id: 'west-sanitation',
    name: '明河环卫西街清运组',
    roles: ['sanitation', 'bulk_waste'],
    phones: [phone('1601', { schedules: mornings, owner: '环卫调度岗' })],
  },
  {
    id: 'west-street-office',
    name: '河岸街道办事处',
    roles: ['street', 'property_regulator'],
    phones: [
      phone('1701', { description: '便民服务大厅', schedules: officeHours, owner: '街道值班岗' }),
      phone('1702', { description: '值班室', owner: '街道值班岗', verifiedAt: inSummer }),
    ],
  },
  {
    id: 'west-police',
    name: '河岸派出所',
    roles: ['police_station', 'public_security_hall'],
    phones: [phone('1801', { description: '值班室', owner: '派出所值班岗' })],
  },
  {
    id: 'west-chengguan',
    name: '河岸综合行政执法队',
    roles: ['chengguan'],
    phones: [phone('1811', { schedules: dayDesk, owner: '执法队内勤岗', verifiedAt: never })],
  },
  {
    id: 'west-municipal',
    name: '明河区市政设施养护所',
    roles: ['municipal'],
    phones: [phone('1821', { description: '路灯、井盖、管网', owner: '市政调度岗', verifiedAt: inSummer })],
  },
  {
    id: 'west-elder',
    name: '西街长者食堂',
    roles: ['elder_center'],
    phones: [phone('1901', { schedules: dayDesk, owner: '食堂服务岗' })],
  },
]

const settings: Settings = {
  'water.operator': 'west-water',
  'gas.operator': 'west-gas',
  'gas.hotline': '闻到燃气味，先到室外再打抢修电话，半夜也有人接。',
  'gas.boundary': 'meter',
  'heating.operator': 'west-heat',
  'heating.stopPolicy': '报停每年9月30日前到供热窗口办；首次开通带房产证。',
  'drainage.redline': 'estate',
  'streetlight.operator': 'property',
  'renovation.authority': 'housing',
  'renovation.hours': '工作日8:00—12:00、14:00—18:00可以装修，周末和节假日不得有噪声。',
  'noise.authority': 'police',
  'noise.renovationAuthority': 'chengguan',
  'construction.noiseAuthority': 'housing',
  'sanitation.operator': 'west-sanitation',
  'wasteBulk.phone': 'west-sanitation',
  'fume.authority': 'chengguan',
  'parking.roadAuthority': 'split',
  'illegalBuilding.authority': 'street',
  'vendor.authority': 'chengguan',
  'rental.authority': 'housing',
  'elder.serviceCenter': 'west-elder',
  'elder.allowanceRule': '满80周岁按月发放，带身份证到社区登记。',
  'community.certList': '能开：居住情况、困难情况等7种；不开：无房、在世、婚姻等证明。',
  'dog.authority': 'police_station',
  'stray.authority': 'chengguan',
  'property.regulator': 'west-street-office',
}

const estateSettings: Settings = {
  'property.exists': 'yes',
  'property.feeStandard': '每平方米每月0.6元，空置一年以上的可以申请减免三成。',
  'committee.exists': 'none',
  'water.boundary': 'meter',
  'water.secondaryOperator': 'property',
  'water.billing': 'direct',
  'power.supplyMode': 'direct',
  'power.roomOwner': 'power',
  'gas.supply': 'pipe',
  'elevator.exists': 'none',
  'heating.exists': 'central',
  'heating.secondaryOperator': 'heat',
  'heating.boundary': 'heat',
  'road.redline': 'estate',
  'maintenanceFund.balance': 'none',
  'telecom.operators': '移动、联通、电信都能装，装维电话贴在单元门内。',
  'ev.policy': '没有固定车位，1号楼东侧有公用充电桩8个。',
  'renewal.plan': '已列入2027年改造计划，春天起逐户征求意见。',
  'renewal.elevatorRule': '本单元三分之二以上住户参与表决、其中四分之三同意；每部补贴20万元。',
}

const inEstate = { communityId, estateId }
const first = building('heyuan-1', { ...inEstate, gridId: 'west-1', order: 1, units: 3 })
const second = building('heyuan-2', { ...inEstate, gridId: 'west-1', order: 2, units: 3 })
const third = building('heyuan-3', { ...inEstate, gridId: 'west-1', order: 3, units: 4 })
const fourth = building('heyuan-4', { ...inEstate, gridId: 'west-2', order: 4, units: 4 })
const fifth = building('heyuan-5', { ...inEstate, gridId: 'west-2', order: 5, units: 2 })

export const westStreet: DemoPart = {
  community: {
    _id: communityId,
    name: '西街社区',
    street: { name: '河岸街道' },
    district: '明河区',
    city: '东营市',
    province: '山东省',
    grids,
    estates: [{ id: estateId, name: '和苑小区', address: '西街18号', settings: estateSettings }],
    settings,
    agencies,
    commonMatters: [
      'heating-not-warm',
      'drain-blocked',
      'leak-from-upstairs',
      'corridor-light',
      'water-no-supply',
      'parking-disorder',
      'elevator-add',
      'elder-care',
    ],
    revision: 1,
    updatedAt,
  },
  buildings: [first, second, third, fourth, fifth],
  doorCodes: [
    door('7K2MXQ9RTD', first),
    door('H4WPN8CJ3V', second),
    door('Q9TB5ZEXM2', third, 1),
    door('R3FYK7GDWN', third, 2),
    door('XC8J2VQHP5', third, 3),
    door('M6ZTRE4KB9', third, 4),
    door('V2DNW9XGQ7', fourth),
    door('K5HPC3MJTY', fifth),
    // Its sheet was torn off the door and turned up elsewhere.
    revoked(door('B8QXV4FZRE', first)),
  ],
}
