import { refuse, wishHours } from '../../contract'
import { handle } from '../handle'
import { positionOf } from './wall-pages'

/** Wishes of one page; a standing pair has many visits, and all of them are told. */
const pageSize = 20

/**
 * The caller's own record: each visit that both sides have confirmed, newest wish first. Whoever has left a wish keeps the
 * hours of it. One read.
 */
export const hours = handle(wishHours, async ({ cursor: from }, { person, store }) => {
  const after = positionOf(from)
  if (person === null || after === undefined) return refuse('place.bad-cursor')
  const { rows, cursor } = await store.wishes.page({
    where: { actors: person },
    ...{ order: 'hungAt', direction: 'desc', after, limit: pageSize },
  })
  const own = rows.flatMap(({ _id, kinds, appointments }) =>
    appointments
      .flatMap((visit) => visit.hours.filter((one) => one.person === person).map(({ minutes }) => ({ visit, minutes })))
      .map(({ visit, minutes }) => ({ wishId: _id, at: visit.at, minutes, kinds: [...kinds] })),
  )
  return { hours: own.sort((a, b) => b.at - a.at), cursor }
})
