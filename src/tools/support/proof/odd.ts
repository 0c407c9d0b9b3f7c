import fc from 'fast-check'
import type { Schema } from '../../../contract'

/** The parts of valibot's schemas that the contract uses, as data. */
interface Shape {
  readonly type: string
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[]
  readonly entries?: Readonly<Record<string, Shape>>
  readonly item?: Shape
  readonly wrapped?: Shape
  readonly options?: readonly unknown[]
  readonly literal?: unknown
}

const requirement = (shape: Shape, type: string) => shape.pipe?.find((one) => one.type === type)?.requirement
const numberOf = (shape: Shape, type: string, otherwise: number) => Number(requirement(shape, type) ?? otherwise)

/** Text that breaks what takes text for something else. */
export const oddTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udc00y',
  '👩‍👩‍👧‍👦',
  '\u202e反\u2066',
  '\ufeff',
  'é'.normalize('NFD'),
  '$where',
  '$gt',
  'a.b.c',
  '..',
  '../../etc/passwd',
  '.',
  '%00',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'NaN',
  '-1',
  '1e309',
  "'; DROP TABLE documents; --",
  '{"$gt":""}',
  '<script>',
  '\n\r\t',
  '０１２',
  '字'.repeat(501),
  'x'.repeat(65),
  'x'.repeat(5_000),
]

const oddText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...oddTexts) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
)

const nested = (depth: number): unknown => {
  let value: unknown = 'deep'
  for (let at = 0; at < depth; at++) value = at % 2 === 0 ? [value] : { in: value }
  return value
}

/** Values of every wrong kind that JSON can carry. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: oddText },
  {
    weight: 4,
    arbitrary: fc.constantFrom<unknown>(
      ...[null, true, false, 0, -0, -1, 1.5, 1e21, Number.MAX_SAFE_INTEGER + 2, Number.MAX_VALUE, 5e-324],
      ...[[], {}, [[]], [null], { $gt: '' }, { $ne: null }, { $where: 'sleep(1)' }, { 'a.b': 1 }, { $set: { x: 1 } }],
      ...[
        { length: 3 },
        { toString: 'x' },
        { toJSON: 'x' },
        { _id: 'x', version: 1 },
        { $date: 0 },
        { $numberLong: 'x' },
      ],
      ...[nested(5), nested(11), nested(40), Array.from({ length: 500 }, () => 'x'), 'x'.repeat(70_000)],
      JSON.parse('{"__proto__":{"polluted":true}}') as unknown,
      { constructor: { prototype: {} } },
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
)

/** What a call could only hold where nothing has turned it into JSON. */
export const oddInMemory: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, undefined, 10n, Symbol('odd')],
  ...[new Date(Number.NaN), new Map([['a', 1]]), Buffer.from('odd'), () => 'odd', /odd/, new Uint8Array(3)],
)

const cursorOf = (value: unknown): string => Buffer.from(JSON.stringify(value) ?? '').toString('base64url')
/** Cursors that are well formed outside, and odd inside. */
export const oddCursor: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...[
      [1, 'id'],
      ['1', 'id'],
      [null, 'id'],
      [1, null],
      [{ $gt: 1 }, 'id'],
      [1, { $gt: '' }],
      [1],
      [],
      {},
      1,
      null,
    ].map(cursorOf),
    ...[
      [1e308, 'id'],
      [-1, ''],
      [0, '\u0000'],
      [1, 'x'.repeat(60)],
      ['\ud800', 'id'],
      [[1], ['id']],
      [true, true],
    ].map(cursorOf),
    ...[Buffer.from('[1e999,"id"]'), Buffer.from('{'), Buffer.from([0xff, 0xfe]), Buffer.alloc(0)].map((bytes) =>
      bytes.toString('base64url'),
    ),
  ),
  fc.jsonValue({ maxDepth: 2 }).map((value) => cursorOf(value).slice(0, 200)),
  fc.tuple(fc.double(), fc.string()).map((pair) => cursorOf(pair).slice(0, 200)),
)

/** Text within a schema's limits, as strange as these allow. */
function textOf(shape: Shape): fc.Arbitrary<string> {
  const pattern = requirement(shape, 'regex')
  if (pattern instanceof RegExp) return fc.stringMatching(pattern)
  if (shape.pipe?.some(({ type }) => type === 'iso_date'))
    return fc.constantFrom('2026-11-18', '0000-01-01', '9999-12-31')
  const least = numberOf(shape, 'min_length', 0)
  const most = Math.max(least, numberOf(shape, 'max_length', 60))
  const text = fc.string({ unit: 'binary', minLength: least, maxLength: Math.min(most, 80) })
  const odd = fc.constantFrom(...oddTexts).map((one) => one.slice(0, most).padEnd(least, '0'))
  return fc.oneof(
    odd,
    text.map((one) => one.slice(0, most)),
  )
}

const numbers = (shape: Shape): fc.Arbitrary<number> => {
  const least = numberOf(shape, 'min_value', -1e6)
  const most = numberOf(shape, 'max_value', Number.MAX_SAFE_INTEGER)
  return fc.oneof(fc.constantFrom(least, most), fc.integer({ min: Math.ceil(least), max: Math.floor(most) }))
}

/** What the schema takes, made from the schema itself. Throws for a kind of schema that it does not know. */
export function validOf(schema: Schema): fc.Arbitrary<unknown> {
  return arbitraryOf(schema)
}

function arbitraryOf(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.type) {
    case 'string':
      return textOf(shape)
    case 'number':
      return numbers(shape)
    case 'boolean':
      return fc.boolean()
    case 'literal':
      return fc.constant(shape.literal)
    case 'picklist':
      return fc.constantFrom(...(shape.options ?? []))
    case 'nullable':
      return fc.oneof(
        { weight: 1, arbitrary: fc.constant(null) },
        { weight: 2, arbitrary: arbitraryOf(part(shape.wrapped)) },
      )
    case 'optional':
      return fc.option(arbitraryOf(part(shape.wrapped)), { nil: undefined })
    case 'unknown':
      return fc.jsonValue({ maxDepth: 2 })
    case 'array': {
      const minLength = numberOf(shape, 'min_length', 0)
      const maxLength = Math.min(numberOf(shape, 'max_length', 6), 20)
      return fc.array(arbitraryOf(part(shape.item)), { minLength, maxLength })
    }
    case 'variant':
      return fc.oneof(...((shape.options ?? []) as readonly Shape[]).map(arbitraryOf))
    case 'strict_object':
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(shape.entries ?? {}).map(([name, inside]) => [name, arbitraryOf(inside)])),
      )
    default:
      throw new Error(`the fuzz knows no schema of type ${shape.type}`)
  }
}

function part(shape: Shape | undefined): Shape {
  if (!shape) throw new Error('a schema without what it is made of')
  return shape
}

/** An input with one thing in it broken. */
export function broken(input: unknown, odd: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  if (typeof input !== 'object' || input === null) return odd
  const names = Object.keys(input)
  const at = fc.constantFrom(...(names.length > 0 ? names : ['none']))
  const fields = input as Readonly<Record<string, unknown>>
  return fc.oneof(
    { weight: 6, arbitrary: fc.tuple(at, odd).map(([name, value]) => ({ ...fields, [name]: value })) },
    {
      weight: 2,
      arbitrary: at.map((name) => Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name))),
    },
    { weight: 2, arbitrary: fc.tuple(oddText, odd).map(([name, value]) => ({ ...fields, [name]: value })) },
    { weight: 2, arbitrary: at.map((name) => ({ ...fields, [name]: [fields[name]] })) },
    { weight: 1, arbitrary: at.map((name) => ({ ...fields, [name]: { $eq: fields[name] } })) },
    { weight: 1, arbitrary: fc.constant([input]) },
    { weight: 1, arbitrary: odd },
  )
}
