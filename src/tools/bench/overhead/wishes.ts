import { keys } from '../../support/proof/documents'
import { fullPeople } from '../fill-people'
import { fullOffer, fullVolunteer, fullWall, fullWish } from '../fill-wishes'
import {
  add,
  changing,
  check,
  commit,
  count,
  get,
  getThe,
  page,
  pushing,
  reading,
  roles,
  together,
  type Beside,
  type Raw,
} from './raw'

const secretary = 'secretary, in force'
const gridLeader = 'grid-leader, in force'
const duty = 'duty, in force'
const volunteer = 'volunteer, in force'
const own = { owner: 'own' } as const
const wall = { communityId: fullWall.communityId }
const bySecretary = { fields: { ...fullWall, gridId: null }, openid: fullPeople.secretary }
const byVolunteer = { openid: fullVolunteer }
const helper = keys.person(fullVolunteer)
const resident = keys.person(fullPeople.resident)

const wish = getThe('wishes', fullWish(0))
const offer = getThe('offers', fullOffer(0))
const building = getThe('buildings', 'heyuan-1')
const demo = getThe('communities', 'west-street')
const duties = page('memberships', { communityId: 'west-street', role: 'duty', state: 'active' }, 'until', 100)
const leaders = page('memberships', { communityId: 'west-street', role: 'grid-leader', state: 'active' }, 'until', 100)
const hanging = (collection: 'wishes' | 'offers', limit = 21): Raw =>
  page(collection, { ...wall, zone: 'wall', finds: '' }, 'hungAt', limit)
const stacked = count('wishes', { ...wall, zone: 'stack' })
const ofNobody = (collection: 'wishes' | 'offers', limit = 100): Raw =>
  page(collection, { [collection === 'wishes' ? 'people' : 'person']: 'nobody' }, 'hungAt', limit)
const blocks = page('blocks', { people: 'nobody' }, 'at', 500)
/** What shares a key with a card. */
const alike = (collection: 'wishes' | 'offers'): Raw =>
  page(collection, { ...wall, keys: 'buy-groceries' }, 'hungAt', 100)

/** Whoever is concerned is told in a commit of its own. */
const telling = [wish, commit('wishes')] as const

/** Hung, read and paired, beside the SDK calls that it cannot do without. */
export const wishesBeside: readonly Beside[] = [
  { action: 'wish.suggest', raw: () => ({ kind: 'steps', steps: [] }) },
  {
    action: 'wish.hang',
    raw: reading(get('people'), together(building, ofNobody('wishes')), demo, check, add('wishes')),
  },
  {
    action: 'wish.cry',
    raw: reading(
      together(building, ofNobody('wishes')),
      demo,
      add('wishes'),
      ...[wish, duties, commit('wishes', 'messages'), ...pushing],
    ),
  },
  { action: 'wall.open', fields: wall, raw: reading(together(hanging('wishes'), hanging('offers'), stacked)) },
  { action: 'wall.page', fields: wall, raw: reading(hanging('wishes')) },
  { action: 'wish.card', raw: reading(together(wish, roles)) },
  { action: 'offer.card', raw: reading(offer) },
  {
    action: 'wish.claim',
    by: volunteer,
    raw: changing(
      [get('people'), wish, roles, ofNobody('wishes'), blocks],
      ['wishes'],
      [...telling, duties, leaders, commit('messages'), ...pushing],
    ),
  },
  { action: 'wish.show', by: duty, raw: reading(wish, roles, get('people')) },
  {
    action: 'wish.mine',
    openid: fullPeople.resident,
    raw: reading(page('wishes', { people: resident }, 'hungAt')),
  },
  {
    action: 'wish.fitting',
    ...byVolunteer,
    fields: wall,
    raw: reading(
      roles,
      page('offers', { person: helper }, 'hungAt'),
      together(...Array.from({ length: 5 }, () => alike('wishes')), blocks),
    ),
  },
  { action: 'wish.act', by: gridLeader, raw: changing([get('people'), wish, roles], ['wishes'], telling) },
  {
    action: 'wish.look',
    by: duty,
    raw: changing([get('people'), wish, roles, together(get('people'), get('people'))], ['audits']),
  },
  { action: 'wish.block', situation: own, raw: changing([get('people'), wish, get('blocks')], ['blocks']) },
  { action: 'wish.hours', ...byVolunteer, raw: reading(page('wishes', { actors: helper }, 'hungAt')) },
  {
    action: 'wish.list',
    ...bySecretary,
    raw: reading(roles, page('wishes', { ...wall, desk: 'wall' }, 'dueAt')),
  },
  {
    action: 'wish.fits',
    openid: fullPeople.secretary,
    fields: { wishId: fullWish(0) },
    raw: reading(wish, roles, together(alike('offers'), alike('offers'), blocks, ofNobody('wishes', 51))),
  },
  {
    action: 'wish.plan',
    ...bySecretary,
    raw: reading(roles, together(hanging('wishes', 101), hanging('offers', 101))),
  },
  {
    action: 'offer.hang',
    by: volunteer,
    raw: reading(roles, get('people'), ofNobody('offers'), check, add('offers')),
  },
  {
    action: 'offer.mine',
    ...byVolunteer,
    raw: reading(
      together(page('offers', { person: helper }, 'hungAt', 31), page('offers', { filedBy: helper }, 'hungAt', 31)),
    ),
  },
  { action: 'offer.act', situation: own, raw: changing([get('people'), offer], ['offers']) },
  {
    action: 'member.check',
    by: secretary,
    raw: changing([get('memberships'), roles, together(ofNobody('offers'), roles)], ['memberships', 'audits']),
  },
]
