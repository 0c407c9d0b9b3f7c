import { useRef, useState } from 'react'
import { newKey, submit, type Input } from '../../../client'
import { forget, keep, recall } from '../../../client/kept'
import { useConsented, type Consented } from '../../consent'
import { pathTo } from '../../go'

type Share = Input<'notice.share'>['shares'][number]

/** What became of the cards of a notice that were handed to WeChat here. */
export interface Cards {
  /** Groups of which WeChat did not say whether the card arrived: the person is asked. */
  readonly asked: readonly string[]
  /** Groups of which it is being told that the card arrived. */
  readonly sending: readonly string[]
  /** Groups ticked on this page, and when. */
  readonly ticked: Readonly<Record<string, number>>
  /** The last tick waits for the network. */
  readonly isLater: boolean
  readonly consented: Consented<'notice.share'>
  /** The path of the card for a group, or for anywhere (null): each has a token of its own. */
  pathFor(groupId: string | null): string
  /** The card of that path was handed on; the next one gets another token. */
  handedOn(groupId: string | null): void
  /** 发到了, or not. */
  say(groupId: string, isSent: boolean): Promise<boolean>
}

const nobody = ''

/** Tokens of cards, and the question whether each arrived. What was handed on is kept on the phone until that is said. */
export function useCards(noticeId: string, edition: number): Cards {
  const kept = `shared:${noticeId}`
  const tokens = useRef(new Map<string, string>())
  const [handed, setHanded] = useState<readonly Share[]>(() => recall<readonly Share[]>(kept)?.value ?? [])
  const [sending, setSending] = useState<readonly string[]>([])
  const [ticked, setTicked] = useState<Readonly<Record<string, number>>>({})
  const [isLater, setLater] = useState(false)
  const consented = useConsented('notice.share')

  const tokenFor = (groupId: string | null): string => {
    const slot = groupId ?? nobody
    const token = tokens.current.get(slot) ?? newKey()
    tokens.current.set(slot, token)
    return token
  }
  // Two answers may be under way at once: each takes away its own only.
  const newest = useRef(handed)
  const underway = useRef(new Set<string>())
  const change = (changed: (before: readonly Share[]) => readonly Share[]) => {
    const next = changed(newest.current)
    newest.current = next
    setHanded(next)
    if (next.length === 0) forget(kept)
    else keep(kept, next)
  }
  /** By the outbox; where an agreement is missing, it is asked for. Whether it is said, now or later. */
  const send = async (share: Share): Promise<boolean> => {
    const input = { noticeId, shares: [share] }
    const answer = await submit('notice.share', input)
    setLater(answer === 'later')
    if (answer === 'later' || answer.ok) return true
    return (await consented.run(input)) !== null
  }
  const tell = async (groupId: string, share: Share): Promise<boolean> => {
    underway.current.add(groupId)
    setSending([...underway.current])
    const isTold = await send(share)
    underway.current.delete(groupId)
    setSending([...underway.current])
    return isTold
  }
  return {
    asked: handed.flatMap(({ groupId }) => (groupId === null ? [] : [groupId])),
    ...{ sending, ticked, isLater, consented },
    pathFor: (groupId) => pathTo('notice/view', `id=${noticeId}`, `t=${tokenFor(groupId)}`),
    handedOn(groupId) {
      const share: Share = { token: tokenFor(groupId), groupId, edition, at: Date.now() }
      tokens.current.delete(groupId ?? nobody)
      if (groupId === null) void send(share)
      else change((before) => [...before.filter((one) => one.groupId !== groupId), share])
    },
    async say(groupId, isSent) {
      const share = newest.current.find((one) => one.groupId === groupId)
      if (!share || underway.current.has(groupId)) return false
      if (isSent && !(await tell(groupId, share))) return false
      change((before) => before.filter((one) => one !== share))
      if (isSent) setTicked((before) => ({ ...before, [groupId]: share.at }))
      return isSent
    },
  }
}
