import Taro from '@tarojs/taro'
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

async function copy(text: string): Promise<Saved> {
  try {
    await Taro.setClipboardData({ data: text })
    return 'copied'
  } catch {
    return 'failed'
  }
}
