import fc from 'fast-check'
import { formatSetupCode, idFrom, parseSetupCode, setupCodeBytes } from '../../src/domain/people/setup-code'

const codes = fc.uint8Array({ minLength: setupCodeBytes, maxLength: setupCodeBytes })

describe('a set-up code on paper', () => {
  it('has six groups of four letters that cannot be mistaken', () => {
    fc.assert(
      fc.property(codes, (bytes) =>
        expect(formatSetupCode(bytes)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){5}$/),
      ),
    )
  })

  it('is read back as it was written', () => {
    fc.assert(fc.property(codes, (bytes) => expect(parseSetupCode(formatSetupCode(bytes))).toEqual(bytes)))
  })

  it('forgives how people write and read out letters', () => {
    const careless: ((text: string) => string)[] = [
      (text) => text.toLowerCase(),
      (text) => text.replace(/-/g, ''),
      (text) => text.replace(/-/g, ' — '),
      (text) => text.replace(/0/g, 'O'),
      (text) => text.replace(/0/g, 'o'),
      (text) => text.replace(/1/g, 'I'),
      (text) => text.replace(/1/g, 'l'),
      (text) => ` ${text}\n`,
      (text) => [...text].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join(''),
    ]
    fc.assert(
      fc.property(codes, fc.constantFrom(...careless), (bytes, change) =>
        expect(parseSetupCode(change(formatSetupCode(bytes)))).toEqual(bytes),
      ),
    )
  })

  it.each([
    ['nothing', ''],
    ['one letter less', '0000-0000-0000-0000-0000-000'],
    ['one letter more', '0000-0000-0000-0000-0000-00000'],
    ['a letter that it never has', '0000-0000-0000-0000-0000-000U'],
    ['a sign', '0000-0000-0000-0000-0000-000*'],
    ['Chinese words', '开通码开通码开通码开通码开通码开通码开通码开通码'],
  ])('is none: %s', (_, typed) => expect(parseSetupCode(typed)).toBeNull())

  it('is bytes or null, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
        expect([null, setupCodeBytes]).toContain(parseSetupCode(typed)?.length ?? null)
      }),
    )
  })
})

describe('an id from bytes', () => {
  it.each([
    [[0, 0, 0, 0, 0], '00000000'],
    [[255, 255, 255, 255, 255], 'zzzzzzzz'],
    [[0, 0, 0, 0, 1], '00000001'],
    [[1, 35, 69, 103, 137], '04hmasw9'],
    [[255], 'zw'],
  ])('%j is %s', (bytes, text) => expect(idFrom(Uint8Array.from(bytes))).toBe(text))
})
