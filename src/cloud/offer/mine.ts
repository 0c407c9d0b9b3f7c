import { myOffers } from '../../contract'
import { handle } from '../handle'
import { viewOffer } from '../wish/view-card'

/** Red cards of one person that are shown; more than anybody may have open at once. */
const mostShown = 30

/** The caller's own red cards and those that they wrote for others, newest first. Two reads at once. */
export const mine = handle(myOffers, async (_input, { person, store }) => {
  if (person === null) return { offers: [] }
  const page = { order: 'hungAt', direction: 'desc', after: null, limit: mostShown } as const
  const [own, written] = await Promise.all([
    store.offers.page({ where: { person }, ...page }),
    store.offers.page({ where: { filedBy: person }, ...page }),
  ])
  const rows = [...own.rows, ...written.rows.filter((row) => row.person !== person)]
    .sort((a, b) => b.hungAt - a.hungAt || (a._id < b._id ? -1 : 1))
    .slice(0, mostShown)
  return { offers: rows.map((row) => ({ ...viewOffer(row, 'insider'), state: row.state, wordsState: row.wordsState })) }
})
