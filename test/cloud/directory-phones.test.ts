import { day } from '../../src/domain/time/clock'
import type { LocalCloud } from '../../src/local/start'
import { callApi, startProduct } from './support/cloud'
import { kept, keptPhone, outcome, westStreet } from './support/directory'
import {
  callAs,
  consent,
  dataAs,
  dutyMember,
  freshKey,
  gridLeader,
  otherGridLeader,
  otherSecretary,
  secretary,
} from './support/people'
import { reporting } from './support/report'

let cloud: LocalCloud
let asItWas: object & { readonly _id: string }
beforeAll(async () => {
  cloud = await startProduct()
  asItWas = cloud.database.get('communities', 'west-street') as typeof asItWas
})
afterAll(() => cloud.close())
beforeEach(() => {
  const { database, clock } = cloud
  clock.moveTo(0)
  for (const name of ['contactReports', 'messages', 'directories', 'resends', 'counters'])
    database.remove(name, {}, { multi: true })
  database.remove('communities', { _id: 'west-street' })
  database.insert('communities', [asItWas])
})

const number = '000-8888 1201'
const phone = () => keptPhone(cloud, 'west-property', 'p1201')
/** Somebody says something of the front desk's number, and is answered with the report's id. */
async function says(openid: string, over: object = {}): Promise<string> {
  const reply = await callApi(cloud, reporting(freshKey(), over), openid)
  if (!reply.ok) throw new Error(reply.refused)
  return String(reply.data['reportId'])
}
const verify = (openid = gridLeader, over: object = {}) =>
  outcome(cloud, openid, 'phone.verify', {
    ...{ ...westStreet, agencyId: 'west-property', phoneId: 'p1201', number, ...over },
  })
const answer = (reportId: string, words: object, openid = gridLeader) =>
  outcome(cloud, openid, 'report.answer', { reportId, answer: words })
const answersOf = (...ids: readonly string[]) =>
  ids.map((id) => (cloud.database.get('contactReports', id) as unknown as { answer: { as: string } | null }).answer?.as)
const newsOf = async (openid: string) => {
  const { messages } = await dataAs<{ messages: readonly { kind: string; params: object }[] }>(
    ...([cloud, openid, 'message.list', { unread: true, cursor: null }] as const),
  )
  return messages.filter(({ kind }) => kind === 'contact.answered').map(({ params }) => params)
}
/** What a resident sees of the number at the door. */
async function atDoor() {
  const { agencies } = await dataAs<{ agencies: { id: string; phones: { id: string; doubted?: true }[] }[] }>(
    ...([cloud, 'a-resident', 'door.open', { by: 'place', buildingId: 'heyuan-1', unitId: null }] as const),
  )
  return agencies.find(({ id }) => id === 'west-property')?.phones.find(({ id }) => id === 'p1201')
}
interface Check {
  readonly phones: readonly { readonly phoneId: string; readonly why: readonly string[]; readonly reporters: number }[]
  readonly more: number
}
const toCheck = () => dataAs<Check>(cloud, gridLeader, 'phones.check', westStreet)

describe('a number that residents say is wrong', () => {
  it('is doubted from the second of them on, at the door and in the directory, which keeps its revision', async () => {
    const { revision } = kept(cloud)
    await says('one')
    expect([phone()?.doubtedAt, (await atDoor())?.doubted]).toEqual([undefined, undefined])
    await says('two')
    expect(phone()?.doubtedAt).toEqual(expect.any(Number))
    expect(await atDoor()).toMatchObject({ doubted: true })
    expect(await atDoor()).not.toHaveProperty('doubtedAt')
    expect(kept(cloud).revision).toBe(revision)
  })

  it('is not doubted because one of them says so on two days', async () => {
    await says('one')
    cloud.clock.moveTo(day)
    await says('one')
    expect(phone()?.doubtedAt).toBeUndefined()
  })

  it('is not doubted because nobody answered', async () => {
    await says('one', { kind: 'no-answer' })
    await says('two', { kind: 'no-answer' })
    expect(phone()?.doubtedAt).toBeUndefined()
  })

  it.each(Array.from({ length: 3 }, (_, round) => round))('is doubted where two say so at once (%i)', async (round) => {
    await Promise.all([says(`one-${round}`), says(`two-${round}`)])
    expect(phone()?.doubtedAt).toEqual(expect.any(Number))
  })

  it('is doubted once, and not anew with each further one', async () => {
    for (const openid of ['one', 'two']) await says(openid)
    const first = phone()?.doubtedAt
    cloud.clock.moveTo(day)
    await says('three')
    expect(phone()?.doubtedAt).toBe(first)
  })

  it('goes first in the keepers’ list, with how many said so', async () => {
    for (const openid of ['one', 'two', 'three']) await says(openid)
    const { phones, more } = await toCheck()
    expect(phones[0]).toMatchObject({ phoneId: 'p1201', number, agencyName: '和苑物业服务中心', reporters: 3 })
    expect(phones[0]?.why).toContain('reported')
    expect(phones.every(({ why }) => why.length > 0)).toBe(true)
    expect(more).toBe(0)
  })

  it('is in nobody’s list but the keepers’', async () => {
    const answers = await Promise.all(
      [secretary, dutyMember, otherSecretary, 'nobody'].map((openid) =>
        outcome(cloud, openid, 'phones.check', westStreet),
      ),
    )
    expect(answers).toEqual(['ok', 'role.forbidden', 'role.forbidden', 'role.forbidden'])
  })
})

describe('a number that a keeper has rung', () => {
  it('is verified now, free of doubts and out of the list, in the next revision', async () => {
    for (const openid of ['one', 'two']) await says(openid)
    const { revision } = kept(cloud)
    expect(await verify()).toBe('ok')
    expect(phone()).toEqual(expect.not.objectContaining({ doubtedAt: expect.anything() }))
    expect(phone()?.verifiedAt).toBeGreaterThan(0)
    expect(kept(cloud).revision).toBe(revision + 1)
    expect((await toCheck()).phones.map(({ phoneId }) => phoneId)).not.toContain('p1201')
  })

  it('answers everybody who reported it, however many, and tells those who have an account once', async () => {
    await consent(cloud, 'one')
    const ids = [await says('one')]
    for (let at = 0; at < 8; at++) ids.push(await says(`somebody-${at}`))
    ids.push(await says('one', { kind: 'no-answer' }))
    expect(await verify()).toBe('ok')
    expect(answersOf(...ids)).toEqual(ids.map(() => 'confirmed'))
    expect(await newsOf('one')).toEqual([{ as: 'confirmed' }])
    expect(cloud.database.find('messages', { kind: 'contact.answered' })).toHaveLength(1)
  })

  it('can be doubted again by reports that come later', async () => {
    for (const openid of ['one', 'two']) await says(openid)
    await verify()
    cloud.clock.moveTo(day)
    await says('three')
    expect(phone()?.doubtedAt).toBeUndefined()
    await says('four')
    expect(phone()?.doubtedAt).toEqual(expect.any(Number))
  })

  it.each([
    ['another number than stands there', { number: '000-1' }, 'phone.moved'],
    ['a phone of nobody', { phoneId: 'gone' }, 'contact.unknown'],
    ['an agency of another community', { agencyId: 'mill-property', phoneId: 'p2201' }, 'contact.unknown'],
  ])('is refused for %s', async (_, over, refused) => {
    expect(await verify(gridLeader, over)).toBe(refused)
  })

  it('is verified by no secretary of another community', async () => {
    expect(await verify(otherSecretary)).toBe('role.forbidden')
  })
})

describe('a report', () => {
  it('that is corrected puts the new number there, verified, and tells who reported', async () => {
    await consent(cloud, 'one')
    const id = await says('one')
    expect(await answer(id, { as: 'corrected', number: '0371 6800 1234' })).toBe('ok')
    expect(phone()).toMatchObject({ number: '0371-68001234', verifiedAt: expect.any(Number) })
    expect(answersOf(id)).toEqual(['corrected'])
    expect(await newsOf('one')).toEqual([{ as: 'corrected' }])
  })

  it('that is true takes the number out', async () => {
    const id = await says('one')
    expect(await answer(id, { as: 'removed' })).toBe('ok')
    expect(phone()).toBeUndefined()
  })

  it('about a number that is gone is answered without touching the directory', async () => {
    const [first, other] = [await says('one'), await says('two', { kind: 'no-answer' })]
    cloud.database.modify('contactReports', { _id: other }, { $set: { number: '000-1' } })
    expect(await answer(first, { as: 'removed' })).toBe('ok')
    const { revision } = kept(cloud)
    expect(await answer(other, { as: 'confirmed' })).toBe('report.number-gone')
    expect(await answer(other, { as: 'corrected', number: null })).toBe('ok')
    expect([answersOf(other), kept(cloud).revision]).toEqual([['corrected'], revision])
  })

  it.each([
    [{ as: 'corrected', number: null }, 'report.no-number'],
    [{ as: 'corrected', number: '68001234' }, 'agency.no-area-code'],
    [{ as: 'corrected', number: '不知道' }, 'agency.bad-number'],
  ])('is not answered with %j', async (words, refused) => {
    const id = await says('one')
    expect(await answer(id, words)).toBe(refused)
    expect(answersOf(id)).toEqual([undefined])
  })

  it('is not answered with a number that the agency has in another row', async () => {
    const id = await says('one')
    const { agencies } = kept(cloud)
    const twin = { ...phone(), id: 'p1299', number: '0371-68001234' }
    cloud.database.modify(
      'communities',
      { _id: 'west-street' },
      {
        $set: {
          agencies: agencies.map((one) =>
            one.id === 'west-property' ? { ...one, phones: [...one.phones, twin] } : one,
          ),
        },
      },
    )
    expect(await answer(id, { as: 'corrected', number: '037168001234' })).toBe('report.same-number')
    expect(answersOf(id)).toEqual([undefined])
    expect(await answer(id, { as: 'removed' })).toBe('ok')
  })

  it('is answered together with what others said of the same number', async () => {
    const ids = [await says('one'), await says('two'), await says('three', { kind: 'no-answer' })]
    const input = { reportId: ids[1], answer: { as: 'removed' } }
    expect(await dataAs(cloud, gridLeader, 'report.answer', input)).toMatchObject({ answered: 3 })
    expect(answersOf(...ids)).toEqual(['removed', 'removed', 'removed'])
  })

  it('is answered once: of two keepers at once the second is told', async () => {
    const id = await says('one')
    const both = await Promise.all([
      answer(id, { as: 'corrected', number: '95598' }, gridLeader),
      answer(id, { as: 'removed' }, secretary),
    ])
    expect(both.filter((one) => one === 'ok')).toHaveLength(1)
    expect(both).toContain('report.answered')
  })

  it('whose answer’s reply was lost is answered the same, and the reporter is told once', async () => {
    await consent(cloud, 'one')
    const input = { reportId: await says('one'), answer: { as: 'confirmed' } }
    const key = freshKey()
    const first = await callAs(cloud, gridLeader, 'report.answer', input, key)
    const again = await callAs(cloud, gridLeader, 'report.answer', input, key)
    expect(again.ok && again.data).toEqual(first.ok && first.data)
    expect(await newsOf('one')).toHaveLength(1)
  })

  it('is answered by the keepers of its building’s grid, and by nobody else', async () => {
    const id = await says('one')
    const answers = await Promise.all(
      [otherGridLeader, dutyMember, otherSecretary, 'one'].map((openid) => answer(id, { as: 'confirmed' }, openid)),
    )
    expect(answers).toEqual(Array.from({ length: 4 }, () => 'role.forbidden'))
  })

  it('shows its answer in the keepers’ list', async () => {
    const id = await says('one')
    const listed = () => dataAs<{ reports: object[] }>(cloud, secretary, 'report.list', { ...westStreet, cursor: null })
    expect((await listed()).reports).toEqual([expect.objectContaining({ reportId: id, answer: null })])
    await answer(id, { as: 'confirmed' })
    expect((await listed()).reports).toEqual([
      expect.objectContaining({ reportId: id, answer: { as: 'confirmed', at: expect.any(Number) } }),
    ])
  })
})
