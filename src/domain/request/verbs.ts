/** A request's states, in the words of the field: 待受理 已受理 已派单 处理中 待确认 已办结 已归档, then the side states. */
export const requestStates = [
  'submitted',
  'accepted',
  'assigned',
  'in-progress',
  'awaiting-confirmation',
  'resolved',
  'archived',
  'info-requested',
  'on-hold',
  'referred',
  'returned',
  'declined',
  'merged',
  'withdrawn',
  'reopened',
] as const
export type RequestState = (typeof requestStates)[number]

/** Those who may change a request. owner: whose it is; neighbour: somebody who joined it; system: it happens by itself. */
export const requestActors = ['owner', 'neighbour', 'handler', 'duty', 'grid-leader', 'secretary', 'system'] as const
export type RequestActor = (typeof requestActors)[number]

/** Somebody has it on their desk. */
const worked = ['accepted', 'assigned', 'in-progress', 'referred'] as const
/** Somebody should take it. */
const untaken = ['submitted', 'returned', 'reopened'] as const
const paused = ['info-requested', 'on-hold'] as const
const live = [...untaken, ...worked, ...paused] as const
export const openStates = [...live, 'awaiting-confirmation'] as const
const ended = ['resolved', 'declined', 'merged', 'withdrawn'] as const

export const isOpen = (state: RequestState): boolean => (openStates as readonly RequestState[]).includes(state)

const keepers = ['grid-leader', 'secretary'] as const
const workers = ['handler', ...keepers] as const
const office = ['handler', 'duty', ...keepers] as const

/** One way in which a request may change. */
export interface RequestMove {
  readonly from: readonly RequestState[]
  /** `same`: it stays where it is. `back`: to where it was before the pause. `outcome`: what was heard decides. */
  readonly to: RequestState | 'same' | 'back' | 'outcome'
  readonly by: readonly RequestActor[]
  /** Public words: those who follow the request read them. */
  readonly words: 'must' | 'may' | 'none'
  /** `proof`: at least one where the matter can be seen. */
  readonly pictures: 'proof' | 'may' | 'none'
}

/**
 * The lifecycle: every way a request may change, from where, to where, and who may. Buttons, checks, tests and the docs
 * read this table. `submit` makes it.
 */
export const requestMoves = {
  submit: { from: [], to: 'submitted', by: ['owner', 'duty', ...keepers], words: 'must', pictures: 'may' },
  /** 受理: the grid leader takes it upon themselves. */
  accept: { from: [...untaken, 'referred'], to: 'accepted', by: keepers, words: 'may', pictures: 'none' },
  /** 派单: to an agency. By the system at once, where routing knows whose it is. */
  assign: {
    from: [...untaken, ...worked],
    to: 'assigned',
    by: [...keepers, 'system'],
    words: 'may',
    pictures: 'none',
  },
  /** 接单. */
  start: {
    from: ['accepted', 'assigned', 'referred', 'reopened'],
    to: 'in-progress',
    by: workers,
    words: 'may',
    pictures: 'none',
  },
  /** Somebody has spoken with the resident: it meets the first clock. */
  contact: { from: [...openStates], to: 'same', by: office, words: 'may', pictures: 'none' },
  'request-info': {
    from: [...untaken, ...worked],
    to: 'info-requested',
    by: workers,
    words: 'must',
    pictures: 'none',
  },
  'supply-info': {
    from: ['info-requested'],
    to: 'back',
    by: ['owner', 'duty', ...keepers],
    words: 'must',
    pictures: 'may',
  },
  /** 转办: to somebody who is not with us, such as an office of the street. The grid leader follows it. */
  refer: { from: [...untaken, ...worked], to: 'referred', by: keepers, words: 'must', pictures: 'none' },
  /** 退单: "not ours", which names whose it is, or why that is unclear. It goes to the grid leader. */
  return: {
    from: ['assigned', 'in-progress', 'reopened'],
    to: 'returned',
    by: ['handler'],
    words: 'must',
    pictures: 'none',
  },
  /** 挂起, with a reason that the resident reads, and until when. */
  hold: { from: [...worked], to: 'on-hold', by: workers, words: 'must', pictures: 'none' },
  /** It goes on: also where a question was answered by phone, or by nobody. */
  resume: { from: [...paused], to: 'back', by: [...workers, 'system'], words: 'may', pictures: 'none' },
  /** 延期. */
  extend: { from: [...untaken, ...worked], to: 'same', by: keepers, words: 'must', pictures: 'none' },
  'propose-resolution': {
    from: [...worked, 'reopened'],
    to: 'awaiting-confirmation',
    by: workers,
    words: 'must',
    pictures: 'proof',
  },
  /** Of the owner it ends the request; of a neighbour it is a voice. */
  confirm: {
    from: ['awaiting-confirmation'],
    to: 'outcome',
    by: ['owner', 'neighbour'],
    words: 'may',
    pictures: 'none',
  },
  /** Of a neighbour who joined only after it was said to be done it is a voice; so is `reopen`. */
  contest: {
    from: ['awaiting-confirmation'],
    to: 'reopened',
    by: ['owner', 'neighbour'],
    words: 'must',
    pictures: 'may',
  },
  /** 重办: it is not good after all. */
  reopen: {
    from: ['resolved'],
    to: 'reopened',
    by: ['owner', 'neighbour', ...keepers],
    words: 'must',
    pictures: 'may',
  },
  /** A stated time has passed since it was said to be done; marked as such, and never counted as satisfied. */
  'resolve-by-silence': {
    from: ['awaiting-confirmation'],
    to: 'resolved',
    by: ['system'],
    words: 'none',
    pictures: 'none',
  },
  /** 不予受理, with a reason and whose it is: only as long as nobody has said that it is done. */
  decline: {
    from: ['submitted', 'returned', 'accepted'],
    to: 'declined',
    by: keepers,
    words: 'must',
    pictures: 'none',
  },
  /** 并单: into another one; its people follow that one from then on. */
  merge: { from: [...untaken, ...worked], to: 'merged', by: keepers, words: 'may', pictures: 'none' },
  /** 撤回. Where neighbours joined, it goes on for them. */
  withdraw: { from: [...openStates], to: 'outcome', by: ['owner'], words: 'may', pictures: 'none' },
  /** 督办. */
  supervise: { from: [...live], to: 'same', by: ['secretary'], words: 'must', pictures: 'none' },
  /** 催办: once a day for each person. */
  remind: { from: [...live], to: 'same', by: ['owner', 'neighbour'], words: 'may', pictures: 'none' },
  /**
   * 回访: by phone or at the door, for those without a phone and after a contest; never by whoever said that it is done.
   * Where none is due, "solved" is the owner's voice, and the request still waits for their own word.
   */
  'call-back': {
    from: ['awaiting-confirmation', 'resolved', 'reopened'],
    to: 'outcome',
    by: ['duty', ...keepers],
    words: 'may',
    pictures: 'none',
  },
  /** 评价: solved? satisfied? words; once a person. */
  rate: { from: ['resolved'], to: 'same', by: ['owner', 'neighbour'], words: 'may', pictures: 'none' },
  /** A neighbour no longer follows it. */
  leave: { from: [...openStates, ...ended], to: 'same', by: ['neighbour'], words: 'none', pictures: 'none' },
  /** 吹哨: the secretary calls the departments to the spot. */
  whistle: { from: [...live], to: 'same', by: ['secretary'], words: 'must', pictures: 'none' },
  /** Who came, and what was agreed. */
  'whistle-note': { from: [...live], to: 'same', by: keepers, words: 'must', pictures: 'may' },
  /** 议事: a dispute comes to the table. */
  meet: { from: [...live], to: 'same', by: keepers, words: 'may', pictures: 'none' },
  /** What was agreed, by whom, and when it is looked at again. */
  'meet-note': { from: [...openStates], to: 'same', by: keepers, words: 'must', pictures: 'none' },
  /** Several agencies at once: each gets a task of its own. */
  split: { from: [...untaken, ...worked], to: 'outcome', by: keepers, words: 'may', pictures: 'none' },
  'task-done': { from: [...live], to: 'same', by: workers, words: 'must', pictures: 'may' },
  'task-return': { from: [...live], to: 'same', by: ['handler'], words: 'must', pictures: 'none' },
  /** Inside only. */
  note: { from: [...openStates, ...ended], to: 'same', by: office, words: 'none', pictures: 'none' },
  archive: { from: [...ended], to: 'archived', by: ['system'], words: 'none', pictures: 'none' },
} as const satisfies Record<string, RequestMove>
export type RequestVerb = keyof typeof requestMoves
export const requestVerbs = Object.keys(requestMoves) as readonly RequestVerb[]

/** Beside the verbs: what an event of the history may be. */
export const requestEvents = [...requestVerbs, 'join'] as readonly (RequestVerb | 'join')[]
export type RequestEventKind = RequestVerb | 'join'

const moveOf = (verb: RequestVerb): RequestMove => requestMoves[verb]

/** Whether the verb is possible in a state, whoever asks. */
export const canMove = (state: RequestState, verb: RequestVerb): boolean => moveOf(verb).from.includes(state)
/** Whether somebody of this kind may do it at all. */
export const mayMove = (actor: RequestActor, verb: RequestVerb): boolean => moveOf(verb).by.includes(actor)

/** What this actor can do now. */
export const movesOf = (state: RequestState, actor: RequestActor): readonly RequestVerb[] =>
  requestVerbs.filter((verb) => verb !== 'submit' && canMove(state, verb) && mayMove(actor, verb))

/** The drawers of a desk that lists are asked by. */
export const requestDesks = ['todo', 'doing', 'paused', 'confirming', 'closed'] as const
export type RequestDesk = (typeof requestDesks)[number]
export function deskOf(state: RequestState): RequestDesk {
  if (state === 'awaiting-confirmation') return 'confirming'
  if ((untaken as readonly RequestState[]).includes(state)) return 'todo'
  if ((worked as readonly RequestState[]).includes(state)) return 'doing'
  return (paused as readonly RequestState[]).includes(state) ? 'paused' : 'closed'
}
