import * as v from 'valibot'
import { actions, commonRefusals, doorCode, id, key, release, type ActionName } from '../../src/contract'
import { refusalText } from '../../src/text'

/** An input of each action. */
const inputs: Readonly<Record<ActionName, Record<string, unknown>>> = {
  'door.open': { by: 'code', code: '7K2MXQ9RTD' },
  'place.list': { cursor: null },
  'place.buildings': { estateId: 'heyuan', cursor: null },
  'contact.report': {
    buildingId: 'heyuan-1',
    agencyId: 'west-property',
    phoneId: 'p1201',
    matterId: null,
    kind: 'wrong-number',
  },
  'search.missed': { communityId: 'west-street', outcome: 'wrong', text: null, shown: ['drain-blocked'] },
}
const names = actions.map(({ name }) => name)
const actionOf = (name: ActionName) => {
  const found = actions.find((declared) => declared.name === name)
  if (!found) throw new Error(`no action ${name}`)
  return found
}

describe('the contract', () => {
  it('names every action once', () => {
    expect(new Set(names).size).toBe(names.length)
  })

  it('counts its releases from one', () => {
    expect(Number.isInteger(release) && release >= 1).toBe(true)
  })

  it('says the refusals that any action may answer only once', () => {
    const own = actions.flatMap(({ refusals }) => [...refusals] as string[])
    expect(own.filter((code) => (commonRefusals as readonly string[]).includes(code))).toEqual([])
  })
})

describe.each(names)('%s', (name) => {
  const declared = actionOf(name)

  it('is named by its area and its verb', () => {
    expect(name).toMatch(/^[a-z]+\.[a-z]+$/)
  })

  it('says who may call it and whether it writes', () => {
    expect(declared.who).toBe('anyone')
    expect(['read', 'write']).toContain(declared.kind)
  })

  it('refuses with codes of its own area or a neighbour’s, each once and each with a text', () => {
    expect(new Set(declared.refusals).size).toBe(declared.refusals.length)
    for (const code of declared.refusals) {
      expect(code).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/)
      expect(refusalText[code]).toMatch(/\p{Script=Han}/u)
    }
  })

  it('takes its input, and none with a field too many or too few', () => {
    const input = inputs[name]
    expect(v.is(declared.input, input)).toBe(true)
    expect(v.is(declared.input, { ...input, openid: 'somebody' })).toBe(false)
    for (const field of Object.keys(input)) {
      const { [field]: _, ...rest } = input
      expect([field, v.is(declared.input, rest)]).toEqual([field, false])
    }
  })

  it('drops from its output what the view does not declare', () => {
    expect(declared.output.type).toBe('object')
  })
})

describe('a door code', () => {
  const allowed = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!#$&'()*+,/:;=?@-._~"

  it('is made of the characters that a scene may carry', () => {
    const all = Array.from({ length: 128 }, (_, at) => String.fromCharCode(at))
    expect(all.filter((character) => v.is(doorCode, character)).sort()).toEqual([...allowed].sort())
  })

  it.each([
    [1, true],
    [32, true],
    [0, false],
    [33, false],
  ])('of %i characters is one: %s', (length, is) => {
    expect(v.is(doorCode, 'x'.repeat(length))).toBe(is)
  })
})

describe('an id', () => {
  it.each(['heyuan-1-u2', 'p1201', 'A_b.c-1'])('may be %j', (text) => {
    expect(v.is(id, text)).toBe(true)
  })

  it.each(['', 'a b', '../x', '$where', '楼', 'x'.repeat(65)])('is not %j', (text) => {
    expect(v.is(id, text)).toBe(false)
  })
})

describe('an idempotency key', () => {
  it.each([
    ['x'.repeat(16), true],
    ['x'.repeat(64), true],
    ['x'.repeat(15), false],
    ['x'.repeat(65), false],
    ['x'.repeat(15) + '.', false],
  ])('%j is one: %s', (text, is) => {
    expect(v.is(key, text)).toBe(is)
  })
})
