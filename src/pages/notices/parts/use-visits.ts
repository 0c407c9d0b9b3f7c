import { useEffect, useRef, useState } from 'react'
import { newKey, submit, useRead, type Reading } from '../../../client'
import { useArrived } from '../../../client/outbox'
import { useConsented, type Consented } from '../../consent'
import { forgetOver, forgetVisits, keepVisits, recallVisits, type OwnTick, type Visits } from './visit-memory'
import { settled } from './visit-state'

/** A visiting list on this phone, with or without a network. */
export interface Visiting {
  /** null: it was never loaded here. */
  readonly of: Visits | null
  readonly ticks: readonly OwnTick[]
  /** Whether what is shown comes from the phone alone. */
  readonly isFromPhone: boolean
  readonly isOver: boolean
  /** The phone has no room for the list. */
  readonly isUnkept: boolean
  readonly list: Reading<'notice.visits'>
  readonly consented: Consented<'notice.tick'>
  tick(roomId: string): void
  undo(tickId: string, roomId: string): void
}

/** As `contract/notice-know` has it. */
const mostTicks = 50
/** What may go better later says nothing about whether the list may still be had. */
const isPassing = (refused: string): boolean =>
  refused.startsWith('network.') || ['server.failed', 'conflict', 'rate.limited', 'client.too-old'].includes(refused)

/** Runs `work`, as it is at that turn, each time `value` is another one. */
function useLatest<T>(value: T, work: (value: T) => void): void {
  const latest = useRef(work)
  latest.current = work
  useEffect(() => {
    latest.current(value)
  }, [value])
}

export function useVisits(noticeId: string, buildingId: string): Visiting {
  const [kept] = useState(() => {
    forgetOver(Date.now())
    return recallVisits(noticeId, buildingId)
  })
  const list = useRead('notice.visits', { noticeId, buildingId })
  const [ticks, setTicks] = useState<readonly OwnTick[]>(kept?.ticks ?? [])
  const [isUnkept, setUnkept] = useState(false)
  const consented = useConsented('notice.tick')
  const all = useRef(ticks)
  const of = list.data ?? (list.refused && !isPassing(list.refused) ? null : (kept?.of ?? null))
  // What the phone kept may be over by now: the server says so as soon as it is reached.
  const isOver = list.data?.until === null

  const change = (next: readonly OwnTick[]) => {
    all.current = next
    setTicks(next)
    if (of && of.until !== null) setUnkept(!keepVisits(noticeId, buildingId, { of, ticks: next }, of.until))
  }
  const said = (sent: readonly OwnTick[]) =>
    change(all.current.map((own) => (sent.includes(own) ? { ...own, isSent: true } : own)))
  const inputOf = (sent: readonly OwnTick[]) => ({
    ...{ noticeId, buildingId },
    ticks: sent.map(({ tickId, roomId, at, isUndone }) => ({ tickId, roomId, at, isUndone })),
  })
  const add = async (own: OwnTick) => {
    change([...all.current.filter(({ tickId }) => tickId !== own.tickId), own])
    const answer = await submit('notice.tick', inputOf([own]))
    if (answer === 'later') return
    // Refused for good, or for want of an agreement: that is said, or asked for.
    const isIn = answer.ok || (!isPassing(answer.refused) && (await consented.run(inputOf([own]))) !== null)
    if (isIn) said([own])
  }
  const { data, refused, reload } = list
  const arrived = useArrived()
  useEffect(() => {
    // What waited has arrived: the list shows it.
    if (arrived > 0) void reload()
  }, [arrived, reload])

  const settle = (now: Visits) => {
    change(settled(all.current, now))
    // The outbox may have been full, or emptied: what the server's list does not show goes once more. It counts once.
    const unsent = all.current.filter(({ isSent }) => !isSent).slice(0, mostTicks)
    if (unsent.length > 0) void consented.run(inputOf(unsent)).then((done) => done && said(unsent))
  }
  useLatest(data, (now) => now && settle(now))
  useLatest(isOver || (refused !== null && !isPassing(refused)), (isGone) => {
    if (isGone) forgetVisits(noticeId, buildingId)
  })

  const at = () => Date.now()
  const fresh = { isSent: false, isStale: false }
  return {
    ...{ of, ticks, isUnkept, list, consented },
    isFromPhone: of !== null && list.data === null && !list.busy,
    isOver,
    tick: (roomId) => void add({ tickId: newKey(), roomId, at: at(), isUndone: false, ...fresh }),
    undo: (tickId, roomId) => void add({ tickId, roomId, at: at(), isUndone: true, ...fresh }),
  }
}
