import { wishHoldText } from './wish-hold'

const texts: Readonly<Record<string, (typeof wishHoldText)['phone']>> = wishHoldText

/** What is said of a code of the server's; one that this release does not know yet is held back in general words. */
export const holdTextOf = (code: string): (typeof wishHoldText)['phone'] =>
  Object.prototype.hasOwnProperty.call(texts, code) && texts[code]
    ? texts[code]
    : { why: '这样的话先不挂出来。', how: '可以换个说法，或者请值班人员看一看。', example: null }
