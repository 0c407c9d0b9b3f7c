import { create } from 'qrcode'
import type { Arguments } from './envelope'
import type { OpenApi } from './open-apis'
import { pngOf } from './png'
import { invalidArgument, OpenApiRefusal } from './refusal'

export interface CodeImageOptions {
  /** The pages of the mini program; undefined if they are not known. */
  readonly pages: readonly string[] | undefined
  readonly url: () => string
}

const longestScene = 32
const widths = { least: 280, usual: 430, most: 1280 }

/**
 * `wxacode.getUnlimited`. WeChat answers its own round code as JPEG; here it is an ordinary QR code as PNG, with a link
 * that opens the same page in the H5 demo.
 */
export function codeImages({ pages, url }: CodeImageOptions): Record<string, OpenApi> {
  return {
    'wxacode.getUnlimited': (given) => {
      const scene = sceneOf(given.scene)
      const page = pageOf(given, pages)
      const link = `${url()}/#/${page}?scene=${encodeURIComponent(scene)}`
      const { modules } = create(link, { errorCorrectionLevel: 'M' })
      const squares = { side: modules.size, isDark: (row: number, column: number) => modules.get(row, column) === 1 }
      const look = { width: widthOf(given.width), dark: darkOf(given.line_color), clear: given.is_hyaline === true }
      // The package's own PNG takes thirty times as long under Jest, where every global costs.
      return { contentType: 'image/png', bytes: pngOf(squares, look) }
    },
  }
}

function sceneOf(scene: unknown): string {
  if (typeof scene !== 'string' || scene === '' || scene.length > longestScene) {
    throw new OpenApiRefusal(40169, 'invalid length for scene, or the data is not json string')
  }
  if (!/^[\w!#$&'()*+,/:;=?@.~-]+$/.test(scene)) throw new OpenApiRefusal(40129, 'invalid scene')
  return scene
}

/** Without a page, the code opens the first one. */
function pageOf({ page = '', check_path: check = true }: Arguments, pages: readonly string[] | undefined): string {
  if (page === '') return pages?.[0] ?? ''
  const sound = typeof page === 'string' && /^[\w-]+(\/[\w-]+)*$/.test(page)
  if (!sound || (check !== false && pages && !pages.includes(page))) throw new OpenApiRefusal(41030, 'invalid page')
  return page
}

function widthOf(width: unknown): number {
  if (width === undefined) return widths.usual
  if (typeof width === 'number' && width >= widths.least && width <= widths.most) return Math.floor(width)
  throw invalidArgument(`width is ${widths.least} to ${widths.most}`)
}

/** Decimal parts, as WeChat takes them: `{ r: 0, g: 0, b: 0 }`. */
function darkOf(color: unknown): readonly number[] {
  if (color === undefined) return [0, 0, 0]
  const { r, g, b } = Object(color) as Record<string, unknown>
  const parts = [r, g, b].map(Number)
  if (!parts.every((part) => Number.isInteger(part) && part >= 0 && part <= 255)) throw invalidArgument('line_color')
  return parts
}
