import Taro from '@tarojs/taro'
import { refusalOf } from './wx-refusal'

/** Bytes. A JPG above this is made smaller before it goes over the network. */
const large = 500 * 1024
/** Of 100; WeChat's scale, for JPG only. */
const quality = 70
/** WeChat's limit in one question on every phone. */
const mostAtOnce = 9

/** Lets the person choose or take up to `most` pictures; their paths. Empty where they turned back. */
export async function choosePictures(most: number): Promise<readonly string[] | 'denied' | 'failed'> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: Math.min(most, mostAtOnce),
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: ['album', 'camera'],
    })
    return await Promise.all(tempFiles.map(({ tempFilePath, size }) => smaller(tempFilePath, size)))
  } catch (error) {
    const why = refusalOf(error)
    return why === 'cancelled' ? [] : why
  }
}

/** A picture that cannot be made smaller goes as it is. */
async function smaller(path: string, size: number): Promise<string> {
  if (size <= large || !/\.jpe?g$/i.test(path)) return path
  try {
    return (await Taro.compressImage({ src: path, quality })).tempFilePath
  } catch {
    return path
  }
}

/** The bytes of a picture. Throws where the file is gone: temporary files end with the session. */
export function readPicture(path: string): Promise<Uint8Array> {
  return new Promise((done, failed) => {
    Taro.getFileSystemManager().readFile({
      filePath: path,
      success: ({ data }) => done(new Uint8Array(data as ArrayBuffer)),
      fail: ({ errMsg }) => failed(new Error(errMsg)),
    })
  })
}

let written = 0
const folder = () => Taro.env.USER_DATA_PATH ?? ''

/**
 * Puts bytes into a file of the mini program's own, to show and to upload; its path. It stays on the phone until
 * `forgetPicture`. Throws where there is no room.
 */
export function writePicture(bytes: Uint8Array, ending: 'jpg' | 'png' | 'webp' | 'gif'): Promise<string> {
  const filePath = `${folder()}/picture-${Date.now().toString(36)}-${(written += 1)}.${ending}`
  // WeChat takes a whole buffer and no part of one.
  const data = bytes.slice().buffer
  return new Promise((done, failed) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data,
      success: () => done(filePath),
      fail: ({ errMsg }) => failed(new Error(errMsg)),
    })
  })
}

/** Frees the room of a written picture; harmless for any other path. */
export function forgetPicture(path: string): void {
  if (!path.startsWith(`${folder()}/picture-`)) return
  Taro.getFileSystemManager().unlink({ filePath: path, fail: () => undefined })
}

/** Shows pictures over the whole screen, as WeChat does. */
export function enlarge(paths: readonly string[], current: string): void {
  void Taro.previewImage({ urls: [...paths], current }).catch(() => undefined)
}
