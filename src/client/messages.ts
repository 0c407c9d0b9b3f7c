import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import {
  afterAsking,
  afterSilence,
  neverAsked,
  toAsk,
  type AskAnswer,
  type AskHistory,
  type AskMoment,
} from '../domain/people/ask'
import type { TemplateKey } from '../domain/people/messages'
import { askSubscribe } from '../platform/subscribe'
import { markTab } from '../platform/tab-mark'
import { isSomebody } from './account'
import { call, onReached } from './call'
import { keep, recall } from './kept'
import type { Output } from './named'
import { signal, useSignal } from './signal'

type Asks = Output<'message.unread'>['asks']

const unread = signal(0)
/** What the server says that few are left of. Known before a tap: WeChat is asked in it, with nothing to wait for. */
let asks: Asks = []

/** How long (ms) an answer is good enough. */
const freshFor = 5 * 60 * 1000
/** 我的, among the tabs. */
const meTab = 3
let askedAt = 0

/** How many pieces of news are unread, as far as the phone knows; at most 99. */
export const useUnread = (): number => useSignal(unread)

/** Asks anew, unless it was asked less than `age` ms ago. A plain visitor's phone asks nothing. */
export async function refreshUnread(age = 0): Promise<void> {
  if (!isSomebody()) {
    unread.set(0)
    asks = []
    return
  }
  if (Date.now() - askedAt < age) return
  askedAt = Date.now()
  const answer = await call('message.unread', {})
  if (answer.ok) {
    unread.set(answer.data.unread)
    asks = answer.data.asks
  } else if (answer.refused.startsWith('network.')) {
    // Nothing was learnt: the next answer of the server is the moment to ask again.
    askedAt = 0
  }
}

/** One of them was opened, or all were: what is shown need not wait for the server. */
export const seenOne = (): void => unread.set(Math.max(0, unread.get() - 1))
export const seenAll = (): void => unread.set(0)

/** From the start of the app on: asks once the first screen has its answer, and marks the tab whenever it changes. */
export function followMessages(): void {
  onReached(() => void refreshUnread(freshFor))
  unread.watch(markMe)
}

/** Nothing is asked of WeChat where there never was anything to mark. */
let isMarked = false
function markMe(): void {
  const marks = unread.get() > 0
  if (marks || isMarked) markTab(meTab, marks)
  isMarked = marks
}

/**
 * For pages of the tab bar: the mark can only be made while one of them is shown. `first`: the page has a first screen
 * to fetch, which at the start goes before it; one without asks at once, since nobody else would.
 */
export function useTabMark({ first }: { readonly first: boolean }): void {
  useDidShow(() => {
    markMe()
    if (!first || askedAt > 0) void refreshUnread(freshFor)
  })
}

const history = (): AskHistory => recall<AskHistory>('asked')?.value ?? neverAsked
const keysFor = (moment: AskMoment, wanted: Asks): readonly TemplateKey[] =>
  toAsk(
    moment,
    wanted.map(({ key }) => key),
    history(),
    Date.now(),
  )

/** Whether there is something to ask at this moment; one without lets the next have its turn. */
export function useAskable(moment: AskMoment): boolean {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const look = async () => {
      await refreshUnread()
      const open = keysFor(moment, asks).length > 0
      if (!open && history().justAsked && moment !== 'wished') keep('asked', afterSilence(history()))
      setOpen(open)
    }
    void look()
  }, [moment])
  return isOpen
}

/** What somebody answered, ready for `message.subscribe`. */
export type Answers = readonly { readonly key: TemplateKey; readonly answer: AskAnswer }[]

/**
 * Lets WeChat ask for what makes sense at this moment. Call it directly in a tap, with no await before. Null: nothing is
 * to be asked. off: all messages are switched off in WeChat.
 */
export async function askForMessages(moment: AskMoment, question: string): Promise<Answers | 'off' | 'failed' | null> {
  const wanted = asks.filter(({ key }) => keysFor(moment, asks).includes(key))
  if (wanted.length === 0) return null
  const said = await askSubscribe(
    wanted.map(({ templateId }) => templateId),
    question,
  )
  if (said === 'failed') return said
  const keys = wanted.map(({ key }) => key)
  const answers =
    said === 'off' ? [] : wanted.map(({ key, templateId }) => ({ key, answer: said[templateId] ?? 'reject' }))
  const byKey = said === 'off' ? said : Object.fromEntries(answers.map(({ key, answer }) => [key, answer]))
  keep('asked', afterAsking(history(), keys, byKey, Date.now()))
  return said === 'off' ? said : answers
}
