import { functions } from '../../src/cloud/deployment'
import { collections } from '../../src/cloud/store/documents'
import { startLocalCloud, type LocalCloud } from '../../src/local/start'
import { fromRoot } from '../../src/tools/support/paths'
import { call } from '../local/support/cloud'
import { startProduct, until } from './support/cloud'

const day = 24 * 60 * 60 * 1000

describe('the timer', () => {
  let cloud: Awaited<ReturnType<typeof startProduct>>
  beforeAll(async () => {
    cloud = await startProduct()
  })
  afterAll(() => cloud.close())

  const fill = (prefix: string, count: number, expiresAt: number) =>
    cloud.database.insert(
      'resends',
      Array.from({ length: count }, (_, at) => ({
        _id: `${prefix}-${at}`,
        input: 'hash',
        result: '{}',
        expiresAt,
        shape: 1,
        version: 1,
      })),
    )
  const ring = () => cloud.invoke('timer', {}, { source: 'wx_trigger' })

  it('removes the resend records that are past their time, and no others', async () => {
    fill('old', 250, Date.now() - day)
    fill('now', 3, Date.now())
    fill('new', 5, Date.now() + day)
    expect(await ring()).toEqual({ ok: true })
    const left = cloud.database.find('resends').map(({ _id }) => _id)
    expect(left.sort()).toEqual(['new-0', 'new-1', 'new-2', 'new-3', 'new-4'])
  })

  it('says in the log how many, and nothing more', async () => {
    fill('told', 2, Date.now() - day)
    await ring()
    const lines = () =>
      cloud.lines.filter(({ source, text }) => source === 'timer' && /"timer.swept".*"resend":2\b/.test(text))
    await until(() => lines().length > 0)
    const { level, event, requestId, ...figures } = JSON.parse(lines()[0]?.text ?? '') as Record<string, unknown>
    expect([level, event, requestId]).toEqual(['info', 'timer.swept', expect.any(String)])
    expect(Object.values(figures).every((value) => typeof value === 'number')).toBe(true)
  })

  it('that finds nothing is content', async () => {
    expect(await ring()).toEqual({ ok: true })
  })

  it.each(['timer', 'events'])('and pushes: %s is not reached by a phone', async (name) => {
    expect(await call(cloud, name, {}, 'openid-a')).toMatchObject({ errCode: -501008 })
    await expect(cloud.invoke(name, {}, { source: 'wx_client,scf' })).rejects.toMatchObject({ errCode: -501008 })
  })

  it.each([
    [{ Event: 'user_enter_tempsession' }, 'user_enter_tempsession'],
    [{ Event: '<script>13800138000</script>' }, 'unknown'],
    [{}, 'unknown'],
    [null, 'unknown'],
    ['text', 'unknown'],
  ])('a push of %j is acknowledged and logged as %s', async (event, kind) => {
    expect(await cloud.invoke('events', event, { source: 'wx_push' })).toBe('success')
    await until(() => cloud.lines.some(({ source, text }) => source === 'events' && text.includes(`"kind":"${kind}"`)))
    expect(JSON.stringify(cloud.lines)).not.toContain('13800138000')
  })
})

describe('a manifest that by mistake lets phones call everything', () => {
  let cloud: LocalCloud
  beforeAll(async () => {
    cloud = await startLocalCloud({
      dataFile: ':memory:',
      functionsFolder: fromRoot('dist', 'cloud'),
      collections,
      functions: Object.fromEntries(
        Object.entries(functions).map(([name, spec]) => [name, { ...spec, callableBy: 'client' as const }]),
      ),
    })
  })
  afterAll(() => cloud.close())

  it.each(['timer', 'events'])('leaves %s closed to them: the function refuses by itself', async (name) => {
    const refused = { ok: false, refused: 'caller.forbidden' }
    expect(await call(cloud, name, {}, 'openid-a')).toEqual({ result: refused })
    expect(await cloud.invoke(name, {}, { openid: 'openid-a', source: 'wx_client,scf' })).toEqual(refused)
    expect(await cloud.invoke(name, {}, { source: 'wx_client_http' })).toEqual(refused)
  })

  it('and lets nothing be swept by them', async () => {
    cloud.database.insert('resends', [{ _id: 'old', input: '', result: '{}', expiresAt: 1, shape: 1, version: 1 }])
    await call(cloud, 'timer', { source: 'wx_trigger', SOURCE: 'wx_trigger', TCB_SOURCE: 'wx_trigger' }, 'openid-a')
    expect(cloud.database.count('resends')).toBe(1)
  })
})
