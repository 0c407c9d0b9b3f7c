import { compare, finite, isNullish, type Result } from './values'

/** Sums, averages and extremes, for `$group` and for lists alike: what is no number does not count. */
const numbersOf = (values: readonly Result[]): number[] => values.filter((value) => typeof value === 'number')

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, value) => sum + value, 0)

export const total = (values: readonly Result[]): Result => finite(sumOf(numbersOf(values)), '$sum')

export function average(values: readonly Result[]): Result {
  const numbers = numbersOf(values)
  return numbers.length === 0 ? null : finite(sumOf(numbers) / numbers.length, '$avg')
}

const extreme =
  (name: string, better: (order: number) => boolean) =>
  (values: readonly Result[]): Result =>
    values.reduce<Result>((best, value) => {
      if (isNullish(value)) return best
      return isNullish(best) || better(compare(value, best, name)) ? value : best
    }, null)

export const smallest = extreme('$min', (order) => order < 0)
export const largest = extreme('$max', (order) => order > 0)
