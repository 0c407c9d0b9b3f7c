import { createHash } from 'node:crypto'
import { Script } from 'node:vm'
import { TmplGroup } from 'glass-easel-template-compiler'
import postcss from 'postcss'
import type { WeappFiles } from './files'
import { inputTemplates } from './builtins'
import { Manifest } from './manifest'
import { resolve } from './paths'
import { renameBuiltIns, survey, type Survey } from './wxml'

/** What the compiler makes: JavaScript sources, each an expression of templates by path. */
export interface CompiledTemplates {
  readonly program: string
  /** The inside of built-in components. */
  readonly builtIns: string
}

interface Diagnostic {
  readonly level: string
  readonly message: string
  readonly startLine: number
}

const compiled = new Map<string, string>()
const tidyStyles = new Set<string>()

/**
 * Compiles all WXML and WXS with WeChat's compiler, once for each content. Whatever the compiler or the list of
 * documented components has to say fails the start: a warning is how WeChat tells of a page that stays empty.
 */
export function compileTemplates(files: WeappFiles): CompiledTemplates {
  checkStyles(files)
  const shown = Object.fromEntries(Object.entries(files.texts).filter(([file]) => /\.(?:wxml|wxs|json)$/.test(file)))
  return {
    program: once(shown, () => {
      const faults = surveyAll(files)
      if (faults.length) throw new Error(faults.join('\n'))
      return compile(shown, renameBuiltIns)
    }),
    builtIns: once(inputTemplates, () => compile(inputTemplates)),
  }
}

function once(texts: Readonly<Record<string, string>>, work: () => string): string {
  const key = createHash('sha1').update(JSON.stringify(texts)).digest('hex')
  const known = compiled.get(key)
  if (known !== undefined) return known
  const made = work()
  compiled.set(key, made)
  return made
}

function compile(texts: Readonly<Record<string, string>>, prepare = (source: string) => source): string {
  const group = new TmplGroup()
  const faults: string[] = []
  for (const [file, source] of Object.entries(texts)) {
    if (file.endsWith('.wxs')) {
      checkScript(file, source)
      group.addScript(file.slice(0, -'.wxs'.length), source)
    }
    if (!file.endsWith('.wxml')) continue
    const diagnostics = group.addTmpl(file.slice(0, -'.wxml'.length), prepare(source))
    for (const { level, message, startLine } of diagnostics as Diagnostic[]) {
      faults.push(`${file}:${startLine + 1}: ${level}: ${message}`)
    }
  }
  const program = group.getTmplGenObjectGroups()
  group.free()
  if (faults.length) throw new Error(faults.join('\n'))
  return program
}

/** The compiler copies a script as it is; whether it is one shows in the whole only. */
function checkScript(file: string, source: string) {
  try {
    new Script(source, { filename: file })
  } catch (error) {
    throw new Error(`${file}: ${String(error)}`, { cause: error })
  }
  const newer = newerThanWxs.exec(source.replace(aside, '""'))?.[0].trim()
  if (newer !== undefined) throw new Error(`${file}: WXS has no ${newer}`)
}

/** WXS is a language of its own, near ECMAScript 5; the phone's compiler refuses what is newer. */
const newerThanWxs = /(?<![\w.$])(?:let|const|class|async|await)\s|=>|`|\.\.\./
/** Comments and texts. */
const aside = /\/\*[\s\S]*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g

/** What no page may draw: what WeChat does not document, and components that the page's JSON does not declare. */
function surveyAll({ texts, ...rest }: WeappFiles): string[] {
  const manifest = new Manifest({ texts, ...rest })
  const surveys = new Map<string, Survey>()
  const faults: string[] = []
  for (const [file, source] of Object.entries(texts)) {
    if (!file.endsWith('.wxml')) continue
    const found = survey(source)
    surveys.set(file, found)
    faults.push(...found.faults.map((fault) => `${file}:${fault}`))
  }
  const owners = new Set(manifest.pagePaths)
  for (const owner of owners) {
    const declared = manifest.componentsOf(owner)
    for (const component of Object.values(declared)) {
      owners.add(component)
      if (manifest.component(component).component !== true)
        faults.push(`${component}.json does not say that it is a component`)
    }
    for (const file of reached(`${owner}.wxml`, surveys)) {
      for (const tag of surveys.get(file)?.components ?? []) {
        if (!(tag in declared))
          faults.push(`${file}: <${tag}> is no component of WeChat, and ${owner}.json declares none`)
      }
    }
  }
  return faults
}

/** A WXML file and all that it takes in. */
function reached(file: string, surveys: ReadonlyMap<string, Survey>): Set<string> {
  const files = new Set([file])
  for (const each of files) {
    const found = surveys.get(each)
    if (!found) throw new Error(`${each}, which ${file} needs, is missing`)
    for (const place of found.imports) files.add(resolve(each, place.endsWith('.wxml') ? place : `${place}.wxml`))
  }
  return files
}

function checkStyles({ texts }: WeappFiles) {
  for (const [file, text] of Object.entries(texts)) {
    if (!file.endsWith('.wxss') || tidyStyles.has(text)) continue
    const sheet = postcss.parse(text, { from: file })
    sheet.walkAtRules('import', ({ params }) => {
      const place = params.replace(/^url\(|["')]/g, '').trim()
      if (texts[resolve(file, place)] === undefined) throw new Error(`${file}: @import ${place} is missing`)
    })
    sheet.walkDecls(({ prop, value }) => {
      // A picture of the package does not reach a style on the phone.
      if (localPicture.test(value)) throw new Error(`${file}: ${prop} names a file; WXSS takes data: and https: only`)
    })
    tidyStyles.add(text)
  }
}

const localPicture = /url\((?!\s*["']?(?:data:|https?:|\)))/
