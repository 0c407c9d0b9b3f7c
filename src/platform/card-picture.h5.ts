import { paint, type CardPicture } from './card-brush'

export type { CardPicture } from './card-brush'

/** Draws a picture; its address in this page, or null where the browser cannot. */
export function drawCard(picture: CardPicture): Promise<string | null> {
  const canvas = document.createElement('canvas')
  canvas.width = picture.width
  canvas.height = picture.height
  const brush = canvas.getContext('2d')
  if (!brush) return Promise.resolve(null)
  paint(brush, picture)
  return Promise.resolve(canvas.toDataURL('image/png'))
}
