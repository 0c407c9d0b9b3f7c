import { fullPeople } from '../fill-people'
import { already, cost, usual, type Priced } from './priced'

const reader = { openid: fullPeople.resident }

/** News, and what somebody agreed to be sent. */
export const messageCosts: readonly Priced[] = [
  {
    action: 'message.list',
    situation: 'a full page',
    call: { input: { unread: true, cursor: null }, ...reader },
    cost: cost(1, 21),
  },
  { action: 'message.unread', situation: 'many', call: { input: {}, ...reader }, cost: cost(3, 25) },
  { action: 'message.unread', situation: 'none', call: usual('message.unread'), cost: cost(3, 0) },
  {
    action: 'message.read',
    situation: 'one’s own',
    call: usual('message.read', 'resident', { owner: 'own' }),
    cost: cost(11, 2, 3),
  },
  { action: 'message.read', situation: 'of somebody else', call: usual('message.read'), cost: cost(3, 1) },
  { action: 'message.read-all', situation: 'none', call: usual('message.read-all'), cost: cost(9, 0, 2) },
  { action: 'message.subscribe', situation: 'the first time', call: usual('message.subscribe'), cost: cost(12, 1, 3) },
  {
    action: 'message.subscribe',
    situation: 'the same call once more',
    call: usual('message.subscribe'),
    before: already('message.subscribe'),
    cost: cost(1, 1),
  },
]
