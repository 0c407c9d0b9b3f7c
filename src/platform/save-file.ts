import Taro from '@tarojs/taro'
import { ownSheet } from './open-file'
import { refusalOf } from './wx-refusal'

/** What became of a text that a person wanted as a file. */
export type Saved = 'saved' | 'copied' | 'cancelled' | 'failed'

/**
 * Gives a text to the person as a file. A phone has no downloads folder for a mini program and WeChat opens no text
 * files: so the file is forwarded to a chat that the person chooses (their own 文件传输助手, for example), and where
 * that is not possible, the text is copied. WeChat allows it only directly in a tap: have the text before.
 */
export async function saveText(name: string, text: string): Promise<Saved> {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`
  try {
    // At once: with an await in between the tap would be over.
    Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8')
    await Taro.shareFileMessage({ filePath, fileName: name })
    return 'saved'
  } catch (error) {
    // Where it was forwarded, the file stays: WeChat may still be sending it. `forgetFiles` takes it away.
    Taro.getFileSystemManager().unlink({ filePath, fail: () => undefined })
    return refusalOf(error) === 'cancelled' ? 'cancelled' : copy(text)
  }
}

/**
 * Gives a spreadsheet to the person: it is forwarded to a chat that they choose, which is how it gets to a computer.
 * Directly in a tap, as `saveText`; `openFile` shows it instead.
 */
export async function saveSheet(base64: string, name: string): Promise<Exclude<Saved, 'copied'>> {
  const filePath = ownSheet(base64, name)
  if (filePath === null) return 'failed'
  try {
    await Taro.shareFileMessage({ filePath, fileName: name })
    return 'saved'
  } catch (error) {
    Taro.getFileSystemManager().unlink({ filePath, fail: () => undefined })
    return refusalOf(error) === 'cancelled' ? 'cancelled' : 'failed'
  }
}

/** Puts a text into the clipboard. */
export const copyText = async (text: string): Promise<boolean> => (await copy(text)) === 'copied'

async function copy(text: string): Promise<Saved> {
  try {
    await Taro.setClipboardData({ data: text })
    return 'copied'
  } catch {
    return 'failed'
  }
}
