import { firstDocument, type Definition } from '../../../src/cloud/store/collection'
import { definitions } from '../../../src/cloud/store/documents'
import { homeId, membershipId, sealedAt } from '../../../src/cloud/people/ids'
import type { Keys } from '../../../src/cloud/keys'
import { noticeVersion, purposes } from '../../../src/domain/people/consent'
import { day } from '../../../src/domain/time/clock'
import type { Database } from '../../../src/local/database/database'
import { keys as developmentKeys } from './people'
import { noticeLifeOf } from './somebody-notices'
import { aRequest, anEvent } from './request-row'
import { aWishEvent, aWishRow, anOfferRow } from './wish-row'

/** What is known of somebody, and must not be found anywhere once erased. */
export const known = {
  openid: 'openid-of-somebody-known',
  name: '魏大姐',
  phone: '13900001234',
  room: '三门八零一',
  words: '楼道灯坏了三个月没人管',
  answer: '已经报给物业了，周三来修。',
} as const
export const somebody = developmentKeys.person(known.openid)

type Name = keyof typeof definitions
/** A document as a test writes it down: `put` checks it against its collection. */
export interface Written {
  readonly _id: string
  readonly [field: string]: unknown
}
export type Life = Readonly<Partial<Record<Name, readonly Written[]>>>

const place = { communityId: 'west-street', gridId: 'west-1', agencyId: null }
const leader = { ...place, role: 'grid-leader' as const }
const volunteer = { ...place, role: 'volunteer' as const }

/** So that the requests of several people do not have the same number. */
const serialOf = (person: string): number => parseInt(person.slice(0, 7), 16)

/** One of everything that can be kept about a person, and what others wrote to them. */
export function lifeOf(
  openid: string,
  now: number,
  files: readonly string[] = ['cloud://none/one', 'cloud://none/two'],
  keys: Keys = developmentKeys,
): Life {
  const person = keys.person(openid)
  const at = now - 10 * day
  const phone = openid === known.openid ? known.phone : '13900005678'
  const own = (name: string) => `${name}-${person.slice(0, 8)}`
  const membership = (held: typeof leader | typeof volunteer, over: object) => {
    const _id = membershipId(person, held)
    const name = keys.seal(known.name, sealedAt('memberships', 'name', _id))
    const times = { from: at, until: now + 300 * day, endedAt: null, invitationId: null, checkedAt: null }
    return { _id, person, ...held, name, ...times, state: 'active', keyId: keys.currentKey, ...over }
  }
  const complaint = (name: string, over: object) => ({
    ...{ _id: own(name), person, communityId: 'west-street', gridId: 'west-1', kind: 'service', about: null },
    ...{ words: known.words, wordsState: 'shown', pictures: [], state: 'open', answers: [] },
    ...{ filedAt: at, dueAt: at + 7 * day, ...over },
  })
  const answer = { id: 'a1', at: now, author: person, role: 'grid-leader', words: known.answer, state: 'shown' }
  const check = (kind: string, id: string, part: string | null) => ({
    ...{
      _id: own(`check-${kind}`),
      kind,
      about: { collection: kind === 'picture' ? 'pictures' : 'complaints', id, part },
    },
    ...{ author: person, communityId: 'west-street', gridId: 'west-1', state: 'review', open: true, tries: 1 },
    ...{ nextAt: at, at, dueAt: at + day, decidedAt: null },
  })
  const picture = (name: string, fileId: string | undefined, over: object) => ({
    ...{
      _id: own(name),
      person,
      copyName: own(name),
      uploadId: null,
      fileId: fileId ?? null,
      type: 'jpeg',
      width: 40,
      height: 30,
    },
    ...{ state: 'passed', traceId: null, tries: 1, nextAt: at, complaintId: null, used: false, addedAt: now, ...over },
  })
  const message = (name: string, unread: boolean) => ({
    ...{ _id: own(name), person, kind: 'complaint.answered', params: {}, path: null, at, unread },
    ...{ push: unread ? 'waiting' : 'sent', template: 'progress', paid: false, tries: 0, nextAt: at },
  })
  const home = homeId(person)
  const sealedIn = (_id: string, field: string, text: string) => keys.seal(text, sealedAt('requests', field, _id))
  const request = own('request')
  const theirs = aRequest(at, {
    ...{ _id: request, serial: serialOf(person), turn: own('turn'), person, words: known.words },
    ...{ room: sealedIn(request, 'room', known.room), phone: sealedIn(request, 'phone', phone) },
    behalf: {
      kind: 'family',
      name: sealedIn(request, 'behalf.name', known.name),
      phone: sealedIn(request, 'behalf.phone', phone),
    },
    ...{ pictures: [own('picture')], keyId: keys.currentKey, nextAt: now + 400 * day, endedAt: null },
    voices: [{ person, actor: 'owner', at, solved: true, satisfied: true, words: known.words, wordsState: 'shown' }],
  })
  const worked = aRequest(at, {
    ...{ _id: own('worked'), serial: serialOf(person) + 1, turn: own('turn-worked'), person: 'another-resident' },
    ...{ words: '别人的诉求', filer: person, filedBy: person, filedAs: 'grid-leader', nextAt: now + 400 * day },
    keyId: keys.currentKey,
    neighbours: [{ person: 'another-neighbour', at }],
    events: [
      anEvent({ id: '1', at, actor: 'grid-leader', role: 'grid-leader', person }),
      anEvent({ id: '2', at, verb: 'accept', actor: 'grid-leader', role: 'grid-leader', person, words: known.answer }),
    ],
  })
  const joined = aRequest(at, {
    ...{ _id: own('joined'), serial: serialOf(person) + 2, turn: own('turn-joined'), person: 'another-resident' },
    ...{ words: '别人的诉求', neighbours: [{ person, at }], nextAt: now + 400 * day, keyId: keys.currentKey },
    events: [
      anEvent({ id: '1', at, person: 'another-resident' }),
      anEvent({ id: '2', at, verb: 'join', actor: 'neighbour', person }),
      anEvent({ id: '3', at, verb: 'remind', actor: 'neighbour', person, words: known.words }),
    ],
  })
  const sealedWish = (field: string, text: string) => keys.seal(text, sealedAt('wishes', field, own('wish')))
  const contact = (field: string) => ({
    name: sealedWish(`${field}.name`, known.name),
    phone: sealedWish(`${field}.phone`, phone),
  })
  const far = { nextAt: now + 400 * day, keyId: keys.currentKey }
  const wished = aWishRow(at, {
    ...{ _id: own('wish'), turn: own('turn-wish'), person, words: known.words, wants: [known.words], ...far },
    ...{ room: sealedWish('room', known.room), phone: sealedWish('phone', phone) },
    ...{ behalf: { kind: 'family' as const, ...contact('behalf') }, emergency: contact('emergency') },
    ...{
      state: 'granted' as const,
      thanks: { words: known.words, wordsState: 'shown' as const, at },
      shows: ['wisher'],
    },
    ...{ pairedAt: at, endedAt: now, filedBy: null },
  })
  const red = anOfferRow(at, {
    ...{ _id: own('offer'), turn: own('turn-offer'), person, words: known.words, limits: [known.words], ...far },
    ...{ wishIds: [own('helped')], capacity: 1 },
  })
  const helped = aWishRow(at, {
    ...{ _id: own('helped'), turn: own('turn-helped'), person: 'another-resident', words: '别人的心愿', ...far },
    ...{ state: 'arranged' as const, since: at, pairedAt: at, repeats: 'week' as const },
    helpers: [{ id: 'h1', person, offerId: own('offer'), by: 'claim', agreed: true, at }],
    appointments: [
      {
        ...{
          id: 'a1',
          at,
          minutes: 60,
          place: 'other' as const,
          proposedBy: 'h1',
          state: 'done' as const,
          arrived: [],
        },
        ...{ finished: [], standIns: [], hours: [{ person, minutes: 60 }] },
      },
      {
        ...{
          id: 'a2',
          at: now + day,
          minutes: 60,
          place: 'other' as const,
          proposedBy: 'h1',
          state: 'agreed' as const,
        },
        ...{ arrived: [], finished: [], standIns: [], hours: [] },
      },
    ],
    events: [
      aWishEvent({ id: '1', at, person: 'another-resident' }),
      aWishEvent({ id: '2', at, verb: 'claim', actor: 'volunteer', person, to: 'claimed', words: known.words }),
    ],
  })
  const written = anOfferRow(at, {
    ...{
      _id: own('written'),
      turn: own('turn-written'),
      person: null,
      filedBy: person,
      filedAs: 'grid-leader',
      ...far,
    },
    ...{ words: '别人的接单卡', behalf: { name: null, phone: null } },
  })
  const block = { _id: own('block'), people: [person, 'another-resident'], by: person, at }
  return {
    ...noticeLifeOf({ person, own, at, now, keys, known }),
    wishes: [wished, helped],
    offers: [red, written],
    blocks: [block],
    people: [
      {
        _id: person,
        openid: keys.seal(openid, sealedAt('people', 'openid', person)),
        name: keys.seal(known.name, sealedAt('people', 'name', person)),
        phone: keys.seal(phone, sealedAt('people', 'phone', person)),
        ...{ phoneLookup: keys.lookup('phone', phone), phoneFrom: 'typed', phoneAt: at },
        consents: purposes.map((purpose) => ({ purpose, version: noticeVersion, at, withdrawnAt: null })),
        ...{ since: at, keyId: keys.currentKey },
      },
    ],
    homes: [
      {
        ...{ _id: home, person, communityId: 'west-street', gridId: 'west-1', estateId: 'heyuan' },
        ...{ buildingId: 'heyuan-1', unitId: 'heyuan-1-1' },
        room: keys.seal(known.room, sealedAt('homes', 'room', home)),
        ...{ state: 'confirmed', declaredAt: at, decidedBy: null, decidedAt: at, keyId: keys.currentKey },
      },
    ],
    memberships: [membership(leader, {}), membership(volunteer, { state: 'revoked', endedAt: at })],
    invitations: [
      {
        ...{ _id: own('invitation'), role: 'volunteer', ...place, uses: 3, used: 1, months: 12 },
        ...{
          createdBy: person,
          madeAs: membershipId(person, leader),
          createdAt: at,
          expiresAt: now + day,
          state: 'open',
        },
      },
    ],
    complaints: [
      complaint('open', { pictures: [own('picture')] }),
      complaint('answered', { state: 'answered', answers: [{ ...answer, author: 'another-keeper' }] }),
      complaint('of-another', { person: 'another-resident', words: '别人的话', state: 'answered', answers: [answer] }),
    ],
    requests: [theirs, worked, joined],
    checks: [
      check('complaint', own('open'), null),
      check('answer', own('of-another'), 'a1'),
      check('picture', own('picture'), null),
    ],
    pictures: [
      picture('picture', files[0], { used: true, complaintId: own('open') }),
      picture('unused', files[1], { state: 'asking' }),
    ],
    messages: [message('unread', true), message('read', false)],
    subscriptions: [
      {
        ...{ _id: own('subscription'), person, template: 'progress', left: 2, banned: false },
        ...{ answeredAt: at, lastAnswer: 'accept' },
      },
    ],
    contactReports: [
      {
        ...{ _id: own('report'), communityId: 'west-street', buildingId: 'heyuan-1', agencyId: 'west-property' },
        ...{ phoneId: 'p1201', number: '000-66881201', matterId: 'drain-blocked', kind: 'no-answer' },
        ...{ reporter: person, receivedAt: at, answer: { as: 'corrected', at, by: null } },
      },
    ],
    audits: [
      {
        ...{ _id: own('audit'), communityId: 'west-street', actor: person, role: 'grid-leader' },
        ...{ membershipId: membershipId(person, leader), verb: 'home.confirm', subject: null, why: null, at },
      },
    ],
  }
}

/** A line of each list that keepers of West Street read. */
export const listedForKeepers: Life = {
  audits: [
    {
      ...{ _id: 'listed', communityId: 'west-street', actor: 'x', role: 'system', membershipId: null },
      ...{ verb: 'member.phone', subject: null, why: '今晚换班', at: Date.parse('2026-11-18T12:00:00+08:00') },
    },
  ],
  searchMisses: [
    {
      ...{ _id: 'listed', communityId: 'west-street', day: '2026-11-18', outcome: 'wrong', text: '哪里能修伞' },
      ...{ count: 3, shown: [{ matterId: 'drain-blocked', count: 2 }] },
    },
  ],
  contactReports: [
    {
      ...{ _id: 'listed', communityId: 'west-street', buildingId: 'heyuan-1', agencyId: 'west-property' },
      ...{ phoneId: 'p1201', number: '000-1234', matterId: 'drain-blocked', kind: 'no-answer', reporter: null },
      receivedAt: Date.parse('2026-11-18T12:00:00+08:00'),
    },
  ],
}

/** Puts documents into the local cloud as the store would have written them first. */
export function put(database: Database, life: Life): void {
  for (const [name, documents] of Object.entries(life)) {
    const definition = definitions[name as Name] as unknown as Definition<object>
    database.insert(
      definition.name,
      documents.map((document) => firstDocument(definition, document)),
    )
  }
}
