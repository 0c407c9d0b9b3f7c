import type { CardTimes } from '../../domain/wish/card'
import type { AnyWishDeed } from '../../domain/wish/act'
import { day, hour, minute } from '../../domain/time/clock'
import {
  offerDocuments,
  wishDocuments,
  type DemoOffer,
  type DemoWish,
  type DemoWishStep,
  type OfferDocument,
  type WishDocument,
} from './wish-make'

const [personA, personB, personC, personD] = ['demo-person-a', 'demo-person-b', 'demo-person-c', 'demo-person-d']
const [volunteer, second, third] = ['demo-volunteer', 'demo-volunteer-2', 'demo-volunteer-3']
const duty = 'demo-duty'

const at = (weekdays: readonly number[], ...parts: CardTimes['parts'][number][]): CardTimes => ({
  ...{ weekdays, parts, every: weekdays.length > 0 ? 'week' : null, dates: [], note: '' },
})
const step = (when: number, by: string | null, as: DemoWishStep['as'], deed: AnyWishDeed): DemoWishStep => ({
  ...{ at: when, by, as, deed },
})
const claim = (when: number, by = volunteer) => step(when, by, 'volunteer', { verb: 'claim', offerId: null })
const arrange = (when: number, visitAt: number, place: 'home' | 'station' | 'other' = 'station', by = volunteer) =>
  step(when, by, 'helper', { verb: 'arrange', side: null, at: visitAt, minutes: 60, place, words: null })
const accept = (when: number, by: string) =>
  step(when, by, 'wisher', { verb: 'accept', side: null, appointmentId: 'a1' })
const finished = (when: number, by: string, as: 'wisher' | 'helper', appointmentId = 'a1') =>
  step(when, by, as, { verb: 'finish', side: null, appointmentId, done: true, minutes: 60, words: null })
const shows = (when: number, by: string, as: 'wisher' | 'helper') =>
  step(when, by, as, { verb: 'show', side: null, shows: true })

/** Cards that nobody has taken yet; two of them for long. */
function hanging(now: number): readonly DemoWish[] {
  const card = (
    id: string,
    [building, kind, words]: readonly [number, string, string],
    hours: number,
    more: Partial<DemoWish> = {},
  ): DemoWish => ({
    ...{ id: `demo-wish-${id}`, by: personA, building: `heyuan-${building}`, kind, words },
    ...{ hungAt: now - hours * hour, steps: [], ...more },
  })
  return [
    card('chess', [4, 'play-chess-cards', '想找个人下下象棋，我在家闲着没事'], 2, {
      wants: ['会下象棋'],
      times: at([3], 'morning'),
    }),
    card('groceries', [1, 'buy-groceries', '腿脚不利索，希望有人买菜时帮我带一点'], 5, { by: null, place: 'other' }),
    card('phone', [2, 'phone-teaching', '女儿给买了新手机，不会用视频，想请人教教'], 9, {
      times: at([2, 4], 'afternoon'),
    }),
    card('haircut', [3, 'haircut', '卧床两年了，想请人上门理个发'], 20, { by: null, place: 'home', who: 'disabled' }),
    card('read', [5, 'read-aloud', '眼睛看不清报纸，想有人念念新闻'], 26, {
      by: personB,
      wants: ['讲普通话'],
      repeats: 'week',
      times: at([1], 'morning'),
    }),
    card('homework', [4, 'homework-help', '孙子上三年级，数学跟不上，想请人辅导'], 30, {
      by: personC,
      who: 'child',
      times: at([6], 'morning'),
    }),
    card('books', [2, 'goods-children', '孩子想要几本旧的故事书'], 44, { by: personD, who: 'child', place: 'other' }),
    card('walk', [1, 'walk-escort', '想下楼走走，要有人扶着'], 50, {
      by: null,
      place: 'other',
      times: at([], 'morning'),
    }),
    card('bulb', [3, 'home-repair', '厨房的灯坏了，够不着'], 60, { by: personB, place: 'home' }),
    card('sing', [5, 'teach-arts-adult', '退休了想学唱歌，有没有人教'], 70, { by: personD, who: 'other' }),
    card('photo', [1, 'photo', '金婚了，想照一张相'], 90, { by: personC, times: at([6, 7], 'afternoon') }),
    card('clinic', [2, 'clinic-escort', '去医院不会挂号，想有人陪着去一趟'], 8 * 24, { by: null, place: 'other' }),
    card('wheelchair', [4, 'lend-items', '想借一辆轮椅用一个星期'], 16 * 24, { by: personB, place: 'other' }),
  ]
}

/** Cards that somebody has taken, in every state between the wall and the stack. */
function underway(now: number): readonly DemoWish[] {
  const ago = (time: number) => now - time
  const base = (
    id: string,
    building: number,
    kind: string,
    words: string,
    hungAt: number,
  ): Omit<DemoWish, 'steps'> => ({
    ...{ id: `demo-wish-${id}`, by: personA, building: `heyuan-${building}`, kind, words, hungAt },
  })
  const paired = (hungAt: number, visitAt: number, by = personA, place: 'home' | 'station' | 'other' = 'station') => [
    ...[claim(hungAt + hour), arrange(hungAt + 2 * hour, visitAt, place), accept(hungAt + 3 * hour, by)],
  ]
  return [
    {
      ...base('joining', 3, 'home-cleaning', '擦窗户够不着，想请人帮着擦一擦', ago(30 * hour)),
      ...{ place: 'home', steps: [claim(ago(6 * hour))] },
    },
    {
      ...base('proposed', 2, 'visit-chat', '老伴走了以后没人说话，想有人陪着聊聊', ago(40 * hour)),
      ...{ repeats: 'week', times: at([5], 'afternoon') },
      steps: [
        step(ago(5 * hour), duty, 'duty', { verb: 'propose', offerIds: ['demo-offer-volunteer-2-chat'], words: null }),
        step(ago(3 * hour), second, 'helper', { verb: 'agree', side: null }),
      ],
    },
    {
      ...base('claimed', 1, 'small-errands', '快递放得远，拿不动', ago(30 * hour)),
      place: 'other',
      steps: [claim(ago(20 * hour))],
    },
    {
      ...base('asked', 5, 'pay-paperwork', '水电费不会在手机上交', ago(40 * hour)),
      steps: [claim(ago(26 * hour)), arrange(ago(4 * hour), now + 2 * day)],
    },
    {
      ...base('arranged', 4, 'mend-sharpen', '菜刀钝了，想磨一磨', ago(50 * hour)),
      steps: paired(ago(49 * hour), now + 26 * hour),
    },
    {
      ...base('today', 1, 'health-check', '想量量血压', ago(60 * hour)),
      ...{ by: personB, steps: paired(ago(59 * hour), now + 3 * hour, personB) },
    },
    {
      ...base('weekly', 4, 'play-chess-cards', '每周想杀几盘象棋', ago(20 * day)),
      ...{ repeats: 'week' },
      steps: [
        ...paired(ago(20 * day), ago(12 * day)),
        ...[finished(ago(12 * day) + hour, volunteer, 'helper'), finished(ago(12 * day) + 2 * hour, personA, 'wisher')],
        ...[
          finished(ago(5 * day) + hour, volunteer, 'helper', 'a2'),
          finished(ago(5 * day) + 2 * hour, personA, 'wisher', 'a2'),
        ],
      ],
    },
    {
      ...base('unsure', 2, 'read-aloud', '想听人念一段书', ago(8 * day)),
      steps: [...paired(ago(8 * day), ago(2 * day)), step(ago(2 * day) + 26 * hour, null, 'system', { verb: 'miss' })],
    },
    {
      ...base('returned', 3, 'job-help', '想找个离家近的活', ago(5 * day)),
      ...{
        by: personD,
        who: 'other',
        steps: [claim(ago(4 * day)), step(ago(day), null, 'system', { verb: 'return' })],
      },
    },
    { ...base('cry', 5, 'visit-chat', '不想活了，谁也别管我', ago(20 * minute)), isCry: true, by: personD, steps: [] },
  ]
}

/** The stack, and what came down. */
function over(now: number): readonly DemoWish[] {
  const ago = (time: number) => now - time
  const granted = (
    id: string,
    [building, kind, words]: readonly [number, string, string],
    days: number,
    thanks: string | null,
  ) => {
    const hungAt = ago((days + 4) * day)
    const visitAt = ago(days * day)
    const said = visitAt + 2 * hour
    const thanked =
      thanks === null
        ? []
        : [
            step(said + hour, personA, 'wisher', { verb: 'thank', words: thanks }),
            ...[shows(said + hour, personA, 'wisher'), shows(said + 2 * hour, volunteer, 'helper')],
          ]
    return {
      ...{ id: `demo-wish-${id}`, by: personA, building: `heyuan-${building}`, kind, words, hungAt },
      steps: [
        ...[claim(hungAt + hour), arrange(hungAt + 2 * hour, visitAt), accept(hungAt + 3 * hour, personA)],
        ...[finished(visitAt + hour, volunteer, 'helper'), finished(said, personA, 'wisher'), ...thanked],
      ],
    }
  }
  return [
    granted('granted-photo', [4, 'photo', '想照一张全家福'], 3, '照得真好，挂在墙上天天看。'),
    granted('granted-phone', [1, 'phone-teaching', '想学会用手机看孙女'], 6, '教得很耐心，我会视频了。'),
    granted('granted-birthday', [2, 'celebrate-perform', '八十岁生日，想热闹一下'], 9, '谢谢大家来给我唱歌。'),
    granted('granted-chess', [5, 'play-chess-cards', '想找人下盘棋'], 15, null),
    granted('granted-sharpen', [3, 'mend-sharpen', '剪刀钝了'], 22, '剪刀快得很，谢谢。'),
    {
      ...{ id: 'demo-wish-withdrawn', by: personB, building: 'heyuan-2', kind: 'lend-items', words: '想借个梯子' },
      hungAt: ago(6 * day),
      steps: [step(ago(5 * day), personB, 'wisher', { verb: 'withdraw', words: null })],
    },
    {
      ...{ id: 'demo-wish-closed', by: personC, building: 'heyuan-4', kind: 'public-report', words: '楼下路灯不亮' },
      hungAt: ago(7 * day),
      steps: [step(ago(6 * day), duty, 'duty', { verb: 'close', words: '路灯归供电管，已经替您报修了。' })],
    },
  ]
}

function redCards(now: number): readonly DemoOffer[] {
  const card = (
    id: string,
    [kind, words]: readonly [string, string],
    days: number,
    more: Partial<DemoOffer> = {},
  ): DemoOffer => ({
    ...{ id: `demo-offer-${id}`, by: volunteer, kind, words, hungAt: now - days * day, ...more },
  })
  const of2: Partial<DemoOffer> = { by: second }
  const of3: Partial<DemoOffer> = { by: third }
  return [
    card('volunteer-groceries', ['buy-groceries', '每天早上去菜市场，可以给邻居带一份'], 3, {
      capacity: 2,
      times: at([1, 2, 3, 4, 5], 'morning'),
    }),
    card('volunteer-chess', ['play-chess-cards', '会下象棋，周三上午有空'], 9, {
      times: at([3], 'morning'),
      capacity: 1,
    }),
    card('volunteer-repair', ['home-repair', '干过电工，换灯换插座都行'], 12, { capacity: 3 }),
    card('volunteer-read', ['read-aloud', '可以给老人念念报'], 20, { times: at([1, 5], 'morning') }),
    card('volunteer-clinic', ['clinic-escort', '熟悉医院，能陪着挂号看病'], 30, { limits: ['要提前三天说'] }),
    card('volunteer-sharpen', ['mend-sharpen', '每月在居民楼下磨刀修伞'], 41, { limits: ['在社区摆摊，不上门'] }),
    card('volunteer-carry', ['carry-move', '有力气，扛米扛面没问题'], 55, { capacity: 2 }),
    card('volunteer-2-chat', ['visit-chat', '愿意陪老人聊天，每周一次'], 4, {
      ...of2,
      capacity: 1,
      times: at([5], 'afternoon'),
    }),
    card('volunteer-2-phone', ['phone-teaching', '教老人用手机，一次教会一样'], 6, { ...of2, capacity: 3 }),
    card('volunteer-2-haircut', ['haircut', '理发二十年，可以上门'], 15, of2),
    card('volunteer-2-walk', ['walk-escort', '陪老人下楼走走，推轮椅也行'], 18, { ...of2, times: at([], 'morning') }),
    card('volunteer-2-homework', ['homework-help', '退休教师，小学数学语文都能辅导'], 25, {
      ...of2,
      capacity: 2,
      times: at([6, 7], 'morning'),
    }),
    card('volunteer-2-cleaning', ['home-cleaning', '周末可以帮着擦玻璃'], 28, { ...of2, times: at([6, 7]) }),
    card('volunteer-2-health', ['health-check', '当过护士，可以量血压'], 33, { ...of2, capacity: 5 }),
    card('volunteer-2-law', ['legal-advice', '懂法律，可以说说怎么办'], 60, { ...of2, state: 'paused' }),
    card('volunteer-3-sing', ['teach-arts-adult', '教唱歌、太极'], 5, { ...of3, capacity: 10 }),
    card('volunteer-3-photo', ['photo', '喜欢拍照，给邻居照全家福'], 8, of3),
    card('volunteer-3-books', ['goods-children', '家里有孩子的旧书，想送人'], 14, of3),
    card('volunteer-3-errands', ['small-errands', '取快递、倒垃圾，顺手的事'], 17, { ...of3, capacity: 2 }),
    card('volunteer-3-lend', ['lend-items', '有轮椅和梯子，可以借'], 40, { ...of3, state: 'withdrawn' }),
  ]
}

/**
 * The wall of the demo: thirty yellow cards in every state there is, and twenty red ones, with dates around `now` (ms), so
 * that nothing looks as if it were years old.
 */
export function demoCards(now: number): {
  readonly wishes: readonly WishDocument[]
  readonly offers: readonly OfferDocument[]
} {
  const wishes = wishDocuments([...hanging(now), ...underway(now), ...over(now)], now)
  return { wishes, offers: offerDocuments(redCards(now), wishes) }
}
