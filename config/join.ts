import { sources } from 'webpack'

/** What is used here of Taro's plugin API, which its own types leave open. */
interface PluginContext {
  modifyBuildAssets(change: (given: { readonly assets: Record<string, Asset> }) => void): void
}
interface Asset {
  source(): string | Buffer
  size(): number
}

/**
 * A Taro plugin for the scripts of a build, once they are as small as their minifier makes them.
 *
 * What several packages share, and the main one does not have, Taro copies into each of them: a file for each module, under
 * a name of 47 characters that each page spells out. They become one file of the package. A script only announces its
 * modules, which run when they are asked for.
 *
 * What is imported webpack calls as `(0,a.b)(…)`, so that it has no `this`. No module of ours or of Taro's asks for one.
 */
export default function join(ctx: PluginContext): void {
  ctx.modifyBuildAssets(({ assets }) => {
    joinShared(assets)
    for (const [file, asset] of Object.entries(assets)) {
      if (file.endsWith('.js')) put(assets, file, plainCalls(String(asset.source())))
    }
  })
}

/** One of the small files, with the folder of its package. */
const small = /^(.*)\/sub-common\/\w+\.js$/

function joinShared(assets: Record<string, Asset>): void {
  const roots = new Set<string>()
  for (const [file, asset] of Object.entries(assets)) {
    const [, root] = small.exec(file) ?? []
    if (root === undefined) continue
    roots.add(root)
    const joint = `${root}/shared.js`
    put(assets, joint, `${String(assets[joint]?.source() ?? '')}${String(asset.source())}\n`)
    delete assets[file]
  }
  for (const [file, asset] of Object.entries(assets)) {
    if (!file.endsWith('.js') || ![...roots].some((root) => file.startsWith(`${root}/`))) continue
    // The first of them is replaced, the others go.
    let isThere = false
    const script = String(asset.source()).replace(/require\("([./]+)sub-common\/\w+\.js"\);/g, (_, up: string) => {
      const joint = isThere ? '' : `require("${up}shared.js");`
      isThere = true
      return joint
    })
    put(assets, file, script)
  }
}

/** Behind a keyword stands an expression, behind any other name the arguments of a call: `f(0,a.b)(c)` stays. */
function plainCalls(script: string): string {
  return script.replace(
    /([\w$]+|[)\]"'`])?\(0,([\w$]+\.[\w$]+)\)\(/g,
    (call, before: string | undefined, name: string) => {
      if (before === undefined) return `${name}(`
      return keywords.has(before) ? `${before} ${name}(` : call
    },
  )
}
const keywords = new Set(['return', 'await', 'new', 'typeof', 'void', 'throw', 'case', 'else', 'in', 'of', 'yield'])

function put(assets: Record<string, Asset>, file: string, text: string): void {
  assets[file] = new sources.RawSource(text)
}
