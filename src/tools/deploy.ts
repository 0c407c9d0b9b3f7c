import { createInterface } from 'node:readline/promises'
import { ensureBuilt } from './build'
import { apply, complaintOf, leftOver } from './deploy/apply'
import { choiceFrom, usage, type Choice } from './deploy/choice'
import { freshKeys, keysAdvice } from './deploy/make-keys'
import { connect, type Credentials } from './deploy/manager'
import { managerNode } from './deploy/manager-types'
import type { Environment } from './deploy/operations'
import { operationsOf, plan, type Line } from './deploy/plan'
import { readRecord, writeRecord, type Recorded } from './deploy/record'
import { firstSetupCode, setupCodeText } from './deploy/setup-code'
import { showPlan } from './deploy/show'
import { emptyState } from './deploy/state'
import { shortestSecret, wantedFrom, type Wanted } from './deploy/wanted'
import { isEntry, runTool, Sentence } from './support/entry'
import { fetchOnDemand } from './support/on-demand'
import { fromRoot } from './support/paths'
import { say } from './support/progress'

/** What it must hold against what was recorded of it; without a record everything is to be created. */
function showRecorded(wanted: Wanted, { check, prune, json, environment, recordFile }: Choice): void {
  const record = recordFile ? readRecord(recordFile) : undefined
  if (record && environment && record.environment !== environment) {
    throw new Sentence(
      `这份记录属于环境 ${record.environment}，不是 ${environment}。 | The record is of another environment.`,
    )
  }
  const lines = plan(wanted, record?.state ?? emptyState, { prune })
  if (json)
    say(JSON.stringify({ environment: record?.environment ?? environment, readAt: record?.readAt, lines }, null, 2))
  else say(showPlan(lines, environment, record))
  if (check && (operationsOf(lines).length > 0 || blockedIn(lines).length > 0)) process.exitCode = 1
}

const blockedIn = (lines: readonly Line[]) => lines.filter(({ change }) => change === 'blocked')

/** Everything that concerns one environment's reading: the answer is kept for later plans. */
async function readAndRecord(environment: Environment, environmentId: string, file: string): Promise<Recorded> {
  const state = await environment.read().catch((error: unknown) => {
    throw new Sentence(`读取环境 ${environmentId} 没有成功：${complaintOf(error)} | The environment could not be read.`)
  })
  const record = { environment: environmentId, readAt: new Date().toISOString(), state }
  writeRecord(file, record)
  return record
}

async function reach({ environment, recordFile }: Choice, wanted: Wanted) {
  if (!environment || !recordFile)
    throw new Sentence(`请用 --env 或 CLOUDBASE_ENV 指定环境。 | Which environment?\n${usage}`)
  const credentials = credentialsFrom(process.env)
  await fetchOnDemand(managerNode)
  return { environment: connect(environment, credentials, wanted), environmentId: environment, recordFile }
}

function credentialsFrom(given: Readonly<Record<string, string | undefined>>): Credentials {
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey, TENCENTCLOUD_SESSIONTOKEN: token } = given
  if (!secretId || !secretKey) {
    throw new Sentence(
      '没有密钥：请设置 TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY（见 docs/runbook.md），或加 --plan 只看不做。 | No credentials.',
    )
  }
  return { secretId, secretKey, ...(token && { token }) }
}

async function confirmed(yes: boolean): Promise<boolean> {
  if (yes) return true
  if (!process.stdin.isTTY)
    throw new Sentence('这里没有人可以回答：确认无误后加 --yes。 | Nobody can answer here; add --yes.')
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return /^y(es)?$/i.test((await terminal.question('按上面的清单修改这个环境？[y/N] ')).trim())
  } finally {
    terminal.close()
  }
}

async function deploy(choice: Choice, wanted: Wanted): Promise<void> {
  const { environment, environmentId, recordFile } = await reach(choice, wanted)
  const before = await readAndRecord(environment, environmentId, recordFile)
  const { prune } = choice
  const lines = plan(wanted, before.state, { prune })
  say(showPlan(lines, environmentId, before))
  if (choice.mode === 'refresh') return
  if (blockedIn(lines).length > 0)
    throw new Sentence('\n先处理上面标着 ✗ 的，再运行一次。什么都没有改。 | Nothing was changed.')
  if (operationsOf(lines).length === 0) return say('\n✓ 没有要改的。 | Nothing to do.')
  if (!(await confirmed(choice.yes))) return say('什么都没有改。 | Nothing was changed.')
  await apply(environment, lines, say)
  const after = await readAndRecord(environment, environmentId, recordFile)
  const left = leftOver(wanted, after.state, { prune })
  if (left.length > 0) {
    const names = left.map(({ name }) => name).join('、')
    throw new Sentence(
      `都做了，但环境还没有显示：${names}。过几分钟用 --refresh 再看。 | Done, but not all of it shows yet.`,
    )
  }
  say('\n✓ 部署完成，环境与清单一致。 | Deployed.')
  const code = firstSetupCode(before.state, process.env, Date.now())
  if (code) say(code)
}

async function main(args: readonly string[]) {
  const choice = choiceFrom(args, process.env)
  if (choice.mode === 'make-keys') {
    for (const line of freshKeys(Date.now())) say(line)
    return console.error(keysAdvice)
  }
  if (choice.mode === 'setup-code') return say(setupCodeText(choice.setup, process.env, Date.now()))
  const log = choice.json ? () => undefined : say
  await ensureBuilt(['cloud'], { log })
  const wanted = wantedFrom(fromRoot('dist', 'cloud'), process.env)
  if (choice.mode === 'plan') return showRecorded(wanted, choice)
  await deploy(choice, wanted).catch((error: unknown) => {
    throw withoutSecrets(error, secretsIn(wanted))
  })
}

/** What may stand in no sentence, whoever wrote it: the platform quotes what it was sent when it likes. */
const secretsIn = ({ functions }: Wanted): readonly string[] => {
  const { TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY, TENCENTCLOUD_SESSIONTOKEN } = process.env
  const given = [TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY, TENCENTCLOUD_SESSIONTOKEN]
  const values = Object.values(functions).flatMap(({ variables, secrets }) => secrets.map((name) => variables[name]))
  // The whole before its parts: of two keys in one variable each is a secret by itself.
  const parts = values.flatMap((value) => value?.split(/[:,]/) ?? []).filter((part) => part.length >= shortestSecret)
  return [...given, ...values, ...parts].filter((value) => value !== undefined && value !== '') as string[]
}

function withoutSecrets(error: unknown, secrets: readonly string[]): unknown {
  if (!(error instanceof Error)) return error
  const hidden = (text: string) => secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), text)
  if (error.stack) error.stack = hidden(error.stack)
  error.message = hidden(error.message)
  return error
}

if (isEntry(__filename)) runTool(main)
