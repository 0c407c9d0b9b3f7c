import Taro from '@tarojs/taro'
import { refusalOf } from './wx-refusal'

/**
 * What was on a code: the path that one of our own carries, else its text. cancelled: the person turned back. unable:
 * it cannot be done here, so let them type.
 */
export type Scanned = { readonly text: string } | 'cancelled' | 'unable'

/** Scans a code with the camera or from the album. */
export async function scanCode(): Promise<Scanned> {
  try {
    const { path, result } = await Taro.scanCode({})
    return { text: path || result }
  } catch (error) {
    return refusalOf(error) === 'cancelled' ? 'cancelled' : 'unable'
  }
}
