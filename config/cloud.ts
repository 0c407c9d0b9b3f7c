import { build, context, type BuildOptions, type Metafile } from 'esbuild'
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { functions, type FunctionName, type FunctionSpec } from '../src/cloud/deployment'
import { posterFontFiles } from '../src/cloud/poster'

export interface BuildReport {
  readonly functions: readonly {
    readonly name: FunctionName
    /** The bundle, absolute. */
    readonly file: string
    readonly bytes: number
  }[]
}

export interface CloudBuildOptions {
  /** Each function becomes a folder in it. */
  readonly outFolder: string
  /** Off: a stack trace in the cloud's log should be readable, and nobody downloads these. */
  readonly minify?: boolean
  /** The project's folder; another one in tests. */
  readonly root?: string
}

const names = Object.keys(functions) as FunctionName[]
const entryOf = (name: FunctionName) => `src/cloud/functions/${name}.ts`

/** What only a developer's machine has: a function that imports it would fail in the cloud, or leak the demo. */
const foreign = /^(src\/(local|tools)|test|config)\//

function bundling({ outFolder, minify = false, root = path.resolve(__dirname, '..') }: CloudBuildOptions) {
  return {
    absWorkingDir: root,
    entryPoints: names.map((name) => ({ in: entryOf(name), out: `${name}/index` })),
    outdir: path.resolve(root, outFolder),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify,
    metafile: true,
    logLevel: 'silent',
    charset: 'utf8',
  } satisfies BuildOptions
}

/** Bundles every cloud function with the SDK inside, and writes its manifest files: nothing is installed in the cloud. */
export async function buildCloud(options: CloudBuildOptions): Promise<BuildReport> {
  const settings = bundling(options)
  const { metafile, warnings, outputFiles } = await build({ ...settings, write: false })
  if (warnings.length) {
    throw new Error(
      ['esbuild warned:', ...warnings.map(({ text, location }) => `  ${location?.file ?? ''} ${text}`)].join('\n'),
    )
  }
  refuseForeign(metafile)
  // Only now: a refused bundle must not lie where it could be uploaded.
  await rm(settings.outdir, { recursive: true, force: true })
  await writeManifests(settings)
  for (const { path: file, contents } of outputFiles) await writeFile(file, contents)
  return report(metafile, settings)
}

/** Bundles again after each change, until `dispose`. `onBuilt` gets what went wrong, or nothing. */
export async function watchCloud(options: CloudBuildOptions, onBuilt: (errors: string[]) => void) {
  const settings = bundling(options)
  await writeManifests(settings)
  const watching = await context({
    ...settings,
    plugins: [
      {
        name: 'report',
        setup: (build) =>
          build.onEnd(({ errors }) => onBuilt(errors.map(({ text, location }) => `${location?.file ?? ''} ${text}`))),
      },
    ],
  })
  await watching.watch()
  return { dispose: () => watching.dispose() }
}

function refuseForeign(metafile: Metafile) {
  const found = Object.keys(metafile.inputs).filter((input) => foreign.test(input))
  if (!found.length) return
  const importers = found.map((file) => {
    const from = Object.entries(metafile.inputs).find(([, input]) => input.imports.some(({ path: to }) => to === file))
    return `  ${file}, imported by ${from?.[0] ?? 'an entry'}`
  })
  throw new Error(['A cloud function may not contain:', ...importers].join('\n'))
}

async function writeManifests({ absWorkingDir, outdir }: ReturnType<typeof bundling>) {
  await copyFonts({ absWorkingDir, outdir })
  const root = JSON.parse(await readFile(path.join(absWorkingDir, 'package.json'), 'utf8')) as { version: string }
  for (const name of names) {
    const folder = path.join(outdir, name)
    await mkdir(folder, { recursive: true })
    await writeFile(path.join(folder, 'config.json'), toJson(configOf(functions[name])))
    await writeFile(path.join(folder, 'package.json'), toJson({ name, version: root.version, main: 'index.js' }))
  }
}

/** Beside the functions that draw posters: the font is too large to be part of a bundle. */
async function copyFonts({ absWorkingDir, outdir }: Pick<ReturnType<typeof bundling>, 'absWorkingDir' | 'outdir'>) {
  const specs: Readonly<Record<FunctionName, FunctionSpec>> = functions
  for (const name of names.filter((name) => specs[name].posterFont)) {
    const from = path.join(absWorkingDir, 'node_modules', '@fontsource', 'noto-sans-sc')
    const to = path.join(outdir, name, 'font')
    await mkdir(path.join(to, 'files'), { recursive: true })
    for (const file of posterFontFiles(from)) await copyFile(path.join(from, file), path.join(to, file))
  }
}

/** The file that WeChat reads beside a function: its open API permissions and its timer. */
function configOf({ openapi, cron }: FunctionSpec) {
  return {
    permissions: { openapi },
    ...(cron && { triggers: [{ name: cron.name, type: 'timer', config: cron.config }] }),
  }
}

function report({ outputs }: Metafile, { absWorkingDir, outdir }: ReturnType<typeof bundling>): BuildReport {
  return {
    functions: names.map((name) => {
      const file = path.join(outdir, name, 'index.js')
      const key = path.relative(absWorkingDir, file).split(path.sep).join('/')
      return { name, file, bytes: outputs[key]?.bytes ?? 0 }
    }),
  }
}

const toJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
