import { exportMe } from '../../src/cloud/people/export'
import { serve } from '../../src/cloud/router'
import { release } from '../../src/contract'
import { day } from '../../src/domain/time/clock'
import { demoRows } from '../../src/local/demo-rows'
import { seed } from '../../src/local/seed'
import { exportCount, exportFile, exportText, type Exported } from '../../src/text/export'
import { connect, type AnyReply, type Connected } from './support/cloud'
import { anEntry, noon } from './support/entry'
import { freshKey } from './support/people'
import { known, lifeOf, put, somebody } from './support/somebody'

let cloud: Connected
beforeAll(async () => {
  cloud = await connect()
  seed(cloud.database, demoRows())
  put(cloud.database, lifeOf(known.openid, noon))
  put(cloud.database, lifeOf('openid-of-a-neighbour', noon))
})
afterAll(() => cloud.close())

const ask = (openid: string = known.openid, key = freshKey()) =>
  serve(
    { action: 'me.export', input: {}, release, key },
    anEntry(cloud.store, { caller: { openid, source: 'wx_client' } }),
    [exportMe],
  ) as Promise<AnyReply>
async function exported(openid?: string, key?: string): Promise<Exported> {
  const reply = await ask(openid, key)
  if (!reply.ok) throw new Error(reply.refused)
  return reply.data as unknown as Exported
}

describe('an export', () => {
  it('holds everything that is kept about its owner, in plain words', async () => {
    const text = exportText(await exported())
    for (const said of [known.name, known.phone, known.room, known.words, known.answer]) expect(text).toContain(said)
    expect(text).toContain('西街')
    expect(text).toContain('网格长')
    expect(text).toContain('没人接')
    expect(text).toContain('换成了新的号码')
  })

  it('holds nothing of anybody else, no pseudonym and no openid', async () => {
    const text = JSON.stringify(await exported())
    for (const never of ['别人的话', '别人的诉求', '13900005678', somebody, known.openid])
      expect(text).not.toContain(never)
  })

  it('reads as lines of Chinese: every label and part has its words', async () => {
    const lines = exportText(await exported()).split('\r\n')
    const labels = lines.flatMap((line) => /^(?: *|\d+\. )([^：]+)：/.exec(line)?.[1] ?? [])
    expect(labels.length).toBeGreaterThan(40)
    expect(labels.filter((label) => /[a-z]/.test(label))).toEqual([])
    expect(lines.filter((line) => /^【.*[a-z].*】$/.test(line))).toEqual([])
  })

  it('says how much it holds, and is named by its day', async () => {
    const data = await exported('openid-of-a-neighbour')
    expect(exportCount(data)).toBe(45)
    expect(exportFile(noon)).toBe('家门口-我的信息-2026年11月18日.txt')
  })

  it('of somebody of whom nothing is kept says so in every part', async () => {
    const data = await exported('openid-never-seen')
    expect(data.parts.filter(({ rows }) => rows.length > 0)).toEqual([])
    expect(exportText(data).match(/没有/g)).toHaveLength(data.parts.length)
  })

  it('says where there is more than it holds', async () => {
    const openid = 'openid-of-a-diligent-one'
    const [one] = lifeOf(openid, noon).complaints ?? []
    const many = Array.from({ length: 101 }, (_, at) => ({ ...one, _id: `many-${at}`, filedAt: noon - at * day }))
    put(cloud.database, { complaints: many })
    const { parts } = await exported(openid)
    expect(parts.find(({ id }) => id === 'complaints')).toMatchObject({ cut: true, rows: { length: 100 } })
    expect(exportText({ madeAt: noon, parts })).toContain('还有更早的')
  })

  it('does not lie about: its resend record is empty, and a resend brings it again', async () => {
    const key = freshKey()
    const first = await exported(known.openid, key)
    expect(await exported(known.openid, key)).toMatchObject({ madeAt: first.madeAt })
    const records = JSON.stringify(cloud.database.find('resends'))
    expect(records).not.toContain(known.phone)
    expect(records).not.toContain(known.words)
  })

  it('stands in the audit log, once for each that was asked for', async () => {
    const before = cloud.database.find('audits', { verb: 'me.export', actor: somebody }).length
    const key = freshKey()
    await exported(known.openid, key)
    await exported(known.openid, key)
    expect(cloud.database.find('audits', { verb: 'me.export', actor: somebody })).toHaveLength(before + 1)
  })

  it('cannot be taken for two lines where somebody wrote a line break', () => {
    const parts = [{ id: 'complaints', rows: [[{ label: 'words', value: '一\n【假的】\r\n二' }]], cut: false }]
    expect(exportText({ madeAt: noon, parts })).toContain('1. 内容：一 【假的】 二\r\n')
  })
})
