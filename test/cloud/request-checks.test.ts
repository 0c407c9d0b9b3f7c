import { startProduct } from './support/cloud'
import { addAs, documentOf } from './support/content'
import { callAs, consent, dataAs, gridLeader, handlerMember, keys, otherGridLeader, secretary } from './support/people'
import { membershipOf } from './support/roles'
import { acted, acting, filed, filer, joiner, requestOf, shownTo } from './support/requests'

jest.setTimeout(30_000)

let cloud: Awaited<ReturnType<typeof startProduct>>
beforeAll(async () => {
  cloud = await startProduct()
  for (const openid of [filer, joiner]) await consent(cloud, openid)
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['requests', 'checks', 'messages', 'audits', 'counters', 'resends', 'pictures']) {
    cloud.database.remove(name, {}, { multi: true })
  }
})

const doubtful = '请看【待审】'
const timer = () => cloud.invoke('timer', {}, { source: 'wx_trigger' })
const checks = () => cloud.database.find('checks') as readonly Record<string, unknown>[]
const told = (kind: string) =>
  (cloud.database.find('messages', { kind }) as readonly Record<string, unknown>[])
    .map(({ person, path }) => ({ person, path }))
    .sort((a, b) => String(a.person).localeCompare(String(b.person)))
interface Waiting {
  readonly checkId: string
  readonly kind: string
  readonly words: string | null
  readonly url: string | null
}
const queueOf = async (openid = gridLeader, gridId: string | null = 'west-1') =>
  (
    await dataAs<{ checks: Waiting[] }>(cloud, openid, 'check.list', {
      communityId: 'west-street',
      gridId,
      cursor: null,
    })
  ).checks
async function decide(shown: boolean, openid = gridLeader) {
  const [check] = await queueOf()
  if (!check) throw new Error('nothing waits')
  return callAs(cloud, openid, 'check.decide', { checkId: check.checkId, shown, why: '没有不合适的话' })
}
const propose = async () => ({
  ...{ verb: 'propose-resolution' as const, words: '换了新灯泡' },
  pictures: [await addAs(cloud, handlerMember)],
})
const resolved = async () => {
  const { requestId } = await filed(cloud)
  await acted(cloud, handlerMember, requestId, await propose())
  await acted(cloud, filer, requestId, { verb: 'confirm', words: null })
  return requestId
}

describe('the words of a request that a person has to look at', () => {
  it('are in the queue within a minute, and those who look after the place are told once', async () => {
    const { requestId, words } = await filed(cloud, { words: doubtful })
    expect(words).toBe('waiting')
    expect(checks()).toEqual([])
    await timer()
    await timer()
    expect(await queueOf()).toMatchObject([{ kind: 'request', words: expect.stringContaining(doubtful) as string }])
    expect(checks()).toMatchObject([{ author: keys.person(filer), about: { collection: 'requests', id: requestId } }])
    const keepers = [gridLeader, secretary].map((openid) => keys.person(openid)).sort()
    expect(told('check.waiting').map(({ person }) => person)).toEqual(keepers)
  })

  it('hold the place too: harmless words never pass a doubtful one', async () => {
    const { requestId } = await filed(cloud, { spot: doubtful })
    await dataAs(cloud, joiner, 'request.join', { requestId })
    await timer()
    await timer()
    expect(requestOf(cloud, requestId)).toMatchObject({ wordsState: 'waiting' })
    expect((await shownTo(cloud, joiner, requestId)).place.spot).toBeNull()
    expect(await queueOf()).toMatchObject([{ kind: 'request', words: `楼道灯一直不亮\n${doubtful}` }])
    await decide(true)
    expect((await shownTo(cloud, joiner, requestId)).place.spot).toBe(doubtful)
  })

  it('hold whom somebody says to have called, too', async () => {
    const { requestId, words } = await filed(cloud, { called: [{ name: doubtful, outcome: 'no-help' }] })
    expect(words).toBe('waiting')
    await timer()
    await timer()
    expect(await queueOf()).toMatchObject([{ words: expect.stringContaining(doubtful) as string }])
    await decide(false)
    expect((await shownTo(cloud, handlerMember, requestId)).called).toEqual([])
    expect((await shownTo(cloud, filer, requestId)).called).toHaveLength(1)
  })

  it('are worked on meanwhile, and nobody else reads them', async () => {
    const { requestId } = await filed(cloud, { words: doubtful })
    await timer()
    expect(await shownTo(cloud, handlerMember, requestId)).toMatchObject({ words: doubtful, wordsState: 'waiting' })
    const open = await dataAs(cloud, joiner, 'request.public', { requestId })
    expect(open['words']).toBeNull()
  })

  it.each([
    [true, 'shown', doubtful, 'check.shown'],
    [false, 'refused', null, 'check.refused'],
  ])('decided %s are %s, and their writer is told', async (shown, state, read, kind) => {
    const { requestId } = await filed(cloud, { words: doubtful })
    await timer()
    const before = requestOf(cloud, requestId).events
    expect(await decide(shown)).toMatchObject({ ok: true })
    expect(requestOf(cloud, requestId)).toMatchObject({ wordsState: state, events: before })
    expect(await shownTo(cloud, handlerMember, requestId)).toMatchObject({ words: read })
    expect(told(kind)).toEqual([{ person: keys.person(filer), path: `/pages/request/view/index?id=${requestId}` }])
    expect(await queueOf()).toEqual([])
  })

  it('are no business of another grid, nor to be decided by who wrote them', async () => {
    await filed(cloud, { words: doubtful }, gridLeader)
    await timer()
    expect(await decide(true, otherGridLeader).catch(() => null)).toMatchObject({ refused: 'role.forbidden' })
    expect(await decide(true)).toMatchObject({ refused: 'check.own' })
    expect(await decide(true, secretary)).toMatchObject({ ok: true })
  })
})

describe('the words of a step that a person has to look at', () => {
  it('wait where they are, in the same commit, while the step itself is done', async () => {
    const { requestId } = await filed(cloud)
    const reply = await acted(cloud, handlerMember, requestId, { verb: 'start', words: doubtful })
    expect(reply).toMatchObject({ state: 'in-progress', words: 'waiting' })
    expect(await queueOf()).toMatchObject([{ kind: 'step', words: doubtful }])
    const { events } = await shownTo(cloud, filer, requestId)
    expect(events.at(-1)).toMatchObject({ verb: 'start', words: null })
    expect(told('check.waiting')).toHaveLength(2)
  })

  it.each([
    [true, doubtful],
    [false, null],
  ])('decided %s are for the resident %s', async (shown, words) => {
    const { requestId } = await filed(cloud)
    await acted(cloud, handlerMember, requestId, { verb: 'start', words: doubtful })
    expect(await decide(shown)).toMatchObject({ ok: true })
    const { events, seen } = await shownTo(cloud, filer, requestId)
    expect(events.at(-1)?.words).toBe(words)
    // It is no step: whoever looked before may still act.
    expect(seen).toBe(3)
    const path = `/pages/desk/request/index?id=${requestId}`
    expect(told(shown ? 'check.shown' : 'check.refused')).toEqual([{ person: keys.person(handlerMember), path }])
  })

  it('of a resident lead their writer to their own page', async () => {
    const { requestId } = await filed(cloud)
    await acted(cloud, filer, requestId, { verb: 'remind', words: doubtful })
    expect(await decide(false)).toMatchObject({ ok: true })
    expect(told('check.refused').map(({ path }) => path)).toEqual([`/pages/request/view/index?id=${requestId}`])
  })

  it('hold whatever else was typed in it', async () => {
    const { requestId } = await filed(cloud)
    await acted(cloud, gridLeader, requestId, { verb: 'refer', to: doubtful, words: '归他们管' })
    expect(await queueOf(secretary)).toMatchObject([{ kind: 'step', words: `归他们管\n${doubtful}` }])
  })

  it('are in nobody’s way where only the note is doubtful: nobody else reads it', async () => {
    const { requestId } = await filed(cloud)
    const reply = await acting(cloud, handlerMember, requestId, { verb: 'start', words: null }, { note: doubtful })
    expect(reply).toMatchObject({ ok: true, data: { words: 'shown' } })
    expect(checks()).toEqual([])
  })
})

describe('the words of a rating that a person has to look at', () => {
  it('are decided for that rating alone', async () => {
    const requestId = await resolved()
    const rate = (words: string) => ({ verb: 'rate', solved: true, satisfied: true, words }) as const
    await acted(cloud, filer, requestId, rate(doubtful))
    const at = requestOf(cloud, requestId).voices.length - 1
    expect(requestOf(cloud, requestId).voices[at]).toMatchObject({ words: doubtful, wordsState: 'waiting' })
    expect(await queueOf()).toMatchObject([{ kind: 'voice', words: doubtful }])
    await decide(false)
    expect(requestOf(cloud, requestId).voices.map(({ wordsState }) => wordsState)).toEqual(['shown', 'refused'])
  })
})

describe('the pictures of a request', () => {
  it('become its own within a minute: those of who filed it, handed in, and in nothing else', async () => {
    const [mine, theirs, used] = [await addAs(cloud, filer), await addAs(cloud, joiner), await addAs(cloud, filer)]
    await filed(cloud, { pictures: [used] })
    await timer()
    const { requestId } = await filed(cloud, { pictures: [mine, theirs, used, 'nobody'] })
    await timer()
    await timer()
    expect(requestOf(cloud, requestId).pictures).toEqual([mine])
    expect(documentOf(cloud, 'pictures', mine)).toMatchObject({ used: true, requestId })
    expect(documentOf(cloud, 'pictures', theirs)).toMatchObject({ used: false })
  })

  it.each(['before', 'after'] as const)(
    'that a person has to look at come into the queue, whether it is known %s they are linked',
    async (when) => {
      const picture = await addAs(cloud, filer)
      if (when === 'before') await doubted(picture)
      const { requestId } = await filed(cloud, { pictures: [picture] })
      await timer()
      if (when === 'after') await doubted(picture)
      expect(await queueOf()).toMatchObject([{ kind: 'picture', words: null, url: expect.any(String) as string }])
      expect(await decide(false)).toMatchObject({ ok: true })
      expect(told('check.refused')).toEqual([
        { person: keys.person(filer), path: `/pages/request/view/index?id=${requestId}` },
      ])
    },
  )

  it('nine at once, each to be looked at, and words too, fit into one commit', async () => {
    const pictures: string[] = []
    for (let count = 0; count < 9; count++) pictures.push(await addAs(cloud, filer))
    for (const id of pictures) await doubted(id)
    const { requestId } = await filed(cloud, { pictures, words: doubtful })
    await timer()
    expect(requestOf(cloud, requestId).pictures).toEqual(pictures)
    expect(checks()).toHaveLength(10)
  })

  it('of a step too, with everything else that it brings, fit into one commit', async () => {
    const [row] = cloud.database.find('memberships', { _id: membershipOf(secretary, 'secretary') })
    const more = Array.from({ length: 9 }, (_, at) => `one-more-secretary-${at}`)
    cloud.database.insert(
      'memberships',
      more.map((openid) => ({ ...row, _id: membershipOf(openid, 'secretary'), person: keys.person(openid) })),
    )
    const { requestId } = await filed(cloud)
    const pictures: string[] = []
    for (let count = 0; count < 4; count++) pictures.push(await addAs(cloud, handlerMember))
    for (const id of pictures) await doubted(id)
    await acted(cloud, handlerMember, requestId, { verb: 'propose-resolution', words: doubtful, pictures })
    expect(checks()).toHaveLength(5)
    expect(told('check.waiting')).toHaveLength(8)
  })
})

/** WeChat is not sure about a picture, and says so by a push. */
async function doubted(pictureId: string): Promise<void> {
  const { traceId } = documentOf(cloud, 'pictures', pictureId)
  const result = { suggest: 'review', label: 21000 }
  const event = { Event: 'wxa_media_check', trace_id: traceId, errcode: 0, result }
  await cloud.invoke('events', event, { source: 'wx_unknown' })
}
