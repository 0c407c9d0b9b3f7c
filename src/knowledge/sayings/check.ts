import * as v from 'valibot'
import type { Sayings, SharedSaying } from '.'

// For the tests: what the search learns from is checked before it learns.

const saying = v.pipe(v.string(), v.minLength(2, 'is too short'), v.maxLength(90, 'is too long'))
const perMatter = v.record(v.string(), v.pipe(v.array(saying), v.minLength(12, 'has fewer than twelve sayings')))
const several = v.array(v.strictObject({ text: saying, expect: v.array(v.string()) }))

const shape = v.object({
  synonyms: perMatter,
  saidByGroup: v.record(v.string(), perMatter),
  danger: perMatter,
  harmless: several,
  shared: several,
  none: v.array(saying),
})

export interface AllSayings {
  readonly synonyms: Sayings
  readonly saidByGroup: Readonly<Record<string, Sayings>>
  readonly danger: Sayings
  readonly harmless: readonly SharedSaying[]
  readonly shared: readonly SharedSaying[]
  readonly none: readonly string[]
}

interface Named {
  readonly id: string
  readonly group: string
  readonly emergency?: string
}

/** Marks and spaces make no other saying. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** What is wrong with the sayings, one line each; nothing when they may be learnt from. */
export function checkSayings(sayings: AllSayings, matters: readonly Named[]): string[] {
  const parsed = v.safeParse(shape, sayings)
  if (!parsed.success) return parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'sayings'} ${issue.message}`)
  const known = new Map(matters.map((matter) => [matter.id, matter]))
  const { synonyms, saidByGroup, danger, harmless, shared, none } = sayings
  const unknown = (where: string, ids: readonly string[]) =>
    ids.filter((id) => !known.has(id)).map((id) => `${where}: no matter ${id}`)
  const twice = () => {
    const seen = new Map<string, string>()
    const texts = [
      ...[synonyms, ...Object.values(saidByGroup), danger].flatMap((of) =>
        Object.entries(of).flatMap(([id, list]) => list.map((text) => [text, id] as const)),
      ),
      ...harmless.map(({ text }) => [text, 'harmless'] as const),
      ...shared.map(({ text }) => [text, 'shared'] as const),
      ...none.map((text) => [text, 'none'] as const),
    ]
    return texts.flatMap(([text, where]) => {
      const before = seen.get(bare(text))
      seen.set(bare(text), where)
      return before === undefined ? [] : [`“${text}” stands under ${before} and under ${where}`]
    })
  }
  return [
    ...unknown('synonyms', Object.keys(synonyms)),
    ...unknown('danger', Object.keys(danger)),
    ...[...harmless, ...shared].flatMap(({ text, expect }) => unknown(text, expect)),
    ...Object.entries(saidByGroup).flatMap(([group, of]) =>
      Object.keys(of)
        .filter((id) => known.get(id)?.group !== group)
        .map((id) => `${id} is no matter of ${group}`),
    ),
    ...matters.flatMap(({ id, group }) => (saidByGroup[group]?.[id] && synonyms[id] ? [] : [`${id}: nobody says it`])),
    ...Object.keys(danger)
      .filter((id) => known.get(id)?.emergency === undefined)
      .map((id) => `danger: ${id} is no emergency`),
    ...harmless
      .filter(({ expect }) => expect.some((id) => known.get(id)?.emergency !== undefined))
      .map(({ text }) => `harmless: “${text}” expects an emergency`),
    ...shared.filter(({ expect }) => expect.length < 2).map(({ text }) => `shared: “${text}” is of one matter`),
    ...twice(),
  ]
}
