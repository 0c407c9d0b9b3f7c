import type { SettingSpec } from '../domain/routing/types'
import { settings } from './settings'

// For keepers, who say how things are in their community. A resident's phone decides from `settings` alone, and a
// page that a resident opens must not import this file: the words weigh more than the rules.

interface SettingWords {
  readonly ask: string
  /** The choices, where it is one; what is asked without them is an agency of the directory, or a text. */
  readonly options?: Readonly<Record<string, string>>
}

/** What keepers are asked, in plain words and in this order, by the setting's id. */
const settingWords: Readonly<Record<string, SettingWords>> = {
  'property.exists': {
    ask: '这个小区有没有物业公司？',
    options: { yes: '有物业公司', none: '没有物业，居民自己管', unit: '没有物业公司，由单位代管（家属院）' },
  },

  'water.operator': { ask: '自来水归哪家供水公司管？' },
  'water.boundary': {
    ask: '进楼的水管坏了，供水公司修到哪里为止？',
    options: {
      meter: '修到各家水表，水表也归供水公司',
      outerWall: '修到楼外墙1.5米，楼里的管道归业主',
      redline: '修到小区门口，小区里面的管道归小区',
    },
  },
  'water.secondaryOperator': {
    ask: '加压的泵房、水箱归谁管？',
    options: { property: '物业（或单位）在管', water: '已经交给供水公司', none: '没有泵房水箱，自来水直接上楼' },
  },
  'water.billing': {
    ask: '水费怎么收？',
    options: { direct: '一户一表，直接交给供水公司', property: '供水公司只抄总表，物业（或单位）再向各家收' },
  },

  'power.supplyMode': {
    ask: '电费怎么收？',
    options: { direct: '一户一表，直接交给供电公司', property: '供电公司只抄总表，物业（或单位）再向各家收' },
  },
  'power.roomOwner': {
    ask: '小区的配电房、变压器归谁？',
    options: { power: '供电公司', owners: '小区自己的（全体业主或单位）', temporary: '还在用开发商的施工临时电' },
  },

  'gas.supply': {
    ask: '居民做饭用什么气？',
    options: { pipe: '管道天然气（煤气）', bottle: '瓶装液化气', both: '两种都有' },
  },
  'gas.operator': { ask: '管道燃气归哪家公司管？' },
  'gas.hotline': { ask: '燃气24小时抢修打哪个电话？半夜也有人接吗？' },
  'gas.boundary': {
    ask: '家里的燃气表归谁？',
    options: { meter: '燃气表和表前的管道归燃气公司', wall: '进户以后（连同燃气表）都归住户' },
  },

  'heating.exists': {
    ask: '冬天怎么供暖？',
    options: { central: '热力公司集中供暖', own: '单位或小区自己的锅炉供暖', none: '没有集中供暖' },
  },
  'heating.operator': { ask: '谁给这里供暖（热力公司，或自己的锅炉房）？' },
  'heating.secondaryOperator': {
    ask: '暖气管子从换热站到楼里，归谁修？',
    options: { heat: '热力公司', property: '物业', unit: '单位自己的锅炉房' },
  },
  'heating.boundary': {
    ask: '穿过各家的暖气立管坏了，归谁修？',
    options: { heat: '供热单位', owners: '小区自己（物业、单位或业主分摊）' },
  },
  'heating.stopPolicy': { ask: '暖气报停、首次开通、恢复，什么时候办、怎么办？' },

  'drainage.redline': {
    ask: '小区里的污水管、化粪池归谁清掏？',
    options: { estate: '小区自己（物业、单位或业主分摊）', municipal: '已经交给市政排水单位' },
  },

  'elevator.exists': { ask: '楼里有没有电梯？', options: { yes: '有电梯', none: '没有电梯' } },
  'elevator.rescuePhone': { ask: '电梯由哪家维保，24小时救援打给谁？' },
  'maintenanceFund.balance': {
    ask: '小区的维修资金还有钱吗？',
    options: { yes: '还有余额', none: '用完了，或者从来没有交过' },
  },
  'maintenanceFund.emergency': { ask: '外墙脱落、电梯停运时，维修资金的应急使用怎么办、找哪个窗口？' },

  'streetlight.operator': {
    ask: '小区里面的路灯归谁修？',
    options: { property: '物业（或单位）', municipal: '市政路灯管理单位', community: '社区、街道' },
  },
  'road.redline': { ask: '小区里面的路归谁修？', options: { estate: '小区自己', municipal: '已经移交市政' } },

  'renovation.authority': {
    ask: '有人砸承重墙，哪个部门来查处？',
    options: { housing: '住建（房管）部门', chengguan: '城管（综合行政执法）' },
  },
  'renovation.hours': { ask: '这里几点到几点可以装修？午休、周末、节假日呢？' },
  'noise.authority': {
    ask: '邻居、商铺、广场舞的吵闹，劝不住时哪个部门来管？',
    options: { police: '公安', chengguan: '城管（综合行政执法）', eco: '生态环境部门' },
  },
  'noise.renovationAuthority': {
    ask: '装修超过规定时间，哪个部门来处罚？',
    options: { chengguan: '城管（综合行政执法）', housing: '住建（房管）部门', police: '公安', eco: '生态环境部门' },
  },
  'construction.noiseAuthority': {
    ask: '工地半夜施工，哪个部门来管？',
    options: { housing: '住建部门', eco: '生态环境部门', chengguan: '城管（综合行政执法）' },
  },

  'telecom.operators': { ask: '小区里能装哪几家宽带？装维师傅怎么联系？' },
  'sanitation.operator': { ask: '垃圾由哪家环卫公司拉走？' },
  'wasteBulk.phone': { ask: '旧家具、装修垃圾向谁预约清运？' },
  'pest.termiteAgency': { ask: '本地的白蚁防治机构是哪家？' },
  'fume.authority': {
    ask: '饭店油烟归哪个部门管？',
    options: { chengguan: '城管（综合行政执法）', eco: '生态环境部门', market: '市场监管部门' },
  },
  'parking.roadAuthority': {
    ask: '小区外路边的违停，归谁管？',
    options: { traffic_police: '都归交警', chengguan: '都归城管', split: '车行道归交警，人行道归城管' },
  },
  'fire.reportPhone': { ask: '堵消防通道、楼道充电这类隐患，向谁举报（没有专门的就打12345）？' },
  'ev.policy': { ask: '个人装充电桩、小区公用充电桩，本地有什么规定？' },
  'charging.operators': { ask: '小区里的充电桩、充电柜是哪家的？' },
  'illegalBuilding.authority': {
    ask: '有人私搭乱建，哪个部门来查处？',
    options: { street: '街道综合执法队', chengguan: '区城管（综合行政执法）局', planning: '自然资源和规划部门' },
  },
  'vendor.authority': {
    ask: '门口摆摊占道，哪个部门来管？',
    options: { chengguan: '城管（综合行政执法）', street: '街道综合执法队' },
  },
  'rental.authority': {
    ask: '群租、日租房扰民，由哪个部门牵头查处？',
    options: { housing: '住建（房管）部门', police_station: '派出所', street: '街道综合执法队' },
  },

  'crisis.hotline': { ask: '本地的心理援助热线是哪一家？' },
  'elder.serviceCenter': { ask: '老人吃饭、洗澡、上门服务，找哪个养老服务站或食堂？' },
  'elder.allowanceRule': { ask: '高龄津贴多少岁起、每月多少钱、到哪里办？' },
  'community.certList': { ask: '社区能开哪些证明？哪些不再开了？' },
  'dog.authority': {
    ask: '养狗归哪个部门管？',
    options: { police_station: '公安（派出所）', chengguan: '城管（综合行政执法）' },
  },
  'stray.authority': {
    ask: '流浪狗由哪个部门来捉、来收？',
    options: {
      police_station: '公安（派出所）',
      chengguan: '城管（综合行政执法）',
      agri: '农业农村部门',
      street: '街道',
    },
  },

  'property.regulator': { ask: '物业不作为，街道物业办或主管部门找谁？' },
  'property.feeStandard': { ask: '物业费每平方米多少钱？房子空着减不减？' },
  'committee.exists': {
    ask: '小区有没有业委会或物管会？',
    options: { owners: '有业委会', committee: '有物管会', none: '都没有' },
  },
  'renewal.plan': { ask: '小区列入老旧小区改造计划了吗？哪一年动工？' },
  'renewal.contractor': { ask: '老旧小区改造是哪家施工的？保修找谁？' },
  'renewal.elevatorRule': { ask: '加装电梯要多少户同意？补贴多少？' },
}

const ruleOf = (id: string) => settings.find((rule) => rule.id === id)

function specOf([id, { ask, options }]: [string, SettingWords]): SettingSpec {
  const rule = ruleOf(id)
  if (rule && rule.kind !== 'choice') return { ...rule, ask }
  if (!options) throw new Error(`The setting ${id} is asked, and is no choice, agency or text`)
  const choices = Object.entries(options).map(([option, label]) => ({ id: option, label }))
  return { id, kind: 'choice', ask, options: choices, ...(rule?.absence && { absence: rule.absence }) }
}

/**
 * Every setting as keepers see it. Who enforces differs from city to city; such a setting is a choice among the roles
 * that do.
 */
export const askedSettings: readonly SettingSpec[] = Object.entries(settingWords).map(specOf)

const byId: ReadonlyMap<string, SettingSpec> = new Map(askedSettings.map((spec) => [spec.id, spec]))

export const findSetting = (id: string): SettingSpec | undefined => byId.get(id)
