/** Characters; what is longer is a story, and a story tells of people. */
export const longestAnonymous = 60

// Patterns, not words that anybody reads: parts of the expressions below.
const numeral = /[\p{N}零〇一二两三四五六七八九十百幺壹贰叁肆伍陆柒捌玖]/u.source
const title =
  /(?:先生|女士|小姐|太太|阿姨|大爷|大妈|大娘|大姐|大哥|大叔|奶奶|爷爷|叔叔|师傅|主任|书记|经理|老师|医生|大夫|警官|队长|站长|所长|局长|科长|老板)/
    .source
/** The most common surnames that are not also words of everyday talk about houses. */
const surname =
  /[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚]/
    .source

/** What may tell who or where somebody is. It is looked for in the words without blanks and punctuation. */
const telling: readonly RegExp[] = [
  // A phone number, an identity card, a bank card, a room: also read out in Chinese or mixed.
  new RegExp(`${numeral}{3}`, 'u'),
  // 5号楼, 二单元, B座: where the person lives.
  new RegExp(`(?:${numeral}|[a-z])${/(?:号|栋|幢|座|单元|室|弄)/.source}`, 'u'),
  // 我叫…, 姓王的, 我是张…
  /[我他她俺](?:的名字)?叫|名叫|名字/,
  new RegExp(`${/(?:姓|我是|俺是)/.source}${surname}`, 'u'),
  // 张主任, 王秀英阿姨, 老李家
  new RegExp(`${surname}\\p{Script=Han}{0,2}${title}`, 'u'),
  new RegExp(`${/[老小]/.source}${surname}${/(?:家|的|他|她|说|总|又|在|把|和|$)/.source}`, 'u'),
  // A name on some network, an address, a number plate.
  /[a-z\p{N}]{6}/u,
]
/** What only shows with its punctuation. */
const links = /:\/\/|www\.|@|[a-z0-9]\.(?:com|cn|net|org|top|xyz|vip|cc|io|me|shop)(?![a-z])/
/** Single digits, spread over a sentence, may still make a number. */
const mostDigits = 4

const plain = (text: string) => text.normalize('NFKC').toLowerCase()

/** The same words, however they are set: for counting what many people say. */
export const sameWords = (text: string): string => plain(text).replace(/[^\p{L}\p{N}]+/gu, '')

/**
 * A text as it may be kept without telling who wrote it or of whom: half-width, lower case, without punctuation. Null
 * where it is long, holds a number, an address, a name that shows as one, or a link. A full name that nothing gives
 * away ("张建国不交钱") is not seen: what is kept is for keepers only.
 */
export function anonymousText(text: string): string | null {
  const whole = plain(text)
  const words = whole.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  const joined = sameWords(text)
  if (joined === '' || words.length > longestAnonymous) return null
  if (links.test(whole) || telling.some((pattern) => pattern.test(joined))) return null
  if ((joined.match(/[\p{N}]/gu) ?? []).length > mostDigits) return null
  return words
}
