import type { NoticeRow } from '../../cloud/notice/load'
import { addDays, day, dayOf, hour, startOf } from '../../domain/time/clock'
import { noticeDocument, signUpDocuments, type DemoNotice } from './notice-make'

const leader = 'demo-grid-leader'
const otherLeader = 'demo-grid-leader-2'
const secretary = 'demo-secretary'
const duty = 'demo-duty'

const inBuildings = (...orders: readonly number[]) => ({
  where: { kind: 'buildings' as const, ids: orders.map((order) => `heyuan-${order}`) },
})
const toAll = { where: { kind: 'community' as const } }
const send = { verb: 'send' } as const
const release = { verb: 'release', words: null } as const

/** One of each that looks different on a page, with dates around `now` (ms). */
function given(now: number): readonly DemoNotice[] {
  /** So many days from today, at an hour of the clock. */
  const on = (days: number, at: number) => startOf(addDays(dayOf(now), days)) + at * hour
  return [
    {
      ...{ id: 'notice-cable', by: leader, at: now - 6 * hour },
      content: {
        ...{ about: { kind: 'outage', what: 'power' }, ...inBuildings(1, 2, 3), isEmergency: true },
        span: { from: now - 6 * hour, until: null, isNow: true },
        title: '1–3号楼现在停电，正在抢修',
        body: '小区东门的电缆井冒烟，供电的师傅已经到了，正在抢修。家里有制氧机的，请马上告诉网格长。',
        validUntil: now + day,
      },
      steps: [
        { at: now - 6 * hour, by: leader, deed: send },
        { at: now - 5 * hour, by: secretary, deed: { verb: 'review', words: null } },
        { at: now - 2 * hour, by: leader, deed: { verb: 'restore', words: '电已经送上了，谢谢大家。' } },
      ],
    },
    {
      ...{ id: 'notice-power', by: otherLeader, at: now - 20 * hour },
      content: {
        ...{ about: { kind: 'outage', what: 'power' }, ...inBuildings(5), isEmergency: false },
        span: { from: on(1, 14), until: on(1, 17), isNow: false },
        title: '5号楼明天14:00–17:00停电',
        body: '供电公司换5号楼的表箱。请把冰箱里的东西安排好，停电的时候不要关在单元门禁外面。',
        validUntil: on(2, 0),
      },
      steps: [{ at: now - 20 * hour, by: otherLeader, deed: send }],
    },
    {
      ...{ id: 'notice-pension', by: secretary, at: now - 3 * day },
      content: {
        ...{ about: { kind: 'service', what: 'certification' }, ...toAll, needs: ['over-60'], isEmergency: false },
        span: { from: now - 3 * day, until: on(12, 17), isNow: false },
        title: '养老保险资格认证开始了',
        body: '手机上就能办。不会操作的，带身份证到党群服务中心来，工作日都有人帮您办。出不了门的，告诉网格长，我们上门。',
        validUntil: on(13, 0),
      },
      steps: [
        { at: now - 3 * day, by: secretary, deed: send },
        { at: now - 3 * day + hour, by: duty, deed: release },
      ],
    },
    {
      ...{ id: 'notice-rack', by: leader, at: now - 2 * day },
      content: {
        ...{
          about: { kind: 'meeting', what: 'consultation' },
          ...inBuildings(1, 2, 3),
          isEmergency: false,
          span: { from: null, until: on(6, 18), isNow: false },
        },
        title: '晾衣架装在哪里，听您的',
        body: '今年给1–3号楼装公用晾衣架，钱已经有了，地方请大家定。一户说一个就行，到期公布结果。',
        validUntil: on(9, 0),
      },
      consultation: {
        options: [
          { id: 'south', text: '2号楼南边空地' },
          { id: 'east', text: '自行车棚东边' },
          { id: 'none', text: '不用装' },
        ],
        ...{ most: 1, each: 'household', until: on(6, 18), names: 'nobody', isSigned: false },
      },
      steps: [{ at: now - 2 * day, by: leader, deed: send }],
    },
    {
      ...{ id: 'notice-patrol', by: secretary, at: now - day },
      content: {
        ...{ about: { kind: 'meeting', what: 'sign-up' }, ...toAll, isEmergency: false },
        span: { from: on(4, 9), until: on(4, 11), isNow: false },
        title: '周末护河巡逻，招8位邻居',
        body: '沿着小清河走一圈，捡捡垃圾，看看排水口。在社区门口集合，手套和水我们准备。',
        validUntil: on(5, 0),
      },
      signUp: { places: 8, until: on(3, 18), beginsAt: on(4, 9) },
      steps: [
        { at: now - day, by: secretary, deed: send },
        { at: now - day + 2 * hour, by: duty, deed: release },
      ],
    },
    {
      ...{ id: 'notice-draft', by: leader, at: now - 4 * hour },
      content: {
        ...{ about: { kind: 'work', what: 'trees' }, ...inBuildings(2), isEmergency: false },
        span: { from: on(5, 8), until: on(5, 12), isNow: false },
        title: '2号楼前修剪树木',
        body: '',
        validUntil: on(6, 0),
      },
      steps: [],
    },
    {
      ...{ id: 'notice-fire', by: leader, at: now - hour },
      content: {
        ...{ about: { kind: 'safety', what: 'fire' }, ...toAll, isEmergency: false, span: null },
        title: '楼道里不要给电动车充电',
        body: '请到1号楼东侧的公用充电桩充电。楼道里堆的东西，也请这周搬走。',
        validUntil: on(30, 0),
      },
      steps: [{ at: now - hour, by: leader, deed: send }],
    },
  ]
}

/** Notices of the demo, with the sign-up that one of them offers. */
export function demoNotices(now: number): {
  readonly notices: readonly NoticeRow[]
  readonly signUps: ReturnType<typeof signUpDocuments>
} {
  const notices = given(now).map((one) => noticeDocument(one, now))
  return { notices, signUps: signUpDocuments(notices) }
}
