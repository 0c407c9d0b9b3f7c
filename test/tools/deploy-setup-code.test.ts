import { readKeys } from '../../src/cloud/keys'
import { readSetupCode } from '../../src/cloud/people/setup-code'
import { developmentKeys } from '../../src/local/development-keys'
import { firstSetupCode, setupCodeText } from '../../src/tools/deploy/setup-code'
import { emptyState, type State } from '../../src/tools/deploy/state'
import { me } from '../../src/text'

const now = Date.parse('2026-11-22T10:00:00+08:00')
// Any keys do; these are at hand.
const given = developmentKeys
const codeIn = (text: string) => /(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}/.exec(text)?.[0] ?? ''
const grantOf = (text: string, communityId: string | null) =>
  readSetupCode(readKeys(given), codeIn(text), { communityId, now })

/** An environment whose function `api` has these variables. */
const withVariables = (variables: Readonly<Record<string, string>>): State => ({
  ...emptyState,
  functions: { api: { runtime: 'Nodejs20.19', memory: 256, timeout: 10, variables, code: '', timers: [] } },
})

describe('the set-up code at the end of a deployment', () => {
  it('comes with the first one, for a new community', () => {
    expect(grantOf(firstSetupCode(emptyState, given, now), null)).toHaveProperty('nonceId')
  })

  it('comes where an environment of before gets the key of codes', () => {
    expect(codeIn(firstSetupCode(withVariables({ TZ: 'x' }), given, now))).not.toBe('')
  })

  it('does not come again', () => {
    expect(firstSetupCode(withVariables({ CODE_KEY: 'digest' }), given, now)).toBe('')
  })

  it('gives way to how to get one where a key is not at hand', () => {
    const text = firstSetupCode(emptyState, { ...given, PERSON_KEY: undefined }, now)
    expect(codeIn(text)).toBe('')
    expect(text).toContain('--setup-code')
  })
})

describe('what is printed with a set-up code', () => {
  it('calls the row on 我的 by its name', () => {
    expect(firstSetupCode(emptyState, given, now)).toContain(`“${me.setup}”`)
  })

  it('says until when it holds, as China counts days', () => {
    const late = Date.parse('2026-11-22T23:59:00+08:00')
    expect(setupCodeText({ community: null, days: 7, local: false }, given, late)).toContain('2026-11-29')
  })

  it('says how to make the same again', () => {
    const text = setupCodeText({ community: 'west-street', days: 7, local: true }, given, now)
    expect(text).toContain('--setup-code --community west-street --local')
    expect(grantOf(text, 'west-street')).toMatchObject({ communityId: 'west-street' })
  })

  it('holds a code that is never the same twice', () => {
    const one = () => codeIn(setupCodeText({ community: null, days: 7, local: true }, {}, now))
    expect(one()).not.toBe(one())
  })
})
