import { day } from '../time/clock'

export const complaintStates = ['open', 'answered', 'closed', 'withdrawn'] as const
export type ComplaintState = (typeof complaintStates)[number]

/** Every way a complaint may change: the verb, where it starts, where it ends. */
export const complaintMoves = {
  answer: { from: ['open', 'answered'], to: 'answered' },
  close: { from: ['open', 'answered'], to: 'closed' },
  withdraw: { from: ['open', 'answered'], to: 'withdrawn' },
} as const satisfies Record<string, { readonly from: readonly ComplaintState[]; readonly to: ComplaintState }>
export type ComplaintMove = keyof typeof complaintMoves

export const canMove = (state: ComplaintState, move: ComplaintMove): boolean =>
  (complaintMoves[move].from as readonly ComplaintState[]).includes(state)

/** Our own promise, not a rule of the state: within seven days somebody has answered. */
export const complaintDue = (filedAt: number): number => filedAt + 7 * day
