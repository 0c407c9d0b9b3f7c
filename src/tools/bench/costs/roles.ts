import { fullPeople } from '../fill-people'
import { already, cost, usual, type Priced } from './priced'

const newcomer = 'resident who agreed to nothing'
const secretary = 'secretary, in force'
const gridLeader = 'grid-leader, in force'
const full = { communityId: 'full-00000', gridId: null, cursor: null }

/** Who may do what, and how one comes to it. */
export const roleCosts: readonly Priced[] = [
  { action: 'community.found', situation: 'a new community', call: usual('community.found'), cost: cost(20, 1, 6) },
  {
    action: 'community.found',
    situation: 'a code that nobody made',
    call: usual('community.found', 'resident', {}, { code: '7K2M-XQ9R-TD00-ABCD-EFGH-1234' }),
    cost: cost(7, 1, 1),
  },
  {
    action: 'invitation.create',
    situation: 'by a secretary',
    call: usual('invitation.create', secretary),
    cost: cost(14, 2, 4),
  },
  { action: 'invitation.create', situation: 'by nobody who may', call: usual('invitation.create'), cost: cost(4, 1) },
  {
    action: 'invitation.places',
    situation: 'of a community',
    call: usual('invitation.places', secretary),
    cost: cost(2, 2),
  },
  { action: 'invitation.open', situation: 'an offer', call: usual('invitation.open', newcomer), cost: cost(4, 3) },
  {
    action: 'invitation.open',
    situation: 'a code that nobody made',
    call: { input: { code: '7k2mxq9rtd00abcdefgh1234' } },
    cost: cost(0, 0),
  },
  { action: 'invitation.accept', situation: 'an offer', call: usual('invitation.accept'), cost: cost(23, 6, 6) },
  {
    action: 'invitation.accept',
    situation: 'the same call once more',
    call: usual('invitation.accept'),
    before: already('invitation.accept'),
    cost: cost(1, 1),
  },
  {
    action: 'invitation.list',
    situation: 'a full page',
    call: { input: full, openid: fullPeople.secretary },
    cost: cost(4, 24),
  },
  {
    action: 'invitation.revoke',
    situation: 'an open one',
    call: usual('invitation.revoke', secretary),
    cost: cost(14, 3, 4),
  },
  {
    action: 'invitation.picture',
    situation: 'an open one',
    call: usual('invitation.picture', secretary),
    cost: cost(4, 3),
  },
  {
    action: 'member.list',
    situation: 'a full page',
    call: { input: full, openid: fullPeople.secretary },
    cost: cost(4, 43),
  },
  { action: 'member.list', situation: 'by somebody without a role', call: { input: full }, cost: cost(1, 0) },
  { action: 'member.revoke', situation: 'of another', call: usual('member.revoke', gridLeader), cost: cost(23, 8, 6) },
  {
    action: 'member.revoke',
    situation: 'one’s own',
    call: usual('member.revoke', 'resident', { owner: 'own' }),
    cost: cost(15, 3, 4),
  },
  { action: 'member.renew', situation: 'for a month', call: usual('member.renew', gridLeader), cost: cost(18, 5, 5) },
  { action: 'member.phone', situation: 'of a member', call: usual('member.phone', gridLeader), cost: cost(13, 3, 3) },
  {
    action: 'member.phone',
    situation: 'the same call once more',
    call: usual('member.phone', gridLeader),
    before: already('member.phone'),
    cost: cost(4, 4),
  },
  { action: 'work.show', situation: 'no role', call: usual('work.show'), cost: cost(1, 0) },
  {
    action: 'work.show',
    situation: 'a secretary where much waits',
    call: { input: {}, openid: fullPeople.secretary },
    cost: cost(8, 103),
  },
]
