import { useEffect } from 'react'
import type { HeldRole, RolePlace } from '../domain/people/roles'
import { noteAccount } from './account'
import { mayAs, mayGiveAs, type Post } from './may'
import type { ActionName, Refusal } from './named'
import { signal, useSignal } from './signal'
import { useRead } from './use-read'

/** Where a page is: a grid of a community, or all of it. */
export interface Spot {
  readonly communityId: string
  readonly gridId: string | null
}

export interface Posts {
  /** Null until they are known. */
  readonly posts: readonly Post[] | null
  readonly busy: boolean
  readonly refused: Refusal<'work.show'> | null
  reload(): Promise<void>
  /** Whether one of the roles reaches so far. The server decides; this only spares people what would be refused. */
  may(action: ActionName, spot: Spot): boolean
  /** Whether one of the roles brings in, renews and sends away this role there. */
  mayGive(role: HeldRole, place: RolePlace): boolean
}

/** What the last answer said, for the next page: in memory only, as long as the app runs. */
const known = signal<readonly Post[] | null>(null)

/** The person's own roles. `fresh`: asked anew also where an earlier page knows them already. */
export function usePosts({ fresh = false } = {}): Posts {
  const held = useSignal(known)
  const { data, busy, refused, reload } = useRead('work.show', fresh || held === null ? {} : null)
  useEffect(() => {
    if (!data) return
    known.set(data.posts)
    noteAccount({ hasRole: data.posts.length > 0 })
  }, [data])
  const posts = data?.posts ?? held
  return {
    posts,
    busy,
    refused,
    reload,
    may: (action, spot) => mayAs(posts ?? [], action, { ...spot, agencyId: null }),
    mayGive: (role, place) => mayGiveAs(posts ?? [], role, place),
  }
}

/** After a change of the own roles: the next page asks anew. */
export const forgetPosts = (): void => known.set(null)
