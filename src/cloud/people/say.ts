import { templateOf, type MessageKind } from '../../domain/people/messages'
import { hashOf } from '../hash'
import type { Store, Write } from '../store'

/** A piece of news for one person. */
export interface Said {
  /** The receiver's pseudonym. */
  readonly person: string
  readonly kind: MessageKind
  /** What its words need, see `src/text/messages`: nothing of anybody else. */
  readonly params?: Readonly<Record<string, string>>
  /** The page that it leads to. */
  readonly path: string | null
  /** What caused it: the same cause never says the same thing to the same person twice. */
  readonly cause: string
}

/**
 * News for the commit of the change that causes it: the line in the receiver's list, and the order to push it, in one
 * document. Sent right after by `pushSoon`, or by the timer.
 */
export function say(store: Store, now: number, { person, kind, params = {}, path, cause }: Said): Write {
  const template = templateOf[kind]
  return store.messages.inserting({
    _id: hashOf('message', person, kind, cause),
    person,
    kind,
    params: { ...params },
    path,
    at: now,
    unread: true,
    push: template === null ? 'none' : 'waiting',
    template,
    paid: false,
    tries: 0,
    nextAt: now,
  })
}
