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
  useEffect(() => () => task.current?.stop(), [])

  const bring = async ({ name, size, path }: ChosenFile) => {
    setState({ is: 'sending', percent: 0 })
    const begun = await beginning.run({ communityId, name: name.slice(-longestName), size })
    // Why not stands on the page by the hook itself.
    if (!begun) return setState({ is: 'idle' })
    task.current = uploadFile(begun.path, path, (percent) => setState({ is: 'sending', percent }))
    const done = await task.current.done
    task.current = null
    if (typeof done === 'string') return setState({ is: 'failed', why: words.fileFailed })
    const added = await adding.send({ fileId: begun.fileId, uploaded: done.fileID })
    if (!added?.ok) return setState({ is: 'failed', why: added ? refusalText[added.refused] : words.fileFailed })
    setState({ is: 'idle' })
    onSent({ fileId: added.data.fileId, name: added.data.name })
  }
  const ask = async () => {
    const chosen = await chooseFile()
    if (chosen === 'cancelled') return
    if (typeof chosen === 'string') return setState({ is: 'failed', why: words.fileDenied })
    await bring(chosen)
  }
  return {
    ...{ state, beginning, isBusy: state.is === 'sending' },
    /** Opens the chats. Directly in a tap. */
    choose: () => {
      if (isBusy.current) return
      isBusy.current = true
      void ask().finally(() => (isBusy.current = false))
    },
  }
}

export type NoticeFileSending = ReturnType<typeof useNoticeFile>

/** As the contract has it; its ending says what it is. */
const longestName = 60
