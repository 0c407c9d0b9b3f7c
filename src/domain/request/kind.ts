/** How quickly somebody has to answer and to mend it; what each means in hours stands with the clocks. */
export type RequestClass = 'emergency' | 'utilities' | 'normal' | 'complex'

/** What a request about a matter is: how fast it has to go, and what may be seen of it by whom. */
export interface RequestKind {
  /**
   * emergency: somebody may come to harm. utilities: people are without water, power, heat or a lift, or a hazard does
   * not wait for the office to open. complex: it takes several parties, a law or money. normal: everything else.
   */
  readonly class: RequestClass
  /** It tells of somebody's life: the public register says that there is one, and neither matter nor place. */
  readonly isPrivate: boolean
  /** The trouble, and that it is gone, can be seen: a resolution needs a picture. */
  readonly isSeen: boolean
  /** Whoever handles it need not know whose it is, and nobody has to be let in. */
  readonly mayBeAnonymous: boolean
  /** Somebody is blamed, a neighbour or a company: it may be taken to the table. */
  readonly isDispute: boolean
  /** Where it usually is: what the form's "where" begins with. */
  readonly isHome: 'home' | 'shared' | 'either'
}

/** Whether the public may ever read words of it: nobody's life, and nobody who is blamed, is told of in public. */
export const mayShowWords = ({ isPrivate, isDispute }: Pick<RequestKind, 'isPrivate' | 'isDispute'>): boolean =>
  !isPrivate && !isDispute
