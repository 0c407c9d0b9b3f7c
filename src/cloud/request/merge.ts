import { isRefused, refuse, type Refused } from '../../contract'
import { takenIn, type RequestWho } from '../../domain/request/act'
import { numberOf } from '../../domain/request/number'
import type { Context } from '../handle'
import { fitting } from './act-who'
import type { RequestRow } from './load'
import { stepped } from './step'
import { isOwners } from './view-who'

type Acting = Context<RequestRow> & { readonly person: string }

/** The request that takes this one in, with everybody who follows it from now on. One read. */
export async function taker(
  context: Acting,
  into: string,
  who: RequestWho,
): Promise<RequestRow | Refused<'request.bad-merge' | 'request.full'>> {
  const { store, now, loaded: source } = context
  const target = await store.requests.find(into)
  if (!target || !(await mayChange(target, context))) return refuse('request.bad-merge')
  const taken = takenIn(target, source, numberOf(source), who)
  if (isRefused(taken)) return taken.refused === 'request.full' ? refuse('request.full') : refuse('request.bad-merge')
  return stepped(target, taken, now)
}

/** It changes the other one, too: by a role that reaches that one, and never their own. */
async function mayChange(target: RequestRow, { person, now, memberships }: Acting): Promise<boolean> {
  if (isOwners(target, person)) return false
  return fitting(target, await memberships(), { verb: 'merge', person, now }) !== null
}
