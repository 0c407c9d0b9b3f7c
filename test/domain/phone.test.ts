import fc from 'fast-check'
import { maskPhone, normalisePhone } from '../../src/domain/people/phone'

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
const mobiles = fc.tuple(fc.constantFrom(...'3456789'), digits(9)).map(([second, rest]) => `1${second}${rest}`)
const areas = fc.oneof(
  fc.constantFrom('010', '021', '029').map((code) => ({ code, lengths: [8] })),
  fc.constantFrom('0371', '0512', '0991').map((code) => ({ code, lengths: [7, 8] })),
)
const landlines = areas.chain(({ code, lengths }) =>
  fc
    .tuple(
      fc.constantFrom(...'23456789'),
      fc.constantFrom(...lengths).chain((length) => digits(length - 1)),
    )
    .map(([first, rest]) => `${code}${first}${rest}`),
)
const phones = fc.oneof(mobiles, landlines)

describe('a typed number', () => {
  it.each([
    ['13800138000', '13800138000'],
    ['\u202d138 0013 8000\u202c', '13800138000'],
    ['138\u200b00138000\u0000', '13800138000'],
    [' 138 0013 8000 ', '13800138000'],
    ['138-0013-8000', '13800138000'],
    ['138–0013—8000', '13800138000'],
    ['138.0013.8000', '13800138000'],
    ['+86 138 0013 8000', '13800138000'],
    ['+86-13800138000', '13800138000'],
    ['008613800138000', '13800138000'],
    ['8613800138000', '13800138000'],
    ['（+86）13800138000', '13800138000'],
    ['１３８００１３８０００', '13800138000'],
    ['＋８６　１３８００１３８０００', '13800138000'],
    ['0371-68001234', '037168001234'],
    ['(0371) 6800 1234', '037168001234'],
    ['0371－6800123', '03716800123'],
    ['010 6500 0000', '01065000000'],
    ['+86 10 6500 0000', '01065000000'],
    ['+86 371 6800 1234', '037168001234'],
    ['+86 (0)371 6800 1234', '037168001234'],
  ])('%s is %s', (typed, number) => expect(normalisePhone(typed)).toBe(number))

  it.each([
    ['nothing', ''],
    ['too short', '1380013800'],
    ['too long', '138001380001'],
    ['of no network', '12800138000'],
    ['a landline without its area code', '68001234'],
    ['a landline that begins with 1', '0371 1800 1234'],
    ['of Peking with seven digits', '010 650 0000'],
    ['with an extension', '0371-68001234转802'],
    ['two numbers', '13800138000/13900139000'],
    ['of another country', '+1 212 555 0100'],
    ['with words', '电话13800138000'],
    ['in digits of another script', '١٣٨٠٠١٣٨٠٠٠'],
    ['an emergency number', '110'],
    ['a plus without a country', '+13800138000'],
  ])('is none: %s', (_, typed) => expect(normalisePhone(typed)).toBeNull())

  it('stays what it is when it is read again', () => {
    fc.assert(fc.property(phones, (phone) => expect(normalisePhone(phone)).toBe(phone)))
  })

  it('is the same however it is set', () => {
    const between = fc.array(fc.constantFrom('', ' ', '-', '　', '－', '('), { minLength: 13, maxLength: 13 })
    fc.assert(
      fc.property(phones, between, (phone, marks) => {
        expect(normalisePhone([...phone].map((digit, i) => digit + (marks[i] ?? '')).join(''))).toBe(phone)
      }),
    )
  })

  it('is digits or null, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const number = normalisePhone(typed)
        if (number !== null) expect(normalisePhone(number)).toBe(number)
        expect(number ?? '13800138000').toMatch(/^[01]\d{9,11}$/)
      }),
    )
  })
})

describe('a masked number', () => {
  it.each([
    ['13800138000', '138****8000'],
    ['037168001234', '0371****234'],
    ['03716800123', '0371****123'],
    ['01065000000', '010****000'],
    ['', '****'],
    ['110', '****'],
    ['+8613800138000', '****'],
    ['张三', '****'],
  ])('%s → %s', (phone, mask) => expect(maskPhone(phone)).toBe(mask))

  it('hides at least four digits', () => {
    fc.assert(
      fc.property(phones, (phone) => {
        expect(phone.length - maskPhone(phone).replace(/\*/g, '').length).toBeGreaterThanOrEqual(4)
      }),
    )
  })

  it('tells nothing of what it hides: whatever stood there, the mask is the same', () => {
    fc.assert(
      fc.property(phones, digits(8), (phone, other) => {
        const shown = maskPhone(phone).split('****')
        const [start = '', end = ''] = shown
        const hidden = phone.length - start.length - end.length
        // A landline's first digit is no chance: it stays.
        const kept = phone.startsWith('0') ? phone.slice(start.length, start.length + 1) : ''
        const twin = start + kept + other.slice(0, hidden - kept.length) + end
        expect(maskPhone(twin)).toBe(maskPhone(phone))
      }),
    )
  })

  it('never holds the hidden digits as a run, unless they also stand in the open part', () => {
    fc.assert(
      fc.property(phones, (phone) => {
        const [start = '', end = ''] = maskPhone(phone).split('****')
        const hidden = phone.slice(start.length, phone.length - end.length)
        fc.pre(!start.includes(hidden) && !end.includes(hidden))
        expect(maskPhone(phone)).not.toContain(hidden)
      }),
    )
  })
})
