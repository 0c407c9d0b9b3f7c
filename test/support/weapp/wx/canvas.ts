import { WxFailure, type Caller, type Options } from './caller'
import type { FileSystem } from './file-system'

/** JPEG's first marker, and nothing behind it: nothing here paints. */
const bytes = new Uint8Array([0xff, 0xd8, 0xff, 0xd9])

/**
 * `wx.createOffscreenCanvas({ type: '2d' })` with the part of a 2d context that draws boxes and words, and the two ways to
 * a picture of it. developers.weixin.qq.com/miniprogram/dev/api/canvas/wx.createOffscreenCanvas.html: it answers at once,
 * and its context is of the kind that it was made for. What was written on it stands in `calls`, as `canvas.fillText`.
 */
export function canvasApis(caller: Caller, files: FileSystem) {
  const canvases = new Set<object>()
  return {
    createOffscreenCanvas: ({ type, width, height }: Options = {}) => {
      if (type !== '2d' || !(Number(width) > 0) || !(Number(height) > 0)) {
        throw new Error('createOffscreenCanvas: the harness has canvases of type 2d with a size')
      }
      const brush = {
        fillStyle: '#000000',
        font: '10px sans-serif',
        fillRect: () => undefined,
        fillText: (words: string, x: number, y: number) =>
          caller.record('canvas.fillText', { words, x, y, font: brush.font }),
      }
      const canvas = {
        ...{ width, height },
        getContext: (kind: string) => (kind === '2d' ? brush : null),
        toDataURL: (kind: string) => `data:${kind};base64,${btoa(String.fromCharCode(...bytes))}`,
      }
      canvases.add(canvas)
      return canvas
    },
    canvasToTempFilePath: caller.api('canvasToTempFilePath', ({ canvas }) => {
      if (!canvases.has(canvas as object)) throw new WxFailure('canvas is empty')
      return { tempFilePath: files.add(bytes, 'jpg') }
    }),
  }
}
