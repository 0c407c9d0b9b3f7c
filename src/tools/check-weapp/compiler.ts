import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadOnDemand } from '../support/on-demand'
import type { QualityCheck, Verdict } from './rules'
import { miniprogramCi } from './tool'

/** What we use of miniprogram-ci 2.1.42. */
interface MiniprogramCi {
  readonly Project: new (options: {
    readonly appid: string
    readonly type: 'miniProgram'
    readonly projectPath: string
    readonly privateKeyPath: string
    readonly ignores: readonly string[]
  }) => Project
  readonly DefaultProjectAttr: unknown
  getCompiledResult(options: object, zip: string): Promise<Record<string, unknown>>
  checkCodeQuality(project: Project): Promise<readonly QualityCheck[]>
}
interface Project {
  /** Asks WeChat's server what this app id may do, unless replaced. */
  attr(): Promise<unknown>
}

/** With these switches each kind of file is parsed; without them the compiler copies broken JavaScript as it is. */
const setting = { es6: true, minifyWXML: true, minifyWXSS: true }

/** What the compiler says, with the file it speaks of; it quotes whole lines, and ours are the length of a bundle. */
function complaintOf(error: unknown): string {
  if (!isComplaint(error)) return String(error)
  const { message, path: file } = error
  const lines = message.split('\n').map((line) => (line.length > 200 ? `${line.slice(0, 200)} …` : line))
  return [...(file && !message.includes(file) ? [file] : []), ...lines].join('\n')
}

const isComplaint = (error: unknown): error is { readonly message: string; readonly path?: string } =>
  typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string'

async function examine(projectPath: string): Promise<Verdict> {
  const ci = loadOnDemand(miniprogramCi) as MiniprogramCi
  const scratch = mkdtempSync(path.join(tmpdir(), 'check-weapp-'))
  try {
    const privateKeyPath = path.join(scratch, 'no.key')
    writeFileSync(privateKeyPath, 'none: nothing is uploaded')
    // No app id of ours: nothing is uploaded, and the compiler wants one of the right form only.
    const appid = 'wx0000000000000000'
    const project = new ci.Project({ appid, type: 'miniProgram', projectPath, privateKeyPath, ignores: [] })
    project.attr = () => Promise.resolve(ci.DefaultProjectAttr)
    const options = { project, version: '0.0.0', desc: 'check', setting, onProgressUpdate: () => undefined }
    await ci.getCompiledResult(options, path.join(scratch, 'compiled.zip'))
    return { quality: await ci.checkCodeQuality(project) }
  } catch (error) {
    return { rejected: complaintOf(error), quality: [] }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

// The compiler starts children with the arguments of this process, and they are no TypeScript.
process.execArgv = []
// Its own process: the compiler leaves watchers and children behind that never end, and writes what it likes.
const projectPath = process.argv[2] ?? ''
void examine(projectPath).then((verdict) => process.send?.(verdict, undefined, {}, () => process.exit(0)))
