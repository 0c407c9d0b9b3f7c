import { buildSync, type BuildOptions } from 'esbuild'

const known = new Map<string, string>()

/**
 * A module with all it imports, as one script. Neither threads nor browsers are reached by the loaders of tsx or Jest,
 * so what runs there is compiled here, once in a process.
 */
export function scriptOf(file: string, options: Pick<BuildOptions, 'platform' | 'format' | 'target'>): string {
  const script = known.get(file) ?? compile(file, options)
  known.set(file, script)
  return script
}

function compile(file: string, options: BuildOptions): string {
  const { outputFiles } = buildSync({
    ...options,
    entryPoints: [file],
    bundle: true,
    write: false,
    charset: 'utf8',
    logLevel: 'silent',
  })
  return outputFiles?.[0]?.text ?? ''
}
