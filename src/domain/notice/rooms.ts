import { plain } from '../directory/names'

/** A household as it is found by what people say of it. */
export interface SpokenRoom {
  readonly id: string
  readonly unitId: string | null
  readonly room: string
}

/** 301室, 301号 and 301 are one room. */
export const spoken = (room: string): string => plain(room).replace(/^(.+)(?:室|号|房|户)$/u, '$1')

/**
 * Finds the household that somebody means by a room, and by a unit where they said one: as it is written first, then as it
 * is spoken, and each time only where nothing else can be meant. null: it is not on the list, or nobody can tell which.
 */
export function roomFinder<Room extends SpokenRoom>(
  rooms: readonly Room[],
): (said: { readonly unitId: string | null; readonly room: string }) => Room | null {
  const books = [plain, spoken].map((key) => {
    const book = new Map<string, Room[]>()
    for (const one of rooms) book.set(key(one.room), [...(book.get(key(one.room)) ?? []), one])
    return { key, book }
  })
  return ({ unitId, room }) => {
    for (const { key, book } of books) {
      const alike = book.get(key(room)) ?? []
      const exact = alike.filter((one) => one.unitId === unitId)
      // Whoever has not said which unit, or lives where the list knows none.
      const [only, other] = exact.length > 0 ? exact : alike.filter((one) => one.unitId === null || unitId === null)
      if (only) return other ? null : only
    }
    return null
  }
}
