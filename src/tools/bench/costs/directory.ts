import { fullDoor } from '../fill'
import { fullPeople } from '../fill-people'
import { already, cost, usual, type Priced } from './priced'
import { removingAgency, spareEstate, spareGrid } from './spare'

const secretary = 'secretary, in force'
const gridLeader = 'grid-leader, in force'
const byFull = (input: object) => ({
  ...{ input: { communityId: 'full-00000', ...input }, openid: fullPeople.secretary },
})

/** A report of a number that the directory still has. */
const answering: Priced['call'] = (cloud) => {
  const asked = usual('report.answer', gridLeader)(cloud)
  const { reportId } = asked.input as { readonly reportId: string }
  const phone = { phoneId: 'p1402', number: '000-8888 1402' }
  cloud.database.modify('contactReports', { _id: reportId }, { $set: phone })
  return { ...asked, input: { reportId, answer: { as: 'confirmed' } } }
}

const row = (action: Priced['action'], situation: string, by: string, price: Priced['cost']): Priced => ({
  ...{ action, situation, call: usual(action, by), cost: price },
})

/** What a save always reads: resend record, counter, community, roles; and writes: five documents in one transaction. */
const saved = cost(17, 3, 5)
const refused = cost(4, 2)

/** What keepers change of the directory by hand. */
export const directoryCosts: readonly Priced[] = [
  // First: its neighbours in the estate are looked at, and further rows make more of them.
  row('building.save', 'a changed one', gridLeader, cost(20, 12, 6)),
  row('building.remove', 'one on which nothing rests', gridLeader, cost(25, 5, 6)),
  { action: 'directory.show', situation: 'a full community', call: byFull({}), cost: cost(3, 72) },
  {
    action: 'directory.buildings',
    situation: 'a full page',
    call: byFull({ estateId: fullDoor.estateId, cursor: null }),
    cost: cost(3, 23),
  },
  { action: 'phones.check', situation: 'a full community', call: byFull({}), cost: cost(3, 27) },
  { action: 'agency.show', situation: 'one of many', call: byFull({ agencyId: 'full-agency-0' }), cost: cost(2, 2) },
  // With a look of the content check at its words.
  row('agency.save', 'a new one', secretary, saved),
  {
    action: 'agency.save',
    situation: 'the same call once more',
    call: usual('agency.save', secretary),
    before: already('agency.save'),
    cost: cost(1, 1),
  },
  { action: 'agency.remove', situation: 'one on which nothing rests', call: removingAgency, cost: cost(18, 4, 5) },
  row('agency.remove', 'one that is not there', secretary, refused),
  row('phone.verify', 'one that nobody reported', gridLeader, saved),
  row('report.answer', 'of a number that is gone', gridLeader, cost(17, 6, 4)),
  { action: 'report.answer', situation: 'of a number that is there', call: answering, cost: cost(21, 7, 6) },
  row('grid.save', 'a new one', secretary, saved),
  row('grid.remove', 'one that is not there', secretary, refused),
  {
    action: 'grid.remove',
    situation: 'one on which nothing rests',
    call: spareGrid('grid.remove'),
    cost: cost(18, 3, 5),
  },
  row('estate.save', 'a new one', secretary, saved),
  row('estate.remove', 'one that is not there', secretary, refused),
  {
    action: 'estate.remove',
    situation: 'one on which nothing rests',
    call: spareEstate('estate.remove'),
    cost: cost(17, 3, 5),
  },
  { action: 'setting.list', situation: 'of a community', call: byFull({ estateId: null }), cost: cost(2, 2) },
  row('setting.save', 'a text', secretary, saved),
  {
    action: 'doorcode.list',
    situation: 'of a building',
    call: { input: { buildingId: fullDoor.buildingId }, openid: fullPeople.secretary },
    cost: cost(5, 4),
  },
  row('doorcode.make', 'one door', gridLeader, cost(18, 4, 5)),
  row('doorcode.revoke', 'one in force', gridLeader, cost(15, 4, 4)),
  row('doorcode.replace', 'one in force', gridLeader, cost(17, 4, 5)),
]
