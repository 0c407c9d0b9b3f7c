import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { functions } from '../../cloud/deployment'
import { keepersPackages, mostKilobytes } from '../support/packages'
import { fromRoot } from '../support/paths'
import { filesIn, sizeOf } from '../support/stamp'
import type { Bench, Figure } from './figure'

const kilobyte = 1024

const figure = (what: string, bytes: number, most: number | null = null): Figure => ({
  bench: 'sizes',
  what,
  value: Math.round(bytes / kilobyte),
  unit: 'KB',
  most,
  better: 'less',
})

/** WeChat counts every file of a package as it lies there. */
function weapp(): readonly Figure[] {
  const folder = fromRoot('dist', 'weapp')
  const { subPackages = [] } = JSON.parse(readFileSync(path.join(folder, 'app.json'), 'utf8')) as {
    subPackages?: readonly { root: string }[]
  }
  const files = filesIn(folder).map((file) => ({ name: path.relative(folder, file), bytes: statSync(file).size }))
  const packageOf = (name: string) => subPackages.find(({ root }) => name.startsWith(`${root}/`))?.root ?? 'main'
  const sumOf = (isWanted: (root: string) => boolean) =>
    files.filter(({ name }) => isWanted(packageOf(name))).reduce((all, { bytes }) => all + bytes, 0)
  return [
    figure(
      'weapp main package',
      sumOf((root) => root === 'main'),
      mostKilobytes.main,
    ),
    ...subPackages.map(({ root }) =>
      figure(
        `weapp package ${root}`,
        sumOf((one) => one === root),
        2048,
      ),
    ),
    figure(
      'weapp, what residents may open',
      sumOf((root) => !keepersPackages.includes(root)),
      mostKilobytes.residents,
    ),
    figure(
      'weapp all packages',
      sumOf(() => true),
      mostKilobytes.all,
    ),
  ]
}

/** The page and what it names in its own text: what a browser has to have before it shows anything. */
export function firstVisit(folder: string): readonly Buffer[] {
  const page = readFileSync(path.join(folder, 'index.html'))
  const named = [...page.toString().matchAll(/(?:src|href)="(?!data:|https?:)([^"]+)"/g)].map(([, name = '']) => name)
  return [page, ...named.map((name) => readFileSync(path.join(folder, name)))]
}

function h5(): readonly Figure[] {
  const folder = fromRoot('dist', 'h5')
  const loaded = firstVisit(folder)
  const plain = loaded.reduce((all, { length }) => all + length, 0)
  const packed = loaded.reduce((all, file) => all + gzipSync(file).length, 0)
  return [
    figure('h5, every file', sizeOf(folder)),
    { ...figure('h5, what a first visit loads, gzip', packed), beside: `${Math.round(plain / kilobyte)} KB plain` },
  ]
}

function bundles(): readonly Figure[] {
  return Object.keys(functions).map((name) => {
    const file = fromRoot('dist', 'cloud', name, 'index.js')
    const bytes = existsSync(file) ? readFileSync(file) : null
    const packed = bytes ? ` ${Math.round(gzipSync(bytes).length / kilobyte)} KB gzip` : ''
    return { ...figure(`function ${name}`, bytes?.length ?? Number.NaN), beside: packed.trim() }
  })
}

export const sizes: Bench = {
  name: 'sizes',
  needs: ['weapp', 'h5', 'cloud'],
  run: () => Promise.resolve([...weapp(), ...h5(), ...bundles()]),
}
