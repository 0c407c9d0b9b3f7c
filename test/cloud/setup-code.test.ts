import fc from 'fast-check'
import { randomBytes } from 'node:crypto'
import { readKeys } from '../../src/cloud/keys'
import { makeSetupCode, readSetupCode, setupNonceBytes } from '../../src/cloud/people/setup-code'
import { day } from '../../src/domain/time/clock'
import { developmentKeys } from '../../src/local/development-keys'

const keys = readKeys(developmentKeys)
const now = Date.parse('2026-11-22T10:00:00+08:00')
const nonce = Uint8Array.of(1, 35, 69, 103, 137)
const made = (over: Partial<Parameters<typeof makeSetupCode>[1]> = {}) =>
  makeSetupCode(keys, { communityId: 'west-street', expiresAt: now + 7 * day, nonce, ...over })
const read = (code: string, over: Partial<Parameters<typeof readSetupCode>[2]> = {}) =>
  readSetupCode(keys, code, { communityId: 'west-street', now, ...over })

describe('a set-up code', () => {
  it('grants its community', () => {
    expect(read(made())).toEqual({ nonceId: '04hmasw9', communityId: 'west-street' })
  })

  it('for a new community names the id that this is to have', () => {
    expect(read(made({ communityId: null }), { communityId: null })).toEqual({
      nonceId: '04hmasw9',
      communityId: 'c-04hmasw9',
    })
  })

  it('grants what it was made for, whatever that is', () => {
    const nonces = fc.uint8Array({ minLength: setupNonceBytes, maxLength: setupNonceBytes })
    fc.assert(
      fc.property(fc.option(fc.string({ minLength: 1 })), nonces, fc.nat(60_000), (communityId, some, days) => {
        const code = makeSetupCode(keys, { communityId, expiresAt: days * day, nonce: some })
        expect(readSetupCode(keys, code, { communityId, now: days * day })).toMatchObject({
          communityId: communityId ?? expect.stringMatching(/^c-[0-9a-hjkmnp-tv-z]{8}$/),
        })
      }),
    )
  })

  it.each([
    ['another community', { communityId: 'other' }],
    ['a new community', { communityId: null }],
  ])('grants nothing for %s', (_, over) => expect(read(made(), over)).toEqual({ refused: 'unknown' }))

  it('for a new community grants none that is there', () => {
    expect(read(made({ communityId: null }))).toEqual({ refused: 'unknown' })
  })

  it('holds to the end of its last day in China', () => {
    const expiresAt = Date.parse('2026-11-29T00:00:00+08:00')
    const code = made({ expiresAt })
    expect(read(code, { now: expiresAt + day - 1 })).toMatchObject({ communityId: 'west-street' })
    expect(read(code, { now: expiresAt + day })).toEqual({ refused: 'expired' })
  })

  it('is unknown once a single letter of it is another', () => {
    const letters = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']
    const code = made()
    fc.assert(
      fc.property(fc.nat(code.length - 1), fc.constantFrom(...letters), (at, put) => {
        fc.pre(code[at] !== '-' && code[at] !== put)
        expect(read(code.slice(0, at) + put + code.slice(at + 1))).toEqual({ refused: 'unknown' })
      }),
      { numRuns: 500 },
    )
  })

  it('of another key is unknown', () => {
    const others = readKeys({ ...developmentKeys, CODE_KEY: randomBytes(32).toString('base64') })
    const code = makeSetupCode(others, { communityId: 'west-street', expiresAt: now + day, nonce })
    expect(read(code)).toEqual({ refused: 'unknown' })
  })

  it('that is mistyped is called so', () => {
    expect(read(made().slice(1))).toEqual({ refused: 'ill-formed' })
  })

  it('is never made with too little chance', () => {
    expect(() => made({ nonce: new Uint8Array(4) })).toThrow('nonce')
  })
})
