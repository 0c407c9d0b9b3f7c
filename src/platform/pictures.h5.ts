import Taro from '@tarojs/taro'

/** Lets the person choose up to `most` pictures; their addresses in this page. Empty where they turned back. */
export function choosePictures(most: number): Promise<readonly string[] | 'denied' | 'failed'> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/*'
  input.multiple = most > 1
  input.hidden = true
  // In the page, so that a browser without a `cancel` event keeps it alive, and a test finds it.
  document.body.append(input)
  return new Promise((done) => {
    const end = (files: readonly File[]) => {
      input.remove()
      done(files.slice(0, most).map((file) => URL.createObjectURL(file)))
    }
    input.addEventListener('change', () => end([...(input.files ?? [])]))
    input.addEventListener('cancel', () => end([]))
    input.click()
  })
}

/** The bytes of a picture. Throws where its address was given up. */
export async function readPicture(path: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(path)).arrayBuffer())
}

const types = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp', gif: 'image/gif' } as const

/** Keeps bytes in this page, to show and to upload; their address, until `forgetPicture`. */
export function writePicture(bytes: Uint8Array, ending: keyof typeof types): Promise<string> {
  return Promise.resolve(URL.createObjectURL(new Blob([bytes.slice()], { type: types[ending] })))
}

/** Frees the room of a picture; harmless for any other address. */
export function forgetPicture(path: string): void {
  if (path.startsWith('blob:')) URL.revokeObjectURL(path)
}

/** Shows pictures over the whole page. */
export function enlarge(paths: readonly string[], current: string): void {
  void Taro.previewImage({ urls: [...paths], current })
}
