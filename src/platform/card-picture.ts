import Taro from '@tarojs/taro'
import { paint, type Brush, type CardPicture } from './card-brush'

export type { CardPicture } from './card-brush'

/** A canvas that nobody sees; Taro's types leave out what an off-screen one has beside its context. */
interface Canvas {
  getContext(kind: '2d'): Brush
  toDataURL(type: string, quality: number): string
}

/** ms. A card waits three seconds for everything; what takes longer goes without a picture. */
const patience = 1_200
const kinds = { type: 'image/jpeg', quality: 0.9 } as const

/**
 * Draws a picture off screen; its path, or null where this phone cannot: WeChat then takes a picture of the page for the
 * card. Some WeChats do not write an off-screen canvas into a file, or never answer: those give its bytes.
 */
export async function drawCard(picture: CardPicture): Promise<string | null> {
  try {
    const { width, height } = picture
    const made: unknown = Taro.createOffscreenCanvas({ type: '2d', width, height })
    const canvas = made as Canvas
    paint(canvas.getContext('2d'), picture)
    return (await written(canvas, picture)) ?? (await copied(canvas))
  } catch {
    return null
  }
}

/** WeChat writes it into a temporary file. */
async function written(canvas: Canvas, { width, height }: CardPicture): Promise<string | null> {
  const size = { x: 0, y: 0, width, height, destWidth: width, destHeight: height }
  const late = new Promise<null>((done) => setTimeout(() => done(null), patience))
  const whole: unknown = { canvas, ...size, fileType: 'jpg', quality: kinds.quality }
  const file = Taro.canvasToTempFilePath(whole as Taro.canvasToTempFilePath.Option).then(
    ({ tempFilePath }) => tempFilePath,
    () => null,
  )
  return Promise.race([file, late])
}

/** We write its bytes into a file of our own; the next card takes its place. */
function copied(canvas: Canvas): Promise<string | null> {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/notice-card.jpg`
  const data = canvas.toDataURL(kinds.type, kinds.quality).split(',')[1] ?? ''
  return new Promise((done) => {
    Taro.getFileSystemManager().writeFile({
      ...{ filePath, data, encoding: 'base64' },
      success: () => done(filePath),
      fail: () => done(null),
    })
  })
}
