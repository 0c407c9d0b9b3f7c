import { plainText } from './text'

/** What a selector asks of a node. */
export interface Selectable {
  readonly tag: string
  readonly id: string
  readonly classes: readonly string[]
  readonly parent: Selectable | undefined
  readonly children: readonly Selectable[]
  attribute(name: string): unknown
}

type Test = (node: Selectable) => boolean
interface Step {
  readonly test: Test
  /** How this step hangs on the one before: '' for the first. */
  readonly combinator: string
}

const simple =
  /\*|#([\w-]+)|\.([\w-]+)|\[([\w-]+)(?:([~^$*|]?=)(?:"([^"]*)"|'([^']*)'|([^\]]*)))?\]|:not\(([^()]+)\)|:(first-child|last-child)|:nth-child\((\d+)\)|([a-zA-Z][\w-]*)/y

const known = new Map<string, readonly (readonly Step[])[]>()

/** CSS's selectors but those of state: lists, combinators, attributes, `:not()`, `:first-child` and the like. */
export function matches(node: Selectable, selector: string): boolean {
  let parsed = known.get(selector)
  if (!parsed) known.set(selector, (parsed = splitOutside(selector, ',').map((each) => parse(each.trim()))))
  return parsed.some((steps) => holds(node, steps, steps.length - 1))
}

function holds(node: Selectable, steps: readonly Step[], at: number): boolean {
  const step = steps[at]
  if (!step?.test(node)) return false
  if (at === 0) return true
  const before = (other: Selectable | undefined) => other !== undefined && holds(other, steps, at - 1)
  const siblings = node.parent?.children ?? []
  const own = siblings.findIndex((each) => isSame(each, node))
  switch (step.combinator) {
    case '>':
      return before(node.parent)
    case '+':
      return before(siblings[own - 1])
    case '~':
      return siblings.slice(0, own).some(before)
    default:
      for (let other = node.parent; other; other = other.parent) if (before(other)) return true
      return false
  }
}

/** Nodes are made anew at each look; what they stand for stays. */
const isSame = (one: Selectable, other: Selectable) =>
  one === other || ('element' in one && 'element' in other && one.element === other.element)

function parse(selector: string): Step[] {
  const steps: Step[] = []
  let rest = selector
  let combinator = ''
  while (rest) {
    const [tests, length] = compound(rest)
    if (length === 0) throw new Error(`the selector ${selector} is not understood at "${rest}"`)
    steps.push({ combinator, test: (node) => tests.every((test) => test(node)) })
    rest = rest.slice(length)
    const [whole = '', sign = ''] = /^\s*([>+~]?)\s*/.exec(rest) ?? []
    if (rest && !whole) throw new Error(`the selector ${selector} is not understood at "${rest}"`)
    combinator = sign || ' '
    rest = rest.slice(whole.length)
  }
  return steps
}

function compound(text: string): [tests: Test[], length: number] {
  const tests: Test[] = []
  simple.lastIndex = 0
  let length = 0
  for (let found = simple.exec(text); found; found = simple.exec(text)) {
    length = simple.lastIndex
    tests.push(testOf(found))
  }
  return [tests, length]
}

function testOf(found: RegExpExecArray): Test {
  const [, id, className, name, operator, double, single, bare, not, edge, nth, tag] = found
  if (id !== undefined) return (node) => node.id === id
  if (className !== undefined) return (node) => node.classes.includes(className)
  if (name !== undefined) return attributeTest(name, operator, double ?? single ?? bare ?? '')
  if (not !== undefined) return (node) => !matches(node, not)
  if (edge !== undefined) return (node) => placeOf(node, edge === 'last-child') === 1
  if (nth !== undefined) return (node) => placeOf(node, false) === Number(nth)
  if (tag !== undefined) return (node) => node.tag === tag
  return () => true
}

function attributeTest(name: string, operator: string | undefined, wanted: string): Test {
  return (node) => {
    const value = node.attribute(name)
    if (operator === undefined) return value !== undefined && value !== null && value !== false
    const text = plainText(value)
    if (operator === '^=') return wanted !== '' && text.startsWith(wanted)
    if (operator === '$=') return wanted !== '' && text.endsWith(wanted)
    if (operator === '*=') return wanted !== '' && text.includes(wanted)
    if (operator === '~=') return text.split(/\s+/).includes(wanted)
    return text === wanted
  }
}

function placeOf(node: Selectable, fromEnd: boolean): number {
  const siblings = [...(node.parent?.children ?? [])]
  if (fromEnd) siblings.reverse()
  return siblings.findIndex((each) => isSame(each, node)) + 1
}

/** Splits at a sign that stands outside of brackets. */
function splitOutside(text: string, sign: string): string[] {
  const parts = ['']
  let depth = 0
  for (const letter of text) {
    if ('[('.includes(letter)) depth += 1
    if ('])'.includes(letter)) depth -= 1
    if (letter === sign && depth === 0) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts
}
