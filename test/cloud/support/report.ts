import type { Call, InputOf, reportContact } from '../../../src/contract'

/** What a resident at 和苑小区 1号楼 says of the property company's front desk. */
export const aReport = (over: Partial<InputOf<typeof reportContact>> = {}): InputOf<typeof reportContact> => ({
  buildingId: 'heyuan-1',
  agencyId: 'west-property',
  phoneId: 'p1201',
  matterId: 'drain-blocked',
  kind: 'wrong-number',
  ...over,
})

export const reporting = (key: string, over: Partial<InputOf<typeof reportContact>> = {}): Partial<Call> => ({
  action: 'contact.report',
  input: aReport(over),
  key,
})
