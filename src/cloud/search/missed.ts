import { missedSearch as contract, refuse, type MissOutcome } from '../../contract'
import { anonymousText, sameWords } from '../../domain/privacy/anonymous-text'
import { dayOf, type Day } from '../../domain/time/clock'
import { findMatterName } from '../../knowledge/names'
import { handle, written } from '../handle'
import { hashOf } from '../hash'
import type { Store } from '../store'

type Shown = readonly { readonly matterId: string; readonly count: number }[]

interface Counted {
  readonly communityId: string
  readonly day: Day
  readonly outcome: MissOutcome
  readonly text: string | null
}

/** More different matters than are ever shown for the same words on one day. */
const mostShown = 20

/**
 * One more person who did not find it. What the call says is checked here again: words that may tell of somebody, or
 * that the content check does not pass, are left out, and the count stays. Two at once compare the version and are
 * both counted, or told to come again.
 */
export const missedSearch = handle(contract, async (input, { now, store, isFit }) => {
  const { communityId, outcome } = input
  if (!(await store.communities.find(communityId))) return refuse('search.no-community')
  const of = (text: string | null): Counted => ({ communityId, day: dayOf(now), outcome, text })

  const text = input.text === null ? null : anonymousText(input.text)
  const said = text === null ? null : await find(store, of(text))
  // Words that stand there today were checked when they came first. The check sees them as they were written.
  const fits = said !== null || (text !== null && (await isFit(input.text ?? '')))
  const counted = of(fits ? text : null)
  const before = fits ? said : await find(store, counted)

  const shown = addShown(before?.shown ?? [], input.shown)
  const write = before
    ? store.searchMisses.replacing({ ...before, count: before.count + 1, shown })
    : store.searchMisses.inserting({ _id: idOf(counted), ...counted, count: 1, shown })
  return written({ receivedAt: now }, [write])
})

const idOf = ({ communityId, day, outcome, text }: Counted) =>
  hashOf('search-miss', communityId, day, outcome, text === null ? '' : sameWords(text))

const find = (store: Store, counted: Counted) => store.searchMisses.find(idOf(counted))

/** Only matters there are: an id could carry anything else. */
function addShown(before: Shown, ids: readonly string[]): { matterId: string; count: number }[] {
  const counts = new Map(before.map(({ matterId, count }) => [matterId, count]))
  for (const id of new Set(ids)) {
    const isNew = !counts.has(id)
    if (findMatterName(id) && !(isNew && counts.size >= mostShown)) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return [...counts].map(([matterId, count]) => ({ matterId, count }))
}
