/** How many an offer takes whose card does not say. */
export const unsaidCapacity = 3

/** How many wishes an offer can still be glued to. Never below zero, also where its card was written anew with less room. */
export const capacityLeft = ({
  capacity,
  wishIds,
}: {
  readonly capacity: number | null
  readonly wishIds: readonly string[]
}): number => Math.max(0, (capacity ?? unsaidCapacity) - wishIds.length)
