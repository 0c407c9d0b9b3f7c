import { addressed, nameAlone, nameBefore, nameSaid, wholeNameBefore } from './names'
import { rule, said } from './rule'
import type { Finding, Rule } from './types'

// Whole names: the wall says "四号楼的一位居民", never more. A surname with a form of address ("王阿姨") may stand.

const joined = (...parts: readonly RegExp[]): RegExp => new RegExp(parts.map(({ source }) => source).join(''))
const either = (...parts: readonly RegExp[]): RegExp => new RegExp(`(?:${parts.map(({ source }) => source).join('|')})`)
/** Of what is found only this is left out. */
const cut = (...parts: readonly RegExp[]): RegExp => new RegExp(`(?<cut>${joined(...parts).source})`)
const name = (parts: readonly RegExp[], more: Partial<Rule> = {}): Rule =>
  rule('name', joined(...parts), { isCut: true, ...more })

/** What goes on after a name in the same clause. */
const goesOn = either(
  /$|，|N|[a-z]|今年|现年|男|女|住|家[住在里]|想|要|希望|需要|盼|愿|会|能|可以|有|在|来|找|请|的|是|退休|刚|因/,
  /腿|眼|耳|身体|行动|独居|去世|生病|不|没|已|每|平时|都|也|和|跟|帮|陪|上次|这次|昨天|今天|再|就/,
  /性别|年龄|电话|手机|身份证|联系|志愿者/,
  addressed,
)
const doing = either(goesOn, /下|聊|说|一起|学|教|修|看|家|送|做|买|去|过/)
const ofWhom =
  /的(?:女儿|儿子|老伴|爱人|家属|家里|邻居|孙子|孙女|外孙|妈|爸|母亲|父亲|妻子|丈夫|老公|老婆|侄|外甥|媳妇|女婿|朋友|同学)/
const kin =
  /(?:老伴|爱人|老公|老婆|丈夫|妻子|父亲|母亲|爸爸|妈妈|我爸|我妈|儿子|女儿|孙子|孙女|老人|奶奶|爷爷|阿姨|大妈|大爷)/
const known =
  /(?:邻居|战友|同学|同事|老乡|朋友|志愿者|党员|书记|主任|老师(?!傅)|师傅|大夫|医生|网格员|组长|楼长|社工|[楼室栋户]|单元)/
const label =
  /(?:(?:[我俺]|本人)的?)?(?:姓名|名字|大名|联系人|求助人|申请人|许愿人|心愿人|留言人|报名人|接单人|负责人|署名|落款|户主)/
const whose = /(?:[妈爸伴父母爷奶公婆孙女儿子弟妹哥姐叔姨伯婶嫂人士友者生员她他居学]|名字?)/

export const nameRules: readonly Rule[] = [
  name([/(?:[我俺]|本人)(?:的?名字|的?大名|姓名)?(?:就?叫|名叫|是叫)[做作]?/, nameSaid(goesOn)], {
    unless: said(/[帮替给让要请][我俺]叫/),
  }),
  name([/[我俺]姓H，?(?:名字叫|名叫|单名|叫|名)(?!H?(?:阿姨|师傅))H{1,3}?/, new RegExp(`(?=${goesOn.source})`)]),
  name([
    /(?:[我俺](?:就|也)?是|这里?是|本人是?)/,
    nameBefore(either(/$|，|[0-9]|今年|住|想|家住|希望|需要/, ofWhom)),
    new RegExp(`(?:${ofWhom.source})?`),
  ]),
  name([label, /，?(?:就?[是叫为])?，?/, nameBefore(goesOn)]),
  name([/(?:姓名|申请人|许愿人|心愿人|署名|落款)，?(?:就?[是叫为])?，?/, nameAlone]),
  name([whose, cut(/叫[做作]?/, either(nameAlone, nameBefore(goesOn)))]),
  name([/(?:[妈爸父母]亲?|[爷奶]|老伴|爱人|女儿|儿子|孙子|孙女)/, cut(/是/, nameBefore(/$|，/))]),
  name([/(?:大家|人家|街坊|邻居)?们?都?[叫喊称]我/, nameBefore(/$|，|就|即可/)]),
  name([/(?:[找请让跟和给陪帮为寻]|联系|想念|想见)(?:一下|到)?/, cut(wholeNameBefore(doing))], {
    instead: /人/.source,
  }),
  name([/(?:感谢|谢谢|多谢|辛苦|表扬)/, cut(wholeNameBefore(goesOn))]),
  name([either(kin, known), cut(wholeNameBefore(goesOn))]),
]

// Of the words as written: a name below them, as under a letter, before them, or in brackets.

const group = (pattern: RegExp): RegExp => new RegExp(`(${pattern.source})`)
const tail = new RegExp(
  `(?:${addressed.source})?${/[。.！!～~）)\s]*(?:[\d一二三四五六七八九十〇零年月日号./-]+\s*)?$/.source}`,
)
const strong = /(?:(?:志愿者|党员|社工)[：:\s]|[。！？!?…\n;；—–～~（(]|-{2,})[\s—–～~-]*/
const clauseBefore = /[，,、：:\s]\s*/
const bare: readonly RegExp[] = [
  joined(/^\s*/, group(wholeNameBefore(/\s*(?:[，,：:。！!\s]|$|想|希望|今年|现年|家?住|[男女\d])/))),
  joined(/[（(]/, group(wholeNameBefore(/[）)]/))),
  joined(strong, group(nameBefore(tail))),
  joined(clauseBefore, group(wholeNameBefore(tail))),
]

/** Bare names. Indexes are those of the words as written. */
export function signaturesIn(words: string): readonly Finding[] {
  return bare.flatMap((pattern) => {
    const found = pattern.exec(words)
    if (!found?.[1]) return []
    const to = found.index + found[0].length
    // The stroke before a signature goes with it.
    const start = found[0].search(/[—–～~（(-]/)
    const from = start < 0 ? to - found[1].length : found.index + start
    const after = /^[）)]/.test(words.slice(to)) ? 1 : 0
    return [{ code: 'name', matterId: null, from, to: to + after, isWholeClause: false }]
  })
}
