import { useEffect, useState } from 'react'
import { forget, keep, recall } from './kept'
import type { Input, Output } from './named'
import { useOnline } from './online'
import { useRead, type Reading } from './use-read'

/** A notice as a reader was given it. */
export type OpenedNotice = Output<'notice.open'>

/** So many notices are kept for reading off line; older ones are forgotten. */
const mostKept = 20
const nameOf = (noticeId: string) => `notice:${noticeId}`

/** A notice as it was seen last on this phone, and when (ms). */
export const keptNotice = (noticeId: string): { value: OpenedNotice; at: number } | null =>
  recall<OpenedNotice>(nameOf(noticeId))

/** Where pictures and the file lie is true for minutes only: it is not kept, that they are there is. */
const withoutAddresses = (notice: OpenedNotice): OpenedNotice =>
  notice.words === null
    ? notice
    : {
        ...notice,
        words: {
          ...notice.words,
          pictures: notice.words.pictures.map(({ pictureId }) => ({ pictureId, url: null })),
          file: notice.words.file && { ...notice.words.file, url: null },
        },
      }

/** A signature is not kept: whoever holds the phone without a network does not read it. */
const withoutName = (notice: OpenedNotice): OpenedNotice =>
  notice.me.voice === null ? notice : { ...notice, me: { ...notice.me, voice: { ...notice.me.voice, name: null } } }

/** Keeps a notice in the place of what was kept of it: of one that is over no words come, and so none stay. */
function keepNotice(notice: OpenedNotice): void {
  const known = recall<string[]>('notices')?.value ?? []
  const ids = [notice.noticeId, ...known.filter((id) => id !== notice.noticeId)]
  keep(nameOf(notice.noticeId), withoutName(withoutAddresses(notice)))
  for (const old of ids.slice(mostKept)) forget(nameOf(old))
  keep('notices', ids.slice(0, mostKept))
}

function forgetNotice(noticeId: string): void {
  forget(nameOf(noticeId))
  keep(
    'notices',
    (recall<string[]>('notices')?.value ?? []).filter((id) => id !== noticeId),
  )
}

/** A notice on a page. */
export interface NoticeReading extends Omit<Reading<'notice.open'>, 'data'> {
  /** From the server; where that cannot be reached as seen last. */
  readonly notice: OpenedNotice | null
  /** When it was seen last (ms), where it comes from the phone; null: it is fresh. */
  readonly keptAt: number | null
  /** Notes on the phone that 知道了 was pressed. */
  noteKnown(at: number): void
}

/** 知道了 was pressed here, to this edition: to other words it has to be pressed again. */
interface Known {
  readonly at: number
  readonly number: number | null
}
const numberOf = ({ facts }: OpenedNotice): number | null => facts?.number ?? null
const asKnown = (notice: OpenedNotice, at: number): OpenedNotice => ({
  ...notice,
  me: { ...notice.me, acknowledgedAt: notice.me.acknowledgedAt ?? at },
})

/** An opening that the server could not count is said once more after so long (ms): by then the rush is over. */
const saidAgainAfter = 15_000

/**
 * Opens a notice, which also counts it; keeps what came for reading without a network. What the server says is gone is
 * not shown from memory either. `input` null: where it was opened is still being asked.
 */
export function useNotice(noticeId: string, input: Input<'notice.open'> | null): NoticeReading {
  const { data, busy, refused, reload } = useRead('notice.open', input)
  const [kept, setKept] = useState(() => keptNotice(noticeId))
  const [known, setKnown] = useState<Known | null>(null)
  useEffect(() => {
    if (data) keepNotice(data)
  }, [data])
  useEffect(() => {
    if (refused !== 'notice.missing') return
    forgetNotice(noticeId)
    setKept(null)
  }, [refused, noticeId])
  const isUncounted = data?.me.counted === false
  useEffect(() => {
    if (!isUncounted) return undefined
    const timer = setTimeout(() => void reload(), saidAgainAfter)
    return () => clearTimeout(timer)
  }, [isUncounted, reload])

  // Old words are never shown while the present state is on its way: only where it does not come.
  const isOnline = useOnline()
  const [isCut, setCut] = useState(false)
  useEffect(() => {
    if (refused !== null || !isOnline) setCut(true)
  }, [refused, isOnline])
  const found = data ?? (isCut ? (kept?.value ?? null) : null)
  const notice = found && known !== null && known.number === numberOf(found) ? asKnown(found, known.at) : found
  const noteKnown = (at: number) => {
    if (!found) return
    setKnown({ at, number: numberOf(found) })
    keepNotice(asKnown(found, at))
  }
  return { notice, keptAt: data || !found ? null : (kept?.at ?? null), busy, refused, reload, noteKnown }
}
