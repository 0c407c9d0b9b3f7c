import type { IndexSpec } from '../../cloud/store/spec'
import type { FunctionDetail, IndexInfo, Manager, Permission } from './manager-types'
import { digestOf, type CallRules, type CollectionState, type FunctionState, type State, type Timer } from './state'
import type { Wanted } from './wanted'

/** Reads what of an environment concerns us: ours in full, what is others' by its name. */
export async function readState(manager: Manager, environmentId: string, wanted: Wanted): Promise<State> {
  // One after another: the platform counts requests, and a deployment has time.
  const collections = await readCollections(manager, wanted)
  const functions = await readFunctions(manager, environmentId, wanted)
  const callRules = await readCallRules(manager)
  return { collections, functions, callRules, storageRule: await manager.storage.getStorageAcl() }
}

const page = 100

async function collectionNames({ database }: Manager): Promise<string[]> {
  const names: string[] = []
  for (;;) {
    const { Collections } = await database.listCollections({ MgoLimit: page, MgoOffset: names.length })
    names.push(...Collections.map(({ CollectionName }) => CollectionName))
    if (Collections.length < page) return names
  }
}

async function readCollections(manager: Manager, wanted: Wanted): Promise<Record<string, CollectionState>> {
  const names = await collectionNames(manager)
  const ours = names.filter((name) => wanted.collections.some((spec) => spec.name === name))
  const rules = ours.length > 0 ? await readRules(manager, 'collection', ours) : []
  const states: Record<string, CollectionState> = Object.fromEntries(
    names.map((name) => [name, { indexes: [], rule: '' }]),
  )
  for (const name of ours) {
    const { Indexes } = await manager.database.describeCollection(name)
    const rule = rules.find(({ Resource }) => Resource === name)?.Permission ?? ''
    // The platform makes `_id_` and others of that kind by itself.
    states[name] = { rule, indexes: (Indexes ?? []).filter(({ Name }) => !Name.startsWith('_')).map(indexFrom) }
  }
  return states
}

const indexFrom = ({ Name, Unique, Keys }: IndexInfo): IndexSpec => ({
  name: Name,
  fields: Keys.map((key) => `${key.Direction === '-1' ? '-' : ''}${key.Name ?? ''}`),
  ...(Unique && { unique: true }),
})

async function readFunctions(
  { functions }: Manager,
  environmentId: string,
  wanted: Wanted,
): Promise<Record<string, FunctionState>> {
  const states: Record<string, FunctionState> = {}
  for (const { FunctionName: name } of await functions.listAllFunctions({ envId: environmentId })) {
    if (name === undefined) continue
    const detail = await functions.getFunctionDetail(name)
    // What is left of a creation that failed counts as nothing: creating it again clears it away.
    if (detail.Status !== 'CreateFailed') states[name] = functionFrom(detail, wanted.functions[name]?.variables ?? {})
  }
  return states
}

function functionFrom(detail: FunctionDetail, known: Readonly<Record<string, string>>): FunctionState {
  const code = /^jiamenkou code ([0-9a-f]{16})$/.exec(detail.Description ?? '')?.[1] ?? ''
  return {
    runtime: detail.Runtime,
    memory: detail.MemorySize,
    timeout: detail.Timeout,
    variables: Object.fromEntries(
      // Of what others set, the name is enough; it may be short, and a digest of it could be guessed.
      Object.entries(variablesOf(detail)).map(([key, value]) => [key, key in known ? digestOf(value) : 'unknown']),
    ),
    // An update that failed may have left anything.
    code: detail.Status.endsWith('Failed') ? '' : code,
    timers: (detail.Triggers ?? []).map(({ TriggerName, TriggerDesc }): Timer => ({
      name: TriggerName,
      config: cronFrom(TriggerDesc),
    })),
  }
}

/** SCF answers a timer's plan inside JSON: `{"cron":"0 0 * * * * *"}`. */
function cronFrom(text: string): string {
  try {
    const { cron } = JSON.parse(text) as { cron?: unknown }
    return typeof cron === 'string' ? cron : text
  } catch {
    return text
  }
}

const variablesOf = ({ Environment }: FunctionDetail): Record<string, string> =>
  Object.fromEntries((Environment?.Variables ?? []).map(({ Key, Value }) => [Key, Value]))

/** A function's variables with their values; they must not leave this machine. */
export const readVariables = async ({ functions }: Manager, name: string): Promise<Record<string, string>> =>
  variablesOf(await functions.getFunctionDetail(name))

/** Whom the environment lets call which function. */
export async function readCallRules(manager: Manager): Promise<CallRules> {
  const [rule] = await readRules(manager, 'function')
  if (!rule?.SecurityRule) return {}
  const rules = JSON.parse(rule.SecurityRule) as Record<string, { invoke?: boolean | string }>
  return Object.fromEntries(
    Object.entries(rules).flatMap(([name, { invoke }]) => (invoke === undefined ? [] : [[name, invoke]])),
  )
}

async function readRules(
  { permission }: Manager,
  resourceType: 'collection' | 'function',
  resources?: string[],
): Promise<readonly Permission[]> {
  const { Data } = await permission.describeResourcePermission({ resourceType, ...(resources && { resources }) })
  return Data.PermissionList ?? []
}
