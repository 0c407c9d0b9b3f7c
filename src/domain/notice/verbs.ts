/**
 * A notice's states. waiting: for a second pair of eyes. changing: people read the old wording, and a changed one waits
 * for a second pair of eyes. restored: what was off is back (恢复). expired: its time is over.
 */
export const noticeStates = [
  'draft',
  'waiting',
  'sent-back',
  'out',
  'changing',
  'restored',
  'withdrawn',
  'expired',
] as const
export type NoticeState = (typeof noticeStates)[number]

/** Those who may change a notice; the server looks whether it is their grid's or their community's. */
export const noticeActors = ['grid-leader', 'duty', 'secretary', 'system'] as const
export type NoticeActor = (typeof noticeActors)[number]

const office = ['grid-leader', 'duty', 'secretary'] as const
const writing = ['draft', 'sent-back'] as const
const unread = ['waiting', 'changing'] as const
const out = ['out', 'changing'] as const
const over = ['restored', 'withdrawn', 'expired'] as const

/** Somebody has to do something before it is over. */
export const openNoticeStates = [...writing, 'waiting', ...out] as const
export const isOpenNotice = (state: NoticeState): boolean =>
  (openNoticeStates as readonly NoticeState[]).includes(state)
/** People read it, as it was written last and released. */
export const isOut = (state: NoticeState): boolean => (out as readonly NoticeState[]).includes(state)

/** One way in which a notice may change. */
export interface NoticeMove {
  readonly from: readonly NoticeState[]
  /** `same`: it stays where it is. `outcome`: whom it reaches, and whether people read it already, decide. */
  readonly to: NoticeState | 'same' | 'outcome'
  readonly by: readonly NoticeActor[]
  /**
   * Who of them. own: whoever wrote the words in question. second: only somebody else, the secretary, or, where the
   * secretary wrote them, another one of the office.
   */
  readonly eyes: 'own' | 'second' | 'any'
  /** Words: to whoever wrote it (`release`, `send-back`, `review`), to readers (`restore`, `withdraw`). */
  readonly words: 'must' | 'may' | 'none'
}

/**
 * The lifecycle of a notice: every way it may change, from where, to where, and who may. Buttons, checks, tests and the
 * docs read this table. `begin` makes it.
 */
export const noticeMoves = {
  begin: { from: [], to: 'draft', by: office, eyes: 'any', words: 'none' },
  write: { from: writing, to: 'draft', by: office, eyes: 'own', words: 'none' },
  /** 发布: out at once; or it waits, where it goes to the whole community or beyond the own grid and is no emergency. */
  send: { from: writing, to: 'outcome', by: office, eyes: 'own', words: 'none' },
  /** Takes back what waits, to write on. */
  recall: { from: unread, to: 'outcome', by: office, eyes: 'own', words: 'none' },
  /** The second pair of eyes has read it. */
  release: { from: unread, to: 'out', by: office, eyes: 'second', words: 'may' },
  /** 退回, with words: what should be written otherwise. What people read already stays. */
  'send-back': { from: unread, to: 'outcome', by: office, eyes: 'second', words: 'must' },
  /** A new edition. The same rule decides whether it waits. */
  change: { from: ['out'], to: 'outcome', by: office, eyes: 'any', words: 'none' },
  /** 恢复: of an outage. Nobody has to be asked before good news. */
  restore: { from: out, to: 'restored', by: office, eyes: 'any', words: 'may' },
  /** What went out unread was read afterwards, also when it is over by then. Whoever finds it wrong withdraws it. */
  review: { from: [...out, ...over], to: 'same', by: office, eyes: 'second', words: 'may' },
  /** 撤回. */
  withdraw: { from: out, to: 'withdrawn', by: office, eyes: 'any', words: 'may' },
  /** Puts away what nobody has read. */
  discard: { from: [...writing, 'waiting'], to: 'withdrawn', by: office, eyes: 'own', words: 'none' },
  /** Its time is over, or nobody has gone on writing it. */
  expire: { from: openNoticeStates, to: 'expired', by: ['system'], eyes: 'any', words: 'none' },
} as const satisfies Record<string, NoticeMove>
export type NoticeVerb = keyof typeof noticeMoves
export const noticeVerbs = Object.keys(noticeMoves) as readonly NoticeVerb[]

export const noticeMoveOf = (verb: NoticeVerb): NoticeMove => noticeMoves[verb]

/** Whether the verb is possible in a state, whoever asks. */
export const canNoticeMove = (state: NoticeState, verb: NoticeVerb): boolean => noticeMoveOf(verb).from.includes(state)
/** Whether somebody of this kind may do it at all. */
export const mayNoticeMove = (actor: NoticeActor, verb: NoticeVerb): boolean => noticeMoveOf(verb).by.includes(actor)

/** What this actor can do now, as far as the table says; whose eyes it takes, `act` says. */
export const noticeMovesOf = (state: NoticeState, actor: NoticeActor): readonly NoticeVerb[] =>
  noticeVerbs.filter((verb) => canNoticeMove(state, verb) && mayNoticeMove(actor, verb))

/** The drawers of a desk. asking: a second person has to read, before it goes out or afterwards. */
export const noticeDesks = ['writing', 'asking', 'out', 'closed'] as const
export type NoticeDesk = (typeof noticeDesks)[number]
export function noticeDeskOf({
  state,
  unread,
}: {
  readonly state: NoticeState
  readonly unread: object | null
}): NoticeDesk {
  if (state === 'waiting' || state === 'changing' || unread !== null) return 'asking'
  if (state === 'out') return 'out'
  return isOpenNotice(state) ? 'writing' : 'closed'
}
