import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Sentence } from '../support/entry'
import { fromRoot } from '../support/paths'
import type { State } from './state'

/** What an environment answered when it was read last, kept for plans without a network. It holds no secrets. */
export interface Recorded {
  readonly environment: string
  readonly readAt: string
  readonly state: State
}

/** Grows when the form of the file changes; an older or newer file is read anew with `--refresh`. */
const form = 1

/** Beside the local data, which git ignores. */
export const recordFileOf = (environment: string): string => fromRoot('.local', 'deploy', `${environment}.json`)

export function readRecord(file: string): Recorded | undefined {
  if (!existsSync(file)) return undefined
  const found = parse(readFileSync(file, 'utf8'))
  if (found?.form !== form) {
    throw new Sentence(
      `记录文件 ${path.basename(file)} 读不懂（损坏，或出自另一个版本）。加 --refresh 重新读取环境。 | The record cannot be read; take it anew with --refresh.`,
    )
  }
  return found
}

export function writeRecord(file: string, record: Recorded): void {
  mkdirSync(path.dirname(file), { recursive: true })
  // Renamed into place: a crash leaves the old record, not half a new one.
  writeFileSync(`${file}.new`, `${JSON.stringify({ form, ...record }, null, 2)}\n`)
  renameSync(`${file}.new`, file)
}

function parse(text: string): (Recorded & { readonly form: number }) | undefined {
  try {
    return JSON.parse(text) as Recorded & { readonly form: number }
  } catch {
    return undefined
  }
}
