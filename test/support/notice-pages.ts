import { nameAbout } from '../../src/cloud/notice/signup-change'
import { newSignUp } from '../../src/cloud/notice/signup-new'
import { day, hour } from '../../src/domain/time/clock'
import type { LocalCloud } from '../../src/local/start'
import { put } from '../../src/tools/support/proof/documents'
import { questionDocument } from '../../src/tools/support/proof/notice-document'
import { aRoom, roomsDocument } from '../../src/tools/support/proof/notice-world'
import { anEdition, aNoticeRow, putNotices } from '../cloud/support/notices'
import { callAs, gridLeader, keys, secretary } from '../cloud/support/people'

/** What the office's pages of notices show, so that they can be looked at: `now` is the phone's own (ms). */
export async function putNoticePages(cloud: LocalCloud, now: number): Promise<void> {
  putRooms(cloud)
  await putGroups(cloud)
  putQuestions(cloud)
  await putVoices(cloud)
  await putSignUp(cloud, now)
  await callAs(cloud, gridLeader, 'notice.tick', {
    ...{ noticeId: 'notice-rack', buildingId: 'heyuan-1' },
    ticks: [{ tickId: 'browser-tick', roomId: 'heyuan-1-302', at: now, isUndone: false }],
  })
}

/** Two units of four floors; on each some have no number. */
function putRooms({ database }: LocalCloud): void {
  const rooms = [1, 2, 3, 4].flatMap((floor) =>
    [1, 2].flatMap((door) => {
      const room = `${floor}0${door}`
      const hasPhone = (floor + door) % 3 > 0
      const over = { id: `heyuan-1-${room}`, unitId: `heyuan-1-u${door}`, floor }
      return aRoom('heyuan-1', room, hasPhone ? over : { ...over, phone: null, consent: false })
    }),
  )
  put(database, 'households', [roomsDocument('west-street', 'heyuan-1', rooms)])
}

async function putGroups(cloud: LocalCloud): Promise<void> {
  for (const [name, buildingIds] of [
    ['和苑1号楼业主群', ['heyuan-1']],
    ['2号楼3号楼邻里守望互助大家庭群', ['heyuan-2', 'heyuan-3']],
  ] as const)
    await callAs(cloud, gridLeader, 'group.save', { communityId: 'west-street', groupId: null, name, buildingIds })
}

function putQuestions({ database }: LocalCloud): void {
  const fire = { ...aNoticeRow(0), _id: 'browser-fire' }
  const asked = ['今天晚上能来电吗', '什么时候才有电', '家里老人用制氧机，停电了找谁借电源，晚上有没有人值班']
  put(
    database,
    'noticeQuestions',
    asked.map((words, at) => ({
      ...questionDocument(keys.person(`asker-${at}`), fire as never, Date.now() - at),
      ...{ _id: `browser-question-${at}`, words, wordsState: at === 1 ? 'waiting' : 'shown' },
    })),
  )
  database.modify('notices', { _id: 'browser-fire' }, { $set: { questions: asked.length } })
}

async function putVoices(cloud: LocalCloud): Promise<void> {
  const at = Date.now() - hour
  const until = Date.now() + 5 * day
  const shown = anEdition(at, {
    ...{ about: { kind: 'meeting', what: 'consent' }, span: null, title: '1号楼加装电梯，请各家签名' },
    ...{ body: '方案贴在单元门口。', validUntil: until + day },
  })
  const options = [
    { id: 'yes', text: '同意加装' },
    { id: 'no', text: '不同意' },
    { id: 'later', text: '看了费用分摊的办法再说' },
  ]
  const consultation = { options, most: 1, each: 'household', until, names: 'office', isSigned: true } as const
  putNotices(cloud, aNoticeRow(at, { _id: 'browser-consent', shown, consultation }))
  for (const [room, choice, words, name] of [
    ['101', 'yes', '早就盼着了', '王秀英'],
    ['202', 'later', '', '李建国'],
    ['401', 'yes', '我腿脚不好，住四楼，一个月没下过楼了', '张桂兰'],
  ] as const)
    await callAs(cloud, gridLeader, 'voice.note', {
      ...{ noticeId: 'browser-consent', buildingId: 'heyuan-1', roomId: `heyuan-1-${room}` },
      ...{ choices: [choice], words, name },
    })
}

const names = [
  '赵阿姨',
  '钱师傅',
  '孙大爷',
  '李桂香',
  '周老师',
  '吴建军',
  '郑奶奶',
  '王小明',
  '冯阿姨',
  '陈叔',
] as const
/** One that people sign up for, two of them in the queue; and one that has begun. */
async function putSignUp(cloud: LocalCloud, now: number): Promise<void> {
  for (const name of names)
    await callAs(cloud, secretary, 'signup.note', { noticeId: 'notice-patrol', deed: { verb: 'add', name } })
  const at = now - day
  const times = { places: 10, until: now - 2 * hour, beginsAt: now - hour }
  const shown = anEdition(at, {
    ...{ about: { kind: 'meeting', what: 'sign-up' }, span: null, title: '社区包饺子，招10位邻居' },
    ...{ body: '食材社区准备。', validUntil: Date.now() + day },
  })
  putNotices(cloud, aNoticeRow(at, { _id: 'browser-begun', shown, signUp: times }))
  const offer = { communityId: 'west-street', ...times, validUntil: Date.now() + day }
  const signUp = newSignUp(keys, at, offer)
  const entries = names.slice(0, 4).map((name, order) => ({
    ...{ number: order + 1, who: `noted-${order}`, at: at + order, state: 'in', movedUpAt: null, isNoted: true },
    ...{ came: [true, false, null, null][order] ?? null, name: keys.seal(name, nameAbout('browser-begun')) },
  }))
  put(cloud.database, 'signUps', [{ _id: 'browser-begun', ...signUp, entries } as never])
}
