import type { Agency, Settings } from '../../domain/routing/types'
import {
  building,
  counterHours,
  dayDesk,
  door,
  holidayDuty,
  inSummer,
  longAgo,
  never,
  officeHours,
  phone,
  updatedAt,
} from './make'
import type { DemoPart } from './types'

/**
 * The family compound of a factory that has closed: no property company, and a boiler of its own that the
 * factory's caretakers still run. What is missing here falls to the residents' committee and the street.
 */
const communityId = 'spinning-mill'
const estateId = 'mill-compound'

const agencies: readonly Agency[] = [
  {
    id: 'mill-committee',
    name: '纺机社区居委会',
    roles: ['community', 'mediation', 'elder_center'],
    phones: [
      phone('2101', { description: '办公室', schedules: officeHours, owner: '社区值班岗' }),
      phone('2102', { description: '节假日值班', schedules: holidayDuty, owner: '社区值班岗', verifiedAt: inSummer }),
    ],
  },
  {
    id: 'mill-grid',
    name: '家属院网格',
    roles: ['grid'],
    phones: [phone('2111', { schedules: dayDesk, owner: '家属院网格岗' })],
  },
  {
    id: 'mill-boiler',
    name: '原纺机厂留守处锅炉房',
    roles: ['heat'],
    serviceArea: { estateIds: [estateId] },
    phones: [
      phone('2501', { description: '采暖期24小时值班', owner: '锅炉房司炉岗' }),
      phone('2502', { description: '留守处收费', schedules: counterHours, owner: '留守处后勤岗', verifiedAt: longAgo }),
    ],
  },
  {
    id: 'mill-water',
    name: '市供水公司东区所',
    roles: ['water'],
    phones: [phone('2301', { description: '24小时抢修', owner: '供水调度岗' })],
  },
  {
    id: 'mill-gas',
    name: '市燃气公司东区站',
    roles: ['gas'],
    phones: [phone('2401', { description: '24小时抢修', owner: '燃气抢修岗' })],
  },
  {
    id: 'mill-sanitation',
    name: '长山环卫东区清运组',
    roles: ['sanitation'],
    // Copied from the notice on the wall; nobody has rung it yet.
    phones: [phone('2601', { schedules: dayDesk, owner: '环卫调度岗', verifiedAt: never })],
  },
  {
    id: 'mill-street-office',
    name: '工业路街道办事处',
    roles: ['street'],
    phones: [
      phone('2701', { description: '便民服务大厅', schedules: officeHours, owner: '街道值班岗' }),
      phone('2702', { description: '值班室', owner: '街道值班岗' }),
    ],
  },
  {
    id: 'mill-police',
    name: '工业路派出所',
    roles: ['police_station', 'public_security_hall'],
    phones: [phone('2801', { description: '值班室', owner: '派出所值班岗', verifiedAt: longAgo })],
  },
]

const settings: Settings = {
  'water.operator': 'mill-water',
  'gas.operator': 'mill-gas',
  'heating.stopPolicy': '报停每年10月15日前到留守处办，隔壁没停的要交三成基础热费。',
  'renovation.authority': 'chengguan',
  'renovation.hours': '每天8:00—12:00、14:30—18:30可以装修，中午和晚上不得施工。',
  'noise.authority': 'police',
  'noise.renovationAuthority': 'housing',
  'construction.noiseAuthority': 'eco',
  'sanitation.operator': 'mill-sanitation',
  'fume.authority': 'eco',
  'parking.roadAuthority': 'traffic_police',
  'illegalBuilding.authority': 'chengguan',
  'vendor.authority': 'street',
  'rental.authority': 'police_station',
  'elder.serviceCenter': 'mill-committee',
  'elder.allowanceRule': '满80周岁按月发放，行动不便的由网格员上门办。',
  'community.certList': '能开：居住情况、老职工家属情况；其余先问用证明的单位能不能自己查。',
  'dog.authority': 'police_station',
  'stray.authority': 'street',
}

const estateSettings: Settings = {
  'property.exists': 'none',
  'committee.exists': 'none',
  'water.boundary': 'redline',
  'water.secondaryOperator': 'none',
  'water.billing': 'property',
  'power.supplyMode': 'property',
  'power.roomOwner': 'owners',
  'gas.supply': 'both',
  'gas.boundary': 'wall',
  'elevator.exists': 'none',
  'heating.exists': 'own',
  'heating.operator': 'mill-boiler',
  'heating.secondaryOperator': 'unit',
  'heating.boundary': 'owners',
  'drainage.redline': 'estate',
  'streetlight.operator': 'community',
  'road.redline': 'municipal',
  'maintenanceFund.balance': 'none',
  'telecom.operators': '只有联通和电信能装，移动的线还没进院。',
  'renewal.plan': '正在申报，还没有列入年度计划。',
}

const inEstate = { communityId, estateId, gridId: 'mill-1' }
const first = building('mill-1-building', { ...inEstate, order: 1, units: 3 })
const second = building('mill-2-building', { ...inEstate, order: 2, units: 3 })
const tenth = building('mill-10-building', { ...inEstate, order: 10, units: 2 })

export const factory: DemoPart = {
  community: {
    _id: communityId,
    name: '纺机社区',
    street: { name: '工业路街道' },
    district: '长山区',
    city: '石家庄市',
    province: '河北省',
    grids: [{ id: 'mill-1', name: '家属院网格' }],
    estates: [{ id: estateId, name: '纺机厂家属院', address: '工业路甲6号', settings: estateSettings }],
    settings,
    agencies,
    commonMatters: [
      'heating-outage',
      'drain-manhole-overflow',
      'property-none',
      'garbage-uncollected',
      'power-unstable',
      'corridor-light',
      'old-community-renewal',
    ],
    revision: 1,
    updatedAt,
  },
  buildings: [first, second, tenth],
  doorCodes: [
    door('N4VXT7QKCJ', first),
    door('E9GMB2HWPR', second),
    door('Z3RDY8FNVK', tenth, 1),
    door('T7CQK5XJHM', tenth, 2),
  ],
}
