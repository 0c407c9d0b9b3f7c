import type * as glassEasel from 'glass-easel'
import type { WeappFiles } from './files'
import type { WeappNode } from './node'
import type { Realm, RealmEvents } from './realm'
import type { Surface } from './view'
import type { CloudFunction } from './wx/cloud'
import type { CloudAddress } from './wx/local-cloud'
import type { PrivacyOptions } from './wx/consent'
import type { Rect } from './wx/query'
import type { Launch } from './wx/system'

export interface WeappOptions {
  /** What a call of a cloud function answers; without it and `connect` every call fails. */
  readonly cloud?: CloudFunction
  /** The real local cloud, over HTTP, also for files. */
  readonly connect?: CloudAddress
  /** What an earlier visit left in the storage. */
  readonly storage?: Readonly<Record<string, unknown>>
  readonly launch?: Partial<Launch>
  /** WeChat's setting for the size of type; 17 is usual. */
  readonly fontSize?: number
  readonly privacy?: PrivacyOptions
}

/** What differs between Node and a browser. */
export interface Platform {
  readonly files: WeappFiles
  readonly groups: glassEasel.template.ProcGenGroupList
  readonly builtInGroups: glassEasel.template.ProcGenGroupList
  readonly surface: Surface
  createRealm(events: RealmEvents): Realm
  /** Where a node stands; undefined where nothing is laid out. */
  rectOf?(node: WeappNode): Rect
  /** Runs something when the task that runs now, with all its promises, is over. */
  afterTask(work: () => void): void
}
