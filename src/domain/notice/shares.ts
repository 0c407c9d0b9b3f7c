/** A card that somebody shared, as it is kept. */
export interface KeptShare {
  readonly token: string
  readonly groupId: string | null
  /** Pseudonym; null: erased. */
  readonly person: string | null
  readonly edition: number
  readonly at: number
}
export type SentShare = Omit<KeptShare, 'person'>

/**
 * The shares after some more have come, in whatever order and however often: a card is one share, whose group may be said
 * later. A token of somebody else is theirs. The same list where nothing is new.
 */
export function withShares(
  kept: readonly KeptShare[],
  sent: readonly SentShare[],
  person: string,
): readonly KeptShare[] {
  const shares = new Map(kept.map((share) => [share.token, share]))
  let isNew = false
  for (const share of sent) {
    const known = shares.get(share.token)
    // A copy from before the tick may come after it: what was said is not unsaid by it.
    const isTicked = share.groupId !== null && known?.groupId !== share.groupId
    if (known && (known.person !== person || !isTicked)) continue
    isNew = true
    shares.set(share.token, known ? { ...known, groupId: share.groupId } : { ...share, person })
  }
  return isNew ? [...shares.values()] : kept
}
