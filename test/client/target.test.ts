import fc from 'fast-check'
import { targetKey, targetOf, targetOfPlace, targetQuery } from '../../src/client/target'

const code = (text: string) => ({ by: 'code', code: text })
const place = (buildingId: string, unitId: string | null = null) => ({ by: 'place', buildingId, unitId })

/** What WeChat allows in a code's scene. */
const allowed = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!#$&'()*+,/:;=?@-._~"
const anyCode = fc.string({ unit: fc.constantFrom(...allowed), minLength: 1, maxLength: 32 })
const encoded = encodeURIComponent

describe('the place that a page was opened for', () => {
  it.each([
    ['the scene of a mini-program code', { scene: '7K2MXQ9RTD' }, code('7K2MXQ9RTD')],
    ['a scene as WeChat encodes it', { scene: 'a%3D1%26b%3D2' }, code('a=1&b=2')],
    ['an ordinary link', { q: encoded('https://example.cn/d/7K2MXQ9RTD') }, code('7K2MXQ9RTD')],
    [
      'an ordinary link with a slash at its end',
      { q: encoded('https://example.cn/d/7K2MXQ9RTD/') },
      code('7K2MXQ9RTD'),
    ],
    ['an ordinary link with more behind it', { q: encoded('https://example.cn/d/7K2M?from=wall#x') }, code('7K2M')],
    ['an ordinary link that names the code', { q: encoded('https://example.cn/x?a=1&code=7K2M&b=2') }, code('7K2M')],
    ['a plain path with a code', { code: '7K2MXQ9RTD' }, code('7K2MXQ9RTD')],
    ['a card with a building', { b: 'heyuan-1' }, place('heyuan-1')],
    ['a card with a unit', { b: 'heyuan-1', u: 'heyuan-1-u2' }, place('heyuan-1', 'heyuan-1-u2')],
    ['a card with an empty unit', { b: 'heyuan-1', u: '' }, place('heyuan-1')],
  ])('is known from %s', (_, query, target) => {
    expect(targetOf(query)).toEqual(target)
  })

  it.each([
    ['nothing', {}],
    ['empty values', { scene: '', q: '', code: '', b: '' }],
    ['a unit without its building', { u: 'heyuan-1-u2' }],
    ['a link to somewhere else', { q: encoded('https://example.cn/pay?x=1') }],
    ['a link that only looks like ours', { q: encoded('https://example.cn/d/') }],
    ['a link with an empty code', { q: encoded('https://example.cn/?code=') }],
    ['a link that cannot be decoded', { q: '%E0%A4%A' }],
    ['what belongs to other pages', { id: 'drain-blocked', from: 'share' }],
  ])('is none in %s', (_, query) => {
    expect(targetOf(query)).toBeNull()
  })

  it('is a scene before all else, and a link without a code leaves the rest to speak', () => {
    expect(targetOf({ scene: 'A', q: encoded('https://example.cn/d/B'), code: 'C', b: 'D' })).toEqual(code('A'))
    expect(targetOf({ q: encoded('https://example.cn/'), b: 'D' })).toEqual(place('D'))
  })

  it('keeps every code that may be printed, in every way it may come', () => {
    fc.assert(
      fc.property(anyCode, (text) => {
        expect(targetOf({ scene: encoded(text) })).toEqual(code(text))
        expect(targetOf({ code: encoded(text) })).toEqual(code(text))
        expect(targetOf({ q: encoded(`https://example.cn/d/${encoded(text)}`) })).toEqual(code(text))
        expect(targetOf({ q: encoded(`https://example.cn/x?code=${encoded(text)}`) })).toEqual(code(text))
        // Some paths decode it once before we do.
        expect(targetOf({ scene: text })).toEqual(code(text))
      }),
    )
  })

  it('never throws, whatever a link holds', () => {
    const query = fc.record({ scene: fc.string(), q: fc.string(), code: fc.string(), b: fc.string(), u: fc.string() })
    fc.assert(fc.property(query, (given) => expect(() => targetOf(given)).not.toThrow()))
  })
})

describe('a card about a place', () => {
  const doorPlace = {
    communityId: 'west-street',
    communityName: '西街社区',
    streetName: '河岸街道',
    region: [],
    gridId: null,
    gridName: null,
    estateId: 'heyuan',
    estateName: '和苑小区',
    buildingId: 'heyuan-1',
    buildingName: '1号楼',
    unitName: null,
  }

  it.each([null, 'heyuan-1-u2'])('with the unit %j opens the same place', (unitId) => {
    const there = { ...doorPlace, unitId }
    const query = Object.fromEntries(new URLSearchParams(targetQuery(targetOfPlace(there))))
    expect(targetOf(query)).toEqual(targetOfPlace(there))
  })

  it('is named by its code while nothing else is known of it', () => {
    fc.assert(
      fc.property(anyCode, (text) => {
        const query = Object.fromEntries(
          targetQuery({ by: 'code', code: text })
            .split('&')
            .map((pair) => pair.split('=') as [string, string]),
        )
        expect(targetOf(query)).toEqual(code(text))
      }),
    )
  })

  it('without a place says nothing', () => {
    expect(targetQuery(null)).toBe('')
  })

  it('is kept under a name of its own', () => {
    const targets = [targetOf({ code: 'x' }), targetOf({ b: 'x' }), targetOf({ b: 'x', u: 'y' }), targetOf({ b: 'y' })]
    const keys = targets.flatMap((target) => (target ? [targetKey(target)] : []))
    expect(new Set(keys).size).toBe(4)
  })
})
