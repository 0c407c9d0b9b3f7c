import fc from 'fast-check'
import { officeNumber } from '../../src/domain/directory'

describe('the number of an office as keepers type it', () => {
  it.each([
    ['13900000000', '13900000000'],
    ['139 0000 0000', '13900000000'],
    ['139-0000-0000', '13900000000'],
    ['+86 139 0000 0000', '13900000000'],
    ['１３９００００００００', '13900000000'],
    ['0371-68001234', '0371-68001234'],
    ['\u202d0371-6800\u200b1234\u202c', '0371-68001234'],
    ['\ufeff０３７１－６８００１２３４\u0000', '0371-68001234'],
    ['0371—6800 1234', '0371-68001234'],
    ['(0371) 6800-1234', '0371-68001234'],
    ['（0371）68001234', '0371-68001234'],
    ['037168001234', '0371-68001234'],
    ['0546-8001234', '0546-8001234'],
    ['010 65000000', '010-65000000'],
    ['021-6500 0000', '021-65000000'],
    ['+86 371 68001234', '0371-68001234'],
    ['0371-68001234-8012', '0371-68001234-8012'],
    ['0371-68001234转8012', '0371-68001234-8012'],
    ['0371-68001234 转 8012', '0371-68001234-8012'],
    ['0371-68001234 分机：8012', '0371-68001234-8012'],
    ['037168001234#8012', '0371-68001234-8012'],
    ['400-800-1234', '400-800-1234'],
    ['4008001234', '400-800-1234'],
    ['400-8001-234', '400-800-1234'],
    ['4008001234转2', '400-800-1234-2'],
    ['800 820 1234', '800-820-1234'],
    ['12345', '12345'],
    ['110', '110'],
    ['95598', '95598'],
    ['96777', '96777'],
    ['10086', '10086'],
    ['116114', '116114'],
  ])('%s is %s', (typed, number) => expect(officeNumber(typed)).toEqual({ number }))

  it.each([
    ['68001234', 'phone-no-area-code'],
    ['6800123', 'phone-no-area-code'],
    ['6800-1234', 'phone-no-area-code'],
    ['1390000000', 'phone-unclear'],
    ['139000000001', 'phone-unclear'],
    ['0371-68001234 / 13900000000', 'phone-unclear'],
    ['13900000000转3', 'phone-unclear'],
    ['没有', 'phone-unclear'],
    ['老王13900000000', 'phone-unclear'],
    ['0371-18001234', 'phone-unclear'],
    ['', 'phone-unclear'],
  ])('%s is none: %s', (typed, unclear) => expect(officeNumber(typed)).toEqual({ unclear }))

  it.each([
    ['37168001234', '0371-68001234'],
    ['1065000000', '010-65000000'],
    ['5468001234', '0546-8001234'],
  ])('says of %s that its zero was dropped and %s was meant', (typed, lostZero) =>
    expect(officeNumber(typed)).toEqual({ lostZero }),
  )

  it('stays as it is once it is in its form, and fits what the directory may hold', () => {
    const typed = fc.stringMatching(/^(?:0[1-9]\d{1,2}-?|400|1)\d{2,9}(?:-\d{1,4})?$/)
    fc.assert(
      fc.property(typed, (text) => {
        const read = officeNumber(text)
        fc.pre('number' in read)
        expect(officeNumber(read.number)).toEqual(read)
        expect(read.number).toMatch(/^[0-9][0-9 -]{2,19}$/)
      }),
      { numRuns: 500 },
    )
  })
})
