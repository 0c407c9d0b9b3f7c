import { admittedMark, never } from '../../domain/wish/due'
import { offerAskedAfter, offerPausedAfter } from '../../domain/wish/limits'
import { holdersIn } from '../filing/holders'
import type { Looked, Looking, Worked } from '../filing/look'
import { say } from '../people/say'
import type { Store } from '../store'
import { admittedOffer } from '../wish/admit'
import { derivedOffer } from '../wish/derive'
import type { OfferRow } from '../wish/load'

/** Where somebody says that their red card still holds. */
export const minePath = '/pages/wish/mine/index'

/** With when it was asked (ms): whoever is asked late has as long to answer. */
const askedPrefix = 'asked.'
/** The marks of an offer of which somebody has just said that it holds: it is asked about anew in its time. */
export const unasked = (marks: readonly string[]): readonly string[] =>
  marks.filter((mark) => !mark.startsWith(askedPrefix))
const timeToAnswer = offerPausedAfter - offerAskedAfter

/** When somebody was asked whether it still holds; null: not since they said so last. */
function askedAt({ marks }: Pick<OfferRow, 'marks'>): number | null {
  const mark = marks.find((one) => one.startsWith(askedPrefix))
  return mark === undefined ? null : Number(mark.slice(askedPrefix.length))
}

const pausesAt = (row: OfferRow, asked: number): number =>
  Math.max(row.confirmedAt + offerPausedAfter, asked + timeToAnswer)

/** When it has to be looked at again (ms). */
export function nextOfferLook(row: OfferRow): number {
  if (row.state !== 'open') return never
  const asked = askedAt(row)
  return asked === null ? row.confirmedAt + offerAskedAfter : pausesAt(row, asked)
}

/** How often somebody else may write in between before it is left to the next run. */
const mostLosses = 4

/**
 * Does what is due for one red card, in one commit: the first look at its words, the question whether it still holds, and
 * the pause where nobody said. Whoever looks at the same moment loses by the version.
 */
export async function lookAtOffer({ store, now, hasTime }: Looking, offerId: string): Promise<Looked> {
  for (let losses = 0; losses < mostLosses && hasTime(); losses++) {
    const row = await store.offers.find(offerId)
    if (!row || row.nextAt > now) break
    const { next, writes } = await worked(store, row, now)
    const rested = { ...next, ...derivedOffer(next), nextAt: nextOfferLook(next) }
    if ((await store.commit([store.offers.replacing(rested), ...writes])) !== 'done') continue
    const said = writes.filter(({ collection }) => collection === 'messages')
    return { commits: 1, messages: said.map(({ document }) => document._id) }
  }
  return { commits: 0, messages: [] }
}

async function worked(store: Store, row: OfferRow, now: number): Promise<Worked<OfferRow>> {
  const isNew = !row.marks.includes(admittedMark)
  const check = isNew ? await admittedOffer(store, now, row, holdersIn(store, now)(row.communityId)) : []
  const admitted = isNew ? { ...row, marks: [...row.marks, admittedMark] } : row
  const asked = askedAt(row)
  if (row.state !== 'open' || nextOfferLook(row) > now) return { next: admitted, writes: check }
  const next: OfferRow =
    asked === null
      ? { ...admitted, marks: [...admitted.marks, `${askedPrefix}${now}`] }
      : { ...admitted, state: 'paused' }
  return { next, writes: [...check, ...told(store, row, now, asked === null ? 'holds' : 'paused')] }
}

/** Whose it is; where they have no phone, whoever wrote it for them. */
function told(store: Store, row: OfferRow, now: number, step: string) {
  const person = row.person ?? row.filedBy
  if (person === null) return []
  const cause = `${row._id}/${row.confirmedAt}/${step}`
  return [say(store, now, { person, kind: 'offer.ask', params: { step }, path: minePath, cause })]
}
