import { notSupported } from '../../errors'
import { rejected } from '../rejected'
import { isFields, type Fields, type Value } from '../values'
import { dateArguments, namedDateArguments } from './dates'
import { average, largest, smallest, total } from './numbers'
import { operators } from './operators'
import { demandArray, isNullish, isTrue, parsePath, valueAt, type Operator, type Result } from './values'

/** What an expression may look at. */
export interface Scope {
  /** The document that passes the stage. */
  readonly root: Value
  readonly variables: ReadonlyMap<string, Result>
}

export type Evaluate = (scope: Scope) => Result

const noNames: ReadonlySet<string> = new Set()

/**
 * Makes an expression ready to run, and refuses it at once if it holds anything that is not known here: also when no
 * document comes along, so that a test with an empty collection notices.
 */
export function compile(expression: Value, names: ReadonlySet<string> = noNames): Evaluate {
  if (typeof expression === 'string' && expression.startsWith('$')) return compilePath(expression, names)
  if (Array.isArray(expression)) {
    const items = expression.map((item) => compile(item, names))
    return (scope) => items.map((item) => item(scope) ?? null)
  }
  if (!isFields(expression)) return () => expression
  const keys = Object.keys(expression)
  const [operator] = keys
  if (operator === undefined || !keys.some((key) => key.startsWith('$'))) return compileObject(expression, names)
  if (keys.length > 1) throw rejected('an object representing an expression must have exactly one field')
  return compileOperator(operator, expression[operator] ?? null, names)
}

export const evaluate = (run: Evaluate, root: Value): Result => run({ root, variables: noVariables })
const noVariables: ReadonlyMap<string, Result> = new Map()

function compilePath(text: string, names: ReadonlySet<string>): Evaluate {
  if (!text.startsWith('$$')) {
    const path = parsePath(text.slice(1))
    return ({ root }) => valueAt(root, path)
  }
  const [name = '', ...path] = parsePath(text.slice(2))
  if (name === 'ROOT' || name === 'CURRENT') return ({ root }) => valueAt(root, path)
  if (name === 'REMOVE') return () => undefined
  if (/^[A-Z]/.test(name)) throw notSupported(`the variable $$${name}`)
  if (!names.has(name)) throw rejected(`Use of undefined variable: ${name}`)
  return ({ variables }) => valueAt(variables.get(name), path)
}

function compileObject(fields: Fields, names: ReadonlySet<string>): Evaluate {
  const entries = Object.entries(fields).map(([key, item]) => {
    if (key === '' || key.includes('.')) throw rejected(`FieldPath field names may not contain '.' or be empty`)
    return [key, compile(item, names)] as const
  })
  return (scope) => {
    const made: Fields = {}
    for (const [key, run] of entries) {
      const value = run(scope)
      if (value !== undefined) made[key] = value
    }
    return made
  }
}

function compileOperator(name: string, operand: Value, names: ReadonlySet<string>): Evaluate {
  const special = forms[name]
  if (special) return special(operand, names)
  const operator = operators[name]
  if (!operator) throw notSupported(`the aggregation operator ${name}`)
  const named = namedDateArguments(name, operand)
  const given = named ?? (Array.isArray(operand) ? operand : [operand])
  // A date alone may not come with its time zone in a list.
  const most = dateArguments[name] && !named ? 1 : operator.most
  demandCount(name, { ...operator, most }, given.length)
  const args = given.map((argument) => (argument === undefined ? () => undefined : compile(argument, names)))
  return (scope) =>
    operator.apply(
      args.map((run) => run(scope)),
      name,
    )
}

function demandCount(name: string, { least, most }: Pick<Operator, 'least' | 'most'>, count: number): void {
  if (count >= least && count <= most) return
  throw rejected(`Expression ${name} takes ${least === most ? '' : 'at least '}${least} arguments; ${count} were given`)
}

type Form = (operand: Value, names: ReadonlySet<string>) => Evaluate

/** The forms that do not simply compute all their arguments first. */
const forms: Readonly<Record<string, Form | undefined>> = {
  $literal: (operand) => () => operand,
  $and: (operand, names) => {
    const parts = compileList(operand, names)
    return (scope) => parts.every((part) => isTrue(part(scope)))
  },
  $or: (operand, names) => {
    const parts = compileList(operand, names)
    return (scope) => parts.some((part) => isTrue(part(scope)))
  },
  $not: (operand, names) => {
    const [part, ...more] = compileList(operand, names)
    if (!part || more.length > 0) throw rejected('Expression $not takes exactly 1 arguments')
    return (scope) => !isTrue(part(scope))
  },
  $ifNull: (operand, names) => {
    const [first, second, ...more] = compileList(operand, names)
    if (!first || !second || more.length > 0) throw rejected('Expression $ifNull takes exactly 2 arguments')
    return (scope) => {
      const value = first(scope)
      return isNullish(value) ? second(scope) : value
    }
  },
  $cond: (operand, names) => {
    const parts = isFields(operand) ? namedParts('$cond', operand, ['if', 'then', 'else']) : operand
    const [test, yes, no, ...more] = compileList(parts, names)
    if (!test || !yes || !no || more.length > 0) throw rejected('Expression $cond takes exactly 3 arguments')
    return (scope) => (isTrue(test(scope)) ? yes(scope) : no(scope))
  },
  $switch: compileSwitch,
  $let: (operand, names) => {
    const [vars, inside] = namedParts('$let', operand, ['vars', 'in'])
    if (!isFields(vars)) throw rejected('invalid parameter: expected an object (vars)')
    const made = Object.entries(vars).map(([name, value]) => [variable(name), compile(value, names)] as const)
    const body = compile(inside ?? null, new Set([...names, ...Object.keys(vars)]))
    return (scope) => body(withVariables(scope, Object.fromEntries(made.map(([name, run]) => [name, run(scope)]))))
  },
  $map: (operand, names) => {
    const { input, as, body } = overItems('$map', operand, 'in', names)
    return (scope) => {
      const list = input(scope)
      if (isNullish(list)) return null
      return demandArray(list, '$map').map((item) => body(withVariables(scope, { [as]: item })) ?? null)
    }
  },
  $filter: (operand, names) => {
    const { input, as, body } = overItems('$filter', operand, 'cond', names)
    return (scope) => {
      const list = input(scope)
      if (isNullish(list)) return null
      return demandArray(list, '$filter').filter((item) => isTrue(body(withVariables(scope, { [as]: item }))))
    }
  },
  $reduce: (operand, names) => {
    const [list, first, step] = namedParts('$reduce', operand, ['input', 'initialValue', 'in'])
    const [input, initial] = [compile(list ?? null, names), compile(first ?? null, names)]
    const body = compile(step ?? null, new Set([...names, 'this', 'value']))
    return (scope) => {
      const items = input(scope)
      if (isNullish(items)) return null
      const add = (value: Result, item: Value) => body(withVariables(scope, { this: item, value }))
      return demandArray(items, '$reduce').reduce<Result>(add, initial(scope))
    }
  },
  $sum: overNumbers(total),
  $avg: overNumbers(average),
  $min: overNumbers(smallest),
  $max: overNumbers(largest),
}

function compileList(operand: Value | readonly Value[], names: ReadonlySet<string>): Evaluate[] {
  return (Array.isArray(operand) ? (operand as readonly Value[]) : [operand as Value]).map((part) =>
    compile(part, names),
  )
}

/** One array is looked into; several arguments are taken as they are. */
function overNumbers(work: (values: readonly Result[]) => Result): Form {
  return (operand, names) => {
    const args = compileList(operand, names)
    return (scope) => {
      const values = args.map((argument) => argument(scope))
      const [only] = values
      return work(values.length === 1 && Array.isArray(only) ? only : values)
    }
  }
}

function compileSwitch(operand: Value, names: ReadonlySet<string>): Evaluate {
  if (!isFields(operand) || !Array.isArray(operand.branches)) throw rejected('$switch requires branches')
  const branches = operand.branches.map((branch) => {
    const [test, result] = namedParts('$switch', branch, ['case', 'then'])
    return { test: compile(test ?? null, names), result: compile(result ?? null, names) }
  })
  const otherwise = operand.default === undefined ? undefined : compile(operand.default, names)
  return (scope) => {
    const found = branches.find(({ test }) => isTrue(test(scope)))?.result ?? otherwise
    if (!found) throw rejected('$switch could not find a matching branch, and no default was given')
    return found(scope)
  }
}

function overItems(operator: string, operand: Value, inside: string, names: ReadonlySet<string>) {
  const { as = 'this', ...rest } = isFields(operand) ? operand : {}
  const [list, body] = namedParts(operator, rest, ['input', inside])
  const name = variable(as)
  return { input: compile(list ?? null, names), as: name, body: compile(body ?? null, new Set([...names, name])) }
}

/** The parts of an operand by their names: all of them, and no other. */
function namedParts(operator: string, operand: Value, wanted: readonly string[]): Value[] {
  const fields = isFields(operand) ? operand : {}
  const complete = wanted.every((name) => fields[name] !== undefined) && Object.keys(fields).length === wanted.length
  if (!complete) throw rejected(`${operator} needs ${wanted.map((name) => `"${name}"`).join(', ')} and nothing else`)
  return wanted.map((name) => fields[name] ?? null)
}

function variable(name: Value): string {
  if (typeof name === 'string' && /^[a-z\u0080-\uffff]\w*$/.test(name)) return name
  throw rejected('the name of a variable starts with a small letter')
}

function withVariables(scope: Scope, more: Readonly<Record<string, Result>>): Scope {
  return { ...scope, variables: new Map([...scope.variables, ...Object.entries(more)]) }
}
