/** The words in one form: half-width, lower case, without blanks; every mark between clauses is "，". */
export interface Plain {
  readonly text: string
  /** Index in `text` → where its character stands in the words as written. */
  readonly from: readonly number[]
  readonly to: readonly number[]
}

const clauseEnd = '\uff0c'
const ends = /[，。！？；：、,.!?;:…\n|]/
const letterOrFigure = /[\p{L}\p{N}+@%]/u

/** Who hides a word sets marks or blanks into it: what is neither a letter nor the end of a clause is left out. */
export function plainOf(words: string): Plain {
  let text = ''
  const from: number[] = []
  const to: number[] = []
  let at = 0
  for (const character of words) {
    const end = at + character.length
    for (const part of character.normalize('NFKC').toLowerCase()) {
      const kept = letterOrFigure.test(part) ? part : ends.test(part) ? clauseEnd : ''
      if (kept === '' || (kept === clauseEnd && (text === '' || text.endsWith(clauseEnd)))) continue
      text += kept
      for (let unit = 0; unit < kept.length; unit++) {
        from.push(at)
        to.push(end)
      }
    }
    at = end
  }
  return { text, from, to }
}

/** The clause around an index. */
export function clauseAt(text: string, at: number): string {
  const start = text.lastIndexOf(clauseEnd, at) + 1
  const end = text.indexOf(clauseEnd, at)
  return text.slice(start, end < 0 ? text.length : end)
}

const stands: Readonly<Record<string, string>> = {
  // A numeral; a character of the same clause; a surname; a Chinese character.
  N: /[0-9零〇一二两三四五六七八九十百千万幺壹贰叁肆伍陆柒捌玖]/.source,
  G: /[^，]/.source,
  S: /[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范石姚谭廖邹熊陆郝孔崔康毛邱秦史顾侯邵孟龙段钱汤尹黎易武乔贺赖龚]/
    .source,
  H: /[\u4e00-\u9fff]/.source,
}

/**
 * A pattern over the plain form. That form has no capitals, so they stand for classes: N a numeral, G anything within
 * the clause, S a surname, H a Chinese character. Gaps are bounded, so that no text takes long.
 */
export const said = (pattern: RegExp): RegExp =>
  new RegExp(
    pattern.source.replace(/[NGSH]/g, (letter) => stands[letter] ?? letter),
    'g',
  )
