import Taro from '@tarojs/taro'
import type { Opened } from './open-file'

const shown = ['pdf', 'docx', 'xlsx', 'doc', 'xls'] as const
type Shown = (typeof shown)[number]
const isShown = (ending: string): ending is Shown => (shown as readonly string[]).includes(ending)

/** One for each kind: the next takes its place, and `forgetFiles` takes it away. */
const fileName = (ending: string): string => `attached.${ending}`

/**
 * Fetches a document of our own storage and shows it in WeChat's viewer, which reads PDF, Word and Excel. `name` is the
 * file's own, for its ending. WeChat fetches from addresses only that are listed as `downloadFile` domains.
 */
export async function openLinked(url: string, name: string): Promise<Opened> {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  if (!isShown(ending)) return 'failed'
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${fileName(ending)}`
  try {
    const { statusCode } = await Taro.downloadFile({ url, filePath })
    if (statusCode !== 200) return 'failed'
    return await show(filePath, ending)
  } catch {
    return 'failed'
  }
}

/** WeChat on a computer that cannot show it asks where to save it. */
async function show(filePath: string, fileType: Shown): Promise<Opened> {
  try {
    await Taro.openDocument({ filePath, fileType, showMenu: true })
    return 'opened'
  } catch {
    await Taro.saveFileToDisk({ filePath })
    return 'saved'
  }
}
