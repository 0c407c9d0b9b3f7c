import { rejected } from '../rejected'
import { isFields, type Document, type Fields, type Value } from '../values'
import { compile, evaluate, type Evaluate } from './expression'
import { parsePath, type Result } from './values'

/** What a projection says of one field: leave it, drop it, compute it, or go on inside. */
type Leaf = 'include' | 'exclude' | Evaluate
interface Tree {
  readonly children: Map<string, Leaf | Tree>
}

const newTree = (): Tree => ({ children: new Map() })
const isTree = (node: Leaf | Tree | undefined): node is Tree => typeof node === 'object'

/** `$project`: either what is kept and computed, or what is dropped; only `_id` may be dropped beside the former. */
export function compileProject(specification: Value): (document: Fields) => Fields {
  if (!isFields(specification) || Object.keys(specification).length === 0) {
    throw rejected('Invalid $project: the specification must have at least one field')
  }
  const tree = newTree()
  addFields(tree, specification, [])
  const leaves = leavesOf(tree)
  const keeps = leaves.some(({ path, leaf }) => leaf !== 'exclude' && (path !== '_id' || leaves.length === 1))
  const drops = leaves.some(({ path, leaf }) => leaf === 'exclude' && path !== '_id')
  if (keeps && drops) throw rejected('Invalid $project: cannot mix inclusion and exclusion')
  if (!keeps) return (document) => drop(document, tree) as Fields
  if (!tree.children.has('_id')) tree.children.set('_id', 'include')
  return (document) => keep(document, tree, document) as Fields
}

/** `$addFields`: the document with these fields computed from it as it came. */
export function compileAddFields(specification: Value): (document: Fields) => Fields {
  if (!isFields(specification) || Object.keys(specification).length === 0) {
    throw rejected('Invalid $addFields: the specification must have at least one field')
  }
  const tree = newTree()
  for (const [path, expression] of Object.entries(specification)) addComputed(tree, parsePath(path), expression)
  return (document) => compute(document, tree, document) as Fields
}

function addFields(tree: Tree, fields: Fields, parents: readonly string[]): void {
  for (const [key, value] of Object.entries(fields)) {
    const path = [...parents, ...parsePath(key)]
    if (typeof value === 'number' || typeof value === 'boolean') put(tree, path, value ? 'include' : 'exclude')
    else if (isFields(value) && !isExpression(value)) addFields(tree, value, path)
    else put(tree, path, compile(value))
  }
}

function isExpression(value: Fields): boolean {
  const [first] = Object.keys(value)
  if (first === undefined) throw rejected('an empty object is not a valid value in a $project')
  return first.startsWith('$')
}

/** In `$addFields` numbers are values, and nested objects set their fields one by one. */
function addComputed(tree: Tree, path: readonly string[], expression: Value): void {
  const nested = isFields(expression) && Object.keys(expression).length > 0 && !isExpression(expression)
  if (!nested) return put(tree, path, compile(expression))
  for (const [key, value] of Object.entries(expression)) addComputed(tree, [...path, ...parsePath(key)], value)
}

function put(tree: Tree, [first = '', ...rest]: readonly string[], leaf: Leaf): void {
  const known = tree.children.get(first)
  const clash = rest.length === 0 ? known !== undefined : known !== undefined && !isTree(known)
  if (clash) throw rejected(`Invalid projection: path collision at ${first}`)
  if (rest.length === 0) {
    tree.children.set(first, leaf)
    return
  }
  const child = isTree(known) ? known : newTree()
  tree.children.set(first, child)
  put(child, rest, leaf)
}

function leavesOf(tree: Tree, parents: readonly string[] = []): { path: string; leaf: Leaf }[] {
  return [...tree.children].flatMap(([name, node]) => {
    const path = [...parents, name]
    return isTree(node) ? leavesOf(node, path) : [{ path: path.join('.'), leaf: node }]
  })
}

/** Only what the tree names; its computed fields come after those that are kept, as in MongoDB. */
function keep(value: Value, tree: Tree, root: Document | Fields): Result {
  if (Array.isArray(value)) return value.map((item) => keep(item, tree, root)).filter((item) => item !== undefined)
  const present = isFields(value)
  if (!present && !hasComputed(tree)) return undefined
  const kept: Fields = {}
  for (const [name, item] of present ? Object.entries(value) : []) {
    const node = tree.children.get(name)
    const result = node === 'include' ? item : isTree(node) ? keep(item, node, root) : undefined
    if (result !== undefined) kept[name] = result
  }
  for (const [name, node] of tree.children) {
    if (Object.hasOwn(kept, name) || node === 'include' || node === 'exclude') continue
    const result = isTree(node) ? (hasComputed(node) ? keep({}, node, root) : undefined) : evaluate(node, root)
    if (result !== undefined) kept[name] = result
  }
  return kept
}

function hasComputed(tree: Tree): boolean {
  return [...tree.children.values()].some((node) => (isTree(node) ? hasComputed(node) : typeof node === 'function'))
}

function drop(value: Value, tree: Tree): Value {
  if (Array.isArray(value)) return value.map((item) => drop(item, tree))
  if (!isFields(value)) return value
  const left: Fields = {}
  for (const [name, item] of Object.entries(value)) {
    const node = tree.children.get(name)
    if (node !== 'exclude') left[name] = isTree(node) ? drop(item, node) : item
  }
  return left
}

/** Sets the computed fields in an object, and in each object of an array; what is neither makes way for an object. */
function compute(value: Result, tree: Tree, root: Fields): Value {
  if (Array.isArray(value)) return value.map((item) => compute(item, tree, root))
  const made: Fields = isFields(value) ? { ...value } : {}
  for (const [name, node] of tree.children) {
    const result = isTree(node)
      ? compute(made[name], node, root)
      : node === 'include' || node === 'exclude'
        ? undefined
        : evaluate(node, root)
    if (result === undefined) delete made[name]
    else made[name] = result
  }
  return made
}
