import fc from 'fast-check'
import { heldOf, type CardSide } from '../../src/domain/wish/hold'

const sides: readonly CardSide[] = ['wish', 'offer']
const codeOf = (words: string, side: CardSide) => heldOf(words, side)?.code ?? null
const rewriteOf = (words: string) => heldOf(words, 'wish')?.rewrite ?? null

describe.each(sides)('a name on a card (%s)', (side) => {
  it.each([
    '我叫王秀兰，想有人帮我买菜',
    '我叫王秀兰想有人帮我买菜',
    '我叫 王 秀 兰，想有人帮我买菜',
    '我名字叫陈建国，可以教下棋',
    '俺叫刘芳，会理发',
    '我叫李有才，想学手机',
    '我叫张王小明，想学书法',
    '我叫李子涵，想学轮滑',
    '我叫周全，可以修自行车',
    '姓名：高原，可以教唱歌',
    '我叫欧阳文秀，想找人说说话',
    '我是李建国，想找人下棋',
    '我是王芳，可以帮忙买菜',
    '我是王秀兰的女儿，想有人陪陪我妈',
    '本人赵卫东，可以帮忙修家电',
    '我姓王，名秀兰，想有人陪着散步',
    '我姓孙叫大明，想找人下棋',
    '姓名：周玉梅，想有人帮忙擦窗户',
    '五号楼赵桂兰想有人帮我买菜',
    '请李秀珍教我包粽子',
    '我妈是王桂珍，想有人陪她说话',
    '能修水管，马建军',
    '联系人：吴国强，可以帮忙搬东西',
    '联系人吴国强，可以帮忙搬东西',
    '我妈妈叫王秀兰，想有人陪她说话',
    '我老伴叫李建国，腿脚不好，想有人陪着散步',
    '老伴张国强腿脚不好，想有人陪着散步',
    '大家都叫我郑小红，愿意陪老人聊天',
    '想找李建国下棋',
    '想找三楼的志愿者徐红梅帮忙',
    '谢谢李建国上次来帮忙，想再有人来',
    '想有人帮我买菜。王秀兰',
    '想有人帮我买菜——李建国',
    '想有人帮我买菜\n王芳',
    '想有人帮我买菜，胡桂英',
    '想有人帮我买菜 胡桂英',
    '想有人帮我买菜（刘桂英）',
    '想有人帮我买菜。王秀兰 2026年11月20日',
    '王秀兰，78岁，想有人帮我买菜',
    '王秀兰：想有人帮我买菜',
  ])('is held back: %s', (words) => {
    expect(codeOf(words, side)).toBe('name')
  })

  it.each([
    '我是退休老师，可以教孩子写字',
    '我是党员，能帮就帮',
    '我是高中生，周末可以陪老人',
    '我是程序员，能教用手机',
    '我是康复师，可以教做操',
    '我是江苏人，想找老乡说说话',
    '我是石家庄来的，想找个伴',
    '我是单身，想找人说说话',
    '我叫个人来，想学学怎么修水龙头',
    '我叫车总叫不到，想有人教教',
    '帮我叫金牌月嫂，不会用手机',
    '叫王阿姨就行，想有人陪着散步',
    '我姓王，想有人陪着散步',
    '大家叫我老张，会修自行车',
    '我叫王阿姨，可以帮忙看孩子',
    '我是李师傅，会修自行车',
    '我是王大爷的邻居，想帮他找个伴',
    '请找王大夫看看血压',
    '想找张桌子',
    '想找张小书桌',
    '想找周末有空的人下棋',
    '想找高水平的人下棋',
    '想找老师傅修表',
    '本人高中文化，可以帮忙读报',
    '本人周末有空，可以陪聊',
    '联系人方便的时候说一声就行，想找人下棋',
    '老伴高血压，想有人陪着量一量',
    '谢谢大家，想有人陪着散步',
    '谢谢王阿姨，想再有人陪着散步',
    '想要两样东西：毛线、毛衣',
    '想有人陪我散步。谢谢您',
    '想有人帮我买菜，张阿姨',
    '想有人教我写毛笔字',
    '谁的李子树要修，可以帮忙',
    '三楼陈大爷想有人陪着散步',
    '想听评书：杨家将',
    '陪孙女写作业，想找个伴',
    '我是金牛座，想找人聊天',
    '黄瓜苗，想送给邻居',
    '何时方便都行，想找人聊天',
  ])('is not seen in: %s', (words) => {
    expect(codeOf(words, side)).toBeNull()
  })
})

describe('the rewrite of a card with a name', () => {
  it.each([
    ['我叫王秀兰，想有人帮我买菜', '想有人帮我买菜'],
    ['我叫王秀兰想有人帮我买菜', '想有人帮我买菜'],
    ['我叫王秀兰，住三单元402，电话13912345678，想有人帮我买菜', '想有人帮我买菜'],
    ['想有人帮我买菜。王秀兰', '想有人帮我买菜。'],
    ['想有人帮我买菜——李建国', '想有人帮我买菜'],
    ['想有人帮我买菜，联系人：王秀兰，13912345678', '想有人帮我买菜'],
    ['想找李建国陪我下棋', '想找人陪我下棋'],
    ['请李秀珍教我包粽子', '请人教我包粽子'],
    ['我老伴叫李建国，腿脚不好，想有人陪着散步', '我老伴，腿脚不好，想有人陪着散步'],
    ['老伴张国强腿脚不好，想有人陪着散步', '老伴腿脚不好，想有人陪着散步'],
  ])('of “%s” is “%s”', (words, rest) => {
    expect(rewriteOf(words)).toBe(rest)
  })

  it('is none where the card is nothing but a name', () => {
    expect(heldOf('王秀兰', 'wish')).toMatchObject({ code: 'name', rewrite: null })
  })
})

describe('whoever is named, however', () => {
  const surname = fc.constantFrom('王', '李', '张', '刘', '陈', '杨', '赵', '吴', '徐', '郭', '欧阳', '诸葛', '司马')
  const given = fc.constantFrom('秀兰', '建国', '桂英', '玉梅', '卫东', '志强', '淑珍', '海燕', '国庆', '小红')
  const name = fc.tuple(surname, given).map((parts) => parts.join(''))
  const frame = fc.constantFrom(
    '我叫～，',
    '我是～，',
    '姓名：～，',
    '联系人～，',
    '我妈叫～，',
    '～，',
    '想找～聊天，',
  )
  const wish = fc.constantFrom('想有人帮我买菜', '可以教大家下棋', '想找人说说话', '周末能陪老人散步')
  const end = fc.constantFrom('', '。～', '——～', '\n～', '，电话13912345678', '，住三单元402')
  const card = fc
    .tuple(frame, wish, end, name)
    .map(([before, words, after, who]) => ({ who, words: `${before}${words}${after}`.replaceAll('～', who) }))

  it('is held back, and named by no rewrite', () => {
    fc.assert(
      fc.property(card, fc.constantFrom(...sides), ({ who, words }, side) => {
        const held = heldOf(words, side)
        expect(held).not.toBeNull()
        expect(held?.rewrite ?? '').not.toContain(who)
      }),
    )
  })

  it('gets a rewrite that may hang', () => {
    fc.assert(
      fc.property(card, fc.constantFrom(...sides), ({ words }, side) => {
        const rewrite = heldOf(words, side)?.rewrite
        expect(typeof rewrite).toBe('string')
        expect(heldOf(rewrite ?? '', side)).toBeNull()
      }),
    )
  })
})
