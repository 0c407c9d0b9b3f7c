import { notSupported } from '../../errors'
import { keyOf } from '../keys'
import { rejected } from '../rejected'
import { isFields, type Fields, type Value } from '../values'
import { compile, evaluate, type Evaluate } from './expression'
import { average, largest, smallest, total } from './numbers'
import { mergeObjects } from './operators'
import type { Result } from './values'

/** Makes one value of what an expression gave for each document of a group, in their order. */
type Accumulate = (values: readonly Result[]) => Value

const present = (values: readonly Result[]): Value[] => values.filter((value) => value !== undefined)

const accumulators: Readonly<Record<string, Accumulate | undefined>> = {
  $sum: (values) => total(values) ?? null,
  $avg: (values) => average(values) ?? null,
  $min: (values) => smallest(values) ?? null,
  $max: (values) => largest(values) ?? null,
  $first: (values) => values[0] ?? null,
  $last: (values) => values.at(-1) ?? null,
  $push: present,
  $addToSet: (values) => [...new Map(present(values).map((value) => [keyOf(value), value])).values()],
  $mergeObjects: (values) => mergeObjects(values, '$mergeObjects') ?? null,
}

/** `$group`: one document for each value of `_id`, in the order in which they were met. Missing counts as null. */
export function compileGroup(specification: Value): (documents: readonly Fields[]) => Fields[] {
  if (!isFields(specification)) throw rejected("a group's fields must be specified in an object")
  const { _id: by, ...fields } = specification
  if (by === undefined) throw rejected('a group specification must include an _id')
  const key = compile(by)
  const columns = Object.entries(fields).map(([name, accumulator]) => compileColumn(name, accumulator))
  return (documents) => {
    const groups = new Map<string, { id: Value; members: Fields[] }>()
    for (const document of documents) {
      const id = evaluate(key, document) ?? null
      const group = groups.get(keyOf(id)) ?? { id, members: [] }
      group.members.push(document)
      groups.set(keyOf(id), group)
    }
    return [...groups.values()].map(({ id, members }) => ({
      _id: id,
      ...Object.fromEntries(
        columns.map(({ name, run, accumulate }) => [name, accumulate(members.map((member) => evaluate(run, member)))]),
      ),
    }))
  }
}

function compileColumn(name: string, accumulator: Value): { name: string; run: Evaluate; accumulate: Accumulate } {
  if (name.includes('.') || name.startsWith('$'))
    throw rejected(`The field name '${name}' cannot contain '.' or start with '$'`)
  const [operator, ...more] = isFields(accumulator) ? Object.keys(accumulator) : []
  if (operator === undefined || more.length > 0 || !isFields(accumulator)) {
    throw rejected(`The field '${name}' must be an accumulator object with one operator`)
  }
  const accumulate = Object.hasOwn(accumulators, operator) ? accumulators[operator] : undefined
  if (!accumulate) throw notSupported(`the accumulator ${operator}`)
  const operand = accumulator[operator] ?? null
  if (Array.isArray(operand)) throw rejected(`The ${operator} accumulator is a unary operator`)
  return { name, run: compile(operand), accumulate }
}
