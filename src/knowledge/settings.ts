import type { Absence, SettingSpec } from '../domain/routing/types'

const choice = (
  id: string,
  ask: string,
  options: Readonly<Record<string, string>>,
  absence?: Absence,
): SettingSpec => ({
  id,
  kind: 'choice',
  ask,
  options: Object.entries(options).map(([option, label]) => ({ id: option, label })),
  ...(absence && { absence }),
})
/** Nobody has the role where one of the choices holds. Its work passes on, or there is none of it. */
const none = (role: string, choices: readonly string[], work: Absence['work']): Absence => ({ role, choices, work })
const agency = (id: string, role: string, ask: string): SettingSpec => ({ id, kind: 'agency', role, ask })
const text = (id: string, label: string, ask: string): SettingSpec => ({ id, kind: 'text', label, ask })

/**
 * What a community knows about itself, asked of its keepers in plain words and never of a resident.
 * Who enforces differs from city to city; such a setting is a choice among the roles that do.
 */
export const settings: readonly SettingSpec[] = [
  choice(
    'property.exists',
    '这个小区有没有物业公司？',
    {
      yes: '有物业公司',
      none: '没有物业，居民自己管',
      unit: '没有物业公司，由单位代管（家属院）',
    },
    none('property', ['none'], 'remains'),
  ),

  agency('water.operator', 'water', '自来水归哪家供水公司管？'),
  choice('water.boundary', '进楼的水管坏了，供水公司修到哪里为止？', {
    meter: '修到各家水表，水表也归供水公司',
    outerWall: '修到楼外墙1.5米，楼里的管道归业主',
    redline: '修到小区门口，小区里面的管道归小区',
  }),
  choice('water.secondaryOperator', '加压的泵房、水箱归谁管？', {
    property: '物业（或单位）在管',
    water: '已经交给供水公司',
    none: '没有泵房水箱，自来水直接上楼',
  }),
  choice('water.billing', '水费怎么收？', {
    direct: '一户一表，直接交给供水公司',
    property: '供水公司只抄总表，物业（或单位）再向各家收',
  }),

  choice('power.supplyMode', '电费怎么收？', {
    direct: '一户一表，直接交给供电公司',
    property: '供电公司只抄总表，物业（或单位）再向各家收',
  }),
  choice('power.roomOwner', '小区的配电房、变压器归谁？', {
    power: '供电公司',
    owners: '小区自己的（全体业主或单位）',
    temporary: '还在用开发商的施工临时电',
  }),

  choice(
    'gas.supply',
    '居民做饭用什么气？',
    {
      pipe: '管道天然气（煤气）',
      bottle: '瓶装液化气',
      both: '两种都有',
    },
    none('gas', ['bottle'], 'falls-away'),
  ),
  agency('gas.operator', 'gas', '管道燃气归哪家公司管？'),
  text('gas.hotline', '燃气24小时抢修', '燃气24小时抢修打哪个电话？半夜也有人接吗？'),
  choice('gas.boundary', '家里的燃气表归谁？', {
    meter: '燃气表和表前的管道归燃气公司',
    wall: '进户以后（连同燃气表）都归住户',
  }),

  choice(
    'heating.exists',
    '冬天怎么供暖？',
    {
      central: '热力公司集中供暖',
      own: '单位或小区自己的锅炉供暖',
      none: '没有集中供暖',
    },
    none('heat', ['none'], 'falls-away'),
  ),
  agency('heating.operator', 'heat', '谁给这里供暖（热力公司，或自己的锅炉房）？'),
  choice('heating.secondaryOperator', '暖气管子从换热站到楼里，归谁修？', {
    heat: '热力公司',
    property: '物业',
    unit: '单位自己的锅炉房',
  }),
  choice('heating.boundary', '穿过各家的暖气立管坏了，归谁修？', {
    heat: '供热单位',
    owners: '小区自己（物业、单位或业主分摊）',
  }),
  text('heating.stopPolicy', '报停与开通', '暖气报停、首次开通、恢复，什么时候办、怎么办？'),

  choice('drainage.redline', '小区里的污水管、化粪池归谁清掏？', {
    estate: '小区自己（物业、单位或业主分摊）',
    municipal: '已经交给市政排水单位',
  }),

  choice(
    'elevator.exists',
    '楼里有没有电梯？',
    { yes: '有电梯', none: '没有电梯' },
    none('elevator_maint', ['none'], 'falls-away'),
  ),
  agency('elevator.rescuePhone', 'elevator_maint', '电梯由哪家维保，24小时救援打给谁？'),
  choice('maintenanceFund.balance', '小区的维修资金还有钱吗？', {
    yes: '还有余额',
    none: '用完了，或者从来没有交过',
  }),
  text('maintenanceFund.emergency', '维修资金应急使用', '外墙脱落、电梯停运时，维修资金的应急使用怎么办、找哪个窗口？'),

  choice('streetlight.operator', '小区里面的路灯归谁修？', {
    property: '物业（或单位）',
    municipal: '市政路灯管理单位',
    community: '社区、街道',
  }),
  choice('road.redline', '小区里面的路归谁修？', {
    estate: '小区自己',
    municipal: '已经移交市政',
  }),

  choice('renovation.authority', '有人砸承重墙，哪个部门来查处？', {
    housing: '住建（房管）部门',
    chengguan: '城管（综合行政执法）',
  }),
  text('renovation.hours', '装修时段', '这里几点到几点可以装修？午休、周末、节假日呢？'),
  choice('noise.authority', '邻居、商铺、广场舞的吵闹，劝不住时哪个部门来管？', {
    police: '公安',
    chengguan: '城管（综合行政执法）',
    eco: '生态环境部门',
  }),
  choice('noise.renovationAuthority', '装修超过规定时间，哪个部门来处罚？', {
    chengguan: '城管（综合行政执法）',
    housing: '住建（房管）部门',
    police: '公安',
    eco: '生态环境部门',
  }),
  choice('construction.noiseAuthority', '工地半夜施工，哪个部门来管？', {
    housing: '住建部门',
    eco: '生态环境部门',
    chengguan: '城管（综合行政执法）',
  }),

  text('telecom.operators', '小区里的宽带', '小区里能装哪几家宽带？装维师傅怎么联系？'),
  agency('sanitation.operator', 'sanitation', '垃圾由哪家环卫公司拉走？'),
  agency('wasteBulk.phone', 'bulk_waste', '旧家具、装修垃圾向谁预约清运？'),
  agency('pest.termiteAgency', 'termite', '本地的白蚁防治机构是哪家？'),
  choice('fume.authority', '饭店油烟归哪个部门管？', {
    chengguan: '城管（综合行政执法）',
    eco: '生态环境部门',
    market: '市场监管部门',
  }),
  choice('parking.roadAuthority', '小区外路边的违停，归谁管？', {
    traffic_police: '都归交警',
    chengguan: '都归城管',
    split: '车行道归交警，人行道归城管',
  }),
  agency('fire.reportPhone', 'fire_report', '堵消防通道、楼道充电这类隐患，向谁举报（没有专门的就打12345）？'),
  text('ev.policy', '充电桩政策', '个人装充电桩、小区公用充电桩，本地有什么规定？'),
  agency('charging.operators', 'charge_operator', '小区里的充电桩、充电柜是哪家的？'),
  choice('illegalBuilding.authority', '有人私搭乱建，哪个部门来查处？', {
    street: '街道综合执法队',
    chengguan: '区城管（综合行政执法）局',
    planning: '自然资源和规划部门',
  }),
  choice('vendor.authority', '门口摆摊占道，哪个部门来管？', {
    chengguan: '城管（综合行政执法）',
    street: '街道综合执法队',
  }),
  choice('rental.authority', '群租、日租房扰民，由哪个部门牵头查处？', {
    housing: '住建（房管）部门',
    police_station: '派出所',
    street: '街道综合执法队',
  }),

  agency('crisis.hotline', 'crisis_line', '本地的心理援助热线是哪一家？'),
  agency('elder.serviceCenter', 'elder_center', '老人吃饭、洗澡、上门服务，找哪个养老服务站或食堂？'),
  text('elder.allowanceRule', '高龄津贴', '高龄津贴多少岁起、每月多少钱、到哪里办？'),
  text('community.certList', '社区能开的证明', '社区能开哪些证明？哪些不再开了？'),
  choice('dog.authority', '养狗归哪个部门管？', {
    police_station: '公安（派出所）',
    chengguan: '城管（综合行政执法）',
  }),
  choice('stray.authority', '流浪狗由哪个部门来捉、来收？', {
    police_station: '公安（派出所）',
    chengguan: '城管（综合行政执法）',
    agri: '农业农村部门',
    street: '街道',
  }),

  agency('property.regulator', 'property_regulator', '物业不作为，街道物业办或主管部门找谁？'),
  text('property.feeStandard', '物业费标准', '物业费每平方米多少钱？房子空着减不减？'),
  choice(
    'committee.exists',
    '小区有没有业委会或物管会？',
    {
      owners: '有业委会',
      committee: '有物管会',
      none: '都没有',
    },
    none('owners_committee', ['none'], 'falls-away'),
  ),
  text('renewal.plan', '改造计划', '小区列入老旧小区改造计划了吗？哪一年动工？'),
  agency('renewal.contractor', 'renewal_contractor', '老旧小区改造是哪家施工的？保修找谁？'),
  text('renewal.elevatorRule', '加装电梯规定', '加装电梯要多少户同意？补贴多少？'),
]

const byId: ReadonlyMap<string, SettingSpec> = new Map(settings.map((spec) => [spec.id, spec]))

export const findSetting = (id: string): SettingSpec | undefined => byId.get(id)
