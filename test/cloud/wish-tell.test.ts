import { tellSoon } from '../../src/cloud/wish/tell'
import { definitions, type MessageFields } from '../../src/cloud/store/documents'
import type { AnyWishDeed } from '../../src/domain/wish/act'
import { day, hour } from '../../src/domain/time/clock'
import { demoRows } from '../../src/local/demo-rows'
import { messageText } from '../../src/text/messages'
import { connect, type Connected } from './support/cloud'
import { noon, surroundings } from './support/entry'
import { dutyMember, gridLeader, keys, secretary, volunteer } from './support/people'
import { put } from './support/somebody'
import { after, anOfferRow, aWishEvent, aWishRow, heard, type WishDocument } from './support/wish-row'

let cloud: Connected
beforeAll(async () => void (cloud = await connect()))
afterAll(() => cloud.close())
beforeEach(() => {
  for (const { name } of Object.values(definitions)) cloud.database.remove(name, {}, { multi: true })
  for (const { collection, documents } of demoRows()) cloud.database.insert(collection, documents)
})

const wisher = 'demo-person-a'
const second = 'demo-volunteer-2'
const names: Readonly<Record<string, string>> = {
  ...{ [keys.person(wisher)]: 'wisher', [keys.person(volunteer)]: 'helper', [keys.person(second)]: 'second' },
  ...{ [keys.person(dutyMember)]: 'duty', [keys.person(gridLeader)]: 'leader', [keys.person(secretary)]: 'secretary' },
}

type Actor = 'wisher' | 'helper' | 'volunteer' | 'duty' | 'system'
const whoIs = { wisher, helper: volunteer, volunteer, duty: dutyMember, system: null } as const
type Step = readonly [AnyWishDeed, Actor, (string | undefined)?]

const times = { minutes: 60, place: 'other', words: null } as const
const visitAt = noon + 3 * day
const arrange: Step = [{ verb: 'arrange', side: null, at: visitAt, ...times }, 'helper']
const accept: Step = [{ verb: 'accept', side: null, appointmentId: 'a1' }, 'wisher']
const claim: Step = [{ verb: 'claim', offerId: null }, 'volunteer']
const said = { side: null, words: null } as const
const visit = { appointmentId: 'a1', ...said } as const

const did = (row: WishDocument, steps: readonly Step[], now: number): WishDocument =>
  steps.reduce<WishDocument>((one, [deed, actor, openid]) => {
    const who = openid ?? whoIs[actor]
    return after(one, deed, { actor, person: who === null ? null : keys.person(who), now })
  }, row)

/** Who hears what of the last of these steps, told right after it. */
async function heardOf(
  steps: readonly Step[],
  over: Partial<WishDocument> = {},
  now = noon + hour,
): Promise<readonly string[]> {
  const before = heard(did(aWishRow(noon, { _id: 'told', ...over }), steps.slice(0, -1), noon + hour), noon + hour)
  put(cloud.database, { wishes: [did(before, steps.slice(-1), now)] })
  await tellSoon(surroundings(cloud.store, { now }), 'told')
  return messages().map(({ person, kind, params }) => `${names[person] ?? 'somebody'}: ${kind} ${params['step']}`)
}
const messages = () =>
  (cloud.database.find('messages') as unknown as readonly MessageFields[])
    .slice()
    .sort((one, other) => ((names[one.person] ?? '') < (names[other.person] ?? '') ? -1 : 1))

const weekly = { repeats: 'week' } as const
const absent = {
  person: null,
  filedBy: keys.person(dutyMember),
  filedAs: 'duty',
  behalf: { kind: 'office', name: null, phone: null },
} as const satisfies Partial<WishDocument>
const paired: readonly Step[] = [claim, arrange, accept]
const finish: Step = [{ verb: 'finish', done: true, minutes: 60, ...visit }, 'helper']
const ended = visitAt + hour

const steps: readonly (readonly [string, readonly Step[], readonly string[], Partial<WishDocument>?, number?])[] = [
  ['taken', [claim], ['wisher: wish.progress paired']],
  ['taken by the first of two', [claim], ['wisher: wish.progress claim'], { places: 2 }],
  [
    'taken by the second of two',
    [claim, [{ verb: 'claim', offerId: null }, 'volunteer', second]],
    ['helper: wish.progress paired', 'wisher: wish.progress paired'],
    { places: 2 },
  ],
  ['of somebody without a phone taken', [claim], ['duty: wish.todo call'], absent],
  ['given a time by the helper', [claim, arrange], ['wisher: wish.ask arrange']],
  ['given a time for somebody without a phone', [claim, arrange], ['duty: wish.todo speak'], absent],
  [
    'given a time by the wisher',
    [claim, [{ verb: 'arrange', side: null, at: visitAt, ...times }, 'wisher']],
    ['helper: wish.ask arrange'],
  ],
  ['agreed on', paired, ['helper: wish.progress accept']],
  ['called off by the wisher', [...paired, [{ verb: 'cancel', ...visit }, 'wisher']], ['helper: wish.progress cancel']],
  [
    'called off late by the helper',
    [...paired, [{ verb: 'cancel', ...visit }, 'helper']],
    ['duty: wish.todo late', 'wisher: wish.progress cancel'],
    {},
    visitAt - hour,
  ],
  ['left out for a week', [...paired, [{ verb: 'skip', ...visit }, 'wisher']], ['helper: wish.progress skip'], weekly],
  [
    'waiting for a stand-in',
    [...paired, [{ verb: 'want-stand-in', ...visit }, 'helper']],
    ['duty: wish.todo want-stand-in', 'wisher: wish.progress want-stand-in'],
  ],
  [
    'visited by a stand-in',
    [
      ...[...paired, [{ verb: 'want-stand-in', ...visit }, 'helper'] as const],
      [{ verb: 'stand-in', appointmentId: 'a1', helperId: 'h1' }, 'volunteer', second],
    ],
    ['helper: wish.progress stand-in', 'wisher: wish.progress stand-in'],
  ],
  ['said to be over by one', [...paired, finish], ['wisher: wish.ask finish'], {}, ended],
  [
    'said to have come to nothing',
    [...paired, [{ verb: 'finish', done: false, minutes: null, ...visit }, 'helper']],
    ['duty: wish.todo undone'],
    {},
    ended,
  ],
  ['given back', [claim, [{ verb: 'release', ...said }, 'helper']], ['wisher: wish.progress release']],
  [
    'wanted from somebody else',
    [claim, [{ verb: 'part', helperId: 'h1', words: null }, 'wisher']],
    ['helper: wish.progress part-left'],
  ],
  [
    'taken down by the wisher',
    [...paired, [{ verb: 'withdraw', words: null }, 'wisher']],
    ['helper: wish.progress withdraw'],
  ],
  [
    'taken down by the office',
    [...paired, [{ verb: 'close', words: '已经有人办了' }, 'duty']],
    ['helper: wish.progress close', 'wisher: wish.progress close'],
  ],
  ['wished for still', [[{ verb: 'keep', words: null }, 'wisher']], []],
  ['arrived at', [...paired, [{ verb: 'arrive', side: null, appointmentId: 'a1' }, 'helper']], [], {}, visitAt],
]

describe('of a wish that is', () => {
  it.each(steps.map(([name, given, expected, over, now]) => ({ name, given, expected, over, now })))(
    '$name everybody hears whom it concerns, and nobody who did it',
    async ({ given, expected, over, now }) => {
      expect(await heardOf(given, over, now)).toEqual(expected)
    },
  )

  it('granted both hear, whoever said it last', async () => {
    const both: readonly Step[] = [...paired, finish, [{ verb: 'finish', done: true, minutes: 60, ...visit }, 'wisher']]
    const before = heard(did(aWishRow(noon, { _id: 'told' }), both.slice(0, 3), noon + hour), noon + hour)
    put(cloud.database, { wishes: [did(heard(did(before, both.slice(3, 4), ended), ended), both.slice(4), ended)] })
    await tellSoon(surroundings(cloud.store, { now: ended }), 'told')
    expect(messages().map(({ params, person }) => `${names[person]} ${params['step']}`)).toEqual(['helper finish'])
  })
})

describe('what is said', () => {
  it('leads those in it to the wish, and the office to its own page', async () => {
    await heardOf([...paired, [{ verb: 'cancel', ...visit }, 'helper']], {}, visitAt - hour)
    expect(messages().map(({ path }) => path)).toEqual([
      ...['/pages/pair/card/index?id=told', '/pages/wish/visit/index?id=told'],
    ])
  })

  it('has words of its own and the time, and nothing of anybody', async () => {
    await heardOf([claim, arrange])
    const [asked] = messages()
    expect(asked && messageText(asked)).toEqual({
      title: '您的心愿对方约了个时间，请看看行不行',
      body: '时间是11月21日 12:00。请点开看一看。',
    })
  })
})

describe('a card that was written for a red card', () => {
  it('is told to whose it is, once, as soon as it hangs', async () => {
    put(cloud.database, {
      offers: [anOfferRow(noon, { _id: 'red' })],
      wishes: [aWishRow(noon, { _id: 'told', forOfferId: 'red', told: 0 })],
    })
    await tellSoon(surroundings(cloud.store), 'told')
    await tellSoon(surroundings(cloud.store, { now: noon + day }), 'told')
    expect(messages()).toMatchObject([
      { kind: 'wish.fit', params: { step: 'for' }, path: '/pages/wish/card/index?id=told' },
    ])
  })
})

describe('a visit that wants a stand-in', () => {
  const third = 'demo-volunteer-3'
  const offerOf = (openid: string) => anOfferRow(noon, { _id: `red-${openid}`, person: keys.person(openid) })
  const want: Step = [{ verb: 'want-stand-in', ...visit }, 'helper']
  /** Told to everybody up to then; each look at another time. */
  async function toldOf(row: WishDocument, ...times: readonly number[]): Promise<readonly string[]> {
    put(cloud.database, {
      offers: [offerOf(second), offerOf(third), offerOf(wisher), offerOf(volunteer)],
      wishes: [row],
    })
    for (const now of times) await tellSoon(surroundings(cloud.store, { now }), 'told')
    return messages()
      .filter(({ kind }) => kind === 'wish.fit')
      .map(({ person, params, path }) => `${names[person] ?? 'third'} ${params['step']} ${path}`)
  }
  const before = () => heard(did(aWishRow(noon, { _id: 'told' }), paired, noon + hour), noon + hour)

  it('is told, once, to those whose red cards fit and who are not in it', async () => {
    const row = did(before(), [want], noon + 2 * hour)
    const card = '/pages/wish/card/index?id=told'
    expect((await toldOf(row, noon + 2 * hour, noon + 3 * hour)).slice().sort()).toEqual([
      ...[`second stand-in ${card}`, `third stand-in ${card}`],
    ])
  })

  it('is told to the next ones where whoever stood in cannot come', async () => {
    const stoodIn: readonly Step[] = [
      want,
      [{ verb: 'stand-in', appointmentId: 'a1', helperId: 'h1' }, 'volunteer', second],
      [{ verb: 'release', ...said }, 'helper', second],
    ]
    const row = did(before(), stoodIn, noon + 2 * hour)
    expect((await toldOf(row, noon + 2 * hour)).filter((line) => line.startsWith('third'))).toHaveLength(1)
  })
})

describe('a cry for help', () => {
  it('that the only one on duty writes down for somebody is heard by somebody else', async () => {
    const event = aWishEvent({ id: '1', at: noon, verb: 'cry', actor: 'duty', person: keys.person(dutyMember) })
    const crying = { state: 'crying', ...absent, events: [{ ...event, from: 'crying', to: 'crying' }] } as const
    put(cloud.database, { wishes: [aWishRow(noon, { _id: 'told', ...crying, told: 0 })] })
    await tellSoon(surroundings(cloud.store), 'told')
    expect(messages().map(({ person, kind }) => `${names[person]} ${kind}`)).toEqual(['leader wish.cry'])
  })

  it('that is taken back is looked after all the same', async () => {
    const row = heard(aWishRow(noon, { _id: 'told', state: 'crying' }), noon)
    put(cloud.database, { wishes: [did(row, [[{ verb: 'withdraw', words: null }, 'wisher']], noon + hour)] })
    await tellSoon(surroundings(cloud.store, { now: noon + hour }), 'told')
    expect(messages().map(({ person, params }) => `${names[person]} ${params['step']}`)).toEqual(['duty cry-withdrawn'])
  })

  it('reaches the duty member, or the grid leader where there is none', async () => {
    cloud.database.modify('memberships', { person: keys.person(dutyMember) }, { $set: { state: 'revoked' } })
    put(cloud.database, { wishes: [aWishRow(noon, { _id: 'told', state: 'crying', told: 0 })] })
    await tellSoon(surroundings(cloud.store), 'told')
    expect(messages().map(({ person, kind }) => `${names[person]} ${kind}`)).toEqual(['leader wish.cry'])
  })
})
