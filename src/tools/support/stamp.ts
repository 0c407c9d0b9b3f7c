import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fromRoot, root } from './paths'

export type Target = 'weapp' | 'h5' | 'cloud'

const shared = ['package.json', 'package-lock.json', 'tsconfig.json', 'config', 'types', 'src']
const inputs: Record<Target, { readonly read: readonly string[]; readonly skip: RegExp }> = {
  // The import table keeps the server and the tools out of the app, and the app out of the server.
  weapp: { read: [...shared, 'babel.config.js', 'project.config.json'], skip: /^src\/(cloud|local|tools)\// },
  h5: { read: [...shared, 'babel.config.js', 'project.config.json'], skip: /^src\/(cloud|local|tools)\// },
  cloud: { read: shared, skip: /^src\/(app\.|index\.html|(pages|components|client|platform|local|tools)\/)/ },
}

const stampOf = (target: Target) => fromRoot('dist', `.${target}.stamp`)

/** One fingerprint of everything a target is made from. */
export function fingerprint(target: Target): string {
  const hash = createHash('sha256').update(process.version)
  const { read, skip } = inputs[target]
  for (const file of read.flatMap((name) => filesIn(fromRoot(name)))) {
    const name = path.relative(root, file).split(path.sep).join('/')
    if (!skip.test(name)) hash.update(name).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

export function isFresh(target: Target, print: string): boolean {
  const stamp = stampOf(target)
  return existsSync(fromRoot('dist', target)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === print
}

export function setStamp(target: Target, print: string): void {
  mkdirSync(fromRoot('dist'), { recursive: true })
  writeFileSync(stampOf(target), print)
}

/** From now on the target's folder does not match any sources: it is being written, or holds a development build. */
export function dropStamp(target: Target): void {
  rmSync(stampOf(target), { force: true })
}

export function filesIn(place: string): string[] {
  if (!existsSync(place)) return []
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .flatMap((name) => filesIn(path.join(place, name)))
}

export function sizeOf(folder: string): number {
  return filesIn(folder).reduce((sum, file) => sum + statSync(file).size, 0)
}
