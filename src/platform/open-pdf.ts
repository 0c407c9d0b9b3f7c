import Taro from '@tarojs/taro'
import type { Opened } from './open-file'

/** One file: the next takes its place, and `forgetFiles` takes it away. */
const fileName = 'posters.pdf'

/**
 * Fetches a PDF of our own storage and shows it in WeChat's viewer, whose menu forwards it to a chat or another program.
 * WeChat on a computer that cannot show it asks where to save it. WeChat fetches from addresses only that are listed as
 * `downloadFile` domains of the mini program.
 */
export async function openPdf(url: string): Promise<Opened> {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${fileName}`
  try {
    const { statusCode } = await Taro.downloadFile({ url, filePath })
    if (statusCode !== 200) return 'failed'
    return await show(filePath)
  } catch {
    return 'failed'
  }
}

async function show(filePath: string): Promise<Opened> {
  try {
    await Taro.openDocument({ filePath, fileType: 'pdf', showMenu: true })
    return 'opened'
  } catch {
    await Taro.saveFileToDisk({ filePath })
    return 'saved'
  }
}

/** Whether the address lies in the clipboard now. */
export async function copyAddress(url: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data: url })
    return true
  } catch {
    return false
  }
}
