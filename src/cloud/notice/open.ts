import { openNotice, refuse } from '../../contract'
import { handle } from '../handle'
import { readBeside } from './open-beside'
import { countOpening, openingId, wasOut } from './open-count'
import { viewOpened } from './open-view'

/**
 * Opens a notice, as it is at this moment. Reads the notice and the caller's own opening at once, then, where there is
 * any of it, what lies beside it: three calls at most. One write where the opening, or the edition, is new to the caller.
 */
export const open = handle(openNotice, async (input, context) => {
  const { store, person } = context
  const [row, before] = await Promise.all([
    store.notices.find(input.noticeId),
    person === null ? null : store.openings.find(openingId(input.noticeId, person)),
  ])
  if (!row) return refuse('notice.missing')
  const [beside, counted] = await Promise.all([
    readBeside(row, context),
    // What was never out reached nobody, and a caller without a name cannot be told from another.
    person !== null && wasOut(row) ? countOpening(context, { row, person, before }, input) : null,
  ])
  return viewOpened(row, { now: context.now, person, before, beside, counted })
})
