import type { AlbumSaved } from './code-picture'

/** A picture in base64 as an address of its own. */
export const pictureOf = (base64: string, _name: string, type: 'png' | 'jpeg' = 'png'): Promise<string> =>
  Promise.resolve(`data:image/${type};base64,${base64}`)

/** Downloads a picture. */
export function saveToAlbum(path: string): Promise<AlbumSaved> {
  const link = document.createElement('a')
  link.href = path
  link.download = 'picture.png'
  document.body.append(link)
  link.click()
  link.remove()
  return Promise.resolve('saved')
}

/** A browser needs no permission for a download. */
export const openPermissions = (): Promise<boolean> => Promise.resolve(true)
