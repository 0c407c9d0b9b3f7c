import { fullPeople } from '../fill-people'
import { cost, usual, type Priced } from './priced'

const secretary = 'secretary, in force'
const full = { communityId: 'full-00000', gridId: null, cursor: null }
const own = { owner: 'own' } as const

/** What people write, and those who look at it. */
export const contentCosts: readonly Priced[] = [
  { action: 'picture.begin', situation: 'a picture', call: usual('picture.begin'), cost: cost(11, 1, 3) },
  {
    action: 'picture.add',
    situation: 'handed in before',
    call: usual('picture.add', 'resident', own),
    cost: cost(10, 2, 2),
  },
  { action: 'picture.add', situation: 'of somebody else', call: usual('picture.add'), cost: cost(3, 1) },
  {
    action: 'complaint.file',
    situation: 'words that are let through',
    call: usual('complaint.file'),
    cost: cost(21, 6, 5),
  },
  {
    action: 'complaint.file',
    situation: 'of a community that is not there',
    call: usual('complaint.file', 'resident', {}, { communityId: 'gone' }),
    cost: cost(8, 1, 1),
  },
  {
    action: 'complaint.mine',
    situation: 'a full page',
    call: { input: { cursor: null }, openid: fullPeople.resident },
    cost: cost(1, 21),
  },
  {
    action: 'complaint.list',
    situation: 'a full page',
    call: { input: { ...full, state: 'open' }, openid: fullPeople.secretary },
    cost: cost(2, 22),
  },
  {
    action: 'complaint.show',
    situation: 'one’s own',
    call: usual('complaint.show', 'resident', own),
    cost: cost(1, 1),
  },
  { action: 'complaint.show', situation: 'to a keeper', call: usual('complaint.show', secretary), cost: cost(2, 2) },
  {
    action: 'complaint.answer',
    situation: 'by a keeper',
    call: usual('complaint.answer', secretary),
    cost: cost(19, 6, 5),
  },
  {
    action: 'complaint.withdraw',
    situation: 'one’s own',
    call: usual('complaint.withdraw', 'resident', own),
    cost: cost(12, 2, 3),
  },
  {
    action: 'check.list',
    situation: 'a full page',
    call: { input: full, openid: fullPeople.secretary },
    cost: cost(3, 22),
  },
  {
    action: 'check.decide',
    situation: 'what is gone already',
    call: usual('check.decide', secretary),
    cost: cost(15, 3, 4),
  },
]
