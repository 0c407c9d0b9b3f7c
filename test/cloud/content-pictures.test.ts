import type { LocalCloud } from '../../src/local/start'
import { hasMetadata } from '../../src/domain/picture/strip'
import { aJpeg, aPng, comment, exif, iptc, jfif, planted, tellingChunks, xmp } from '../support/pictures'
import { startProduct } from './support/cloud'
import { addAs, aPicture, beginAs, documentOf, fileAs, neighbour, resident, uploadAs } from './support/content'
import { callAs, consent, dataAs, freshKey, keys, secretary } from './support/people'

jest.setTimeout(30_000)

let cloud: Awaited<ReturnType<typeof startProduct>>
beforeAll(async () => {
  cloud = await startProduct()
  await consent(cloud, resident)
  await consent(cloud, neighbour)
})
afterAll(() => cloud.close())

const minutes = 60_000
const pictureOf = (id: string) => documentOf(cloud, 'pictures', id)
const copyPathOf = (id: string, ending = 'jpg') => `pictures/${String(pictureOf(id)?.['copyName'])}.${ending}`
const timer = (of: LocalCloud = cloud) => of.invoke('timer', {}, { source: 'wx_trigger' })
const push = (event: object) => cloud.invoke('events', event, { source: 'wx_unknown' })
const verdict = (traceId: unknown, suggest: string, over: object = {}) => ({
  ...{ Event: 'wxa_media_check', trace_id: traceId, errcode: 0, result: { suggest, label: 100 } },
  ...over,
})
const paths = () => cloud.files.list().map(({ path }) => path)
const copyOf = async (id: string) => (await cloud.files.contents(String(pictureOf(id)['fileId']))) ?? Buffer.alloc(0)
/** The links under which somebody gets the pictures of a complaint. */
const linksFor = async (openid: string, complaintId: string) => {
  const { pictures } = await dataAs<{ pictures: { state: string; url: string | null }[] }>(
    cloud,
    openid,
    'complaint.show',
    { complaintId },
  )
  return pictures
}

describe('a picture that is handed in', () => {
  it.each([
    ['JPEG', aJpeg([jfif, exif(), xmp, iptc, comment], Buffer.from(planted)), 'jpg'],
    ['PNG', aPng(tellingChunks, Buffer.from(planted)), 'png'],
  ])(
    'as %s is kept as a copy without any metadata, whatever the phone did, and the upload goes',
    async (_, bytes, ending) => {
      expect(hasMetadata(bytes)).toBe(true)
      const id = await addAs(cloud, resident, bytes)
      const copy = await copyOf(id)
      expect(copy.includes(planted)).toBe(false)
      expect(hasMetadata(copy)).toBe(false)
      expect(paths()).toContain(copyPathOf(id, ending))
      expect(paths()).not.toContain(`uploads/${id}.jpg`)
      expect(pictureOf(id)).toMatchObject({ state: 'asking', width: 3, height: 2, used: false })
    },
  )

  it('is out of its phone’s reach from then on', async () => {
    const id = await addAs(cloud, resident)
    await expect(uploadAs(cloud, resident, copyPathOf(id), aPicture('risky'))).rejects.toThrow('refused')
  })

  it('lies where no phone could have made a file before', async () => {
    const { pictureId, path } = await beginAs(cloud, resident)
    const replies = [
      await callAs(cloud, resident, 'picture.add', {
        pictureId,
        fileId: await uploadAs(cloud, resident, path, aPicture()),
      }),
    ]
    expect(replies).toMatchObject([{ ok: true }])
    expect(JSON.stringify([pictureId, path, replies])).not.toContain(String(pictureOf(pictureId)?.['copyName']))
  })

  it('twice, with the same key or another, stays one and is asked about once', async () => {
    const { pictureId, path } = await beginAs(cloud, resident)
    const fileId = await uploadAs(cloud, resident, path, aPicture())
    const key = freshKey()
    const add = (with_: string) => callAs(cloud, resident, 'picture.add', { pictureId, fileId }, with_)
    expect(await add(key)).toMatchObject({ ok: true, data: { pictureId } })
    const { traceId } = pictureOf(pictureId)
    expect(await add(key)).toMatchObject({ ok: true, data: { pictureId } })
    expect(await add(freshKey())).toMatchObject({ ok: true, data: { pictureId } })
    expect(pictureOf(pictureId)['traceId']).toBe(traceId)
  })

  it('by somebody else is refused, also with its file', async () => {
    const { pictureId, path } = await beginAs(cloud, resident)
    const fileId = await uploadAs(cloud, resident, path, aPicture())
    expect(await callAs(cloud, neighbour, 'picture.add', { pictureId, fileId })).toMatchObject({
      refused: 'role.forbidden',
    })
    const own = await beginAs(cloud, neighbour)
    expect(await callAs(cloud, neighbour, 'picture.add', { pictureId: own.pictureId, fileId })).toMatchObject({
      refused: 'picture.missing',
    })
  })

  it.each([
    ['of another environment', (path: string) => `cloud://somewhere-else.bucket/${path}`],
    ['that was never uploaded', (path: string) => `cloud://local-env.local-bucket/${path}`],
    ['of another place', () => 'cloud://local-env.local-bucket/pictures/x.jpg'],
    ['that is no file id', (path: string) => path],
  ])('as a file %s is refused', async (_, fileIdFor) => {
    const { pictureId, path } = await beginAs(cloud, resident)
    expect(await callAs(cloud, resident, 'picture.add', { pictureId, fileId: fileIdFor(path) })).toMatchObject({
      refused: 'picture.missing',
    })
  })

  it.each([
    ['no picture', Buffer.from('<svg/>'), 'picture.not-a-picture'],
    ['a broken picture', aJpeg().subarray(0, 40), 'picture.not-a-picture'],
    ['larger than the check takes', Buffer.alloc(10 * 1024 * 1024 + 1), 'picture.too-large'],
  ])('as %s is refused, and its upload goes', async (_, bytes, refused) => {
    const { pictureId, path } = await beginAs(cloud, resident)
    const fileId = await uploadAs(cloud, resident, path, bytes)
    expect(await callAs(cloud, resident, 'picture.add', { pictureId, fileId })).toMatchObject({ refused })
    expect(paths()).not.toContain(path)
  })

  it('needs the agreement before anything is begun', async () => {
    expect(await callAs(cloud, 'openid-of-a-newcomer', 'picture.begin', {})).toMatchObject({
      refused: 'consent.needed',
    })
  })
})

describe('until the verdict', () => {
  it('its owner sees it, and a keeper knows only that it is there', async () => {
    const id = await addAs(cloud, resident)
    const { complaintId } = await fileAs(cloud, resident, { pictures: [id] })
    expect(await linksFor(resident, complaintId)).toEqual([
      { pictureId: id, state: 'waiting', url: expect.stringContaining(copyPathOf(id)) },
    ])
    expect(await linksFor(secretary, complaintId)).toEqual([{ pictureId: id, state: 'waiting', url: null }])
    await cloud.platform.deliver()
    const [seen] = await linksFor(secretary, complaintId)
    expect(seen).toMatchObject({ state: 'shown', url: expect.stringContaining(copyPathOf(id)) })
    expect((await fetch(seen?.url ?? '')).status).toBe(200)
  })
})

describe('a verdict', () => {
  it.each([
    ['pass', 'passed'],
    ['review', 'review'],
    ['risky', 'refused'],
  ] as const)('%s makes the picture %s', async (suggest, state) => {
    const id = await addAs(cloud, resident, aPicture(suggest))
    await cloud.platform.deliver()
    expect(pictureOf(id)).toMatchObject({ state, uploadId: null })
  })

  it('risky is never linked to a keeper, and its owner is told', async () => {
    const id = await addAs(cloud, resident, aPicture('risky'))
    const { complaintId } = await fileAs(cloud, resident, { pictures: [id] })
    await cloud.platform.deliver()
    expect(await linksFor(secretary, complaintId)).toEqual([{ pictureId: id, state: 'refused', url: null }])
    expect((await linksFor(resident, complaintId))[0]?.url).toContain(copyPathOf(id))
    const news = cloud.database.find('messages', { person: keys.person(resident), kind: 'check.refused' })
    expect(news).toMatchObject([{ params: { what: 'picture' } }])
  })

  it('that comes again, or comes otherwise later, changes nothing', async () => {
    const id = await addAs(cloud, resident)
    const { traceId } = pictureOf(id)
    await push(verdict(traceId, 'pass'))
    const { version } = pictureOf(id)
    await push(verdict(traceId, 'pass'))
    expect(await push(verdict(traceId, 'risky'))).toBe('success')
    expect(pictureOf(id)).toMatchObject({ state: 'passed', version })
  })

  it('of an unknown number is acknowledged', async () => {
    expect(await push(verdict('0000-unknown-0000', 'pass'))).toBe('success')
  })

  it('that is faster than our note of its number is taken in all the same', async () => {
    const id = await addAs(cloud, resident)
    const picture = pictureOf(id)
    // As it stood before the number was noted.
    cloud.database.modify('pictures', { _id: id }, { $set: { traceId: null } })
    const early = push(verdict(picture['traceId'], 'pass'))
    await cloud.invoke('events', { Event: 'other' }, { source: 'wx_unknown' })
    cloud.database.modify('pictures', { _id: id }, { $set: { traceId: picture['traceId'] } })
    await early
    expect(pictureOf(id)).toMatchObject({ state: 'passed' })
  })

  it.each([
    ['without a result', { result: undefined }],
    ['that could not load the picture', { errcode: -1008, result: undefined }],
    ['with a word of its own', { result: { suggest: 'fine' } }],
  ])('%s leaves it unseen and lets the timer ask again', async (_, over) => {
    const id = await addAs(cloud, resident)
    const { traceId } = pictureOf(id)
    await push(verdict(traceId, 'pass', over))
    expect(pictureOf(id)).toMatchObject({ state: 'asking', traceId: null })
    await timer()
    expect(pictureOf(id)).toMatchObject({ state: 'asking', traceId: expect.stringMatching(/./), tries: 2 })
    await cloud.platform.deliver()
    expect(pictureOf(id)).toMatchObject({ state: 'passed' })
  })

  it('is refused from a phone', async () => {
    const id = await addAs(cloud, resident)
    const reply = await cloud
      .invoke('events', verdict(pictureOf(id)['traceId'], 'pass'), {
        openid: resident,
        source: 'wx_client',
      })
      .catch(() => ({ refused: 'caller.forbidden' }))
    expect(reply).toMatchObject({ refused: 'caller.forbidden' })
    expect(pictureOf(id)).toMatchObject({ state: 'asking' })
  })
})

describe('a verdict that never comes', () => {
  afterEach(() => cloud.clock.moveTo(0))

  it('is asked for again after 35 minutes, three times in all, and then a person looks', async () => {
    const id = await addAs(cloud, resident)
    const { complaintId } = await fileAs(cloud, resident, { pictures: [id] })
    const traces = new Set([pictureOf(id)['traceId']])
    for (const [at, tries] of [
      [34, 1],
      [36, 2],
      [72, 3],
    ] as const) {
      cloud.clock.moveTo(at * minutes)
      await timer()
      expect(pictureOf(id)).toMatchObject({ state: 'asking', tries })
      traces.add(pictureOf(id)['traceId'])
    }
    expect(traces.size).toBe(3)
    cloud.clock.moveTo(108 * minutes)
    await timer()
    expect(pictureOf(id)).toMatchObject({ state: 'review' })
    expect(await linksFor(secretary, complaintId)).toEqual([{ pictureId: id, state: 'waiting', url: null }])
    const queue = await dataAs<{ checks: { kind: string; url: string | null }[] }>(cloud, secretary, 'check.list', {
      ...{ communityId: 'west-street', gridId: null, cursor: null },
    })
    expect(queue.checks).toContainEqual(
      expect.objectContaining({ kind: 'picture', url: expect.stringContaining(copyPathOf(id)) }),
    )
  })

  it('for somebody whom WeChat has not seen for two hours goes to a person at once', async () => {
    const id = await addAs(cloud, resident)
    cloud.clock.moveTo(130 * minutes)
    await timer()
    expect(pictureOf(id)).toMatchObject({ state: 'review' })
  })
})

describe('a crash while a picture is taken over', () => {
  it('after the copy was made is mended by handing it in again', async () => {
    const { pictureId, path } = await beginAs(cloud, resident)
    const fileId = await uploadAs(cloud, resident, path, aPicture())
    const key = freshKey()
    await callAs(cloud, resident, 'picture.add', { pictureId, fileId }, key)
    // As if the commit had never been: the copy is there, and neither the note nor the resend record.
    const begun = { state: 'coming', fileId: null, uploadId: null, traceId: null }
    cloud.database.modify('pictures', { _id: pictureId }, { $set: begun })
    cloud.database.remove('resends', {}, { multi: true })
    await uploadAs(cloud, resident, path, aPicture())
    expect(await callAs(cloud, resident, 'picture.add', { pictureId, fileId }, key)).toMatchObject({ ok: true })
    expect(pictureOf(pictureId)).toMatchObject({ state: 'asking' })
    expect(paths().filter((one) => one.includes(pictureId))).toEqual([])
    expect(paths()).toContain(copyPathOf(pictureId))
  })

  it('leaves nothing for good: what was begun is swept with every file that may belong to it', async () => {
    const { pictureId, path } = await beginAs(cloud, resident)
    await uploadAs(cloud, resident, path, aPicture())
    cloud.clock.moveTo(26 * 60 * minutes)
    await timer()
    cloud.clock.moveTo(0)
    expect(paths().filter((one) => one.includes(pictureId))).toEqual([])
    expect(cloud.database.find('pictures', { _id: pictureId })).toEqual([])
  })
})
