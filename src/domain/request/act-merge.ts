import { not, type Acted, type ActRefused, type RequestWho } from './act-types'
import { mostNeighbours } from './limits'
import type { Neighbour, Request } from './request'
import { isOpen } from './verbs'

/** What a merge has to know of both beside the rules' own part. */
interface Merging extends Request {
  readonly _id: string
  readonly isPrivate: boolean
  readonly behalf: { readonly kind: 'family' | 'office' } | null
}

/** Whoever hears of it as its owner: of somebody without a phone, the family who wrote it. */
const hears = ({ person, filedBy, behalf }: Merging): string | null =>
  person ?? (behalf?.kind === 'family' ? filedBy : null)

const isOf = (request: Request, person: string): boolean =>
  request.person === person || request.filedBy === person || request.neighbours.some((one) => one.person === person)

/**
 * One request takes another in: whoever followed that one follows this one from now on, and has a say. Refused where it
 * would lose somebody whom no message reaches, or show somebody's private trouble to others.
 */
export function takenIn<Whole extends Merging>(
  target: Whole,
  source: Merging,
  sourceNumber: string,
  who: RequestWho,
): Acted<Whole> | ActRefused {
  const isElsewhere = target._id === source._id || target.communityId !== source.communityId || !isOpen(target.state)
  const owner = hears(source)
  const followers: readonly Neighbour[] =
    owner === null ? [] : [{ person: owner, at: source.filedAt }, ...source.neighbours]
  const newcomers = followers.filter(({ person }) => !isOf(target, person))
  const tells = (target.isPrivate || source.isPrivate) && newcomers.length > 0
  if (isElsewhere || tells || owner === null) return not('request.bad-merge')
  const neighbours = [...target.neighbours, ...newcomers]
  if (neighbours.length > mostNeighbours) return not('request.full')
  const { state, events } = target
  const event = {
    ...{ id: String(events.length + 1), at: who.now, verb: 'merge' as const },
    ...{ actor: who.actor, person: who.person, role: who.role, from: state, to: state },
    ...{ words: '', wordsState: 'shown' as const, note: '', pictures: [] },
    data: { from: sourceNumber, joined: newcomers.length },
  }
  return { request: { ...target, neighbours, events: [...events, event] }, event }
}
