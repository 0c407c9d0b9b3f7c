import type { LocalCloud } from '../../src/local/start'
import { expectedAfter, resent, sendAtOnce } from '../../src/tools/support/proof/resends'
import { startProduct } from './support/cloud'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startProduct()
})
afterAll(() => cloud.close())

/** One of each shape; the bench sends all of them. */
const shapes = [
  ...['contact.report', 'me.name', 'home.confirm', 'invitation.accept', 'member.phone', 'complaint.file'],
  ...['request.submit', 'request.join', 'request.act'],
  ...['wish.hang', 'wish.claim', 'wish.block'],
  ...['notice.acknowledge', 'notice.act', 'notice.tick', 'notice.remind', 'voice.say', 'signup.join'],
  ...['building.save', 'doorcode.make', 'import.start', 'household.list', 'export.directory'],
]
const rows = resent.filter(({ action }) => shapes.includes(action))

describe('one write, sent a hundred times at once', () => {
  it('is one of each shape', () => {
    expect(rows.map(({ action }) => action).sort()).toEqual([...shapes].sort())
  })

  it.each(rows.map((row) => [row.action, row] as const))(
    '%s is done once, and answered a hundred times the same',
    async (_, row) => {
      const { answers, replies, ...left } = await sendAtOnce(cloud, row, 100)
      expect(answers).toHaveLength(1)
      expect(answers[0]).toMatch(/^\{/)
      expect(replies).toBe(100)
      expect(left).toEqual(expectedAfter(row))
    },
  )
})
