import fc from 'fast-check'
import { invitationState, readCarriedCode, shownCode } from '../../src/domain/people/invitation'

const now = 1000
const open = { state: 'open', uses: 2, used: 1, expiresAt: now + 1 } as const

describe('an invitation', () => {
  it.each([
    ['is open while there are uses and time left', open, true, 'open'],
    ['is used up with its last use', { ...open, used: 2 }, true, 'used-up'],
    ['is over in the moment it expires', { ...open, expiresAt: now }, true, 'expired'],
    ['is revoked, whatever else is true of it', { ...open, state: 'revoked', used: 2, expiresAt: 0 }, true, 'revoked'],
    ['falls with the role of who made it', open, false, 'revoked'],
    ['was used up before its maker lost the role', { ...open, used: 2 }, false, 'used-up'],
  ] as const)('%s', (_, invitation, makerHolds, state) => {
    expect(invitationState(invitation, { now, makerHolds })).toBe(state)
  })
})

const letter = fc.constantFrom(...'0123456789abcdefghjkmnpqrstvwxyz')
const code = fc.string({ unit: letter, minLength: 24, maxLength: 24 })

describe('the code of an invitation', () => {
  it('is read again as it is shown', () => {
    fc.assert(fc.property(code, (text) => expect(readCarriedCode(shownCode(text))).toBe(text)))
  })

  it('is shown in six groups of four', () => {
    expect(shownCode('7k2mxq9rtd00abcdefgh1234')).toBe('7K2M-XQ9R-TD00-ABCD-EFGH-1234')
  })

  it.each([
    ['with blanks around and between', ' 7k2m xq9r td00 abcd efgh 1234 '],
    ['with what looks like nought and one', '7K2M-XQ9R-TDOo-ABCD-EFGH-i234'],
    ['in full-width letters', '７Ｋ２ＭＸＱ９ＲＴＤ００ＡＢＣＤＥＦＧＨ１２３４'],
    ['with long dashes', '7K2M—XQ9R—TD00—ABCD—EFGH—1234'],
  ])('is understood %s', (_, typed) => {
    expect(readCarriedCode(typed)).toBe('7k2mxq9rtd00abcdefgh1234')
  })

  it.each(['', '7k2m', '7k2mxq9rtd00abcdefgh12345', '7k2mxq9rtd00abcdefgh123u', '7k2mxq9rtd00abcdefgh123家'])(
    'is none: %j',
    (typed) => {
      expect(readCarriedCode(typed)).toBeNull()
    },
  )
})
