import type { Problem, ProblemCode, ProblemParams } from '../domain/directory/problems'
import { areaHead, consentHead, sheetNames } from './directory-names'
import { roleNames } from './role-names'

type Say<Code extends ProblemCode> = (params: ProblemParams[Code]) => string

const list = (names: readonly string[]) => names.map((name) => `“${name}”`).join('、')
const meant = (nearest: string | null) => (nearest === null ? '' : `是不是“${nearest}”？`)

/** Where an unknown name should have come from. */
const source: Readonly<Record<ProblemParams['unknown-name']['kind'], string>> = {
  estates: `“${sheetNames.estates}”表里没有`,
  grids: `“${sheetNames.grids}”表里没有`,
  buildings: '这个小区里没有叫',
  households: `“${sheetNames.households}”表里没有`,
  agencies: `“${sheetNames.agencies}”表里没有`,
  phones: `“${sheetNames.phones}”表里没有`,
  members: `“${sheetNames.members}”表里没有`,
  settings: '没有这个问题：',
  places: '没有找到小区、楼栋或网格',
  units: '这栋楼里没有',
}

const manyOf: Readonly<Record<ProblemParams['too-many']['kind'], string>> = {
  estates: '小区',
  grids: '网格',
  buildings: '一个小区的楼栋',
  agencies: '责任单位',
  phones: '一个单位的电话',
  roles: '一个单位负责的事',
  hours: '一个电话的时间段',
}

/** What is wrong and what to do, by code. */
const sentences: { readonly [Code in ProblemCode]: Say<Code> } = {
  'no-sheets': ({ names }) => `这份文件里没有认得的表。请用下载的模板填，表的名字要是${list(names)}。`,
  'sheet-unknown': ({ nearest }) =>
    nearest === null
      ? '这张表不认得，不会读进来。'
      : `这张表不认得，不会读进来。${meant(nearest)}是的话请改成这个名字。`,
  'sheet-twice': ({ other }) => `这张表和“${other}”是同一种。请合成一张，再传一次。`,
  'heads-missing': ({ heads }) => `没有找到表头。请在最上面写一行表头，至少要有${list(heads)}。`,
  'head-missing': ({ head }) => `表头里少了“${head}”这一列。请补上这一列。`,
  'head-twice': ({ head, other }) => `表头“${head}”和${other}重复了。请留一列，删掉另一列。`,

  missing: ({ head }) => `“${head}”没有填。请补上。`,
  formula: ({ head }) => `“${head}”这一格是公式，读不出算的是什么。请把它换成写好的字：复制这一格，粘贴时选“值”。`,
  merged: ({ head }) => `“${head}”这一格和别的格合并了。请取消合并，每一格都填上。`,
  'error-here': ({ head, value }) => `“${head}”这一格是错误值${value}。请重新填一下。`,
  'digits-lost': ({ head }) => `“${head}”的数字太长，Excel把后几位变成了0。请先设成“文本”格式，再重新填。`,
  'date-here': ({ head }) => `“${head}”被Excel变成了日期或时间。请先设成“文本”格式，再重新填。`,
  'number-here': ({ head, value }) => `“${head}”要写字，这里是数字${value}。请核对一下。`,
  'logic-here': ({ head }) => `“${head}”这一格是“真/假”。请直接写字。`,
  'not-a-number': ({ head, value }) => `“${head}”要写整数，这里是“${value}”。请只写数字。`,
  'out-of-range': ({ head, least, most }) => `“${head}”要在${least}到${most}之间。请核对一下。`,
  'too-long': ({ head, most }) => `“${head}”太长了，最多${most}个字。请写短一点。`,

  'unknown-name': ({ kind, name, nearest }) =>
    `${source[kind]}“${name}”。${meant(nearest) || '请核对名字，或先把它加上。'}`,
  'ambiguous-name': ({ name }) => `叫“${name}”的不止一个。请写全一点，比如在楼栋前面加上小区名称。`,
  'unknown-choice': ({ head, value, nearest, choices }) =>
    `“${head}”里没有“${value}”这一项。${meant(nearest) || `可以填${list(choices)}。`}`,
  duplicate: ({ name, other }) => `“${name}”在${other}已经有了。请留一行，删掉另一行。`,
  'duplicate-code': ({ code, other }) => `编号“${code}”和${other}一样。编号不能重复，新加的一行请空着。`,
  'duplicate-unit': ({ name }) => `“${name}”写了两遍。请删掉一个。`,
  'other-estate': ({ code, name }) => `编号“${code}”是另一个小区的${name}。楼栋不能换小区：新的一栋请把编号空着。`,
  'too-many': ({ kind, most }) => `${manyOf[kind]}最多${most}个。请分开或去掉一些，再传一次。`,
  'units-unclear': ({ value }) =>
    `看不懂有哪些单元：“${value}”。请写有几个，比如4；或者一个个写，比如甲、乙；没有就空着。`,
  'one-a-row': ({ value }) => `“${value}”像是好几栋楼。请一行只写一栋：1号楼写一行，2号楼再写一行。`,
  'unit-needed': ({ building, units }) => `${building}有几个单元：${list(units)}。请写上是哪个单元。`,

  'phone-unclear': ({ value }) => `“${value}”不像电话号码。请核对一下：一格只写一个号码，座机要带区号。`,
  'phone-no-area-code': ({ value }) => `座机“${value}”少了区号，用手机打不通。请在前面加上区号，比如0371-68001234。`,
  'phone-lost-zero': ({ meant: number }) => `Excel把号码开头的0去掉了。请先设成“文本”格式，再写成${number}。`,
  'hours-blank': () => '没有写时间，会当作24小时都有人接。不是的话请补上，比如“工作日 8:30-17:30”。',
  'hours-unclear': ({ part }) =>
    `时间“${part}”看不懂。请写成“每天 8:00-18:00”或“工作日 8:30-17:30；周末和节假日 9:00-16:00”。`,
  'hours-no-days': ({ part }) => `“${part}”没有说是哪几天。请在前面写上每天、工作日、周末和节假日或者法定节假日。`,
  'hours-other-days': ({ part }) =>
    `“${part}”没法单独登记。日子只分每天、工作日、周末和节假日、法定节假日，请选最接近的写。`,
  'hours-backwards': ({ part, meant: plainly }) =>
    plainly === null
      ? `“${part}”分不清是什么时候。请按先后用24小时写，比如9:00-17:00；到第二天的写成18:00-次日8:00。`
      : `“${part}”分不清是上午还是下午。${meant(plainly)}请用24小时写；半夜的写明凌晨，到第二天的写明次日。`,
  'date-unclear': ({ value }) => `日期“${value}”看不懂。请写成2026-11-2这样。`,
  'date-ahead': ({ value }) => `核实日期${value}还没到。请写打通电话的那一天。`,
  'date-over': ({ value }) => `到期日${value}已经过了，不会给他发邀请。要请他的话，请改成以后的日子。`,

  'no-consent': ({ head }) => `这一户没有写同意登记，“${head}”不会留下来。住户同意的话，请在“${consentHead}”里写“是”。`,
  'place-needed': ({ role, kind }) => `${roleNames[role]}要写清是哪个${kind === 'grids' ? '网格' : '单位'}。请补上。`,
  'place-unwanted': ({ role }) => `${roleNames[role]}是管整个社区的，这一格请空着。`,
  'area-blank': ({ agency }) =>
    `表里没有“${areaHead}”这一列，“${agency}”会当作管整个社区。不是的话请加上这一列，写上它管的小区或楼栋。`,
  'area-gone': ({ agency }) => `“${agency}”服务的地方都不在表里了。请改它的服务范围，或者把它也去掉。`,
  'no-phone': ({ agency }) => `“${agency}”还没有电话，居民打不到。请在“${sheetNames.phones}”表里加一个。`,
}

/** What is wrong in one cell, and what to do: two short sentences, without saying where. */
export function problemText({ code, params }: Problem): string {
  // The code chooses the sentence that takes these params.
  const say = sentences[code] as (params: Problem['params']) => string
  return say(params)
}

/** Where it is: 电话 B7. */
export const problemPlace = ({ sheet, cell }: Problem): string => [sheet, cell].filter(Boolean).join(' ')

/** Where, what and what to do, in one line. */
export function problemLine(problem: Problem): string {
  const place = problemPlace(problem)
  return place === '' ? problemText(problem) : `${place}：${problemText(problem)}`
}

/** Above the list: how many there are, and that only the first are shown. */
export function problemsHead(found: number, shown: number): string {
  if (found === 0) return '没有发现问题'
  return found > shown ? `一共${found}处要看，先列出${shown}处` : `一共${found}处要看`
}
