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
  const found = parse(file)
  if (!isRecorded(found)) {
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

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown) => typeof value === 'string'
const all = (value: unknown, fits: (one: Fields) => boolean): boolean =>
  Array.isArray(value)
    ? value.every((one) => isFields(one) && fits(one))
    : isFields(value) && Object.values(value).every((one) => isFields(one) && fits(one))

/** Whether a file holds everything that a plan looks at: it may have been cut short, or edited by hand. */
function isRecorded(found: unknown): found is Recorded {
  if (!isFields(found) || found.form !== form || !isText(found.environment) || !isText(found.readAt)) return false
  const { state } = found
  if (!isFields(state) || !isText(state.storageRule) || !isFields(state.callRules)) return false
  const areCollections = all(
    state.collections,
    ({ rule, indexes }) =>
      isText(rule) &&
      Array.isArray(indexes) &&
      all(indexes, ({ name, fields }) => isText(name) && Array.isArray(fields) && fields.every(isText)),
  )
  return (
    areCollections &&
    all(
      state.functions,
      ({ runtime, code, variables, timers }) =>
        isText(runtime) && isText(code) && isFields(variables) && Array.isArray(timers) && all(timers, isTimer),
    )
  )
}

const isTimer = ({ name, config }: Fields) => isText(name) && isText(config)
