import type { Absence, SettingRule } from '../domain/routing/types'

/** Nobody has the role where one of the choices holds. Its work passes on, or there is none of it. */
const absence = (id: string, absence: Absence): SettingRule => ({ id, kind: 'choice', absence })
const agency = (id: string, role: string): SettingRule => ({ id, kind: 'agency', role })
const text = (id: string, label: string): SettingRule => ({ id, kind: 'text', label })

/**
 * What routing reads out of a community's settings beside the matters' own tables: who is named for a role, who does
 * not exist, and notes. A choice that only those tables ask for has no line here. How keepers are asked stands in
 * `setting-words.ts`.
 */
export const settings: readonly SettingRule[] = [
  absence('property.exists', { role: 'property', choices: ['none'], work: 'remains' }),
  agency('water.operator', 'water'),
  absence('gas.supply', { role: 'gas', choices: ['bottle'], work: 'falls-away' }),
  agency('gas.operator', 'gas'),
  text('gas.hotline', '燃气24小时抢修'),
  absence('heating.exists', { role: 'heat', choices: ['none'], work: 'falls-away' }),
  agency('heating.operator', 'heat'),
  text('heating.stopPolicy', '报停与开通'),
  absence('elevator.exists', { role: 'elevator_maint', choices: ['none'], work: 'falls-away' }),
  agency('elevator.rescuePhone', 'elevator_maint'),
  text('maintenanceFund.emergency', '维修资金应急使用'),
  text('renovation.hours', '装修时段'),
  text('telecom.operators', '小区里的宽带'),
  agency('sanitation.operator', 'sanitation'),
  agency('wasteBulk.phone', 'bulk_waste'),
  agency('pest.termiteAgency', 'termite'),
  agency('fire.reportPhone', 'fire_report'),
  text('ev.policy', '充电桩政策'),
  agency('charging.operators', 'charge_operator'),
  agency('crisis.hotline', 'crisis_line'),
  agency('elder.serviceCenter', 'elder_center'),
  text('elder.allowanceRule', '高龄津贴'),
  text('community.certList', '社区能开的证明'),
  agency('property.regulator', 'property_regulator'),
  text('property.feeStandard', '物业费标准'),
  absence('committee.exists', { role: 'owners_committee', choices: ['none'], work: 'falls-away' }),
  text('renewal.plan', '改造计划'),
  agency('renewal.contractor', 'renewal_contractor'),
  text('renewal.elevatorRule', '加装电梯规定'),
]
