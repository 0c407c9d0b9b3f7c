import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { root } from './paths'

/** The commit that is checked out, with a plus where files differ from it. */
export async function commitNow(): Promise<string> {
  const git = async (...args: string[]) => (await promisify(execFile)('git', args, { cwd: root })).stdout.trim()
  try {
    return (await git('rev-parse', '--short', 'HEAD')) + ((await git('status', '--porcelain')) === '' ? '' : '+')
  } catch {
    return 'no commit'
  }
}
