import { actions, commonRefusals } from '../../src/contract'
import * as texts from '../../src/text'
import { titles } from '../../src/text/titles'
import { phoneSections } from '../../src/domain/routing'

/** Every word that a person may read, with where it stands; texts with gaps are filled in. */
function wordsOf(value: unknown, where: string): readonly (readonly [where: string, words: string])[] {
  if (typeof value === 'string') return [[where, value]]
  if (typeof value === 'function') {
    const filled = (value as (...gaps: string[]) => unknown)(...Array.from({ length: value.length }, () => '某处'))
    return wordsOf(filled, where)
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => wordsOf(inner, `${where}.${name}`))
}
// Functions at the top put times into words; they have tests of their own.
const objects = Object.entries({ ...texts, titles }).filter(([, value]) => typeof value !== 'function')
const all = objects.flatMap(([name, value]) => wordsOf(value, name))

describe('every word shown', () => {
  it('is there', () => {
    expect(all.length).toBeGreaterThan(80)
    expect(all.filter(([, words]) => words.trim() === '' || /undefined|null|NaN|\[object/.test(words))).toEqual([])
  })

  it('has Chinese punctuation between Chinese characters', () => {
    const mixed = /\p{Script=Han}[,.;:?!()"']|[,.;:?!()"']\p{Script=Han}/u
    expect(all.filter(([, words]) => mixed.test(words))).toEqual([])
  })

  it('has no blank at its ends and none doubled', () => {
    expect(all.filter(([, words]) => words !== words.trim() || / {2}/.test(words))).toEqual([])
  })

  it('links nowhere', () => {
    expect(all.filter(([, words]) => /https?:|www\./.test(words))).toEqual([])
  })
})

describe('a refusal', () => {
  const codes = [...commonRefusals, ...actions.flatMap(({ refusals }) => [...refusals])]

  it.each([...new Set(codes)])('%s is told in a Chinese sentence', (code) => {
    expect(texts.refusalText[code]).toMatch(/\p{Script=Han}.*。$/u)
  })

  it('that nothing answers has no text', () => {
    const client = ['network.offline', 'network.failed']
    expect(Object.keys(texts.refusalText).sort()).toEqual([...new Set([...codes, ...client])].sort())
  })
})

it('every group of numbers has a name', () => {
  for (const section of phoneSections) expect(texts.phones.sections[section]).toMatch(/\p{Script=Han}/u)
})
