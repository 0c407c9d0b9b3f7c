import Taro from '@tarojs/taro'
import { refusalOf } from './wx-refusal'

/** A file of the person's, which this page may read until the app is closed. */
export interface ChosenFile {
  readonly path: string
  /** As the person knows it, with its ending. */
  readonly name: string
  /** Bytes. */
  readonly size: number
}

/**
 * Lets the person choose one file out of a chat. Not sifted by endings: whoever filled in an old .xls would not find it
 * and not learn why. WeChat on a computer, where it can, chooses from the disk.
 */
export async function chooseFile(): Promise<ChosenFile | 'cancelled' | 'denied' | 'failed'> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file' })
    const [file] = tempFiles
    return file ? { path: file.path, name: file.name, size: file.size } : 'cancelled'
  } catch (error) {
    return refusalOf(error)
  }
}
