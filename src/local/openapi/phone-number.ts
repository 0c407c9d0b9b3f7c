import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock'
import { appId } from '../environment'
import { fine, type OpenApi } from './open-apis'
import { OpenApiRefusal } from './refusal'

/** A code lives five minutes and is good once. */
const codeMs = 5 * 60 * 1000
/** Digits, with the country before them or not: `13…`, `+8613…`, `+852 9…`. */
const numberForm = /^(?:\+(86|\d{1,3}(?= )) ?)?(\d{5,15})$/

interface Known {
  readonly openid: string
  readonly number: string
  readonly at: number
  readonly until: number
}

/**
 * The codes that stand for somebody's number until a function asks for it. In memory only: a number that nobody has
 * asked for need not lie on a disk, and a code does not live longer than a restart takes to be noticed.
 */
export class PhoneCodes {
  private readonly codes = new Map<string, Known>()

  constructor(private readonly clock: Clock) {}

  /** What the phone gets when a person agrees to give their number. */
  make(openid: string, number: string): string {
    if (!numberForm.test(number))
      throw new RangeError('a number is 5 to 15 digits, with +86 or +852 and a space before')
    const at = this.clock.now()
    for (const [code, { until }] of this.codes) if (until < at) this.codes.delete(code)
    const code = randomBytes(32).toString('hex')
    this.codes.set(code, { openid, number, at, until: at + codeMs })
    return code
  }

  get apis(): Record<string, OpenApi> {
    return {
      'phonenumber.getPhoneNumber': ({ code, openid }) => {
        const known = typeof code === 'string' ? this.codes.get(code) : undefined
        const now = this.clock.now()
        if (typeof code === 'string') this.codes.delete(code)
        // The openid may be left out; where it is given, it has to be the one that agreed.
        const other = openid !== undefined && openid !== known?.openid
        if (!known || other || now > known.until) throw new OpenApiRefusal(40029, 'invalid code')
        return fine({ phone_info: phoneInfo(known) })
      },
    }
  }
}

/** A number from abroad is written with its country. */
function phoneInfo({ number, at }: { number: string; at: number }) {
  const [, country = '86', pure = ''] = numberForm.exec(number) ?? []
  return {
    phoneNumber: country === '86' ? pure : `+${country}${pure}`,
    purePhoneNumber: pure,
    countryCode: country,
    watermark: { timestamp: Math.floor(at / 1000), appid: appId },
  }
}
