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
  nightDuty,
  officeHours,
  phone,
  shopHours,
  updatedAt,
} from './make'
import type { DemoPart } from './types'

/**
 * A southern estate of tall buildings with lifts: nobody heats it, and people cook with bottled gas.
 * The pump house belongs to the waterworks, and there is an owners' committee.
 */
const communityId = 'riverside'
const estateId = 'banyan-court'

const agencies: readonly Agency[] = [
  {
    id: 'river-committee',
    name: '临江社区居委会',
    roles: ['community', 'mediation'],
    phones: [
      phone('3101', { description: '办公室', schedules: officeHours, owner: '社区值班岗' }),
      phone('3102', { description: '节假日值班', schedules: holidayDuty, owner: '社区值班岗' }),
    ],
  },
  {
    id: 'river-grid-1',
    name: '榕荫苑南区网格',
    roles: ['grid'],
    serviceArea: { gridIds: ['river-south'] },
    phones: [phone('3111', { schedules: dayDesk, owner: '南区网格岗' })],
  },
  {
    id: 'river-grid-2',
    name: '榕荫苑北区网格',
    roles: ['grid'],
    serviceArea: { gridIds: ['river-north'] },
    phones: [phone('3112', { schedules: dayDesk, owner: '北区网格岗' })],
  },
  {
    id: 'river-owners',
    name: '榕荫苑业主委员会',
    roles: ['owners_committee'],
    serviceArea: { estateIds: [estateId] },
    phones: [phone('3121', { schedules: holidayDuty, owner: '业委会秘书岗', verifiedAt: inSummer })],
  },
  {
    id: 'river-property',
    name: '榕荫苑物业服务中心',
    roles: ['property'],
    serviceArea: { estateIds: [estateId] },
    phones: [
      phone('3201', { description: '前台', schedules: dayDesk, owner: '物业前台' }),
      phone('3202', { description: '夜间值班', schedules: nightDuty, owner: '物业秩序岗' }),
    ],
  },
  {
    id: 'river-lift',
    name: '榕荫苑电梯维保站',
    roles: ['elevator_maint'],
    serviceArea: { estateIds: [estateId] },
    phones: [phone('3211', { description: '24小时救援', owner: '维保值班岗' })],
  },
  {
    id: 'river-water',
    name: '市水务公司临江所',
    roles: ['water'],
    phones: [
      phone('3301', { description: '24小时抢修', owner: '水务调度岗' }),
      phone('3302', { description: '营业厅', schedules: counterHours, owner: '水务营业厅' }),
    ],
  },
  {
    id: 'river-bottled-gas',
    name: '临江液化气供应站',
    roles: ['gas_bottle'],
    phones: [phone('3401', { description: '送气、安检', schedules: shopHours, owner: '供应站配送岗' })],
  },
  {
    id: 'river-sanitation',
    name: '临江环卫所',
    roles: ['sanitation'],
    phones: [phone('3601', { schedules: dayDesk, owner: '环卫调度岗', verifiedAt: longAgo })],
  },
  {
    id: 'river-bulk-waste',
    name: '临江大件垃圾预约清运',
    roles: ['bulk_waste'],
    phones: [phone('3602', { schedules: dayDesk, owner: '清运预约岗' })],
  },
  {
    id: 'river-termite',
    name: '市白蚁防治所临江站',
    roles: ['termite'],
    phones: [phone('3611', { schedules: counterHours, owner: '白蚁防治岗', verifiedAt: never })],
  },
  {
    id: 'river-charging',
    name: '榕荫苑充电棚运营方',
    roles: ['charge_operator'],
    serviceArea: { estateIds: [estateId] },
    phones: [phone('3621', { owner: '充电棚客服岗', verifiedAt: never })],
  },
  {
    id: 'river-street-office',
    name: '榕荫街道办事处',
    roles: ['street', 'property_regulator'],
    phones: [phone('3701', { description: '便民服务大厅', schedules: officeHours, owner: '街道值班岗' })],
  },
  {
    id: 'river-police',
    name: '榕荫派出所',
    roles: ['police_station', 'public_security_hall'],
    phones: [phone('3801', { description: '值班室', owner: '派出所值班岗' })],
  },
  {
    id: 'river-chengguan',
    name: '榕荫城管中队',
    roles: ['chengguan'],
    phones: [phone('3811', { schedules: dayDesk, owner: '城管内勤岗' })],
  },
  {
    id: 'river-fire-report',
    name: '榕荫消防工作站（隐患举报）',
    roles: ['fire_report'],
    phones: [phone('3821', { schedules: dayDesk, owner: '消防工作站值守岗' })],
  },
  {
    id: 'river-listening',
    name: '市心理援助热线',
    roles: ['crisis_line'],
    phones: [phone('3901', { owner: '心理援助接线岗', verifiedAt: inSummer })],
  },
]

const settings: Settings = {
  'water.operator': 'river-water',
  'drainage.redline': 'municipal',
  'heating.exists': 'none',
  'renovation.authority': 'chengguan',
  'renovation.hours': '工作日8:00—12:00、14:30—20:00可以装修，法定节假日全天不行。',
  'noise.authority': 'chengguan',
  'noise.renovationAuthority': 'chengguan',
  'construction.noiseAuthority': 'chengguan',
  'sanitation.operator': 'river-sanitation',
  'wasteBulk.phone': 'river-bulk-waste',
  'pest.termiteAgency': 'river-termite',
  'fume.authority': 'chengguan',
  'parking.roadAuthority': 'chengguan',
  'fire.reportPhone': 'river-fire-report',
  'illegalBuilding.authority': 'street',
  'vendor.authority': 'chengguan',
  'rental.authority': 'street',
  'crisis.hotline': 'river-listening',
  'elder.allowanceRule': '满80周岁按月发放，满90周岁增发，手机上也能办。',
  'community.certList': '只开居住情况说明；其余按“减证便民”清单办。',
  'dog.authority': 'chengguan',
  'stray.authority': 'chengguan',
  'property.regulator': 'river-street-office',
}

const estateSettings: Settings = {
  'property.exists': 'yes',
  'property.feeStandard': '每平方米每月2.1元（含电梯），空置不减。',
  'committee.exists': 'owners',
  'water.boundary': 'meter',
  'water.secondaryOperator': 'water',
  'water.billing': 'direct',
  'power.supplyMode': 'direct',
  'power.roomOwner': 'owners',
  'gas.supply': 'bottle',
  'gas.hotline': '这里用瓶装气：漏气先关角阀、开窗，人到室外打119，再叫供应站。',
  'elevator.exists': 'yes',
  'elevator.rescuePhone': 'river-lift',
  'maintenanceFund.balance': 'yes',
  'maintenanceFund.emergency': '物业拟方案，业委会盖章，到街道物业办申请，一般3个工作日。',
  'streetlight.operator': 'property',
  'road.redline': 'estate',
  'telecom.operators': '移动、联通、电信、广电都能装，装维二维码在物业前台。',
  'ev.policy': '产权车位可以装个人桩，物业三天内配合看现场。',
  'charging.operators': 'river-charging',
}

const inEstate = { communityId, estateId }
const first = building('banyan-1', { ...inEstate, gridId: 'river-south', order: 1, units: 2 })
const second = building('banyan-2', { ...inEstate, gridId: 'river-south', order: 2, units: 2 })
const third = building('banyan-3', { ...inEstate, gridId: 'river-north', order: 3, units: 1 })
const fourth = building('banyan-4', { ...inEstate, gridId: 'river-north', order: 4, units: 1 })

export const riverside: DemoPart = {
  community: {
    _id: communityId,
    name: '临江社区',
    street: { name: '榕荫街道' },
    district: '南浦区',
    city: '长沙市',
    province: '湖南省',
    grids: [
      { id: 'river-south', name: '南区网格' },
      { id: 'river-north', name: '北区网格' },
    ],
    estates: [{ id: estateId, name: '榕荫苑', address: '榕荫路66号', settings: estateSettings }],
    settings,
    agencies,
    commonMatters: [
      'elevator-broken',
      'gas-cylinder',
      'pests',
      'ebike-upstairs',
      'noise-renovation',
      'leak-exterior-wall',
      'rain-flooding',
      'property-fee',
    ],
    revision: 1,
    updatedAt,
  },
  buildings: [first, second, third, fourth],
  doorCodes: [
    door('J8NQW3ZTVX', first, 1),
    door('C5KYR9MDEH', first, 2),
    door('P2XGF6BVTQ', second),
    door('W7HJM4CKZN', third),
    door('D3TVQ8RXYG', fourth),
  ],
}
