import { templateOf, type MessageKind } from '../../domain/people/messages'
import { hashOf } from '../hash'
import type { Store, Write } from '../store'
import type { MessageFields } from '../store/documents'

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

/** The document of a piece of news: its `_id` is person, kind and cause, so that saying it twice is saying it once. */
export function messageOf(
  now: number,
  { person, kind, params = {}, path, cause }: Said,
): MessageFields & { readonly _id: string } {
  const template = templateOf[kind]
  return {
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
  }
}

/**
 * News for the commit of the change that causes it: the line in the receiver's list, and the order to push it, in one
 * document. Sent right after by `pushSoon`, or by the timer.
 */
export const say = (store: Store, now: number, said: Said): Write => store.messages.inserting(messageOf(now, said))
