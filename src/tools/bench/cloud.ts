import { build } from 'esbuild'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { functions } from '../../cloud/deployment'
import { collections } from '../../cloud/store/documents'
import { startLocalCloud, type LocalCloud } from '../../local/start'
import { fromRoot } from '../support/paths'

/** Works in a folder of its own, which is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'jiamenkou-bench-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Bundles as the build bundles the cloud functions; with `sdkOutside`, the SDK stays what is required at run time. */
export async function bundle(entry: string, outfile: string, { sdkOutside = false } = {}): Promise<void> {
  await build({
    absWorkingDir: fromRoot(),
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    charset: 'utf8',
    logLevel: 'silent',
    ...(sdkOutside ? { external: ['wx-server-sdk'] } : {}),
  })
}

/** The product's functions and the probe beside them, as the pool loads them. */
export async function withProbe(folder: string): Promise<string> {
  const bundles = path.join(folder, 'functions')
  await cp(fromRoot('dist', 'cloud'), bundles, { recursive: true })
  await bundle('src/tools/bench/probe.ts', path.join(bundles, 'probe', 'index.js'))
  return bundles
}

interface BenchCloudOptions {
  readonly dataFile?: string
  readonly workers?: number
  readonly functionsFolder?: string
}

/** A local cloud with the product's collections, empty, on which the probe may run too. */
export const startBenchCloud = ({
  dataFile = ':memory:',
  workers = 4,
  functionsFolder = fromRoot('dist', 'cloud'),
}: BenchCloudOptions = {}): Promise<LocalCloud> =>
  startLocalCloud({
    dataFile,
    functionsFolder,
    collections,
    functions: { ...functions, probe: functions.api },
    workers,
  })

/** Works with a cloud that is closed afterwards, however it ends. */
export async function withCloud<T>(
  start: () => Promise<LocalCloud>,
  work: (cloud: LocalCloud) => Promise<T>,
): Promise<T> {
  const cloud = await start()
  try {
    return await work(cloud)
  } finally {
    await cloud.close()
  }
}
