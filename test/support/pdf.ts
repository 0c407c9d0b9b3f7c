import { init } from '@embedpdf/pdfium'
import type { QRCode } from 'jsqr'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'

/** A page as a printer of so many dots an inch would have it. */
export interface RenderedPage {
  /** Dots. */
  readonly width: number
  readonly height: number
  /** Red, green, blue and opacity of each dot. */
  readonly dots: Uint8ClampedArray
  /** The words on it, line by line. */
  readonly lines: readonly string[]
}

export interface FoundCode {
  readonly text: string
  /** How wide the code is without its white edge, in millimetres. */
  readonly millimetres: number
  /** Where it begins and ends on the page, in dots; top is above bottom unless it is upside down or mirrored. */
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** PDFium's flags: red before blue. */
const redFirst = 0x10
const opaqueWhite = 0xffffffff
const bytesPerDot = 4

/** Renders all pages with PDFium, the part of Chromium that draws PDF files, as WebAssembly. */
export async function renderPdf(pdf: Uint8Array, dotsPerInch: number): Promise<RenderedPage[]> {
  const pdfium = await init({ wasmBinary: await wasm() })
  pdfium.PDFiumExt_Init()
  // The package leaves this type to a further package. It is another view whenever the memory has grown.
  const memory = pdfium.pdfium as unknown as { readonly HEAPU8: Uint8Array }
  const at = pdfium.pdfium.wasmExports.malloc(pdf.length)
  memory.HEAPU8.set(pdf, at)
  const document = pdfium.FPDF_LoadMemDocument(at, pdf.length, '')
  if (!document) throw new Error('PDFium cannot read the file')

  const render = (index: number): RenderedPage => {
    const page = pdfium.FPDF_LoadPage(document, index)
    if (!page) throw new Error(`PDFium cannot read page ${index + 1}`)
    const width = Math.round((pdfium.FPDF_GetPageWidthF(page) / 72) * dotsPerInch)
    const height = Math.round((pdfium.FPDF_GetPageHeightF(page) / 72) * dotsPerInch)
    const bitmap = pdfium.FPDFBitmap_Create(width, height, 1)
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, opaqueWhite)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, redFirst)
    const start = pdfium.FPDFBitmap_GetBuffer(bitmap)
    const dots = memory.HEAPU8.slice(start, start + width * height * bytesPerDot)
    const text = pdfium.FPDFText_LoadPage(page)
    const letters = Array.from({ length: pdfium.FPDFText_CountChars(text) }, (_, letter) =>
      String.fromCodePoint(pdfium.FPDFText_GetUnicode(text, letter)),
    )
    pdfium.FPDFText_ClosePage(text)
    pdfium.FPDFBitmap_Destroy(bitmap)
    pdfium.FPDF_ClosePage(page)
    return { width, height, dots: new Uint8ClampedArray(dots), lines: letters.join('').split('\r\n') }
  }
  return Array.from({ length: pdfium.FPDF_GetPageCount(document) }, (_, index) => render(index))
}

/** Where a package lies. */
const { resolve } = createRequire(__filename)

async function wasm(): Promise<ArrayBuffer> {
  const bytes = await readFile(resolve('@embedpdf/pdfium/pdfium.wasm'))
  return new Uint8Array(bytes).buffer
}

/** Jest makes every use of a global slow, and reading a code is nothing else: a thread has globals of its own. */
const reading = `
  const { workerData: { jsqr, pages }, parentPort } = require('node:worker_threads')
  const read = require(jsqr)
  parentPort.postMessage(
    pages.map(({ width, height, dots }) => read(dots, width, height, { inversionAttempts: 'dontInvert' })),
  )
`

/** The QR code on each page; null where nothing can be read. */
export async function codesOn(pages: readonly RenderedPage[], dotsPerInch: number): Promise<(FoundCode | null)[]> {
  const reader = new Worker(reading, { eval: true, workerData: { jsqr: resolve('jsqr'), pages } })
  const [found] = (await once(reader, 'message')) as [(QRCode | null)[]]
  return found.map((code) => {
    if (!code) return null
    const { topLeftCorner, topRightCorner, bottomLeftCorner } = code.location
    const [left, right] = [topLeftCorner.x, topRightCorner.x]
    const [top, bottom] = [topLeftCorner.y, bottomLeftCorner.y]
    return { text: code.data, millimetres: ((right - left) / dotsPerInch) * 25.4, left, top, right, bottom }
  })
}

/** How much white there is at least beside, above and below a code, as a share of its width. */
export function whiteAround({ width, dots }: RenderedPage, { left, top, right, bottom }: FoundCode): number {
  const isDark = (x: number, y: number) => (dots[(Math.round(y) * width + Math.round(x)) * bytesPerDot] ?? 0) < 200
  const side = Math.round(right - left)
  const along = Array.from({ length: side }, (_, index) => index)
  // From two dots off the code, whose edge may be a grey dot.
  const clear = (darkAt: (distance: number, index: number) => boolean) =>
    along.find((distance) => along.some((index) => darkAt(distance + 2, index))) ?? side
  const edges = [
    clear((distance, index) => isDark(left - distance, top + index)),
    clear((distance, index) => isDark(right + distance, top + index)),
    clear((distance, index) => isDark(left + index, top - distance)),
    clear((distance, index) => isDark(left + index, bottom + distance)),
  ]
  return (Math.min(...edges) + 2) / side
}

/** The colour of one dot, as shares of the page's width and height from its left upper corner. */
export function colourAt({ width, height, dots }: RenderedPage, across: number, down: number): number[] {
  const start = (Math.floor(down * height) * width + Math.floor(across * width)) * bytesPerDot
  return [...dots.slice(start, start + 3)]
}
