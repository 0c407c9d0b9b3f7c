import fc from 'fast-check'
import { dangerCodes, heldOf, type CardSide } from '../../src/domain/wish/hold'
import { countedCases, tunedCases } from './support/wish-hold-cases'

const codeOf = (words: string, side: CardSide = 'wish') => heldOf(words, side)?.code ?? null
const rewriteOf = (words: string, side: CardSide = 'wish') => heldOf(words, side)?.rewrite

describe('a number', () => {
  it.each([
    '打我电话13800000000',
    '打我电话 138-0000-0000',
    '打我电话１３８００００００００',
    '打我电话一三八零零零零零零零零',
    '打我电话幺三八零零零零零零零零',
    '打我电话1③8零零00 0000',
    '打我电话1,3,8,0,0,0,0,0,0,0,0',
    '座机0571-88123456',
    '家里电话88123456',
  ])('is found however it is set: %s', (words) => {
    expect(codeOf(`想找人下棋，${words}`)).toBe('phone')
  })

  it.each([
    '2026年12月1日上午想有人陪',
    '2026-12-01 14:00到16:30想有人陪',
    '20261201那天想有人陪',
    '星期一、二、三、四、五都想有人陪',
    '1、2、3、4、5、6、7号楼的垃圾桶想换',
    '周三8:30-11:30想有人陪',
    '打了12345也没人修路灯，想请人看看',
  ])('that is a time, a list or a service is none: %s', (words) => {
    expect(codeOf(words)).toBeNull()
  })

  it('of an identity card is not taken for a telephone', () => {
    expect(codeOf('帮我办老年证，320106 1950 0101 002X')).toBe('id-number')
  })

  it('of a bank card is not taken for a telephone', () => {
    expect(codeOf('帮我交费，6222 1380 0000 0000 123')).toBe('card-number')
  })
})

describe('a place', () => {
  it.each(['5号楼2单元301', '五号楼二单元三零一', '3栋1102', 'B座1705', '7-2-601', '我住302'])(
    'is held with its room: %s',
    (place) => {
      expect(codeOf(`${place}，想有人送饭`)).toBe('address-or-key')
    },
  )

  it.each(['5号楼', '二单元', '我住二楼', '3号楼5楼', '四号楼1单元的一位居民'])('may stand without it: %s', (place) => {
    expect(codeOf(`${place}，想有人送饭`)).toBeNull()
  })
})

describe('the rewrite', () => {
  it.each([
    ['想找人陪聊天，打我电话13800000000，随时打', '想找人陪聊天'],
    ['我住5号楼2单元301，想有人来坐坐', '我住5号楼，想有人来坐坐'],
    ['我有肝病还有抑郁症，上个月刚从精神科出院，想找人说说话', '想找人说说话'],
    ['帮我办高龄补贴，身份证110101194903073216', '帮我办高龄补贴'],
    ['帮我喂猫，钥匙在花盆底下', '帮我喂猫'],
  ])('of “%s” is “%s”', (words, rest) => {
    expect(rewriteOf(words)).toBe(rest)
  })

  it('is none where nothing of a card is left', () => {
    expect(rewriteOf('13800000000')).toBeNull()
  })

  it.each([
    ['谁能借我三千块钱，月底一定还', 'wish'],
    ['提供陪诊，每小时80元', 'offer'],
    ['楼上老王是个骗子，想请人调解', 'wish'],
    ['他又动手了，打我电话13800000000', 'wish'],
  ] as const)('is none for what has no place here: %s', (words, side) => {
    expect(rewriteOf(words, side)).toBeNull()
  })

  it('never is held itself', () => {
    for (const { words, side } of [...tunedCases, ...countedCases]) {
      const rewrite = heldOf(words, side)?.rewrite
      if (rewrite) expect([words, heldOf(rewrite, side)]).toEqual([words, null])
    }
  })
})

describe('a cry for help', () => {
  it.each([
    ['厨房有股煤气味好几天了，谁有空来看看', 'gas', 'gas-leak'],
    ['他又动手了，孩子也打，求求你们来个人', 'violence', 'domestic-violence'],
    ['我不想活了', 'self-harm', 'mental-crisis'],
    ['电梯里困住人了', 'trapped', 'elevator-trapped'],
    ['老伴摔倒了叫不醒', 'medical', 'medical-emergency'],
    ['我妈走丢了', 'lost', 'lost-person'],
  ])('in “%s” is %s, and opens the page of %s', (words, code, matterId) => {
    expect(heldOf(words, 'wish')).toMatchObject({ code, matterId, isDanger: true, rewrite: null })
  })

  it('comes before everything else that is wrong with the card', () => {
    expect(codeOf('我有抑郁症，不想活了，电话13800000000')).toBe('self-harm')
  })

  it.each([
    '煤气灶打不着火，想有人看看',
    '怕摔了没人发现，想有人每天问一声',
    '想抱抱小狗，热死了，累死了',
    '他动手术住院，想有人送饭',
    '打我电话就行',
    '想学消防知识，着火了怎么逃',
    '不想活动了，想在家看戏',
    '老母亲走丢过一次，想有人陪着遛弯',
  ])('is not heard in “%s”', (words) => {
    expect(heldOf(words, 'wish')?.isDanger ?? false).toBe(false)
  })

  it('is not heard where somebody offers help against it', () => {
    expect(codeOf('消防员，教大家着火了怎么办', 'offer')).toBeNull()
  })
})

describe('the range', () => {
  it('is what stood in the way, as it was written', () => {
    const words = '想找人下棋，打我１３８ ０００００ ０００'
    const held = heldOf(words, 'wish')
    expect(words.slice(held?.from, held?.to)).toBe('１３８ ０００００ ０００')
  })

  it('counts as slice does, beside characters of two units', () => {
    const words = '😀😀想借我五千块钱'
    const held = heldOf(words, 'wish')
    expect(words.slice(held?.from, held?.to)).toMatch(/^借我五千块/)
  })
})

const side = fc.constantFrom('wish' as const, 'offer' as const)
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 400 }).map((units) => String.fromCharCode(...units)),
)
const piece = fc.constantFrom(...tunedCases.map(({ words }) => words), '，', ' ', '1', '三', '我', '的', '给我', '想')
const likelyText = fc.array(piece, { minLength: 1, maxLength: 30 }).map((pieces) => pieces.join(''))

describe('whatever is written', () => {
  it('gives an answer whose range lies in the words', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, likelyText), side, (words, on) => {
        const held = heldOf(words, on)
        if (!held) return
        expect(held.from).toBeGreaterThanOrEqual(0)
        expect(held.to).toBeGreaterThan(held.from)
        expect(held.to).toBeLessThanOrEqual(words.length)
        expect(held.isDanger).toBe((dangerCodes as readonly string[]).includes(held.code))
      }),
    )
  })

  it('suggests only what may hang', () => {
    fc.assert(
      fc.property(likelyText, side, (words, on) => {
        const rewrite = heldOf(words, on)?.rewrite
        if (rewrite) expect(heldOf(rewrite, on)).toBeNull()
      }),
    )
  })

  it('is read no further than a card is long, so that no text takes long', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1000, maxLength: 5000 }), side, (pieces, on) => {
        const words = pieces.join('')
        expect(heldOf(words, on)).toEqual(heldOf(words.slice(0, 1000), on))
      }),
      { numRuns: 20 },
    )
  })

  it.each(['我的', '给我点', '加我微信', '1 ', '打我', '就都会', '是一二', '的的的的', '，家里', '电梯'])(
    'ends with the same words over and over: %s',
    (words) => {
      expect(() => heldOf(words.repeat(5000 / words.length), 'wish')).not.toThrow()
    },
  )
})
