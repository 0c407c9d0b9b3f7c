import { refuse, withdrawComplaint } from '../../contract'
import { canMove, complaintMoves } from '../../domain/content/complaint'
import { handle, written } from '../handle'
import { checkId, decidedCheck } from './checks'
import { loadComplaint } from './load'

/** Taken back: keepers no longer see what was written, and nobody has to look at it any more. */
export const withdraw = handle(withdrawComplaint, {
  load: loadComplaint,
  async work(_input, { loaded, store, now }) {
    if (!canMove(loaded.state, 'withdraw')) return refuse('complaint.over')
    const state = complaintMoves.withdraw.to
    const checks = await store.checks.findAll([
      checkId('complaint', loaded._id, null),
      ...loaded.pictures.map((id) => checkId('picture', id, null)),
    ])
    const open = checks.filter((one) => one.open)
    return written({ state }, [
      store.complaints.replacing({ ...loaded, state }),
      ...open.map((one) => decidedCheck(store, now, one, 'refused')),
    ])
  },
})
