import type { ClientRight } from '../../cloud/deployment'
import type { FileRow } from './file-table'

/**
 * WeChat's four presets of who may reach the storage from a phone. READONLY: everybody reads, who uploaded a file
 * writes it (所有用户可读，仅创建者可写). PRIVATE: only who uploaded it (仅创建者可读写). ADMINWRITE: everybody reads, functions
 * write (所有用户可读，仅管理端可写). ADMINONLY: functions only (仅管理端可读写). Functions may always do everything.
 */
export const storageRules = ['READONLY', 'PRIVATE', 'ADMINWRITE', 'ADMINONLY'] as const
export type StorageRule = (typeof storageRules)[number]

const presets: readonly (readonly [read: ClientRight, write: ClientRight, StorageRule])[] = [
  [true, 'own', 'READONLY'],
  ['own', 'own', 'PRIVATE'],
  [true, false, 'ADMINWRITE'],
  [false, false, 'ADMINONLY'],
]

/** The preset that the deployment manifest means; throws where WeChat has none for it. */
export function presetOf({ read, write }: { readonly read: ClientRight; readonly write: ClientRight }): StorageRule {
  const preset = presets.find(([may, change]) => may === read && change === write)
  if (!preset) throw new Error(`clientRules: WeChat has no preset for a storage with read ${read} and write ${write}`)
  return preset[2]
}

/** Whether a file's link works for anybody and for ever, as WeChat's do where everybody may read. */
export function isPublic(rule: StorageRule): boolean {
  return rule === 'READONLY' || rule === 'ADMINWRITE'
}

/** Whether the phone of `openid` may ask for a file's link. Whoever has no identity may nothing. */
export function mayRead(rule: StorageRule, openid: string | undefined, file: FileRow | undefined): boolean {
  if (!openid) return false
  return isPublic(rule) || (rule === 'PRIVATE' && isOwn(openid, file))
}

/** Whether the phone of `openid` may make, replace or delete a file. */
export function mayWrite(rule: StorageRule, openid: string | undefined, file: FileRow | undefined): boolean {
  if (!openid || rule === 'ADMINWRITE' || rule === 'ADMINONLY') return false
  return isOwn(openid, file)
}

/** A path that nobody has is anybody's to take. */
function isOwn(openid: string, file: FileRow | undefined): boolean {
  return file === undefined || file.owner === openid
}
