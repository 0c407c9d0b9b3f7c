import { erasePerson } from '../../src/cloud/people/erasing'
import { resultOf } from '../../src/domain/notice/voices'
import type { LocalCloud } from '../../src/local/start'
import { usual } from '../../src/tools/bench/costs/priced'
import { keys } from '../../src/tools/support/proof/documents'
import { connect, startProduct, type Connected } from './support/cloud'
import { noon, surroundings } from './support/entry'
import { callAs } from './support/people'
import { known, lifeOf, put, somebody } from './support/somebody'

let cloud: Connected
beforeAll(async () => void (cloud = await connect()))
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['notices', 'openings', 'noticeQuestions', 'noticeVisits', 'noticeGroups', 'voices'])
    cloud.database.remove(name, {}, { multi: true })
  for (const name of ['signUps', 'noticeFiles', 'messages', 'people', 'pictures', 'requests', 'wishes', 'offers'])
    cloud.database.remove(name, {}, { multi: true })
  put(cloud.database, theirs)
})

const { notices, openings, noticeQuestions, noticeVisits, noticeGroups, voices, signUps, noticeFiles, pictures } =
  lifeOf(known.openid, noon)
const kept = { notices, openings, noticeQuestions, noticeVisits, noticeGroups, voices, signUps, noticeFiles, pictures }
const theirs = Object.fromEntries(Object.entries(kept).filter(([, rows]) => rows !== undefined))

const idOf = (name: keyof typeof kept, at: number) => String(kept[name]?.[at]?._id)
const one = (name: keyof typeof kept, at: number) => cloud.database.get(name, idOf(name, at))
const erase = () => erasePerson({ ...surroundings(cloud.store, { now: noon }), hasTime: () => true }, somebody)

describe('who erases everything', () => {
  it('has opened nothing, and has no groups any more', async () => {
    await erase()
    expect([cloud.database.find('openings'), cloud.database.find('noticeGroups')]).toEqual([[], []])
  })

  it('has asked nothing: an open question is put away, and the notice’s figure is true again', async () => {
    cloud.database.modify('notices', { _id: idOf('notices', 0) }, { $set: { questions: 1 } })
    await erase()
    expect(one('noticeQuestions', 0)).toMatchObject({ person: null, words: '', state: 'closed', input: '' })
    expect(one('noticeQuestions', 1)).toMatchObject({ person: null, words: '', state: 'answered' })
    expect(one('notices', 0)).toMatchObject({
      questions: 0,
      answers: [{ question: '水什么时候来', answer: '下午三点' }],
    })
  })

  it('leaves that a household was told at the door, and not by whom', async () => {
    await erase()
    expect(one('noticeVisits', 0)).toMatchObject({
      ticks: [
        { roomId: 'r1', by: null },
        { roomId: 'r2', by: 'another-resident' },
      ],
      actors: ['another-resident'],
    })
  })

  it('leaves the words of a notice, without who wrote, did, shared and reminded, and without their pictures', async () => {
    await erase()
    expect(one('notices', 0)).toMatchObject({
      shown: { body: known.answer, writer: null, pictures: [], fileId: idOf('noticeFiles', 0) },
      events: [{ person: null }, { person: 'another-resident' }],
      ...{ unread: { writers: ['another-resident'] }, shares: [{ person: null, groupId: null }] },
      ...{ reminds: [{ by: null }], actors: ['another-resident'] },
    })
    expect(one('noticeFiles', 0)).toMatchObject({ person: null, fileId: 'cloud://none/notice' })
  })

  it('before the deadline has no voice', async () => {
    await erase()
    expect(cloud.database.find('voices', { noticeId: idOf('notices', 1) })).toEqual([])
  })

  it('after the deadline leaves the result as it was, with nobody’s name and under another id', async () => {
    const asked = { options: ['yes', 'no'], most: 1, each: 'household', until: noon, names: 'office' } as const
    const rows = () => cloud.database.find('voices', { noticeId: idOf('notices', 2) })
    const result = () =>
      resultOf(
        { ...asked, isSigned: false },
        rows().map((row) => ({ ...row, id: row['_id'] }) as never),
        null,
      )
    const before = result()
    await erase()
    expect(result()).toEqual(before)
    expect(before.n).toBe(2)
    expect(one('voices', 1)).toBeUndefined()
    const [theirOwn] = rows().filter((row) => row['roomId'] !== 'r2')
    expect(theirOwn).toMatchObject({ person: null, name: null, choices: ['yes'] })
    const [noted] = rows().filter((row) => row['roomId'] === 'r2')
    expect(noted).toMatchObject({ notedBy: null, name: expect.any(String) })
  })

  it('gives a place back before it begins: the next moves up', async () => {
    await erase()
    expect(one('signUps', 0)).toMatchObject({
      entries: [
        { who: 'gone-1', name: null, state: 'left' },
        { who: 'gone-2', name: null, state: 'left' },
        { who: 'another-resident', state: 'in', name: expect.any(String) },
      ],
      people: ['another-resident'],
    })
  })

  it('after it began keeps the place and loses the name', async () => {
    await erase()
    expect(one('signUps', 1)).toMatchObject({
      entries: [{ state: 'left' }, { who: 'gone-2', name: null, state: 'in' }, { state: 'waiting' }],
      people: ['another-resident'],
    })
  })
})

describe('who did nothing about a notice but', () => {
  let product: LocalCloud
  beforeAll(async () => void (product = await startProduct()))
  afterAll(() => product.close())

  it.each(['notice.share', 'notice.remind'] as const)('%s is found and goes from it, too', async (action) => {
    const { openid = '', input } = usual(action, 'grid-leader, in force')(product)
    const { noticeId } = input as { readonly noticeId: string }
    expect(await callAs(product, openid, action, input)).toMatchObject({ ok: true })
    const person = keys.person(openid)
    expect(product.database.find('notices', { actors: person })).toMatchObject([{ _id: noticeId }])
    expect(await callAs(product, openid, 'me.erase', {})).toMatchObject({ ok: true })
    expect(JSON.stringify(product.database.get('notices', noticeId))).not.toContain(person)
  })
})
