import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate'
import type { Keys } from '../keys'

/** Anything as one sealed text: a directory repeats itself, so that it is compressed first. */
export const pack = (keys: Keys, value: unknown, about: string): string =>
  keys.seal(Buffer.from(deflateSync(strToU8(JSON.stringify(value)))).toString('base64'), about)

/** What was packed. Its type is what was put in under the same name. */
export const unpack = <Value>(keys: Keys, sealed: string, about: string): Value =>
  JSON.parse(strFromU8(inflateSync(Buffer.from(keys.unseal(sealed, about), 'base64')))) as Value
