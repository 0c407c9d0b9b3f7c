import fc from 'fast-check'
import { randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import { functions } from '../../src/cloud/deployment'
import { complaintAbout, keyNames, readKeys, type KeyName } from '../../src/cloud/keys'
import { developmentKeys } from '../../src/local/development-keys'

const fresh = (bytes = 32) => randomBytes(bytes).toString('base64')
const old = fresh()
const young = fresh()
const environment = {
  SEAL_KEYS: `old:${old}`,
  LOOKUP_KEY: fresh(),
  PERSON_KEY: fresh(40),
  CODE_KEY: fresh(),
} as const
const keys = readKeys(environment)
const text = fc.string({ unit: 'grapheme' })

describe('what is sealed', () => {
  it('is opened again by who says the same of it', () => {
    fc.assert(fc.property(text, text, (said, about) => expect(keys.unseal(keys.seal(said, about), about)).toBe(said)))
  })

  it('is never twice the same', () => {
    expect(keys.seal('13800138000', 'phone')).not.toBe(keys.seal('13800138000', 'phone'))
  })

  it('names its key, and shows nothing of the text', () => {
    const sealed = keys.seal('张三', 'name')
    expect(sealed).toMatch(/^old\.[\w-]{16}\.[\w-]{22}\.[\w-]+$/)
    expect(Buffer.from(sealed.split('.')[3] ?? '', 'base64url').toString()).not.toContain('张三')
  })

  it('cannot be moved elsewhere', () => {
    fc.assert(
      fc.property(text, text, text, (said, about, elsewhere) => {
        fc.pre(about !== elsewhere)
        expect(() => keys.unseal(keys.seal(said, about), elsewhere)).toThrow('cannot be opened')
      }),
    )
  })

  it('does not open once one letter of it was changed', () => {
    const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ ')
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), letter, (said, where, put) => {
        const sealed = keys.seal(said, 'x')
        const at = where % sealed.length
        fc.pre(sealed[at] !== put)
        expect(() => keys.unseal(sealed.slice(0, at) + put + sealed.slice(at + 1), 'x')).toThrow('cannot be opened')
      }),
      { numRuns: 500 },
    )
  })

  it('does not open with a shortened tag, which is easier to forge', () => {
    const [id, iv, tag = '', body] = keys.seal('x', 'x').split('.')
    const short = Buffer.from(tag, 'base64url').subarray(0, 4).toString('base64url')
    expect(() => keys.unseal([id, iv, short, body].join('.'), 'x')).toThrow('cannot be opened')
  })

  it.each(['', '.', '...', 'old', 'old.', 'old...', 'other.a.b.c', 'old.a.b.c', 'old.a.b.c.d'])(
    'is not %j',
    (sealed) => {
      expect(() => keys.unseal(sealed, 'x')).toThrow('cannot be opened')
    },
  )
})

describe('a rotation', () => {
  const during = readKeys({ ...environment, SEAL_KEYS: `young:${young},old:${old}` })
  const after = readKeys({ ...environment, SEAL_KEYS: `young:${young}` })

  it('opens what the key before has sealed', () => {
    expect(during.unseal(keys.seal('x', 'a'), 'a')).toBe('x')
  })

  it('seals with the new key', () => {
    expect(during.currentKey).toBe('young')
    expect(after.unseal(during.seal('x', 'a'), 'a')).toBe('x')
  })

  it('tells what is to be sealed anew', () => {
    expect(during.isCurrent(keys.seal('x', 'a'))).toBe(false)
    expect(during.isCurrent(during.seal('x', 'a'))).toBe(true)
  })

  it('takes no key for another whose id begins the same', () => {
    const longer = readKeys({ ...environment, SEAL_KEYS: `old1:${young}` })
    expect(keys.isCurrent(longer.seal('x', 'a'))).toBe(false)
  })

  it('leaves what was not sealed anew closed once the old key is gone', () => {
    expect(() => after.unseal(keys.seal('x', 'a'), 'a')).toThrow('cannot be opened')
  })

  it('changes no pseudonym', () => {
    expect(during.person('openid')).toBe(keys.person('openid'))
  })
})

describe('a pseudonym, a look-up and a signature', () => {
  it('are hex digits of a fixed length, the same for the same text', () => {
    expect(keys.person('o')).toMatch(/^[0-9a-f]{32}$/)
    expect(keys.lookup('phone', 'o')).toMatch(/^[0-9a-f]{32}$/)
    expect(keys.sign('setup', 'o')).toMatch(/^[0-9a-f]{64}$/)
    const again = readKeys(environment)
    expect([again.person('o'), again.lookup('k', 'o'), again.sign('k', 'o')]).toEqual([
      keys.person('o'),
      keys.lookup('k', 'o'),
      keys.sign('k', 'o'),
    ])
  })

  it('differ from one another, so that none gives another away', () => {
    fc.assert(
      fc.property(text, text, (kind, said) => {
        const all = [keys.person(said), keys.lookup(kind, said), keys.sign(kind, said).slice(0, 32)]
        expect(new Set(all).size).toBe(3)
      }),
    )
  })

  it('keep kind and text apart', () => {
    expect(keys.lookup('ab', 'c')).not.toBe(keys.lookup('a', 'bc'))
    expect(keys.sign('ab', 'c')).not.toBe(keys.sign('a', 'bc'))
  })

  it.each<[string, KeyName]>([
    ['person', 'PERSON_KEY'],
    ['lookup', 'LOOKUP_KEY'],
    ['sign', 'CODE_KEY'],
  ])('%s hangs on %s alone', (what, name) => {
    const other = readKeys({ ...environment, [name]: fresh() })
    const all = (some: typeof keys) => ({
      person: some.person('o'),
      lookup: some.lookup('k', 'o'),
      sign: some.sign('k', 'o'),
    })
    const differ = Object.entries(all(other)).filter(
      ([one, value]) => value !== Object.entries(all(keys)).find(([key]) => key === one)?.[1],
    )
    expect(differ.map(([one]) => one)).toEqual([what])
  })
})

describe('reading the keys refuses', () => {
  const weak = Buffer.alloc(32, 7).toString('base64')
  const cases: [string, KeyName, string | undefined, RegExp][] = [
    ...keyNames.flatMap((name): [string, KeyName, string | undefined, RegExp][] => [
      ['a missing', name, undefined, /is missing/],
      ['an empty', name, '', /is missing/],
    ]),
    ...keyNames.slice(1).flatMap((name): [string, KeyName, string, RegExp][] => [
      ['a short', name, fresh(31), /shorter than 32 bytes/],
      ['an ill-formed', name, `${fresh().slice(0, -2)}#=`, /not base64/],
      ['a cut', name, fresh(33).slice(0, -1), /not base64/],
      ['a regular', name, weak, /too regular/],
    ]),
    ['a nameless', 'SEAL_KEYS', young, /not of the form/],
    ['an ill-named', 'SEAL_KEYS', `a.b:${young}`, /not of the form/],
    ['a half', 'SEAL_KEYS', `a:${young},`, /not of the form/],
    ['a short', 'SEAL_KEYS', `a:${fresh(31)}`, /shorter than 32 bytes/],
    ['a long', 'SEAL_KEYS', `a:${fresh(33)}`, /not of 32 bytes/],
    ['an ill-formed', 'SEAL_KEYS', `a:${young.slice(0, -2)}#=`, /not base64/],
    ['a regular', 'SEAL_KEYS', `a:${weak}`, /too regular/],
    ['a second weak', 'SEAL_KEYS', `a:${young},b:${weak}`, /too regular/],
    ['a doubled id in', 'SEAL_KEYS', `a:${young},a:${old}`, /one id twice/],
    ['a doubled key in', 'SEAL_KEYS', `a:${young},b:${young}`, /one key twice/],
    ['a third key in', 'SEAL_KEYS', `a:${young},b:${old},c:${fresh()}`, /more than 2 keys/],
  ]
  it.each(cases)('%s %s, by a sentence without its value', (_, name, value, says) => {
    const complaint = complaintAbout(name, value) ?? ''
    expect(() => readKeys({ ...environment, [name]: value })).toThrow(complaint)
    expect(complaint).toMatch(says)
    expect(complaint).toContain(name)
    for (const part of (value ?? '').split(/[:,]/).filter((one) => one.length > 3))
      expect(complaint).not.toContain(part)
  })

  it('one key in two variables', () => {
    expect(() => readKeys({ ...environment, PERSON_KEY: environment.CODE_KEY })).toThrow(
      /PERSON_KEY and CODE_KEY hold the same/,
    )
    expect(() => readKeys({ ...environment, LOOKUP_KEY: old })).toThrow(/SEAL_KEYS and LOOKUP_KEY hold the same/)
  })
})

it('keys show nothing of themselves when they are printed', () => {
  const printed = inspect(keys, { depth: 10, showHidden: true }) + JSON.stringify(keys)
  for (const value of [old, environment.LOOKUP_KEY, environment.PERSON_KEY, environment.CODE_KEY]) {
    expect(printed).not.toContain(value)
  }
})

it('those functions that know people are given them by the manifest, and no other', () => {
  expect([functions.api.secrets, functions.timer.secrets]).toEqual([keyNames, keyNames])
  expect(functions.events).not.toHaveProperty('secrets')
})

it('the local cloud has some', () => {
  expect(readKeys(developmentKeys).currentKey).toBe('development')
})
