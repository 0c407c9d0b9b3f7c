import type { CollectionSpec, IndexSpec } from '../../cloud/store/spec'
import type { Operation } from './operations'
import { digestOf, type CollectionState, type FunctionState, type State } from './state'
import type { Wanted, WantedFunction } from './wanted'

export type Part = 'collection' | 'index' | 'function' | 'timer' | 'rule' | 'template'
/** `by-hand`: no API does it. `blocked`: somebody has to decide or give something before anything is done. */
export type Change = 'create' | 'change' | 'same' | 'remove' | 'by-hand' | 'blocked'

/** One line of a plan: one thing that an environment must have, or has too much. */
export interface Line {
  readonly part: Part
  readonly name: string
  readonly change: Change
  /** What differs, or what it has to be; in words for the person who reads. */
  readonly detail: string
  /** In this order; none where nothing is to be done, or where a removal was not asked for. */
  readonly operations: readonly Operation[]
}

/**
 * Compares what an environment must hold with what it holds. What is too much is named and stays, unless `prune`;
 * a collection stays even then, for it holds what people wrote.
 */
export function plan(wanted: Wanted, state: State, { prune = false }: { prune?: boolean } = {}): readonly Line[] {
  return [
    ...wanted.collections.map((spec) => collectionLine(spec, state)),
    ...Object.keys(state.collections)
      .filter((name) => !wanted.collections.some((spec) => spec.name === name))
      .map((name) => line('collection', name, 'remove', '不删：里面有数据，要删请导出后到控制台手工删')),
    // At once after the collections: until then a client could write into them.
    ...dataRuleLines(wanted, state),
    ...wanted.collections.flatMap((spec) => indexLines(spec, state.collections[spec.name], prune)),
    ...Object.entries(wanted.functions).map(([name, spec]) => functionLine(name, spec, state.functions[name], prune)),
    ...Object.keys(state.functions)
      .filter((name) => !(name in wanted.functions))
      .map((name) => removal('function', name, prune, { does: 'remove-function', function: name })),
    ...Object.entries(wanted.functions).flatMap(([name, spec]) => timerLines(name, spec, state.functions[name], prune)),
    ...callRuleLines(wanted, state),
    // An account gives its own ids: the key is what MESSAGE_TEMPLATES calls it by.
    ...wanted.templates.map(({ id, key = id, title, fields }) =>
      line('template', `${title}（${key}）`, 'by-hand', `在 mp.weixin.qq.com 申请，字段 ${fields.join('、')}`),
    ),
  ]
}

/** Everything that the plan would do, in order; what several lines ask for is done once. */
export function operationsOf(lines: readonly Line[]): readonly Operation[] {
  const operations = lines.flatMap((one) => one.operations)
  return [...new Map(operations.map((operation) => [JSON.stringify(operation), operation])).values()]
}

const line = (part: Part, name: string, change: Change, detail = '', ...operations: Operation[]): Line => ({
  part,
  name,
  change,
  detail,
  operations,
})

const removal = (part: Part, name: string, prune: boolean, operation: Operation): Line =>
  prune ? line(part, name, 'remove', '将删除', operation) : line(part, name, 'remove', '不删；加 --prune 才删')

const collectionLine = ({ name }: CollectionSpec, { collections }: State): Line =>
  name in collections
    ? line('collection', name, 'same')
    : line('collection', name, 'create', '', { does: 'create-collection', collection: name })

function dataRuleLines(wanted: Wanted, state: State): Line[] {
  return [
    ...wanted.collections.map(({ name }) =>
      ruleLine(`集合 ${name}`, wanted.collectionRule, state.collections[name]?.rule ?? '', {
        does: 'set-collection-rule',
        collection: name,
      }),
    ),
    ruleLine('云存储', wanted.storageRule, state.storageRule, { does: 'set-storage-rule' }),
  ]
}

/** One rule for the whole environment, set as one; a line for each function says what it means. */
function callRuleLines({ callRules }: Wanted, state: State): Line[] {
  return Object.entries(callRules).map(([name, rule]) => {
    const now = state.callRules[name]
    return ruleLine(`云函数 ${name}`, `invoke ${rule}`, now === undefined ? '' : `invoke ${now}`, {
      does: 'set-call-rules',
    })
  })
}

function ruleLine(name: string, rule: string, now: string, operation: Operation): Line {
  if (now === rule) return line('rule', name, 'same', rule)
  return now
    ? line('rule', name, 'change', `${now} → ${rule}`, operation)
    : line('rule', name, 'create', rule, operation)
}

function indexLines({ name, indexes }: CollectionSpec, now: CollectionState | undefined, prune: boolean): Line[] {
  const lines = indexes.map((index) => {
    const label = `${name}.${index.name}`
    const create = (replaces: boolean): Operation => ({ does: 'create-index', collection: name, index, replaces })
    const present = now?.indexes.find((other) => other.name === index.name)
    if (!present) return line('index', label, 'create', words(index), create(false))
    if (words(present) === words(index)) return line('index', label, 'same', words(index))
    return line('index', label, 'change', `${words(present)} → ${words(index)}`, create(true))
  })
  const extra = now?.indexes.filter((index) => !indexes.some((other) => other.name === index.name)) ?? []
  return [
    ...lines,
    ...extra.map((index) =>
      removal('index', `${name}.${index.name}`, prune, { does: 'remove-index', collection: name, index: index.name }),
    ),
  ]
}

const words = ({ fields, unique }: IndexSpec) => `${fields.join(' ')}${unique ? ' 唯一' : ''}`

function functionLine(name: string, wanted: WantedFunction, now: FunctionState | undefined, prune: boolean): Line {
  const without = wanted.missing.filter((variable) => now?.variables[variable] === undefined)
  if (without.length > 0) {
    return line(
      'function',
      name,
      'blocked',
      `缺少密钥 ${without.join('、')}：请设为终端的环境变量再运行；第一次用 --make-keys 生成`,
    )
  }
  if (!now) return line('function', name, 'create', whole(wanted), { does: 'create-function', function: name })
  if (now.runtime !== wanted.runtime) {
    const how = '运行环境创建后不能改：请到控制台删除这个函数，再运行一次'
    return line('function', name, 'blocked', `${now.runtime} → ${wanted.runtime}，${how}`)
  }
  const ours = [...Object.keys(wanted.variables), ...wanted.missing, ...wanted.open]
  const extra = Object.keys(now.variables).filter((key) => !ours.includes(key))
  const drop = prune ? extra : []
  const settings = settingsThatDiffer(wanted, now)
  const operations: Operation[] = [
    ...(now.code === wanted.code ? [] : [{ does: 'update-code', function: name } as const]),
    ...(settings.length + drop.length > 0 ? [{ does: 'configure', function: name, drop } as const] : []),
  ]
  const differences = [
    ...(now.code === wanted.code ? [] : ['代码']),
    ...settings,
    ...extra.map((key) => `多余变量 ${key}${prune ? '（将删除）' : '（不删；加 --prune 才删）'}`),
  ]
  const change = operations.length > 0 ? 'change' : 'same'
  return line('function', name, change, differences.join('，') || whole(wanted), ...operations)
}

function settingsThatDiffer(wanted: WantedFunction, now: FunctionState): string[] {
  const variables = Object.entries(wanted.variables)
    .filter(([key, value]) => now.variables[key] !== digestOf(value))
    .map(([key]) => `变量 ${key}`)
  return [
    ...(now.memory === wanted.memory ? [] : [`内存 ${now.memory} → ${wanted.memory} MB`]),
    ...(now.timeout === wanted.timeout ? [] : [`超时 ${now.timeout} → ${wanted.timeout} 秒`]),
    ...variables,
  ]
}

function whole({ runtime, memory, timeout, variables, missing, open, openapi }: WantedFunction): string {
  const names = [...Object.keys(variables), ...missing]
  const calls = openapi.length > 0 ? [`云调用 ${openapi.join('、')}`] : []
  const optional = open.length > 0 ? [`没有给 ${open.join('、')}（可以不给）`] : []
  return [runtime, `${memory} MB`, `超时 ${timeout} 秒`, `变量 ${names.join('、')}`, ...optional, ...calls].join('，')
}

function timerLines(name: string, { timer }: WantedFunction, now: FunctionState | undefined, prune: boolean): Line[] {
  const present = now?.timers.find((other) => other.name === timer?.name)
  const extra = now?.timers.filter((other) => other.name !== timer?.name) ?? []
  const removals = extra.map((other) =>
    removal('timer', `${name}.${other.name}`, prune, { does: 'remove-timer', function: name, timer: other.name }),
  )
  if (!timer) return removals
  const label = `${name}.${timer.name}`
  const create: Operation = { does: 'create-timer', function: name }
  if (!present) return [...removals, line('timer', label, 'create', timer.config, create)]
  if (present.config === timer.config) return [...removals, line('timer', label, 'same', timer.config)]
  const remove: Operation = { does: 'remove-timer', function: name, timer: timer.name }
  return [...removals, line('timer', label, 'change', `${present.config} → ${timer.config}`, remove, create)]
}
