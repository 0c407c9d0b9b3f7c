import { fullPeople } from '../fill-people'
import { cost, usual, type Priced } from './priced'

const call = { input: { communityId: 'full-00000', cursor: null }, openid: fullPeople.secretary }

/** What is looked back on in a community. */
export const keeperCosts: readonly Priced[] = [
  { action: 'audit.list', situation: 'a full page', call, cost: cost(3, 23) },
  {
    action: 'audit.list',
    situation: 'by a grid leader',
    call: usual('audit.list', 'grid-leader, in force'),
    cost: cost(1, 1),
  },
  { action: 'report.list', situation: 'a full page', call, cost: cost(4, 24) },
  { action: 'miss.list', situation: 'a full page', call, cost: cost(2, 22) },
]
