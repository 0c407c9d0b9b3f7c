/** Why an API of WeChat's did nothing. denied: the person has not allowed it, or the privacy guide does not name it. */
export type WxRefusal = 'cancelled' | 'denied' | 'failed'

/** WeChat's numbers for: no permission, no agreement to the privacy guide, not named in the guide. */
const denials = [103, 104, 112]

/** Reads it from what an API failed with: WeChat tells a cancel by its words only. */
export function refusalOf(error: unknown): WxRefusal {
  const { errMsg = '', errno } = Object(error) as { errMsg?: unknown; errno?: unknown }
  const words = String(errMsg)
  if (/cancel/i.test(words)) return 'cancelled'
  return denials.includes(Number(errno)) || /auth (deny|denied)|privacy/i.test(words) ? 'denied' : 'failed'
}
