import { readdirSync } from 'node:fs'
import { build } from 'esbuild'
import fc from 'fast-check'
import { readKinds, serviceModel } from '../../src/knowledge/service-finder'
import { findService, serviceGroups, services } from '../../src/knowledge/services'
import { checkWishSayings, type WishSayings } from '../../src/knowledge/wish-sayings/check'
import { readWishSayings } from '../../src/tools/service-train/cards'
import { foundShares } from '../../src/tools/service-train/cross-validate'
import { aim } from '../../src/tools/service-train/kinds'
import { readOwnCards } from '../../src/tools/service-train/own'
import { fromRoot } from '../../src/tools/support/paths'

const ids = services.map(({ id }) => id)
const sayings = readWishSayings()
const check = (over: Partial<WishSayings> = {}) => checkWishSayings({ ...sayings, ...over }, ids).join('\n')

describe('the kinds of service', () => {
  it('are forty, each once, in ten groups that all have some', () => {
    expect([services.length, new Set(ids).size]).toEqual([40, 40])
    expect([...new Set(services.map(({ group }) => group))]).toEqual(serviceGroups.map(({ id }) => id))
  })

  it.each(services)('hold what their type promises: $id', ({ atHome, needs, minutes, repeat, risks, name }) => {
    expect([true, false, 'sometimes']).toContain(atHome)
    expect(['none', 'checked-identity', 'two-people']).toContain(needs)
    expect(['once', 'recurring', 'both']).toContain(repeat)
    expect(minutes).toBeGreaterThan(0)
    expect([name, ...risks].filter((text) => text.trim() === '')).toEqual([])
  })

  it('are found by their ids', () => {
    expect(findService('haircut')?.name).toBe('理发')
    expect(findService('gas')).toBeUndefined()
  })
})

describe('the sayings that the kinds are learnt from', () => {
  const { phrases } = { phrases: sayings.cards['phrases.json'] ?? {} }
  const cards = (over: object) => ({ cards: { ...sayings.cards, 'more.json': over } }) as Partial<WishSayings>

  it('are in order', () => {
    expect(check()).toBe('')
  })

  it.each<[string, Partial<WishSayings>, RegExp]>([
    ['a kind that is not there', cards({ gardening: { wish: ['想要人浇花'], offer: [] } }), /no kind gardening/],
    [
      'one text under two kinds',
      { none: { wish: phrases.haircut?.wish ?? [], offer: [] } },
      /under haircut and under none/,
    ],
    ['too short a text', { none: { wish: ['水'], offer: [] } }, /too short/],
    ['too long a text', { none: { wish: ['水'.repeat(91)], offer: [] } }, /too long/],
    ['a third side', cards({ haircut: { wish: [], offer: [], both: [] } }), /both/],
    ['too few cards of a kind', { cards: { 'phrases.json': phrases } }, /haircut: only \d+ cards of the wish side/],
    [
      'a sentence without a place for the object',
      { objects: [{ things: { haircut: ['剪刀'] }, wish: ['想要'], offer: [] }] },
      /has no ～/,
    ],
    [
      'a card of several kinds that has none',
      { several: [{ side: 'wish', text: '什么都想要', expect: [] }] },
      /has no kind/,
    ],
  ])('may not hold %s', (_, over, problem) => {
    expect(check(over)).toMatch(problem)
  })
})

describe('the model of the kinds', () => {
  it('is the one that these sayings give (otherwise: npm run service:train)', () => {
    expect(serviceModel.learntFrom).toBe(aim.learntFrom)
  })

  it('knows every kind', () => {
    expect(serviceModel.things).toEqual(ids)
  })

  it('stays within the 600 KB that a function may well read', () => {
    expect(Buffer.byteLength(JSON.stringify(serviceModel)) / 1024).toBeLessThanOrEqual(600)
  })
})

describe('the kinds in the words of a card', () => {
  const own = readOwnCards()

  it('are read from cards that nobody has learnt from as well as from those of the issue', () => {
    const known = new Set(
      Object.values(sayings.cards).flatMap((of) => Object.values(of).flatMap(({ wish, offer }) => [...wish, ...offer])),
    )
    expect(own.filter(({ text }) => known.has(text))).toEqual([])
    expect(own.flatMap(({ kinds }) => kinds).filter((id) => !ids.includes(id))).toEqual([])
    const shares = foundShares(
      own.map(({ side, text, kinds }) => [{ expect: kinds }, readKinds(text, side).map(({ id }) => id)] as const),
    )
    expect(shares.kindTop1).toBeGreaterThanOrEqual(0.85)
    expect(shares.kindTop3).toBeGreaterThanOrEqual(0.93)
  })

  it('are eight at most, the likeliest first, and together never more than all of it', () => {
    const anyWords = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.array(fc.constantFrom(...own.map(({ text }) => text)), { maxLength: 4 }).map((texts) => texts.join('，')),
    )
    fc.assert(
      fc.property(anyWords, fc.constantFrom('wish' as const, 'offer' as const), (words, side) => {
        const found = readKinds(words, side)
        const weights = found.map(({ weight }) => weight)
        expect(found.length).toBeLessThanOrEqual(8)
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
        expect(weights).toEqual([...weights].sort((a, b) => b - a))
        expect(weights.every((weight) => weight > 0)).toBe(true)
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(1 + 1e-9)
      }),
    )
  })

  it.each(['', '   ', '!!!', '🌹'])('are none where nothing is said: %j', (words) => {
    expect(readKinds(words, 'wish')).toEqual([])
  })
})

describe('what ships', () => {
  const pages = readdirSync(fromRoot('src', 'pages'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.config)\.tsx?$/.test(file))
    .map((file) => fromRoot('src', 'pages', file))
  const functions = readdirSync(fromRoot('src', 'cloud', 'functions'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => fromRoot('src', 'cloud', 'functions', file))

  /** The files of ours that these bring along. */
  async function broughtBy(entryPoints: readonly string[]): Promise<string> {
    const { metafile } = await build({
      entryPoints: [...entryPoints],
      bundle: true,
      write: false,
      metafile: true,
      outdir: 'nowhere',
      packages: 'external',
      platform: 'node',
      absWorkingDir: fromRoot(),
      loader: { '.scss': 'empty', '.css': 'empty', '.png': 'empty', '.svg': 'empty', '.jpg': 'empty' },
      logLevel: 'silent',
    })
    return Object.keys(metafile.inputs).join('\n')
  }

  it('to phones has the search’s model, and neither the kinds’ nor any saying', async () => {
    const brought = await broughtBy([fromRoot('src', 'app.tsx'), ...pages])
    expect(brought).toMatch(/knowledge\/data\/search-model\.json/)
    expect(brought).not.toMatch(/service-model|service-finder|sayings/)
  })

  it('is seen by these tests where it does', async () => {
    const brought = await broughtBy([fromRoot('src', 'knowledge', 'service-finder.ts')])
    expect(brought).toMatch(/knowledge\/data\/service-model\.json/)
  })

  it('to the cloud has no saying', async () => {
    const brought = await broughtBy(functions)
    expect(brought).toMatch(/src\/cloud\/functions/)
    expect(brought).not.toMatch(/sayings/)
  })
})
