import { buildSync } from 'esbuild'
import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '../../../src/local/database/database'

/** Starts a script of this folder as a process of its own; bundled once into `folder`, since that starts faster. */
export function startScript(folder: string, name: string, args: readonly string[]) {
  const outfile = join(folder, `${name}.cjs`)
  const entryPoints = [join(__dirname, `${name}.ts`)]
  if (!existsSync(outfile)) buildSync({ entryPoints, outfile, bundle: true, platform: 'node', external: ['libsql'] })
  // The driver is no script; it is found where it is installed.
  const env = { ...process.env, NODE_PATH: join(__dirname, '../../../node_modules') }
  return fork(outfile, args, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
}

/** Holds what the writer left: no gap, no half pair; answers how many whole rounds there are. */
export function expectWhole(database: Database): number {
  const rows = database.find('rows', { n: { $gte: 0 } }, { order: { n: 1 }, scans: 'refuse' })
  expect(rows.map(({ n }) => n)).toEqual(rows.map((_, i) => i + 1))
  expect(database.count('rows')).toBe(rows.length)
  const balance = database.get('pairs', 'left')?.n
  expect(database.get('pairs', 'right')?.n).toBe(balance)
  const pairs = database.count('pairs') - 2
  expect(pairs % 2).toBe(0)
  const rounds = [rows.length, pairs / 2, Number(balance)]
  // They are written in this order, so each is at most one behind the one before it.
  expect(rounds).toEqual([...rounds].sort((a, b) => b - a))
  expect(rows.length - Number(balance)).toBeLessThanOrEqual(1)
  return Number(balance)
}
