import Taro from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call, newKey, type Output } from '../../../client'
import { useDraft } from '../../../client/use-draft'
import { usePictures } from '../../../client/use-pictures'
import { mostNoticePictures } from '../../../domain/notice/limits'
import { problemsOf, type NoticeProblem } from '../../../domain/notice/problems'
import { gapsOf } from '../../../domain/notice/template'
import { isOpenNotice } from '../../../domain/notice/verbs'
import { useConsented } from '../../consent'
import { spotQuery, type DeskSpot } from '../../desk-spot'
import { pathTo } from '../../go'
import { useNoticeFile } from './use-notice-file'
import { askGap, type AskGap } from './write-ask-fields'
import { contentOf, emptyWrite, fieldsOf, writtenOf, type Content, type WriteFields } from './write-fields'
import type { Places } from './write-where'

export type Shown = Output<'notice.show'>
type Saved = Output<'notice.save'>

/** What was uploaded and belongs to nothing is gone from the server a day later (ms). */
const picturesKept = 20 * 60 * 60 * 1000

export interface WritingOptions {
  readonly spot: DeskSpot
  readonly places: Places
  /** What is to be written on; null: a new one. */
  readonly base: Shown | null
  readonly now: number
}

const startOfWriting = (base: Shown | null): WriteFields => {
  const edition = base?.next ?? base?.shown
  const draftId = newKey()
  if (!base || !edition) return emptyWrite(draftId)
  const at = { noticeId: base.noticeId, draftId, seen: base.seen, isOut: base.shown !== null }
  const { file, pictures } = edition
  const ids = { pictures: pictures.map(({ pictureId }) => pictureId), fileId: file?.fileId ?? null }
  return fieldsOf({ ...edition, ...ids }, file, at)
}

/** What is being written, and its way out. Nothing typed is lost, whatever is refused. */
export function useNoticeWriting({ spot, places, base, now }: WritingOptions) {
  const [start] = useState(() => startOfWriting(base))
  const draft = useDraft<WriteFields>(`notice-${spotQuery(spot)}-${base?.noticeId ?? 'new'}`, start)
  const { fields, keptAt } = draft
  const [latest, setLatest] = useState<Shown | null>(base)
  const [isTried, setTried] = useState(false)
  const [problems, setProblems] = useState<readonly NoticeProblem[]>([])
  const [asking, setAsking] = useState<AskGap | null>(null)
  const [outcome, setOutcome] = useState<{ readonly is: 'saved' | 'waits' | 'out'; readonly saved: Saved } | null>(null)
  /** It went out, or was kept, before, and this phone did not hear of it: how it stood then. */
  const [there, setThere] = useState<Saved['state'] | null>(null)
  const [isUnknown, setUnknown] = useState(false)
  const saving = useConsented('notice.save')
  const beginning = useConsented('picture.begin')
  const { refused, clear } = saving

  // Of two taps before the page is drawn anew, the second must not take the first one back.
  const newest = useRef(fields)
  const change = (changed: Partial<WriteFields> | ((before: WriteFields) => Partial<WriteFields>)) => {
    const made = typeof changed === 'function' ? changed(newest.current) : changed
    newest.current = { ...newest.current, ...made }
    draft.change(made)
    setProblems([])
    setAsking(null)
    clear()
  }
  const pictures = usePictures({
    most: mostNoticePictures - fields.held.length,
    begin: () => beginning.run({}),
    kept: keptAt !== null && Date.now() - keptAt < picturesKept ? fields.pictures : [],
    onSent: (sent) => change({ pictures: sent }),
  })
  const file = useNoticeFile(spot.communityId, (sent) => change({ file: sent }))

  const look = useCallback(async (noticeId: string) => {
    const answer = await call('notice.show', { noticeId })
    setUnknown(!answer.ok)
    if (answer.ok) setLatest(answer.data)
  }, [])
  const known = useRef(fields.noticeId)
  known.current = fields.noticeId
  // What was kept on this phone may lie on the server: what became of it there meanwhile is said before anything goes out.
  useEffect(() => {
    if (base === null && known.current !== null) void look(known.current)
  }, [base, look])
  // Somebody was faster: how it stands now has to be seen before anything goes out; what was typed stays.
  useEffect(() => {
    if (refused === 'notice.moved' && known.current !== null) void look(known.current)
  }, [refused, look])

  const content = (): Content | null => contentOf({ ...newest.current, pictures: pictures.sent() }, places, now)
  /** To how it reads, where the blanks are filled. */
  const goOn = () => {
    setTried(true)
    const about = content()?.about
    const gap = about ? askGap(about, newest.current.ask, newest.current.filling?.span ?? null, now) : null
    setAsking(gap)
    if (!about || gap !== null || gapsLeft(newest.current) > 0) return
    change({ step: 'check' })
    setTried(false)
  }
  const done = (saved: Saved, isSent: boolean) => {
    draft.drop()
    pictures.done()
    const isOut = isSent && saved.state === 'out'
    // Also where the next page opens late, or not at all: nobody sends it a second time.
    setOutcome({ is: isOut ? 'out' : isSent ? 'waits' : 'saved', saved })
    if (isOut) void Taro.redirectTo({ url: sharePath(spot, saved.noticeId) }).catch(() => undefined)
  }
  /** Nothing was written: the next tap changes that one. Of one that is over nobody reads anything: it makes another. */
  const heardOf = ({ noticeId, seen, state }: Saved) => {
    if (isOpenNotice(state)) change({ noticeId, seen })
    else change({ draftId: newKey() })
    setThere(state)
    if (isOpenNotice(state)) void look(noticeId)
  }
  const save = async (isSent: boolean) => {
    const what = content()
    if (what === null || pictures.isBusy || file.isBusy) return
    const found = isSent ? problemsOf(contentForRules(what, spot.communityId), Date.now()) : []
    setProblems(found)
    if (found.length > 0) return
    const { communityId, gridId } = spot
    const { noticeId, draftId, seen } = newest.current
    const at = { noticeId, draftId: noticeId === null ? draftId : null, seen: latest?.seen ?? seen }
    setThere(null)
    setUnknown(false)
    const saved = await saving.run({ ...at, communityId, gridId, content: what, send: isSent })
    if (!saved) return
    if (saved.isThere) return heardOf(saved)
    if (!isSent || saved.problems.length === 0) return done(saved, isSent)
    // Kept, not sent: the next try writes on at the same one.
    change({ noticeId: saved.noticeId, seen: saved.seen })
    setLatest(null)
    setProblems(saved.problems)
  }
  return {
    ...{ fields, change, goOn, save, pictures, file, saving, beginning, isTried, problems, asking, outcome, content },
    /** Before anything goes out, how it stands now has to be seen, and could not be fetched. */
    ...{ there, isUnknown: isUnknown && refused === 'notice.moved' },
    /** People read it already. */
    isOut: latest?.shown != null,
    drop: draft.drop,
    /** Something was lying on this phone when the page opened. */
    wasKept: keptAt !== null && fields.kind !== null,
    written: writtenOf(fields, places, now),
    /** Pictures of the notice, as they can be shown. */
    earlier: (base?.next ?? base?.shown)?.pictures ?? [],
    /** What others did since this was begun. */
    between: latest && fields.seen !== null ? latest.events.slice(fields.seen) : [],
    state: latest?.state ?? null,
  }
}
export type NoticeWriting = ReturnType<typeof useNoticeWriting>

/** To the groups, right after it went out. */
export const sharePath = (spot: DeskSpot, noticeId: string): string =>
  pathTo('notices/share', spotQuery(spot), `notice=${noticeId}`, 'sent=1')

/** A notice that lies on the server has lost its blanks: only places and time are asked of it. */
const gapsLeft = ({ kind, filling, noticeId }: WriteFields): number => {
  const gaps = kind === null || filling === null ? [] : gapsOf(kind, filling)
  return gaps.filter(({ blank }) => noticeId === null || blank === 'places' || blank === 'time').length
}

const contentForRules = ({ where, needs, ...content }: Content, communityId: string) => ({
  ...content,
  audience: { communityId, where, needs },
})
