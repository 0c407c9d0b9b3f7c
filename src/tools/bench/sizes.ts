import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { functions } from '../../cloud/deployment'
import { fromRoot } from '../support/paths'
import { filesIn } from '../support/stamp'
import type { Bench, Figure } from './figure'

const kilobyte = 1024

/** WeChat counts every file of a package as it lies there. */
function weapp(): readonly Figure[] {
  const folder = fromRoot('dist', 'weapp')
  const { subPackages = [] } = JSON.parse(readFileSync(path.join(folder, 'app.json'), 'utf8')) as {
    subPackages?: readonly { root: string }[]
  }
  const files = filesIn(folder).map((file) => ({ name: path.relative(folder, file), bytes: statSync(file).size }))
  const packageOf = (name: string) => subPackages.find(({ root }) => name.startsWith(`${root}/`))?.root ?? 'main'
  const sum = (wanted: string | null) =>
    files.filter(({ name }) => wanted === null || packageOf(name) === wanted).reduce((all, { bytes }) => all + bytes, 0)
  const figure = (what: string, bytes: number, most: number | null): Figure => ({
    bench: 'sizes',
    what,
    value: Math.round(bytes / kilobyte),
    unit: 'KB',
    most,
  })
  return [
    figure('weapp main package', sum('main'), 600),
    ...subPackages.map(({ root }) => figure(`weapp package ${root}`, sum(root), 2048)),
    figure('weapp all packages', sum(null), 1024),
  ]
}

const whole = (what: string, folder: string): readonly Figure[] =>
  existsSync(folder)
    ? [
        {
          bench: 'sizes',
          what,
          value: Math.round(filesIn(folder).reduce((all, file) => all + statSync(file).size, 0) / kilobyte),
          unit: 'KB',
          most: null,
        },
      ]
    : []

export const sizes: Bench = {
  name: 'sizes',
  run: () =>
    Promise.resolve([
      ...weapp(),
      ...whole('h5', fromRoot('dist', 'h5')),
      ...Object.keys(functions).flatMap((name) => whole(`function ${name}`, fromRoot('dist', 'cloud', name))),
    ]),
}
