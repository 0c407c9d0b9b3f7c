import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  clientRules,
  functions,
  messageTemplates,
  type FunctionSpec,
  type MessageTemplate,
} from '../../cloud/deployment'
import { readTemplates } from '../../cloud/message/templates'
import { collections } from '../../cloud/store/documents'
import type { CollectionSpec } from '../../cloud/store/spec'
import { presetOf, type StorageRule } from '../../local/storage/rules'
import { Sentence } from '../support/entry'
import { filesIn } from '../support/stamp'
import { checkGivenKeys } from './make-keys'
import type { CallRules, Timer } from './state'

/** What an environment must hold, ready to be compared with what it holds. */
export interface Wanted {
  readonly collections: readonly CollectionSpec[]
  readonly functions: Readonly<Record<string, WantedFunction>>
  readonly callRules: CallRules
  /** For every collection. */
  readonly collectionRule: string
  readonly storageRule: StorageRule
  readonly templates: readonly (MessageTemplate & { readonly key?: string })[]
}

export interface WantedFunction {
  readonly runtime: string
  readonly memory: number
  readonly timeout: number
  readonly variables: Readonly<Record<string, string>>
  /** The names of those variables whose values are secret. */
  readonly secrets: readonly string[]
  /** Secrets that nobody gave: they have to be in the environment already. */
  readonly missing: readonly string[]
  /** Settings that nobody gave: what the environment has of them stays as it is. */
  readonly open: readonly string[]
  /** The built function. */
  readonly folder: string
  readonly code: string
  readonly timer?: Timer
  readonly openapi: readonly string[]
}

/** Characters. */
export const shortestSecret = 32

/** Reads the deployment's manifest; `built` is `dist/cloud`, and secrets come from the terminal's environment. */
export function wantedFrom(
  built: string,
  given: Readonly<Record<string, string | undefined>>,
  specs: Readonly<Record<string, FunctionSpec>> = functions,
): Wanted {
  const names = Object.keys(specs)
  return {
    collections,
    functions: Object.fromEntries(
      Object.entries(specs).map(([name, spec]) => [name, wantedFunction(spec, path.join(built, name), given)]),
    ),
    callRules: Object.fromEntries(
      names.map((name) => [name, specs[name]?.callableBy === 'client' ? 'auth != null' : false]),
    ),
    collectionRule: wordFor(clientRules.collections),
    storageRule: presetOf(clientRules.storage),
    templates: messageTemplates,
  }
}

function wantedFunction(
  { runtime, memory, timeout, environment, secrets = [], settings = [], cron, openapi }: FunctionSpec,
  folder: string,
  given: Readonly<Record<string, string | undefined>>,
): WantedFunction {
  const known = secrets.filter((name) => given[name])
  for (const name of known) {
    if ((given[name] ?? '').length < shortestSecret) {
      throw new Sentence(
        `密钥 ${name} 太短，至少 ${shortestSecret} 个字符。 | The secret ${name} is shorter than that.`,
      )
    }
  }
  checkGivenKeys(given, known)
  const set = settings.filter((name) => given[name])
  if (set.includes('MESSAGE_TEMPLATES')) checkTemplates(given.MESSAGE_TEMPLATES)
  return {
    runtime,
    memory,
    timeout,
    variables: { ...environment, ...Object.fromEntries([...set, ...known].map((name) => [name, given[name] ?? ''])) },
    secrets: known,
    missing: secrets.filter((name) => !known.includes(name)),
    open: settings.filter((name) => !set.includes(name)),
    folder,
    code: fingerprintOf(folder),
    ...(cron && { timer: { name: cron.name, config: cron.config } }),
    openapi,
  }
}

/** The function would go on without them and only say so in its log. */
function checkTemplates(value: string | undefined): void {
  try {
    readTemplates(value)
  } catch (error) {
    throw new Sentence(
      `变量 MESSAGE_TEMPLATES 读不懂，请对照 docs/runbook.md 的“消息模板”。 | ${error instanceof Error ? error.message : ''}.`,
    )
  }
}

/** CloudBase's word for a rule of collections; only the one that we use is known. */
function wordFor({ read, write }: { readonly read: false; readonly write: false }): 'ADMINONLY' {
  if (read || write) throw new Error('only a rule that denies everything has a word here')
  return 'ADMINONLY'
}

/** One fingerprint of everything in a built function. */
function fingerprintOf(folder: string): string {
  const hash = createHash('sha256')
  for (const file of filesIn(folder)) {
    const name = path.relative(folder, file).split(path.sep).join('/')
    hash.update(name).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}
