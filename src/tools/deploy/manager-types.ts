import type { StorageRule } from '../../local/storage/rules'
import type { OnDemand } from '../support/on-demand'

/** CloudBase's own management library. What it depends on is pinned too: it is given credentials. */
export const managerNode: OnDemand = {
  package: '@cloudbase/manager-node',
  version: '5.6.5',
  size: '36 MB',
  purpose: '云开发官方的管理库',
  lock: 'src/tools/deploy/manager-node.lock.json',
}

/** What we use of @cloudbase/manager-node 5.6.5, as its declarations and source have it. */
export interface Manager {
  readonly functions: {
    listAllFunctions(options: { readonly envId: string }): Promise<readonly { readonly FunctionName?: string }[]>
    getFunctionDetail(name: string): Promise<FunctionDetail>
    createFunction(options: { readonly func: FunctionChange } & FunctionCode): Promise<unknown>
    updateFunctionCode(options: { readonly func: FunctionChange } & FunctionCode): Promise<unknown>
    updateFunctionConfig(func: FunctionChange): Promise<unknown>
    waitFunctionActive(name: string): Promise<void>
    deleteFunction(name: string): Promise<unknown>
    createFunctionTriggers(
      name: string,
      triggers: { readonly name: string; readonly type: 'timer'; readonly config: string }[],
    ): Promise<unknown>
    deleteFunctionTrigger(name: string, trigger: string): Promise<unknown>
  }
  readonly database: {
    listCollections(page: { readonly MgoLimit: number; readonly MgoOffset: number }): Promise<{
      readonly Collections: readonly { readonly CollectionName: string }[]
    }>
    describeCollection(name: string): Promise<{ readonly Indexes?: readonly IndexInfo[] | null }>
    createCollection(name: string): Promise<unknown>
    updateCollection(name: string, change: IndexChange): Promise<unknown>
  }
  readonly storage: {
    getStorageAcl(): Promise<string>
    setStorageAcl(rule: StorageRule): Promise<unknown>
  }
  readonly permission: {
    modifyResourcePermission(
      options:
        | { readonly resourceType: 'collection'; readonly resource: string; readonly permission: 'ADMINONLY' }
        | { readonly resourceType: 'function'; readonly permission: 'CUSTOM'; readonly securityRule: string },
    ): Promise<unknown>
    describeResourcePermission(options: {
      readonly resourceType: 'collection' | 'function'
      readonly resources?: string[]
    }): Promise<{ readonly Data: { readonly PermissionList?: readonly Permission[] | null } }>
  }
}

export type ManagerClass = new (options: {
  readonly secretId: string
  readonly secretKey: string
  readonly token?: string
  readonly envId: string
}) => Manager

export interface FunctionDetail {
  readonly Runtime: string
  readonly MemorySize: number
  readonly Timeout: number
  readonly Description: string
  readonly Status: string
  readonly Environment?: { readonly Variables?: readonly { readonly Key: string; readonly Value: string }[] | null }
  readonly Triggers?: readonly { readonly TriggerName: string; readonly TriggerDesc: string }[] | null
}

export interface FunctionChange {
  readonly name: string
  readonly description?: string
  readonly runtime?: string
  readonly handler?: string
  readonly memorySize?: number
  readonly timeout?: number
  /** Replaces all variables of the function. */
  readonly envVariables?: Readonly<Record<string, string>>
  readonly installDependency?: false
}

interface FunctionCode {
  readonly functionPath: string
  /** Inside the request, up to 1.5 MB when packed; the other way goes through a bucket. */
  readonly deployMode: 'zip'
}

export interface IndexInfo {
  readonly Name: string
  readonly Unique: boolean
  readonly Keys: readonly { readonly Name?: string; readonly Direction?: string }[]
}

export interface IndexChange {
  readonly CreateIndexes?: {
    readonly IndexName: string
    readonly MgoKeySchema: {
      readonly MgoIndexKeys: { readonly Name: string; readonly Direction: string }[]
      readonly MgoIsUnique: boolean
    }
  }[]
  readonly DropIndexes?: { readonly IndexName: string }[]
}

export interface Permission {
  readonly Resource?: string
  readonly Permission?: string
  readonly SecurityRule?: string
}
