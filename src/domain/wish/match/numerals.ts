// Chinese numerals as people write them on cards.

const ones = [/〇|零/, /一/, /二/, /三/, /四/, /五/, /六/, /七/, /八/, /九/]

/** 三 → 3; -1 for what is none. */
export const digitOf = (sign: string): number => ones.findIndex((one) => one.test(sign))

/** 十二, 四, 17 → the number; 0 for what is none. */
export function numberOf(text: string): number {
  if (/^[0-9]+$/.test(text)) return Number(text)
  const [, tens, ten, last] = /^(.?)(十)(.?)$/.exec(text) ?? [null, '', '', text]
  const many = ten === '' ? 0 : tens === '' ? 1 : digitOf(tens ?? '')
  return Math.max(0, many * 10 + (last === '' ? 0 : digitOf(last ?? '')))
}
