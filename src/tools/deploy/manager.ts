import { loadOnDemand } from '../support/on-demand'
import { readCallRules, readState, readVariables } from './manager-read'
import { managerNode, type IndexChange, type Manager, type ManagerClass } from './manager-types'
import type { IndexSpec } from '../../cloud/store/spec'
import type { Environment, Operation } from './operations'
import type { Wanted, WantedFunction } from './wanted'

export interface Credentials {
  readonly secretId: string
  readonly secretKey: string
  /** Only with temporary credentials. */
  readonly token?: string
}

/** A real environment, by CloudBase's management library. The library has to be here already. */
export function connect(environmentId: string, credentials: Credentials, wanted: Wanted): Environment {
  const CloudBase = loadOnDemand(managerNode) as ManagerClass
  const manager = new CloudBase({ ...credentials, envId: environmentId })
  return {
    read: () => readState(manager, environmentId, wanted),
    perform: (operation) => perform(manager, wanted, operation),
  }
}

/** A description that tells which code lies there: SCF answers no fingerprint that could be known before the upload. */
export const descriptionOf = (code: string) => `jiamenkou code ${code}`

async function perform(manager: Manager, wanted: Wanted, operation: Operation): Promise<void> {
  const { functions, database, permission, storage } = manager
  switch (operation.does) {
    case 'create-collection':
      await database.createCollection(operation.collection)
      return
    case 'set-collection-rule':
      await permission.modifyResourcePermission({
        resourceType: 'collection',
        resource: operation.collection,
        permission: 'ADMINONLY',
      })
      return
    case 'create-index':
      // Two requests: nothing says in which order one request would do both.
      if (operation.replaces) {
        await database.updateCollection(operation.collection, { DropIndexes: [{ IndexName: operation.index.name }] })
      }
      await database.updateCollection(operation.collection, creation(operation.index))
      return
    case 'remove-index':
      await database.updateCollection(operation.collection, { DropIndexes: [{ IndexName: operation.index }] })
      return
    case 'create-function':
      return createFunction(manager, operation.function, functionIn(wanted, operation.function))
    case 'update-code':
      return updateCode(manager, operation.function, functionIn(wanted, operation.function))
    case 'configure':
      return configure(manager, operation.function, functionIn(wanted, operation.function), operation.drop)
    case 'remove-function':
      await functions.deleteFunction(operation.function)
      return
    case 'create-timer': {
      const { timer } = functionIn(wanted, operation.function)
      if (timer) await functions.createFunctionTriggers(operation.function, [{ ...timer, type: 'timer' }])
      return
    }
    case 'remove-timer':
      await functions.deleteFunctionTrigger(operation.function, operation.timer)
      return
    case 'set-call-rules':
      return setCallRules(manager, wanted)
    case 'set-storage-rule':
      await storage.setStorageAcl(wanted.storageRule)
  }
}

function functionIn({ functions }: Wanted, name: string): WantedFunction {
  const wanted = functions[name]
  if (!wanted) throw new Error(`${name} is no function of ours`)
  return wanted
}

async function createFunction({ functions }: Manager, name: string, wanted: WantedFunction): Promise<void> {
  const func = {
    name,
    description: descriptionOf(wanted.code),
    runtime: wanted.runtime,
    handler: 'index.main',
    memorySize: wanted.memory,
    timeout: wanted.timeout,
    envVariables: wanted.variables,
    // The bundle holds everything; nothing is installed in the cloud.
    installDependency: false,
  } as const
  await functions.createFunction({ func, functionPath: wanted.folder, deployMode: 'zip' })
}

/** The code first, then the word that it is there: a crash between the two uploads it once more. */
async function updateCode({ functions }: Manager, name: string, wanted: WantedFunction): Promise<void> {
  const func = { name, runtime: wanted.runtime, handler: 'index.main', installDependency: false } as const
  await functions.updateFunctionCode({ func, functionPath: wanted.folder, deployMode: 'zip' })
  await functions.waitFunctionActive(name)
  await functions.updateFunctionConfig({ name, description: descriptionOf(wanted.code) })
  await functions.waitFunctionActive(name)
}

/** The platform replaces all variables at once: what others set there is read first and kept. */
async function configure(
  manager: Manager,
  name: string,
  { memory, timeout, variables }: WantedFunction,
  drop: readonly string[],
): Promise<void> {
  const present = Object.entries(await readVariables(manager, name)).filter(([key]) => !drop.includes(key))
  const envVariables = { ...Object.fromEntries(present), ...variables }
  await manager.functions.updateFunctionConfig({ name, memorySize: memory, timeout, envVariables })
  await manager.functions.waitFunctionActive(name)
}

/** One rule for all functions of the environment; what others set for theirs stays. CloudBase demands a `*`. */
async function setCallRules(manager: Manager, { callRules }: Wanted): Promise<void> {
  const present = await readCallRules(manager)
  const rules = { '*': 'auth != null', ...present, ...callRules }
  const securityRule = JSON.stringify(
    Object.fromEntries(Object.entries(rules).map(([name, invoke]) => [name, { invoke }])),
  )
  await manager.permission.modifyResourcePermission({ resourceType: 'function', permission: 'CUSTOM', securityRule })
}

const creation = ({ name, fields, unique }: IndexSpec): IndexChange => ({
  CreateIndexes: [
    {
      IndexName: name,
      MgoKeySchema: {
        MgoIndexKeys: fields.map((field) =>
          field.startsWith('-') ? { Name: field.slice(1), Direction: '-1' } : { Name: field, Direction: '1' },
        ),
        MgoIsUnique: unique === true,
      },
    },
  ],
})
