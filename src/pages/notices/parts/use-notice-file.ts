import { useEffect, useRef, useState } from 'react'
import { useSend } from '../../../client'
import { chooseFile, type ChosenFile } from '../../../platform/choose-file'
import { uploadFile, type Upload } from '../../../platform/upload'
import { refusalText } from '../../../text'
import { noticeWrite as words } from '../../../text/notice-write'
import { useConsented } from '../../consent'

export type FileState =
  | { readonly is: 'idle' }
  | { readonly is: 'sending'; readonly percent: number }
  | { readonly is: 'failed'; readonly why: string }

/** Chooses one file out of a chat and brings it up. */
export function useNoticeFile(
  communityId: string,
  onSent: (file: { readonly fileId: string; readonly name: string }) => void,
) {
  const beginning = useConsented('noticefile.begin')
  const adding = useSend('noticefile.add')
  const [state, setState] = useState<FileState>({ is: 'idle' })
  const task = useRef<Upload | null>(null)
  const isBusy = useRef(false)
  /** Counts the files that somebody began to bring: what an earlier one still answers is nobody's any more. */
  const turn = useRef(0)
  const before = useRef<Promise<void>>(Promise.resolve())
  useEffect(() => () => task.current?.stop(), [])

  const bring = async ({ name, size, path }: ChosenFile, mine: number) => {
    const show = (next: FileState) => (mine === turn.current ? setState(next) : undefined)
    const begun = await beginning.run({ communityId, name: name.slice(-longestName), size })
    // Why not stands on the page by the hook itself.
    if (!begun || mine !== turn.current) return show({ is: 'idle' })
    task.current = uploadFile(begun.path, path, (percent) => show({ is: 'sending', percent }))
    const done = await task.current.done
    if (mine !== turn.current) return
    task.current = null
    if (typeof done === 'string') return show({ is: 'failed', why: words.fileFailed })
    const added = await adding.send({ fileId: begun.fileId, uploaded: done.fileID })
    if (mine !== turn.current) return
    if (!added?.ok) return show({ is: 'failed', why: added ? refusalText[added.refused] : words.fileFailed })
    show({ is: 'idle' })
    onSent({ fileId: added.data.fileId, name: added.data.name })
  }
  const ask = async (mine: number) => {
    const chosen = await chooseFile()
    if (chosen === 'cancelled') return
    if (typeof chosen === 'string') return setState({ is: 'failed', why: words.fileDenied })
    setState({ is: 'sending', percent: 0 })
    // One that was let go of may still wait for its answer: the hooks send one at a time.
    const brought = before.current.then(() => (mine === turn.current ? bring(chosen, mine) : undefined))
    before.current = brought.catch(() => undefined)
    await brought
  }
  return {
    ...{ state, beginning, isBusy: state.is === 'sending' },
    /** Opens the chats. Directly in a tap. */
    choose: () => {
      if (isBusy.current) return
      isBusy.current = true
      const asked = ++turn.current
      void ask(asked).finally(() => {
        if (asked === turn.current) isBusy.current = false
      })
    },
    /** Lets go of it: the notice can go out without. */
    stop: () => {
      turn.current++
      task.current?.stop()
      task.current = null
      isBusy.current = false
      setState({ is: 'idle' })
    },
  }
}

export type NoticeFileSending = ReturnType<typeof useNoticeFile>

/** As the contract has it; its ending says what it is. */
const longestName = 60
