import fc from 'fast-check'
import { derivedId } from '../../src/domain/directory'
import { fnv64, hash32, hash64 } from '../../src/domain/directory/hash'
import { type Claim, claimIds } from '../../src/domain/directory/ids'
import { directoryOf, estates, read, sheet } from './support/directory'

describe('the hash', () => {
  // From the page of FNV's authors: isthe.com/chongo/tech/comp/fnv.
  it.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['foobar', '85944171f73967e8'],
  ])('of %p is that of FNV-1a with 64 bits', (text, hash) => expect(fnv64(text)).toBe(hash))

  it('is written in signs that an id may have, always as many', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(hash64(text)).toMatch(/^[0-9a-z]{13}$/)
        expect(hash32(text)).toMatch(/^[0-9a-z]{7}$/)
      }),
    )
  })

  it('tells thirty thousand rooms apart', () => {
    const hashes = new Set(Array.from({ length: 30_000 }, (_, at) => hash64(`和苑小区 ${at % 100}号楼 ${at}`)))
    expect(hashes.size).toBe(30_000)
  })
})

describe('a derived id', () => {
  it('is the same twice, and fits what a document may be called', () => {
    expect(derivedId('lane', 'building', 'name', '1号楼')).toBe(derivedId('lane', 'building', 'name', '1号楼'))
    expect(derivedId('lane', 'building', 'name', '1号楼')).toMatch(/^b[0-9a-z]{20}$/)
  })

  it.each<[string, Parameters<typeof derivedId>]>([
    ['in another community', ['street', 'building', '1', '2']],
    ['of another kind', ['lane', 'estate', '1', '2']],
    ['of parts that are cut elsewhere', ['lane', 'building', '12', '']],
  ])('is another %s', (_, parts) => expect(derivedId(...parts)).not.toBe(derivedId('lane', 'building', '1', '2')))
})

describe('the ids of rows', () => {
  const claims = fc.uniqueArray(
    fc.record({
      code: fc.option(fc.constantFrom('x', 'y', 'old-1', 'old-2')),
      key: fc.constantFrom('a', 'b', 'c', 'd'),
    }),
    { selector: ({ key }) => key },
  )
  const before = fc.uniqueArray(
    fc.record({ id: fc.constantFrom('old-1', 'old-2', 'old-3'), key: fc.constantFrom('a', 'b', 'e') }),
    {
      selector: ({ id }) => id,
    },
  )
  /** Of two rows with one code the second one has none: that is seen to before. */
  const once = (all: readonly Claim[]) =>
    all.map((claim, at) => (all.findIndex(({ code }) => code === claim.code) === at ? claim : { ...claim, code: null }))

  it('are never the same for two, and stay when the same rows come again', () => {
    fc.assert(
      fc.property(claims, before, (typed, old) => {
        const rows = once(typed)
        const ids = claimIds('lane', 'grid', rows, old)
        expect(new Set(ids).size).toBe(rows.length)
        const after = rows.map(({ key }, at) => ({ id: ids[at] ?? '', key }))
        expect(claimIds('lane', 'grid', rows, after)).toEqual(ids)
      }),
      { numRuns: 1000 },
    )
  })

  it('avoid one that something else has, even if the hash is the same', () => {
    const taken = derivedId('lane', 'grid', 'name', '1号楼')
    const [id] = claimIds('lane', 'grid', [{ code: null, key: '1号楼' }], [{ id: taken, key: '甲楼' }])
    expect(id).not.toBe(taken)
  })
})

describe('what is there already', () => {
  const named = (name: string, code: string | null = null) =>
    directoryOf([estates, sheet('楼栋', ['小区', '楼栋', '编号'], ['柳园', name, code])])
  const before = named('1号楼')
  const again = (...rows: (string | null)[][]) =>
    read([sheet('楼栋', ['小区', '楼栋', '编号'], ...rows)], { before }).directory.buildings.map(({ id }) => id)
  const [old] = before.buildings.map(({ id }) => id)

  it('keeps its id by its name', () => expect(again(['柳园', '１号楼', null])).toEqual([old]))

  it('keeps its id by its 编号 when it is renamed', () => expect(again(['柳园', '甲楼', old ?? null])).toEqual([old]))

  it('is another by another name without 编号', () => expect(again(['柳园', '甲楼', null])).not.toContain(old))

  it('keeps its id by its name when it gets a 编号 of its own, and by that 编号 from then on', () => {
    expect(again(['柳园', '1号楼', 'A-1'])).toEqual([old])
    const coded = named('2号楼', 'A-2')
    const { directory } = read([sheet('楼栋', ['小区', '楼栋', '编号'], ['柳园', '乙楼', 'A-2'])], { before: coded })
    expect(directory.buildings[0]?.id).toBe(coded.buildings[0]?.id)
  })

  it('does not give its id to a new one of the name that it had before', () => {
    const renamed = { ...before, buildings: before.buildings.map((building) => ({ ...building, name: '甲楼' })) }
    const rows = sheet('楼栋', ['小区', '楼栋'], ['柳园', '甲楼'], ['柳园', '1号楼'])
    const ids = read([rows], { before: renamed }).directory.buildings.map(({ id }) => id)
    expect(ids[0]).toBe(old)
    expect(ids[1]).not.toBe(old)
  })

  it('never takes a 编号 as its id, since another community may have typed the same', () => {
    expect(named('1号楼', 'west-1-building').buildings[0]?.id).not.toBe('west-1-building')
  })
})
