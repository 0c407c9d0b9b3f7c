import { addDays, day, dayOf, hour, minute, minutesOf, startOf } from '../../domain/time/clock'
import { requestDocuments, type DemoRequest, type DemoStep, type RequestDocument } from './request-make'

const [personA, personB, personC, personD] = ['demo-person-a', 'demo-person-b', 'demo-person-c', 'demo-person-d']
const handler = 'demo-handler'
const leader = 'demo-grid-leader'
const otherLeader = 'demo-grid-leader-2'
const secretary = 'demo-secretary'
const duty = 'demo-duty'
const property = 'west-property'

const none = { words: null } as const
const plain = { words: null, pictures: [] } as const

/** One request in each state there is, with dates around `now` (ms), so that nothing looks as if it were years old. */
export function demoRequests(now: number): readonly RequestDocument[] {
  const ago = (time: number) => now - time
  /** At a time of day, so many days before. */
  const on = (days: number, clock: string) => startOf(addDays(dayOf(now), -days)) + minutesOf(clock) * minute
  const step = (at: number, by: string | null, deed: DemoStep['deed'], note?: string): DemoStep => ({
    ...{ at, by, deed },
    ...(note === undefined ? {} : { note }),
  })

  const west: readonly DemoRequest[] = [
    // Of today: nobody has taken it yet, one was routed, one is being worked on.
    {
      ...{ id: 'demo-submitted', by: personB, building: 'heyuan-2', matter: 'garbage-uncollected', spot: '2号楼东头' },
      ...{ words: '垃圾桶满了两天没人清，味道很大', agency: null, filedAt: ago(40 * minute), steps: [] },
    },
    {
      ...{ id: 'demo-assigned', by: personA, building: 'heyuan-1', unit: 2, matter: 'corridor-light' },
      ...{ spot: '二单元三层楼梯口', words: '楼道灯一闪一闪，晚上看不清台阶', agency: property },
      ...{ filedAt: ago(3 * hour), joined: [personC], steps: [] },
    },
    {
      ...{ id: 'demo-in-progress', by: personA, building: 'heyuan-1', unit: 1, matter: 'drain-blocked', room: '301' },
      ...{ words: '厨房下水堵了，水往外返', phone: '00088889101', agency: property, filedAt: ago(5 * hour) },
      steps: [
        step(ago(4.5 * hour), handler, { verb: 'start', words: '收到，师傅下午过去' }),
        step(ago(4 * hour), handler, { verb: 'contact', reached: true, words: null }, '约在下午'),
      ],
    },
    // The same lamp once more: taken into the one above.
    {
      ...{ id: 'demo-merged', by: personD, building: 'heyuan-1', unit: 2, matter: 'corridor-light' },
      ...{ spot: '二单元楼道', words: '二单元楼道灯坏了', agency: property, filedAt: ago(2 * hour) },
      steps: [step(ago(hour), leader, { verb: 'merge', into: 'demo-assigned', ...none })],
    },
    {
      ...{ id: 'demo-awaiting', by: personA, building: 'heyuan-1', unit: 1, matter: 'mailbox-locker' },
      ...{ spot: '一单元门口', words: '快递柜打不开，取不出件', agency: property, filedAt: on(3, '09:20') },
      ...{ joined: [personB] },
      steps: [
        step(on(3, '10:05'), handler, { verb: 'start', ...none }),
        step(on(1, '15:30'), handler, { verb: 'propose-resolution', ...plain, words: '换了锁，试过三次都能开' }),
      ],
    },
    // Confirmed and rated; ended by silence; in the archive.
    {
      ...{ id: 'demo-resolved', by: personC, building: 'heyuan-2', matter: 'door-access', spot: '2号楼单元门' },
      ...{ words: '门禁刷卡没反应，只能等别人开门', agency: property, filedAt: on(6, '08:40') },
      steps: [
        step(on(6, '09:10'), handler, { verb: 'start', words: '今天就去看' }),
        step(on(6, '09:15'), handler, { verb: 'contact', reached: true, ...none }),
        step(on(5, '16:00'), handler, { verb: 'propose-resolution', ...plain, words: '换了读卡器' }),
        step(on(5, '18:20'), personC, { verb: 'confirm', words: '能刷了' }),
        step(on(5, '18:21'), personC, { verb: 'rate', solved: true, satisfied: true, words: '当天就来了，谢谢' }),
      ],
    },
    {
      ...{ id: 'demo-silence', by: personD, building: 'heyuan-3', unit: 2, matter: 'pests', spot: '二单元垃圾道口' },
      ...{ words: '垃圾道口蟑螂多', agency: property, filedAt: on(14, '10:00') },
      steps: [
        step(on(14, '10:30'), handler, { verb: 'start', ...none }),
        step(on(9, '17:00'), handler, { verb: 'propose-resolution', ...plain, words: '打过两遍药' }),
        step(on(2, '17:00'), null, { verb: 'resolve-by-silence' }),
      ],
    },
    {
      ...{ id: 'demo-archived', by: personB, building: 'heyuan-3', unit: 1, matter: 'gate-fence', spot: '南门' },
      ...{ words: '南门合页松了，风一吹咣咣响', agency: property, filedAt: on(50, '11:00') },
      steps: [
        step(on(50, '11:20'), handler, { verb: 'start', ...none }),
        step(on(49, '10:00'), handler, { verb: 'propose-resolution', ...plain, words: '合页换新的了' }),
        step(on(48, '12:00'), personB, { verb: 'confirm', ...none }),
        step(on(18, '12:00'), null, { verb: 'archive' }),
      ],
    },
    // Said to be done and it was not.
    {
      ...{ id: 'demo-reopened', by: personB, building: 'heyuan-4', unit: 3, matter: 'drain-smell', room: '502' },
      ...{ words: '卫生间地漏返味，开窗也不散', agency: property, filedAt: on(5, '09:00') },
      steps: [
        step(on(5, '09:40'), handler, { verb: 'start', ...none }),
        step(on(3, '11:00'), handler, { verb: 'propose-resolution', ...plain, words: '地漏加了盖' }),
        step(on(2, '20:10'), personB, { verb: 'contest', ...plain, words: '盖上还是有味，请再来看看' }),
      ],
    },
    // Late, reminded, and taken up by the secretary.
    {
      ...{ id: 'demo-overdue', by: personD, building: 'heyuan-5', unit: 1, matter: 'stair-facility' },
      ...{ spot: '一单元二层', words: '楼梯扶手松了，老人不敢扶', agency: property, filedAt: on(16, '14:00') },
      ...{ joined: [personA, personC] },
      steps: [
        step(on(16, '15:30'), handler, { verb: 'start', words: '已报修' }),
        step(on(10, '09:00'), otherLeader, { verb: 'extend', days: 1, words: '配件没到，顺延一天' }),
        step(on(6, '19:00'), personD, { verb: 'remind', words: '半个月了' }),
        step(on(4, '09:30'), secretary, { verb: 'supervise', words: '请本周内修好' }),
      ],
    },
    // Private ones: neighbours see that there is one, and nothing more.
    {
      ...{ id: 'demo-private', by: personA, building: 'heyuan-2', unit: 3, matter: 'elder-care', room: '101' },
      ...{ words: '母亲一个人住，想申请送餐', phone: '00088889102', behalf: { kind: 'family', name: '母亲' } },
      ...{ agency: null, filedAt: on(2, '10:00') },
      steps: [
        step(on(2, '10:40'), leader, { verb: 'accept', ...none }),
        step(on(2, '11:00'), leader, { verb: 'contact', reached: true, ...none }, '腿脚不便，先登记'),
      ],
    },
    {
      ...{ id: 'demo-info', by: personC, building: 'heyuan-3', unit: 3, matter: 'leak-from-upstairs', room: '202' },
      ...{ words: '楼上漏水，卧室顶上湿了一片', agency: null, filedAt: on(1, '19:00') },
      steps: [
        step(on(1, '19:30'), leader, { verb: 'accept', ...none }),
        step(on(1, '20:00'), leader, { verb: 'request-info', words: '请说一下是下雨时漏，还是一直漏' }),
      ],
    },
    {
      ...{ id: 'demo-on-hold', by: personC, building: 'heyuan-2', unit: 1, matter: 'fitness-equipment' },
      ...{ spot: '楼前健身器材', words: '漫步机踏板掉了', agency: property, filedAt: on(2, '08:30') },
      steps: [
        step(on(2, '09:00'), handler, { verb: 'start', ...none }),
        step(on(1, '16:00'), handler, { verb: 'hold', until: now + 4 * day, words: '厂家的配件四天后到，先围起来' }),
      ],
    },
    {
      ...{ id: 'demo-referred', by: personB, building: 'heyuan-5', unit: 2, matter: 'illegal-building', spot: '楼顶' },
      ...{ words: '楼顶有人搭彩钢房', agency: null, filedAt: on(4, '13:00') },
      steps: [
        step(on(4, '13:30'), otherLeader, { verb: 'accept', ...none }),
        step(on(3, '10:00'), otherLeader, { verb: 'refer', to: '河岸街道综合执法队', words: '要现场认定，街道接着办' }),
      ],
    },
    {
      ...{ id: 'demo-returned', by: personD, building: 'heyuan-1', matter: 'street-light', spot: '小区南门外马路' },
      ...{ words: '南门外路灯三盏不亮', agency: property, filedAt: on(1, '18:40') },
      steps: [
        step(on(1, '19:10'), handler, {
          ...{ verb: 'return', agencyId: 'west-municipal', words: '围墙外的路灯归市政设施养护所' },
        }),
      ],
    },
    {
      ...{ id: 'demo-declined', by: personB, building: 'heyuan-4', matter: 'parking-fee', spot: '小区停车场' },
      ...{ words: '停车费能不能按半年交', agency: null, filedAt: on(7, '10:10') },
      steps: [
        step(on(7, '11:00'), otherLeader, {
          ...{ verb: 'decline', whose: '和苑物业前台', words: '收费周期由物业和业主约定，请到前台协商' },
        }),
      ],
    },
    {
      ...{ id: 'demo-withdrawn', by: personC, building: 'heyuan-3', unit: 4, matter: 'tv-signal', room: '401' },
      ...{ words: '电视没信号', agency: null, filedAt: on(3, '20:00') },
      steps: [step(on(3, '20:40'), personC, { verb: 'withdraw', words: '自己好了' })],
    },
    // Several at once, each with its part.
    {
      ...{ id: 'demo-split', by: personA, building: 'heyuan-4', unit: 1, matter: 'cable-hanging', spot: '一单元门前' },
      ...{ words: '电线和网线垂下来，快碰到头了', agency: null, filedAt: on(1, '08:20') },
      ...{ joined: [personB] },
      steps: [
        step(on(1, '08:40'), otherLeader, { verb: 'accept', words: '先拉警戒线' }),
        step(on(1, '09:00'), otherLeader, {
          ...{ verb: 'split', ...none },
          tasks: [
            { agencyId: property, what: '绑扎网线，围起来' },
            { agencyId: 'west-municipal', what: '查看电线是谁家的' },
          ],
        }),
      ],
    },
    // Written at the desk for somebody without a phone of their own.
    {
      ...{ id: 'demo-visitor', by: null, writtenBy: duty, building: 'heyuan-2', unit: 2, matter: 'balcony-drip' },
      ...{ room: '201', words: '楼上浇花滴水，晒的被子湿了', behalf: { kind: 'office', name: '吴大爷' } },
      ...{ agency: null, filedAt: on(1, '09:45') },
      steps: [step(on(1, '10:10'), leader, { verb: 'accept', ...none })],
    },
  ]

  const elsewhere: readonly DemoRequest[] = [
    {
      ...{ id: 'demo-mill-1', by: personA, building: 'mill-1-building', unit: 1, matter: 'heating-not-warm' },
      ...{ room: '302', words: '暖气摸着不烫，屋里十四度', agency: null, filedAt: on(1, '07:30'), steps: [] },
    },
    {
      ...{ id: 'demo-mill-2', by: personD, building: 'mill-10-building', matter: 'manhole-cover', spot: '10号楼西侧' },
      ...{ words: '井盖一踩就响，怕翻', agency: null, filedAt: on(2, '16:10'), steps: [] },
    },
    {
      ...{
        id: 'demo-river-1',
        by: personC,
        building: 'banyan-1',
        unit: 1,
        matter: 'elevator-broken',
        spot: '一单元电梯',
      },
      ...{ words: '电梯停在七楼不动了', agency: null, filedAt: on(1, '12:00'), steps: [] },
    },
  ]

  return requestDocuments([...west, ...elsewhere], { 'demo-merged': 'demo-assigned' }, now)
}
