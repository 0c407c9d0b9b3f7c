import { fullPeople } from '../fill-people'
import {
  all,
  changing,
  check,
  commit,
  count,
  draw,
  get,
  getThe,
  ofPerson,
  ofPlace,
  page,
  pushing,
  reader,
  reading,
  roles,
  together,
  type Beside,
} from './raw'

const newcomer = 'resident who agreed to nothing'
const gridLeader = 'grid-leader, in force'
const secretary = 'secretary, in force'
const own = { owner: 'own' } as const
const full = { fields: { communityId: 'full-00000', gridId: null }, openid: fullPeople.secretary }
const whole = { fields: { communityId: 'full-00000' }, openid: fullPeople.secretary }
const byReader = { openid: fullPeople.resident }
const community = getThe('communities', 'full-00000')
const demo = getThe('communities', 'west-street')
const people = Array.from({ length: 20 }, (_, at) => `person-${at}`)
const keepers = page('memberships', { communityId: 'raw', role: 'secretary', state: 'active' }, 'until')
/** A place where nobody keeps the community, so that nobody is told. */
const quiet = { buildingId: 'banyan-1', unitId: null, room: '301' }

/** Cards that somebody hung, wrote or helps with, and whom they do not want to meet. */
const cardsOfNobody = [
  page('wishes', { people: 'nobody' }, 'hungAt'),
  page('wishes', { actors: 'nobody' }, 'hungAt'),
  page('offers', { person: 'nobody' }, 'hungAt'),
  page('offers', { filedBy: 'nobody' }, 'hungAt'),
  page('blocks', { people: 'nobody' }, 'at'),
]

const noticesOfNobody = [
  ...[ofPerson('openings', 'at'), ofPerson('noticeQuestions', 'at'), ofPerson('voices', 'at')],
  ...[page('signUps', { people: 'nobody' }, 'endsAt'), page('notices', { actors: 'nobody' }, 'madeAt')],
  ...[page('noticeVisits', { actors: 'nobody' }, 'until'), page('voices', { notedBy: 'nobody' }, 'at')],
  ...[ofPerson('noticeGroups', 'madeAt'), ofPerson('noticeFiles', 'madeAt')],
]

/** What people tell of themselves. */
const account: readonly Beside[] = [
  { action: 'consent.grant', by: newcomer, raw: changing([get('erasures'), get('people')], ['people']) },
  {
    action: 'consent.withdraw',
    raw: changing([get('people'), ofPerson('subscriptions')], ['people', 'audits']),
  },
  {
    action: 'me.show',
    ...byReader,
    raw: reading(
      together(get('people'), get('erasures'), roles),
      together(get('homes'), count('complaints', { person: reader }), count('pictures', { person: reader })),
      count('messages', { person: reader }),
    ),
  },
  { action: 'me.name', raw: changing([get('people'), check], ['people']) },
  {
    action: 'me.export',
    raw: changing(
      [
        ...[get('people'), ofPerson('homes'), ofPerson('memberships', 'until'), ofPerson('complaints', 'filedAt')],
        ...[ofPerson('pictures'), page('messages', { person: 'nobody', unread: true }, 'at')],
        ...[page('messages', { person: 'nobody', unread: false }, 'at'), ofPerson('subscriptions')],
        ...[
          page('contactReports', { reporter: 'nobody' }, 'reporter'),
          page('invitations', { createdBy: 'nobody' }, 'createdBy'),
        ],
        page('audits', { actor: 'nobody' }, 'at'),
        page('requests', { people: 'nobody' }, 'filedAt'),
        page('requests', { actors: 'nobody' }, 'filedAt'),
        ...cardsOfNobody,
        ...noticesOfNobody,
      ],
      ['audits'],
    ),
  },
  {
    action: 'me.erase',
    raw: changing(
      [get('erasures'), roles, get('people')],
      ['erasures', 'people', 'audits'],
      [
        ...[
          ofPerson('homes'),
          ofPerson('memberships', 'until'),
          ofPerson('complaints', 'filedAt'),
          ofPerson('pictures'),
        ],
        ...[ofPerson('subscriptions'), page('contactReports', { reporter: 'nobody' }, 'reporter')],
        ...[page('invitations', { createdBy: 'nobody' }, 'createdBy'), page('checks', { author: 'nobody' }, 'author')],
        ...[page('requests', { people: 'nobody' }, 'filedAt'), page('requests', { actors: 'nobody' }, 'filedAt')],
        ...cardsOfNobody,
        ...noticesOfNobody,
        commit('people'),
      ],
    ),
  },
  { action: 'phone.give', raw: changing([get('people')], ['people']) },
  { action: 'phone.look', raw: changing([get('people')], ['audits']) },
  {
    action: 'home.declare',
    fields: quiet,
    raw: changing(
      [get('people'), together(getThe('buildings', 'banyan-1'), get('homes')), keepers, keepers],
      ['homes'],
    ),
  },
  {
    action: 'home.list',
    ...full,
    raw: reading(
      roles,
      ofPlace('homes', 'declaredAt', { state: 'declared' }),
      together(all('people', people), all('buildings', ['full-building-00000'])),
    ),
  },
  {
    action: 'home.confirm',
    by: gridLeader,
    raw: changing([get('homes'), roles], ['homes', 'audits', 'messages'], pushing),
  },
]

/** Roles, and how one comes to them. */
const offices: readonly Beside[] = [
  {
    action: 'community.found',
    raw: changing(
      [get('people'), get('setups'), check, get('memberships')],
      ['setups', 'communities', 'memberships', 'audits'],
    ),
  },
  { action: 'invitation.create', by: secretary, raw: changing([demo, roles], ['invitations', 'audits']) },
  { action: 'invitation.places', by: secretary, raw: reading(demo, roles) },
  {
    action: 'invitation.open',
    by: newcomer,
    raw: reading(get('invitations'), together(demo, get('memberships'), get('memberships'))),
  },
  {
    action: 'invitation.accept',
    raw: changing(
      [get('people'), get('invitations'), together(demo, get('memberships'), get('memberships')), check],
      ['invitations', 'memberships', 'audits', 'messages'],
    ),
  },
  {
    action: 'invitation.list',
    ...full,
    raw: reading(roles, together(ofPlace('invitations', 'createdAt'), community), all('memberships')),
  },
  { action: 'invitation.revoke', by: secretary, raw: changing([get('invitations'), roles], ['invitations', 'audits']) },
  {
    action: 'invitation.picture',
    by: secretary,
    raw: reading(get('invitations'), roles, get('memberships'), draw),
  },
  {
    action: 'member.list',
    ...full,
    raw: reading(roles, together(ofPlace('memberships', 'from'), community), all('people', people)),
  },
  {
    action: 'member.revoke',
    by: gridLeader,
    raw: changing([get('memberships'), roles, demo], ['memberships', 'audits', 'messages'], pushing),
  },
  {
    action: 'member.renew',
    by: gridLeader,
    raw: changing([get('memberships'), roles, demo], ['memberships', 'audits', 'messages']),
  },
  { action: 'member.phone', by: gridLeader, raw: changing([get('memberships'), roles, get('people')], ['audits']) },
  {
    action: 'work.show',
    by: gridLeader,
    raw: reading(
      roles,
      all('communities', ['west-street']),
      together(
        count('homes', { communityId: 'raw', state: 'declared' }),
        count('checks', { communityId: 'raw', open: true }),
        count('complaints', { communityId: 'raw', state: 'open' }),
        count('requests', { communityId: 'raw', desk: 'todo' }),
        count('requests', { communityId: 'raw', desk: 'doing' }),
        count('requests', { communityId: 'raw', desk: 'todo', dueAt: 0 }),
      ),
    ),
  },
]

/** What people write, what they are told, and what is looked back on. */
const written: readonly Beside[] = [
  { action: 'picture.begin', raw: changing([get('people')], ['pictures']) },
  { action: 'picture.add', situation: own, raw: changing([get('pictures'), get('people')], []) },
  {
    action: 'complaint.file',
    fields: { communityId: 'riverside' },
    raw: changing([get('people'), getThe('communities', 'riverside'), get('homes'), check, keepers], ['complaints']),
  },
  { action: 'complaint.mine', ...byReader, raw: reading(page('complaints', { person: reader }, 'filedAt')) },
  {
    action: 'complaint.list',
    ...full,
    raw: reading(roles, ofPlace('complaints', 'filedAt', { state: 'open' })),
  },
  { action: 'complaint.show', situation: own, raw: reading(get('complaints')) },
  {
    action: 'complaint.answer',
    by: secretary,
    raw: changing([get('complaints'), roles, check], ['complaints', 'messages'], pushing),
  },
  {
    action: 'complaint.withdraw',
    situation: own,
    raw: changing([get('complaints'), all('checks')], ['complaints']),
  },
  {
    action: 'check.list',
    ...full,
    raw: reading(roles, ofPlace('checks', 'dueAt', { open: true }), all('complaints')),
  },
  {
    action: 'check.decide',
    by: secretary,
    raw: changing([get('checks'), roles, get('complaints')], ['checks', 'audits']),
  },
  { action: 'message.list', ...byReader, raw: reading(page('messages', { person: reader, unread: true }, 'at')) },
  {
    action: 'message.unread',
    raw: reading(together(count('messages', { person: 'nobody', unread: true }), ofPerson('subscriptions'), roles)),
  },
  { action: 'message.read', situation: own, raw: changing([get('messages')], ['messages']) },
  {
    action: 'message.read-all',
    raw: changing([() => ({ do: 'update', collection: 'messages', where: { person: 'nobody', unread: true } })], []),
  },
  { action: 'message.subscribe', raw: changing([get('people'), get('subscriptions')], ['subscriptions']) },
  { action: 'audit.list', ...whole, raw: reading(roles, ofPlace('audits', 'at'), all('memberships')) },
  {
    action: 'report.list',
    ...whole,
    raw: reading(roles, together(ofPlace('contactReports', 'receivedAt'), community), all('buildings')),
  },
  { action: 'miss.list', ...whole, raw: reading(roles, ofPlace('searchMisses', 'day')) },
]

/** Every action about people beside the SDK calls that it must make. */
export const peopleBeside: readonly Beside[] = [...account, ...offices, ...written]
