const letters = '甲乙丙丁戊己庚辛壬癸'
let counted = 0

export const padded = (number: number): string => String(number).padStart(4, '0')
/** A number that nothing had before. */
export const nextNumber = (): string => padded(++counted)

/** Words that tell nobody's number: what nobody is named in may stand in public. No two are alike. */
export const word = (sign: string): string =>
  `${sign}密${[...nextNumber()].map((digit) => letters[Number(digit)]).join('')}`

/** What `word` makes. */
export const secretWords = /[词步注房称愿程记联谢献户读告毕段答问声签席群]密[甲乙丙丁戊己庚辛壬癸]{4}/g
