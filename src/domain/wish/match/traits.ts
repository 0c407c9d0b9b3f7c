import { numberOf } from './numerals'
import type { Audience, Gender, OfferReading, WishReading } from './types'

// What a card says of places, people and strength, found by patterns: general ways to say it, never single cards.

const clauses = (words: string, more: readonly string[]): string => [words, ...more].join('，')

const notHome = /不上门|不入户|不到家|不进家|不登门/
const comesHome =
  /上门|入户|登门|串门|(?<!拿|送|搬)(到|去|上|进)(您|你|老人|他们|邻居|大家|住户|病人)?(的)?家(?!具|电|政|长|乡|属)|老人家里|送到(家|老人|门口|邻居)|送上(去|楼|门)|(捎|带|送|搬|抬|扛|背)(着)?.{0,4}上楼|随叫随到|一个电话/
/** Things are brought to whoever offers. */
const broughtTo = /自己送来|送到(家里|我家|车库|社区|店里)|拿到|送来/
const atPlace =
  /(在|到|去|来|上)(咱们?|我们?|了)?\p{Script=Han}{0,3}(社区|小区|活动室|中心|服务站|党群|会议室|教室|小屋|咨询室|诊所|工作室|工作间|车库|车棚|大院|文化站|广场|凉亭|公园|图书室|阅览室|书屋|爱心屋|发屋|理发屋|照相馆|店里|门店|养老院|老年公寓|敬老院|驿站|医院|我家|楼下|学校|礼堂)|到店|店里|摆摊|自取|自己(送|来|取)|拿来|送来|坐班|坐诊|值班|上课/u
const byPhone =
  /只打电话|电话(里|上|中)(可以|能|也|就|问|聊|说|答|咨询)?|打个?电话(问|给|聊)|给.{2,8}打(个)?电话|^电话$|，电话$|线上|视频(里|上)|语音聊|网上(教|陪|辅导)/
const institutions = /养老院|敬老院|老年公寓|福利院|养老驿站|康复中心|托老所|日间照料/
const group = /集体|讲座|大课|开班|办班/
const costs = /另算|自付|自己出|成本|收费|收点|AA|本钱/
const noLifting = /腰不好|不能.{0,2}(背|抬|搬|提)|(背|抬|搬|扛)不(动|了)|没力气|力气小|提不了重/
const heavy =
  /抬|背(下|上|着|不|我|人)|扛|搬|太?沉|重(的|物|东西)|没(有)?电梯|拎不动|提不动|煤气罐|家具|沙发|冰箱|衣柜|轮椅.{0,4}(楼|台阶)/
const fixed = /电视|冰箱|洗衣机|空调|热水器|油烟机|抽油烟机|燃气灶|吊灯|吸顶灯|卧床|瘫/

const childWords =
  /孩子|孙子|孙女|外孙|娃|小朋友|儿童|幼儿|少儿|青少年|学生|小学|初中|高中|中学生|考生|童装|年级|宝宝|小小孩|上学|放学|弟弟|妹妹/
const elderWords =
  /老人|老年|长辈|高龄|独居|空巢|爷爷|奶奶|大爷|大妈|大娘|老头|老太|老两口|老姐妹|老伴|岁以上|失智|退休了/
const disabledWords = /残疾|盲人|视力不好|看不见|眼睛不好|听障|聋|残障/
const forAdults = /面向成人|成年人|大人/
/** Who speaks of their own life: a retired teacher teaches children. */
const aboutSelf =
  /退休(教师|老师|校长|医生|护士|工人|电工)?|老(党员|兵|教师|师傅|书记)|大学生|带过失智的老母亲|(儿科|音乐|数学|语文|英语|体育|美术|小学|初中|中学|高中|幼儿园).{0,2}(老师|教师|医生)|会.{0,6}老人讲古/g
/** Whom it says it does not do it for. */
const refused = /不(看|接|收|教|陪|带|面向)[^，。；]*/g
/** 给家里的 … as people call whom they speak of. */
const womanWords = /老太太|老奶奶|(大|老)娘|大妈|奶奶|外婆|姥姥|婆婆|(我|老)(妈|母亲)|女老人|老姐妹/
const manWords = /老爷子|(大|老)爷|大伯|爷爷|外公|姥爷|老汉|老头|公公|(我|老)(爸|爹|父亲)|男老人|刮胡子/

const womanAsked = /女(性|的|同志|志愿者|师傅|护士|老师|同胞|士)|是女|要女|^女$|，女(，|$)|同性/
const manAsked = /男(性|的|同志|志愿者|师傅|护士|老师|士)|是男|要男|^男$|，男(，|$)|小伙子/

const onlyMen = /(只|限|专)(接|收|给|为|陪|帮|限)?(待)?.{0,2}男|给男(性)?(老人|同志)/
const onlyWomen = /(只|限|专)(接|收|给|为|陪|帮|限)?(待)?.{0,2}女|给女(性)?(老人|同志)/
const selfWoman = /(^|，|。)(本人)?女(，|。|性|$|护士|老师|同志|志愿者|士)|(^|，)(大姐|阿姨|宝妈|全职妈妈)/
const selfMan = /(^|，|。)(本人)?男(，|。|性|$|护士|老师|同志|志愿者|士)|小伙子/

const mustCome =
  /入户|上门|到家|来(我)?家|家里来|来(坐|陪|看看我|屋)|卧床|瘫|下不了(楼|床|地)|出不了门|下不来(楼|床)|出不去|起不来|动弹不得/
const hardToGoOut = /腿脚|走不动|轮椅|出门不|不方便|行动不便|腿(疼|不|软)|上下楼|爬(不动)?楼|拄拐/

function genderIn(text: string, woman: RegExp, man: RegExp): Gender | null {
  const isWoman = woman.test(text)
  const isMan = man.test(text)
  return isWoman === isMan ? null : isWoman ? 'woman' : 'man'
}

function audienceIn(text: string): readonly Audience[] {
  const found: Audience[] = []
  if (childWords.test(text)) found.push('child')
  if (elderWords.test(text) || forAdults.test(text)) found.push('elder')
  if (disabledWords.test(text)) found.push('disabled')
  return found
}

/** 四号楼, 17栋 → its number; 0 if none is named. 七座车 is no building. */
function buildingIn(text: string): number {
  const [, named = ''] = /([0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:号楼|栋|幢|座(?!车|位))/.exec(text) ?? []
  return named === '' ? 0 : numberOf(named)
}

type WishTraits = Pick<
  WishReading,
  'audience' | 'home' | 'isHomeAsked' | 'gender' | 'of' | 'isHeavy' | 'isFixed' | 'institution' | 'building'
>

export function wishTraits(words: string, wants: readonly string[], who: string): WishTraits {
  const text = clauses(words, wants)
  const wanted = wants.join('，')
  const named: readonly Audience[] = who === 'elder' || who === 'child' || who === 'disabled' ? [who] : []
  return {
    audience: [...new Set([...named, ...audienceIn(text)])],
    home: mustCome.test(text) ? 'must' : hardToGoOut.test(text) ? 'better' : null,
    isHomeAsked: mustCome.test(wanted),
    gender: genderIn(wanted, womanAsked, manAsked) ?? askedIn(words),
    of: genderIn(text, womanWords, manWords),
    isHeavy: heavy.test(text),
    isFixed: fixed.test(text),
    institution: institutions.exec(text)?.[0] ?? '',
    building: buildingIn(words),
  }
}

/** A gender that is asked for in the words: 最好是女的. */
function askedIn(words: string): Gender | null {
  const [, asked] =
    /(?:最好|要|希望|想找|想请|有没有)(?:是|个|位|一个|一位)?(女|男)(?:的|性|同志|志愿者|师傅|老师|护士)/.exec(words) ??
    []
  return asked === undefined ? null : /女/.test(asked) ? 'woman' : 'man'
}

type OfferTraits = Pick<
  OfferReading,
  | 'audience'
  | 'setting'
  | 'refusesHome'
  | 'gender'
  | 'takes'
  | 'refusesHeavy'
  | 'isGroup'
  | 'costs'
  | 'institution'
  | 'building'
>

export function offerTraits(words: string, limits: readonly string[]): OfferTraits {
  const text = clauses(words, limits)
  const limited = limits.join('，')
  const refusesHome = notHome.test(text)
  const plain = text.replaceAll(aboutSelf, '').replaceAll(refused, '')
  const home = !refusesHome && comesHome.test(text) && !broughtTo.test(limited)
  const phone = byPhone.test(text) && !home
  const place = atPlace.test(limited) || atPlace.test(words) || broughtTo.test(limited) || refusesHome
  return {
    audience: audienceIn(plain),
    setting: phone ? 'phone' : home ? 'home' : place ? 'place' : null,
    refusesHome,
    gender: genderIn(text, selfWoman, selfMan),
    takes: genderIn(text, onlyWomen, onlyMen),
    refusesHeavy: noLifting.test(text),
    isGroup: group.test(text),
    costs: costs.test(text),
    institution: institutions.exec(text)?.[0] ?? '',
    building: buildingIn(words),
  }
}
