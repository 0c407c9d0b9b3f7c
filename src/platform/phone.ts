import Taro from '@tarojs/taro'
import { dialled } from './phone-parts'

/**
 * Opens the phone's own dialler with the number; the person still has to press the call key there.
 * Answers false if they turned back (WeChat tells that from a call, but not whether anybody answered).
 */
export async function dial(number: string): Promise<boolean> {
  try {
    await Taro.makePhoneCall({ phoneNumber: dialled(number) })
    return true
  } catch {
    return false
  }
}
