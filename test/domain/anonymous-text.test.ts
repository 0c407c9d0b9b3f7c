import fc from 'fast-check'
import { anonymousText, longestAnonymous, sameWords } from '../../src/domain/privacy/anonymous-text'

describe('words that tell of nobody', () => {
  it.each([
    ['单元门口的快递柜打不开', '单元门口的快递柜打不开'],
    ['  哪里能修鞋？？ ', '哪里能修鞋'],
    ['ＷＩＦＩ　连不上，换路由也不行！', 'wifi 连不上 换路由也不行'],
    ['二楼平台漏水', '二楼平台漏水'],
    ['楼上三户都堵了', '楼上三户都堵了'],
    ['半夜两点还在装修', '半夜两点还在装修'],
    ['找不到物业经理', '找不到物业经理'],
    ['小区没有医生', '小区没有医生'],
    ['水管师傅不来', '水管师傅不来'],
    ['3次报修没人管', '3次报修没人管'],
  ])('are kept, tidied: %s', (text, kept) => {
    expect(anonymousText(text)).toBe(kept)
  })
})

describe('words that may tell of somebody', () => {
  it.each([
    ['a phone number', '打我电话13800138000'],
    ['a phone number, spread', '1 3 8 - 0 0 1 3 . 8 0 0 0'],
    ['a phone number, spelt out', '电话幺三八零零幺三八零零零'],
    ['a phone number, mixed', '一3八零0'],
    ['a phone number in wide digits', '１３８００１３８０００'],
    ['a phone number in digits of another script', '١٣٨٠٠١'],
    ['digits with letters between', '1a3b8c0d0'],
    ['an identity card', '身份证 11010119900307123X 丢了'],
    ['a room', '我住302'],
    ['a room, spelt out', '我住三零二'],
    ['a building', '5号楼电梯坏了'],
    ['a unit', '二单元没灯'],
    ['a tower', 'B座门禁坏了'],
    ['a lane', '18弄路灯不亮'],
    ['a name given', '我叫张三，水管坏了'],
    ['a name given with blanks', '我 叫 张三'],
    ['a surname', '楼上姓刘的太吵'],
    ['a name and who one is', '我是王建国'],
    ['a title', '张主任不管'],
    ['a full name with a title', '王秀英阿姨摔倒了'],
    ['a neighbour by surname', '老李家漏水'],
    ['a link', 'https://example.cn/x'],
    ['a link without its start', '看example.com'],
    ['an address', 'ding@example.cn'],
    ['a number plate', '冀A1B2C3堵门'],
    ['an account', '加我微信abc_defg'],
    ['a story', '水'.repeat(longestAnonymous + 1)],
    ['what grows when it is made plain', 'ﷺ'.repeat(20)],
    ['nothing', ''],
    ['only punctuation', '？！。…'],
  ])('are not kept: %s', (_, text) => {
    expect(anonymousText(text)).toBeNull()
  })
})

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(fc.constantFrom('水', '管', '1', '零', '八', ' ', '，', 'a', '号', '楼', '我', '叫', '王', '主任', '@'), {
      maxLength: 30,
    })
    .map((parts) => parts.join('')),
)

describe('whatever is said, what is kept of it', () => {
  it('is short, has no three digits together and no more than four', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const kept = anonymousText(text)
        if (kept === null) return
        expect(kept.length).toBeLessThanOrEqual(longestAnonymous)
        expect(kept.replace(/[^\p{L}\p{N}]/gu, '')).not.toMatch(/\p{N}{3}/u)
        expect((kept.match(/\p{N}/gu) ?? []).length).toBeLessThanOrEqual(4)
      }),
    )
  })

  it('would be kept as it is', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const kept = anonymousText(text)
        if (kept !== null) expect(anonymousText(kept)).toBe(kept)
      }),
    )
  })

  it('counts as the same, with punctuation and blanks or without', () => {
    fc.assert(fc.property(anything, (text) => expect(sameWords(` ${text}？`)).toBe(sameWords(text))))
  })
})
