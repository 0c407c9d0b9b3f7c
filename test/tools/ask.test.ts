import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { release, type DoorView } from '../../src/contract'
import { demo } from '../../src/local/demo'
import { answer, readArguments } from '../../src/tools/ask'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { fromRoot, root } from '../../src/tools/support/paths'
import { commandOf } from '../../src/tools/support/run'
import { temporaryFolder } from '../local/support/cloud'

const noon = '2026-11-18T12:00+08:00'
const night = '2026-11-18T02:00+08:00'

describe('the arguments', () => {
  it('are a door and what happened, and now unless said', () => {
    const before = Date.now()
    const asked = readArguments(['--door', '7K2MXQ9RTD', '下水道堵了'])
    expect(asked).toMatchObject({ door: '7K2MXQ9RTD', text: '下水道堵了', json: false, doors: false })
    expect(asked.at).toBeGreaterThanOrEqual(before)
    expect(asked.at).toBeLessThanOrEqual(Date.now())
  })

  it('may come in any order, and the text in several words', () => {
    const asked = readArguments(['下水道', '--json', '堵了', '--at', noon, '--door', 'X'])
    expect(asked).toEqual({ door: 'X', text: '下水道 堵了', json: true, doors: false, at: Date.parse(noon) })
  })

  it('may ask for the doors only', () => {
    expect(readArguments(['--doors'])).toMatchObject({ doors: true })
  })

  it.each([
    ['nothing', []],
    ['no text', ['--door', 'X']],
    ['no door', ['下水道堵了']],
    ['an empty door', ['下水道堵了', '--door']],
    ['an option that is not there', ['--door', 'X', '--loud', '下水道堵了']],
  ])('that say %s are answered by how to ask', (_, args) => {
    expect(() => readArguments(args)).toThrow('npm run -s ask -- --door CODE')
  })

  it.each(['', 'tomorrow', '2026-11-21', '2026-11-21T22:30', '2026-02-30T10:00+08:00', '2026-13-01T10:00+08:00'])(
    'with the hour %j are answered by how to say it',
    (hour) => {
      expect(() => readArguments(['--door', 'X', '--at', hour, '下水道堵了'])).toThrow('2026-11-21T22:30+08:00')
    },
  )
})

describe('a run', () => {
  const folder = temporaryFolder()
  afterAll(() => folder.remove())

  /** Beside this process: the cloud that it asks may run in here. */
  const ask = (...args: readonly string[]) =>
    new Promise<{ stdout: string; stderr: string; status: unknown }>((done) => {
      const script = [commandOf('tsx'), fromRoot('src/tools/ask.ts'), ...args]
      const options = { cwd: root, env: { ...process.env, LOCAL_DATA: folder.path } }
      execFile(process.execPath, script, options, (error, stdout, stderr) =>
        done({ stdout, stderr, status: error ? error.code : 0 }),
      )
    })
  /** What a run said, as JSON. */
  const answered = async (...args: readonly string[]) => {
    const { stdout, status } = await ask('--json', ...args)
    expect(status).toBe(0)
    return JSON.parse(stdout) as ReturnType<typeof answer>
  }

  it('answers in words whom to call, and leaves nothing running', async () => {
    const { stdout, status } = await ask('--door', '7K2MXQ9RTD', '--at', noon, '楼道里的灯坏了')
    expect(status).toBe(0)
    expect(stdout).toContain('和苑小区 1号楼')
    expect(stdout).toContain('1. 和苑物业服务中心  000-8888 1201')
    expect(stdout).toContain('12345')
    expect(existsSync(join(folder.path, 'data.db'))).toBe(true)
    expect(existsSync(join(folder.path, 'running.json'))).toBe(false)
  })

  it('answers for another hour', async () => {
    const { route } = await answered('--door', '7K2MXQ9RTD', '--at', night, '楼道里的灯坏了')
    expect(route?.contacts[0]).toMatchObject({
      key: 'west-property',
      line: { number: '000-8888 1202', answersNow: true },
    })
  })

  it('puts the safety text and the numbers first where there is danger', async () => {
    const { stdout } = await ask('--door', 'E9GMB2HWPR', '--at', noon, '我闻到一股煤气味')
    const lines = stdout.split('\n')
    expect(lines[1]).toMatch(/^有危险？ /)
    expect(lines[2]).toBe(' 110 报警  ▶119 火警 救援   120 急救')
    expect(lines[3]).toMatch(/^先这样做：/)
  })

  it('says so when it understands nothing', async () => {
    const { stdout, status } = await ask('--door', '7K2MXQ9RTD', '今天天气怎么样')
    expect(status).toBe(0)
    expect(stdout).toContain('没听明白')
  })

  it('goes through the local cloud that runs already, and gives the answer of the phone’s own rule', async () => {
    const running = await startDemoCloud({ dataFile: join(folder.path, 'data.db') })
    try {
      const call = { action: 'door.open', input: { by: 'code', code: '7K2MXQ9RTD' }, release }
      const response = await fetch(`${running.url}/call/api`, { method: 'POST', body: JSON.stringify({ data: call }) })
      const { result } = (await response.json()) as { result: { data: DoorView } }
      const before = running.calls.length
      const said = await answered('--door', '7K2MXQ9RTD', '--at', noon, '下水道堵了')
      expect(running.calls.length - before).toBe(1)
      expect(said).toEqual(answer(result.data, '下水道堵了', Date.parse(noon)))
    } finally {
      await running.close()
    }
  })

  it.each([
    ['B8QXV4FZRE', 'door.revoked: 这张门码已停用'],
    ['七楼', 'door.unknown: 没有找到这个门码'],
  ])('with the code %s ends with a sentence and 1', async (code, sentence) => {
    const { stdout, stderr, status } = await ask('--door', code, '下水道堵了')
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain(sentence)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  it('that is not understood ends with a sentence and 1', async () => {
    const { stdout, stderr, status } = await ask('--loud')
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^--loud\?\nnpm run -s ask/)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  it('lists the doors of the demo, each with its place', async () => {
    const { stdout, status } = await ask('--doors')
    const lines = stdout.trim().split('\n')
    expect(status).toBe(0)
    expect(lines).toHaveLength(demo.doorCodes.length)
    expect(lines).toContain('Q9TB5ZEXM2  和苑小区  3号楼  1单元')
    expect(lines).toContain('B8QXV4FZRE  和苑小区  1号楼  (revoked)')
  })
})
