import { fork } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './build'
import { adviceIn, faultsIn, sizesIn, type Verdict } from './check-weapp/rules'
import { miniprogramCi } from './check-weapp/tool'
import { isEntry, runTool, Sentence } from './support/entry'
import { fetchOnDemand } from './support/on-demand'
import { fromRoot } from './support/paths'
import { kilobytes, say } from './support/progress'

/** The compiler waits for WeChat's servers in places; off line its answer takes seconds. */
const patience = 180_000

/** The compiler asks servers that it does not need; that they cannot be reached off line is no news. */
const offLine = /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|get white ext list fail/

/** What WeChat's compiler and rules answer about a compiled mini program, as `dist/weapp` is one. */
export async function examineWeapp(compiled: string): Promise<Verdict> {
  const project = mkdtempSync(path.join(tmpdir(), 'check-weapp-project-'))
  try {
    // The compiler writes into the project that it reads.
    cpSync(compiled, path.join(project, 'dist', 'weapp'), { recursive: true })
    cpSync(fromRoot('project.config.json'), path.join(project, 'project.config.json'))
    return await ask(project)
  } finally {
    rmSync(project, { recursive: true, force: true })
  }
}

function ask(project: string): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const child = fork(path.join(__dirname, 'check-weapp', 'compiler.ts'), [project], {
      // The compiler leaves folders of its own where it runs.
      cwd: project,
      execArgv: ['--import', pathToFileURL(createRequire(__filename).resolve('tsx')).href],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    let said = ''
    const keep = (chunk: Buffer) => (said += chunk.toString())
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    const late = setTimeout(() => child.kill('SIGKILL'), patience)
    child.on('error', reject)
    child.on('message', (verdict) => resolve(verdict as Verdict))
    child.on('close', () => {
      clearTimeout(late)
      const words = said.split('\n').filter((line) => !offLine.test(line))
      reject(new Error(['miniprogram-ci ended without an answer', ...words].join('\n')))
    })
  })
}

async function main(args: readonly string[]) {
  const [unknown] = args
  if (unknown !== undefined)
    throw new Sentence(`npm run check:weapp 没有参数 | takes no arguments; not understood: ${unknown}`)
  await fetchOnDemand(miniprogramCi)
  await ensureBuilt(['weapp'])
  const verdict = await examineWeapp(fromRoot('dist', 'weapp'))
  for (const { name, bytes } of sizesIn(verdict)) say(`  ${name}  ${kilobytes(bytes)}`)
  for (const text of adviceIn(verdict)) say(`  建议 advice: ${text}`)
  const faults = faultsIn(verdict)
  if (faults.length > 0) throw new Sentence(faults.map((fault) => `✗ ${fault}`).join('\n'))
  say('✓ 微信的编译器和大小规则都通过 | WeChat’s compiler and size rules pass')
}

if (isEntry(__filename)) runTool(main)
