/** What WeChat's compiler and its rules answer about one mini program. */
export interface Verdict {
  /** Why the compiler refused it; absent when it compiled. */
  readonly rejected?: string
  /** WeChat's own list of checks, in its own words. */
  readonly quality: readonly QualityCheck[]
}

export interface QualityCheck {
  readonly name: string
  readonly success: boolean
  readonly text: string
  /** For the package sizes: bytes by package, the main one as `__APP__`. */
  readonly detail?: unknown
}

/** WeChat refuses a larger package: developers.weixin.qq.com/miniprogram/dev/framework/subpackages.html */
const mostBytes = 2 * 1024 * 1024
/** And more than this of all packages together. */
const mostBytesInAll = 30 * 1024 * 1024

export interface PackageSize {
  readonly name: string
  readonly bytes: number
}

/** The packages' sizes by WeChat's counting, the main one first. */
export function sizesIn({ quality }: Verdict): readonly PackageSize[] {
  const detail = quality.find(({ name }) => name === 'PACKAGE_SIZE_LIMIT')?.detail
  if (typeof detail !== 'object' || detail === null) return []
  return Object.entries(detail as Record<string, unknown>).flatMap(([key, bytes]) =>
    typeof bytes === 'number' ? [{ name: key === '__APP__' ? '主包 main' : key, bytes }] : [],
  )
}

/** Everything for which WeChat would not take this mini program; nothing is good. */
export function faultsIn(verdict: Verdict): readonly string[] {
  if (verdict.rejected !== undefined) return [`微信的编译器不接受 | WeChat's compiler rejects it:\n${verdict.rejected}`]
  const sizes = sizesIn(verdict)
  if (sizes.length === 0) return ['微信的工具没有给出包的大小 | WeChat’s tool did not tell the sizes of the packages.']
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
  return [
    ...sizes
      .filter(({ bytes }) => bytes > mostBytes)
      .map(({ name, bytes }) => `${name} 有 ${megabytes(bytes)}，超过 2 MB | over the limit of 2 MB`),
    ...(total > mostBytesInAll ? [`全部分包共 ${megabytes(total)}，超过 30 MB | over the limit of 30 MB in all`] : []),
  ]
}

/**
 * What WeChat advises beyond its limits. The switches for compressing speak of DevTools' settings: our build has
 * minified everything before, so they are no advice to follow.
 */
export const adviceIn = ({ quality }: Verdict): readonly string[] =>
  quality.filter(({ name, success }) => !success && !name.endsWith('_COMPRESS_OPEN')).map(({ text }) => text)

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(2)} MB`
