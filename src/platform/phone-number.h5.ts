import { askPlatform } from './identity.h5'

/** A number with the area code that nobody has; another one each time. */
const madeUp = () => `000${String(10_000_000 + Math.floor(Math.random() * 89_999_999))}`

/** The code that WeChat's phone number button would give; undefined where the local cloud gives none. */
export async function askForNumber(): Promise<string | undefined> {
  try {
    const { code } = await askPlatform('phone-code', { phoneNumber: madeUp() })
    return typeof code === 'string' ? code : undefined
  } catch {
    return undefined
  }
}
