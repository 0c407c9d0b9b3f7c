import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** A compiled mini program as it lies on the disk. */
export interface WeappFiles {
  /** Code, markup, styles and settings by their path, such as `pages/door/index.js`. */
  readonly texts: Readonly<Record<string, string>>
  /** The size in bytes of everything else: pictures. */
  readonly assets: Readonly<Record<string, number>>
}

/** The program's own files; the rest (project.config.json, licences) is not shipped. */
const shipped = /\.(?:js|json|wxml|wxss|wxs)$/

export function readWeapp(folder: string): WeappFiles {
  if (!existsSync(path.join(folder, 'app.json'))) throw new Error(`${folder} is not built: npm run build:weapp`)
  const texts: Record<string, string> = {}
  const assets: Record<string, number> = {}
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, entry)
    const stat = statSync(file)
    if (!stat.isFile()) continue
    const name = entry.split(path.sep).join('/')
    if (shipped.test(name)) texts[name] = readFileSync(file, 'utf8')
    else assets[name] = stat.size
  }
  return { texts, assets }
}
