import { noticeNeedNames } from './notice-names'
import type { Need } from '../domain/directory/types'

const numbered = /^(\d+)号楼$/

/** 1–3、5号楼: buildings that are called by number, the ones next to each other as a run. */
function runsText(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = []
  for (const number of [...new Set(numbers)].sort((one, other) => one - other)) {
    const run = runs.at(-1)
    if (run?.[1] === number - 1) run[1] = number
    else runs.push([number, number])
  }
  return `${runs.map(([first, last]) => (first === last ? `${first}` : last === first + 1 ? `${first}、${last}` : `${first}–${last}`)).join('、')}号楼`
}

/** Ever shorter ways to name places: all of them, by runs of numbers, the first and how many there are. */
export function placesTexts(names: readonly string[]): readonly string[] {
  const numbers = names.map((name) => Number(numbered.exec(name)?.[1] ?? Number.NaN))
  const [first = ''] = names
  const inFull = names.join('、')
  if (names.length < 2) return [first]
  const isNumbered = numbers.every((number) => !Number.isNaN(number))
  return isNumbered
    ? [runsText(numbers), `${Math.min(...numbers)}号楼等${new Set(numbers).size}栋`]
    : [inFull, `${first}等${names.length}处`]
}

/** Whom a notice is for, in a few words: 1–3号楼, 60岁以上的住户. */
export function audienceText(names: readonly string[], needs: readonly Need[]): string {
  const [where = ''] = placesTexts(names)
  return needs.length === 0 ? where : `${where}，${needs.map((need) => noticeNeedNames[need]).join('、')}的住户`
}
