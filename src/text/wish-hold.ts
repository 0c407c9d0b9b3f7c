import type { HeldCode } from '../domain/wish/hold'

interface HoldText {
  /** What stands in the way. */
  readonly why: string
  /** What to do about it. */
  readonly how: string
  /** How such a card can read; null where no card can be made of it. */
  readonly example: string | null
}

// It never says which word gave it away where the thing itself has no place here: a hint must not teach how to slip by.
// The dangers come with numbers to call: these sentences stand above them.

/** What a person reads when a card cannot hang as it is written. */
export const wishHoldText: Readonly<Record<HeldCode, HoldText>> = {
  'self-harm': {
    why: '您现在一定很难受。这件事不能等，马上就有人能陪您说话。',
    how: '请先打下面的电话，24小时有人接。值班的人也已经收到消息。',
    example: null,
  },
  violence: {
    why: '您的安全最要紧，这件事不能挂在墙上等。',
    how: '请先到安全的地方，打110。值班的人也已经收到消息。',
    example: null,
  },
  gas: {
    why: '闻到燃气味，不能挂在墙上等。',
    how: '别开灯、别打火，先开窗、出门，到外面再打电话。值班的人也已经收到消息。',
    example: null,
  },
  fire: {
    why: '着火、冒烟，不能挂在墙上等。',
    how: '请先离开，再打119。值班的人也已经收到消息。',
    example: null,
  },
  trapped: {
    why: '有人被困住了，不能挂在墙上等。',
    how: '请别硬撬、别硬扒，马上打电话求助。值班的人也已经收到消息。',
    example: null,
  },
  medical: {
    why: '看起来有人身体出了急事，不能挂在墙上等。',
    how: '请先打120。值班的人也已经收到消息。',
    example: null,
  },
  lost: {
    why: '人找不到了，不能挂在墙上等。',
    how: '请马上打110，不用等满一天。值班的人也已经收到消息。',
    example: null,
  },
  hazard: {
    why: '这里有危险，不能挂在墙上等。',
    how: '请先离远一点，再打电话。值班的人也已经收到消息。',
    example: null,
  },
  harassment: {
    why: '这样的话不能上墙。',
    how: '心愿墙只挂邻里之间正当的帮忙，来的人也要觉得安心。',
    example: null,
  },
  child: {
    why: '为了孩子的安全，这些话不能上墙。',
    how: '请不要写孩子的姓名、学校、班级。孩子的事由家里大人来写，活动时家长在旁边。',
    example: '放学后想有个写作业的地方',
  },
  illegal: {
    why: '这件事不能在心愿墙上找人做。',
    how: '要是遇到了难处，可以找社区的人当面说一说。',
    example: null,
  },
  money: {
    why: '为了不让人上当，墙上不借钱、不要钱，也不代管银行卡和密码。',
    how: '生活有困难，请找社区，可以一起看看能申请什么救助。缺什么东西，可以写东西。',
    example: '冬天想要一床厚被子',
  },
  quack: {
    why: '看病、用药、打针这些事，心愿墙帮不了。',
    how: '请找医院或社区卫生服务站。想有人陪着去，可以写。',
    example: '去医院看病，想有人陪着',
  },
  paid: {
    why: '墙上的帮忙都不收钱，也不做买卖、不打广告。',
    how: '愿意不收钱帮一把，欢迎再写一张。',
    example: null,
  },
  'other-people': {
    why: '话里说到了别人的事，或者有伤人的话，先不挂出来。',
    how: '不写是谁、住哪里，只写您想要什么样的帮助。',
    example: '和邻居有点矛盾，想请人调解',
  },
  'id-number': {
    why: '身份证号挂出来，容易被人拿去用。',
    how: '请把号码去掉。要用证件的时候，当面给对方看就行。',
    example: '想有人陪我去办证',
  },
  'card-number': {
    why: '卡号、密码挂出来，钱就不安全了。',
    how: '请把号码和密码去掉，谁问都不要说。',
    example: '不会用手机交电费，想学一学',
  },
  phone: {
    why: '墙上谁都能看，为了您少受打扰，不写电话和微信。',
    how: '请把号码去掉。结上对子以后，对方就能联系到您。',
    example: '想找人陪我下棋',
  },
  'address-or-key': {
    why: '墙上谁都能看，门牌、钥匙和家里有没有人，别写出来。',
    how: '写到几号楼就够了。结上对子以后，再告诉来的人。',
    example: '腿脚不便，想有人帮着倒垃圾',
  },
  name: {
    why: '墙上谁都能看，为了您和家里人，不写姓名。',
    how: '请把姓名去掉，墙上只写是几号楼的一位居民。结上对子以后，对方就知道怎么称呼您。',
    example: '想有人帮着买菜',
  },
  illness: {
    why: '得了什么病是您自己的事，不用让大家都看见。',
    how: '请把病名和看病的经过去掉，只写想要什么帮忙。有什么要小心的，可以当面说。',
    example: '想找人说说话',
  },
}
