/* The bodies of Tencent's API: cloud.tencent.com/document/api/876 (tcb) and /583 (scf). */

interface Index {
  readonly Name: string
  readonly Unique: boolean
  readonly Keys: readonly { readonly Name: string; readonly Direction: string }[]
}

interface CloudFunction {
  readonly FunctionName: string
  readonly Runtime: string
  readonly MemorySize: number
  readonly Timeout: number
  readonly Description: string
  readonly Handler: string
  readonly InstallDependency: string
  readonly Environment: { readonly Variables: readonly { readonly Key: string; readonly Value: string }[] }
  readonly Triggers: readonly { readonly TriggerName: string; readonly Type: string; readonly TriggerDesc: string }[]
  readonly zip: Buffer
}

type Body = Readonly<Record<string, unknown>>

/** An environment as Tencent's API shows it. What the API would refuse is thrown as its code. */
export class StandInEnvironment {
  readonly tables = new Map<string, { rule: string; indexes: Index[] }>()
  readonly functions = new Map<string, CloudFunction>()
  callRules = ''
  storageRule = 'READONLY'

  constructor(private readonly id: string) {}

  answer(action: string, body: Body): object {
    const answer = this.actions[action]
    if (!answer) throw new Error(`InvalidAction.${action}`)
    return answer(body) ?? {}
  }

  private readonly actions: Record<string, (body: Body) => object | void> = {
    'tcb.DescribeEnvInfo': () => ({ EnvInfo: { EnvBaseInfo: this.baseInfo(), UserInfo: { AppId: '1250000000' } } }),
    'tcb.ListTables': ({ MgoLimit, MgoOffset }) => {
      const names = [...this.tables.keys()].slice(Number(MgoOffset), Number(MgoOffset) + Number(MgoLimit))
      return { Tables: names.length > 0 ? names.map((TableName) => ({ TableName })) : null }
    },
    'tcb.CreateTable': ({ TableName }) => {
      if (this.tables.has(String(TableName))) throw new Error('ResourceInUse')
      const _id: Index = { Name: '_id_', Unique: true, Keys: [{ Name: '_id', Direction: '1' }] }
      this.tables.set(String(TableName), { rule: 'PRIVATE', indexes: [_id] })
    },
    'tcb.DescribeTable': ({ TableName }) => ({ Indexes: this.table(TableName).indexes, IndexNum: 1 }),
    'tcb.UpdateTable': (body) => this.updateTable(body),
    'tcb.DescribeResourcePermission': (body) => ({ Data: { PermissionList: this.permissions(body) } }),
    'tcb.ModifyResourcePermission': ({ ResourceType, Resource, Permission, SecurityRule }) => {
      if (ResourceType === 'function') this.callRules = String(SecurityRule)
      else this.table(Resource).rule = String(Permission)
      return { Data: { Success: true } }
    },
    'tcb.DescribeStorageSafeRule': () => ({ AclTag: this.storageRule }),
    'tcb.ModifyStorageSafeRule': ({ AclTag }) => {
      this.storageRule = String(AclTag)
    },
    'tcb.ListFunctions': ({ Limit, Offset }) => ({
      Functions: [...this.functions.values()].slice(Number(Offset), Number(Offset) + Number(Limit)),
      TotalCount: this.functions.size,
    }),
    'scf.GetFunction': ({ FunctionName }) => {
      const { zip: _zip, ...shown } = this.fn(FunctionName)
      return { ...shown, Status: 'Active' }
    },
    'scf.CreateFunction': (body) => {
      if (this.functions.has(String(body.FunctionName))) throw new Error('ResourceInUse.Function')
      const { Code, Namespace: _namespace, ...rest } = body
      this.functions.set(String(body.FunctionName), {
        ...rest,
        Triggers: [],
        zip: zipIn(Code),
      } as unknown as CloudFunction)
    },
    'scf.UpdateFunctionCode': ({ FunctionName, Code }) => this.change(FunctionName, { zip: zipIn(Code) }),
    'scf.UpdateFunctionConfiguration': ({ FunctionName, Namespace: _namespace, ...changes }) =>
      this.change(FunctionName, changes),
    'scf.BatchCreateTrigger': ({ FunctionName, Triggers }) => {
      const added = JSON.parse(String(Triggers)) as { TriggerName: string; Type: string; TriggerDesc: string }[]
      const shown = added.map((one) => ({ ...one, TriggerDesc: JSON.stringify({ cron: one.TriggerDesc }) }))
      this.change(FunctionName, { Triggers: [...this.fn(FunctionName).Triggers, ...shown] })
    },
    'scf.DeleteTrigger': ({ FunctionName, TriggerName }) => {
      const Triggers = this.fn(FunctionName).Triggers.filter((one) => one.TriggerName !== TriggerName)
      this.change(FunctionName, { Triggers })
    },
  }

  private baseInfo() {
    return {
      EnvId: this.id,
      Databases: [{ InstanceId: 'tnt-stand-in' }],
      Storages: [{ Bucket: 'stand-in-1250000000', Region: 'ap-shanghai' }],
      Functions: [{ Namespace: this.id }],
    }
  }

  private table(name: unknown) {
    const found = this.tables.get(String(name))
    if (!found) throw new Error('ResourceNotFound')
    return found
  }

  private fn(name: unknown): CloudFunction {
    const found = this.functions.get(String(name))
    if (!found) throw new Error('ResourceNotFound.Function')
    return found
  }

  private change(name: unknown, changes: object): void {
    const found = this.fn(name)
    this.functions.set(found.FunctionName, { ...found, ...changes })
  }

  private permissions({ ResourceType, Resources }: Body): object[] {
    if (ResourceType === 'function')
      return this.callRules ? [{ Permission: 'CUSTOM', SecurityRule: this.callRules }] : []
    return (Resources as string[]).map((Resource) => ({ Resource, Permission: this.table(Resource).rule }))
  }

  private updateTable({ TableName, CreateIndexes = [], DropIndexes = [] }: Body): void {
    const table = this.table(TableName)
    for (const { IndexName } of DropIndexes as { IndexName: string }[]) {
      table.indexes = table.indexes.filter(({ Name }) => Name !== IndexName)
    }
    type Creation = { IndexName: string; MgoKeySchema: { MgoIndexKeys: Index['Keys']; MgoIsUnique: boolean } }
    for (const { IndexName, MgoKeySchema } of CreateIndexes as Creation[]) {
      if (table.indexes.some(({ Name }) => Name === IndexName)) throw new Error('ResourceInUse')
      table.indexes.push({ Name: IndexName, Unique: MgoKeySchema.MgoIsUnique, Keys: MgoKeySchema.MgoIndexKeys })
    }
  }
}

const zipIn = (code: unknown) => Buffer.from((code as { ZipFile: string }).ZipFile, 'base64')
