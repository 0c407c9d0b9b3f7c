import { refuse, requestSheet, type DayRow } from '../../contract'
import { findMatterName } from '../../knowledge/names'
import { daySheet as words, dueWords } from '../../text/day-sheet'
import { stepText } from '../../text/request-events'
import { clockText } from '../../text/time'
import { handle, written } from '../handle'
import { audit } from '../people/audit'
import { dayWorkbook } from '../sheet'
import { decodeCursor, type Position, type Store } from '../store'
import { dayPage, viewDayRow } from './day-rows'
import { loadDesk } from './load'

/** More than any community has on a day; with cells of this length a reply stays below 1 MB. */
const mostRows = 2000
const longestCell = 100
/** Of whole requests, which may have long histories: they are not held all at once. */
const batch = 200

/**
 * The day's register as a file, as the paper one at the station looks. Reads the community and the day's requests, two
 * hundred at a time; writes a line of the audit log.
 */
export const sheet = handle(requestSheet, {
  load: loadDesk,
  async work(place, context) {
    const { store } = context
    const { communityId, gridId, day } = place
    const [community, { rows, cut }] = await Promise.all([
      store.communities.find(communityId),
      rowsOfDay(store, place, mostRows),
    ])
    const grid = gridId === null ? null : community?.grids.find(({ id }) => id === gridId)
    if (!community || grid === undefined) return refuse('request.no-place')
    const gridName = grid?.name ?? null
    const book = await dayWorkbook({
      title: words.title(community.name),
      subtitle: words.subtitle(day, gridName),
      columns: words.columns,
      rows: rows.map(cellsOf),
      foot: [...(cut ? [words.cut(rows.length)] : []), words.foot].join('    '),
    })
    const file = Buffer.from(book).toString('base64')
    const name = `${words.fileName(day, gridName).replace(/[\\/:*?"<>|]/g, '_')}.xlsx`
    return written({ file, name, rows: rows.length }, [
      audit(context, { verb: 'request.sheet', communityId, subject: { collection: 'requests', id: day } }),
    ])
  },
})

/** At most so many of a day, and whether there are more. */
export async function rowsOfDay(store: Store, place: Parameters<typeof dayPage>[1], most: number) {
  const rows: DayRow[] = []
  let after: Position | null = null
  do {
    const page = await dayPage(store, place, { after, limit: Math.min(batch, most - rows.length) })
    rows.push(...page.rows.map(viewDayRow))
    after = page.cursor === null ? null : decodeCursor(page.cursor, 'number')
  } while (after && rows.length < most)
  return { rows, cut: after !== null }
}

/** A text that fits into its cell. */
function short(text: string): string {
  const letters = [...text]
  return letters.length <= longestCell ? text : `${letters.slice(0, longestCell - 1).join('')}…`
}

/** In the order of the columns; the last one is signed by hand. */
export function cellsOf(row: DayRow): readonly string[] {
  const { number, filedAt, source, place, isPrivate, matterId, agencyName, dueAt, endedAt, opinion } = row
  const matter = matterId === null ? words.otherMatter : (findMatterName(matterId)?.name ?? words.otherMatter)
  return [
    number,
    clockText(filedAt),
    words.sources[source],
    [place.estateName, place.buildingName, place.unitName].filter(Boolean).join(' '),
    isPrivate ? words.hidden : matter,
    row.words ?? words.hiddenWords,
    agencyName ?? (isPrivate ? words.hidden : words.leader),
    dueWords(dueAt, filedAt),
    progressOf(row),
    endedAt === null ? '' : dueWords(endedAt, filedAt),
    opinion === null ? '' : words.opinions[opinion],
    '',
  ].map(short)
}

function progressOf({ state, last, agencyName }: DayRow): string {
  // On paper no day is today: times are told by their date.
  const step = last && stepText(last, { now: 0, isOwner: false, agencyName })
  return words.progress(state, step, last?.words ?? null)
}
