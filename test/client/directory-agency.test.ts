import { roles } from '../../src/knowledge/book'
import { noAgency, type AgencyFields, type PhoneFields } from '../../src/pages/directory/parts/agency-fields'
import { changesBetween, merged } from '../../src/pages/directory/parts/agency-merge'
import { roleGroups } from '../../src/pages/directory/parts/agency-roles'

const phone = (key: string, number: string, phoneId: string | null = key): PhoneFields => ({
  ...{ key, phoneId, number, description: '', hours: '24小时', owner: '前台', rung: false },
})
const base: AgencyFields = {
  ...{ ...noAgency, name: '供水所', roles: ['water'] },
  phones: [phone('a', '13900000001'), phone('b', '13900000002')],
}
const numbersOf = ({ phones }: AgencyFields) => phones.map(({ number }) => number)

describe('what an agency may answer for', () => {
  it('is every role that somebody can have, each in one group', () => {
    const offered = Object.values<readonly string[]>(roleGroups).flat()
    const held = Object.values(roles).filter(({ person }) => person !== true)
    expect([...offered].sort()).toEqual(held.map(({ id }) => id).sort())
  })
})

describe('a form on top of what others saved meanwhile', () => {
  it('takes over what was changed there, and keeps what was changed here', () => {
    const mine = { ...base, name: '西区供水所' }
    const theirs = { ...base, roles: ['water', 'municipal'] }
    expect(merged(base, mine, theirs)).toMatchObject({ name: '西区供水所', roles: ['water', 'municipal'] })
  })

  it('keeps one’s own word where both changed the same', () => {
    expect(merged(base, { ...base, name: '甲' }, { ...base, name: '乙' }).name).toBe('甲')
  })

  it('drops a number that was taken out here, and one that was taken out there', () => {
    const mine = { ...base, phones: base.phones.slice(1) }
    const theirs = { ...base, phones: base.phones.slice(0, 1) }
    expect(numbersOf(merged(base, mine, theirs))).toEqual([])
  })

  it('keeps a number that was mended there, though it was taken out here', () => {
    const mine = { ...base, phones: base.phones.slice(1) }
    const theirs = { ...base, phones: [phone('a', '13900000009'), phone('b', '13900000002')] }
    expect(numbersOf(merged(base, mine, theirs))).toEqual(['13900000009', '13900000002'])
  })

  it('keeps a number that was changed here as a new one, though it was taken out there', () => {
    const mine = { ...base, phones: [phone('a', '13900000008'), phone('b', '13900000002')] }
    const theirs = { ...base, phones: base.phones.slice(1) }
    expect(merged(base, mine, theirs).phones).toEqual([phone('b', '13900000002'), phone('a', '13900000008', null)])
  })

  it('has the numbers that were added on either side', () => {
    const mine = { ...base, phones: [...base.phones, phone('new-2', '13900000003', null)] }
    const theirs = { ...base, phones: [...base.phones, phone('c', '13900000004')] }
    expect(numbersOf(merged(base, mine, theirs))).toEqual([...numbersOf(base), ...['13900000004', '13900000003']])
  })

  it('is told in numbers what came, went and changed', () => {
    const after = { ...base, phones: [phone('a', '13900000009'), phone('c', '13900000004')] }
    expect(changesBetween(base, after)).toMatchObject({
      ...{ name: false, roles: false, area: false },
      ...{ added: ['13900000004'], removed: ['13900000002'] },
      changed: [{ from: '13900000001', to: '13900000009' }],
    })
  })
})
