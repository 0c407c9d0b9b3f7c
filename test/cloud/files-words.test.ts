import type { Platform } from '../../src/cloud/store/platform'
import type { Connected } from './support/cloud'
import { numbered, refusedOf, stepsIn } from './support/file-steps'
import { dataOf, platform, startLane, startedImport } from './support/file-world'
import { workbookOf } from './support/files'

jest.setTimeout(120_000)

let cloud: Connected
beforeEach(async () => {
  cloud = await startLane()
})
afterEach(() => cloud.close())

const { show, stepping } = stepsIn(() => cloud)

describe('the words of a workbook', () => {
  const office = workbookOf({
    责任单位: [
      ['单位', '负责什么'],
      ['居委会', '社区居委会'],
      ['坏话公司', '社区居委会'],
    ],
    电话: [
      ['单位', '电话', '说明'],
      ['居委会', '0311-68001234', '值班'],
      ['坏话公司', '0311-68001235', '前台'],
    ],
  })
  const asked: string[] = []
  const checking = (answer: (words: string) => 'pass' | 'risky'): Platform => ({
    ...platform,
    checkText: (words) => {
      asked.push(words)
      return Promise.resolve(answer(words))
    },
  })
  const strict = checking((words) => (words.includes('坏话') ? 'risky' : 'pass'))
  beforeEach(() => void asked.splice(0))

  it('that are unfit have to be mended, and the cell is named', async () => {
    const { importId, fileId } = await startedImport(cloud, office)
    await dataOf(stepping(importId, fileId, { platform: strict }))
    const { state, problems, stopping } = await show(importId)
    expect([state, stopping]).toEqual(['faulty', 1])
    expect(problems[0]).toMatchObject({ sheet: '责任单位', cell: 'A3', stops: true })
    expect(problems[0]?.words).toContain('坏话公司')
  })

  it('that are unfit only side by side, as no phone shows them, do not stop it', async () => {
    const { importId, fileId } = await startedImport(cloud, office)
    const together = checking((words) => (words.includes('值班') && words.includes('坏话公司') ? 'risky' : 'pass'))
    await dataOf(stepping(importId, fileId, { platform: together }))
    expect(asked.length).toBeGreaterThan(2)
    expect(await show(importId)).toMatchObject({ state: 'ready', stopping: 0 })
  })

  it('wait where nobody can be asked: the file stays, and a later call goes on', async () => {
    const { importId, fileId } = await startedImport(cloud, office)
    const silent: Platform = { ...platform, checkText: () => Promise.reject(new Error('nobody')) }
    expect(await refusedOf(stepping(importId, fileId, { platform: silent }))).toBe('content.unchecked')
    expect((await show(importId)).state).toBe('reading')
    await dataOf(stepping(importId, fileId))
    expect((await show(importId)).state).toBe('ready')
  })

  it('are asked about where they are new, and in pieces that WeChat takes', async () => {
    const { importId, fileId } = await startedImport(
      cloud,
      workbookOf({
        小区: [['小区名称', '编号'], ['老院', 'old'], ['新苑']],
        楼栋: [['小区', '楼栋'], ...numbered(480).map((number) => ['新苑', `新苑南区第${number}号楼`])],
      }),
    )
    await dataOf(stepping(importId, fileId, { platform: strict }))
    expect(asked.length).toBeGreaterThan(1)
    expect(Math.max(...asked.map((words) => words.length))).toBeLessThan(2500)
    expect(asked.join()).toContain('新苑南区第480号楼')
    expect(asked.join()).not.toContain('老院')
  })
})
