import Taro from '@tarojs/taro'
import { refusalOf, type WxRefusal } from './wx-refusal'

export type AlbumSaved = 'saved' | WxRefusal

/** Makes a file of a picture in base64; its path, to show and to save. `name` is that of the file: a later one takes its place. */
export function pictureOf(base64: string, name: string, type: 'png' | 'jpeg' = 'png'): Promise<string> {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}.${type === 'jpeg' ? 'jpg' : 'png'}`
  return new Promise((done, failed) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data: base64,
      encoding: 'base64',
      success: () => done(filePath),
      fail: ({ errMsg }) => failed(new Error(errMsg)),
    })
  })
}

/** Puts a picture into the phone's album. Once denied, WeChat asks no more: `openPermissions` is the way. */
export async function saveToAlbum(path: string): Promise<AlbumSaved> {
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: path })
    return 'saved'
  } catch (error) {
    return refusalOf(error)
  }
}

/** WeChat's page with the permissions of this mini program; only in a tap. Answers whether the album is allowed now. */
export async function openPermissions(): Promise<boolean> {
  try {
    const { authSetting } = await Taro.openSetting()
    return authSetting['scope.writePhotosAlbum'] === true
  } catch {
    return false
  }
}
