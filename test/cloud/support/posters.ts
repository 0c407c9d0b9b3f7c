import path from 'node:path'
import { create } from 'qrcode'
import { openPosterFont, type CodeSquares, type Poster } from '../../../src/cloud/poster'

/** The package with the font; in the cloud, the same files lie beside the function. */
export const fontFolder = path.resolve(__dirname, '../../../node_modules/@fontsource/noto-sans-sc')

export const font = openPosterFont(fontFolder)

/** A text as a code of our own. */
export function squaresOf(text: string): CodeSquares {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  return { side: modules.size, isDark: (row, column) => modules.get(row, column) === 1 }
}

/** The ordinary link of a door, at a made-up domain. */
export const linkOf = (code: string) => `https://example.cn/d/${code}`

export const aPoster = (overrides: Partial<Poster> = {}): Poster => ({
  title: '西街小区',
  place: ['5号楼', '3单元'],
  code: squaresOf(linkOf('7K2MXQ9RTD')),
  codeText: '7K2MXQ9RTD',
  ...overrides,
})
