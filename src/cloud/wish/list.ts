import { listWishes, refuse, type OutputOf } from '../../contract'
import { isAbsent } from '../../domain/wish/sides'
import { joinedOf, nextVisit } from '../../domain/wish/visits'
import { handle } from '../handle'
import { loadPlace, type WishRow } from './load'
import { positionOf } from './wall-pages'

const pageSize = 20
/** Of words in a list. */
const longestLine = 60

/** What lies on the station's desk, by what is due first; of what is over, the newest. One page. */
export const list = handle(listWishes, {
  load: loadPlace,
  async work({ communityId, gridId, show, cursor: from }, { store }) {
    const after = positionOf(from)
    if (after === undefined) return refuse('place.bad-cursor')
    const { rows, cursor } = await store.wishes.page({
      where: { communityId, ...(gridId === null ? {} : { gridId }), desk: show },
      ...{ order: 'dueAt', direction: show === 'closed' ? 'desc' : 'asc', after, limit: pageSize },
    })
    return { wishes: rows.map(viewDeskWish), cursor }
  },
})

/** A line of the desk; never whose it is. Refused words are nobody's to read. */
function viewDeskWish(row: WishRow): OutputOf<typeof listWishes>['wishes'][number] {
  const { _id, words, wordsState, kinds, buildingName, state, hungAt, owner, dueAt, places } = row
  return {
    wishId: _id,
    words: wordsState === 'refused' || words === '' ? null : words.slice(0, longestLine),
    kinds: [...kinds],
    ...{ buildingName, state, hungAt, owner, dueAt, places },
    visitAt: nextVisit(row)?.at ?? null,
    taken: joinedOf(row).length,
    isAbsent: isAbsent(row, 'wisher'),
  }
}
