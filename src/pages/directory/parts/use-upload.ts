import { useEffect, useRef, useState } from 'react'
import { call, newKey, useWrite, type Refusal } from '../../../client'
import { chooseFile, type ChosenFile } from '../../../platform/choose-file'
import { uploadFile, type Upload } from '../../../platform/upload'
import { directoryUpload as words } from '../../../text/directory-table'
import { problemOf } from './file-check'
import { noteSent } from './file-memory'

/** Where a workbook is on its way from the chat to the cloud. */
export type Sending =
  | { readonly is: 'idle' }
  /** Nothing was brought up: a sentence says why, and what helps. */
  | { readonly is: 'unfit'; readonly why: string }
  | { readonly is: 'starting' }
  | { readonly is: 'sending'; readonly name: string; readonly percent: number }
  | { readonly is: 'stopped' }
  /** The network broke off; the same file can go once more. */
  | { readonly is: 'broken' }

export interface Uploading {
  readonly state: Sending
  readonly refused: Refusal<'import.start'> | null
  /** Opens the chats. Directly in a tap. */
  choose(): void
  /** Brings up this file, such as the one of before. */
  send(file: ChosenFile): void
  stop(): void
  again(): void
}

/** Chooses a workbook, begins an import and brings it up; `onSent` gets the import that can be stepped then. */
export function useUpload(communityId: string, onSent: (importId: string) => void): Uploading {
  const { refused, run, clear } = useWrite('import.start')
  const [state, setState] = useState<Sending>({ is: 'idle' })
  const file = useRef<ChosenFile | null>(null)
  /** Begun for the file, and not there yet: another try goes to the same place. */
  const begun = useRef<{ readonly importId: string; readonly path: string } | null>(null)
  const task = useRef<Upload | null>(null)
  const isChoosing = useRef(false)
  // Whoever leaves the page gives it up: nobody would see how far it is.
  useEffect(() => () => task.current?.stop(), [])

  const bring = async (chosen: ChosenFile) => {
    setState({ is: 'starting' })
    const began = begun.current ?? (await run({ communityId, size: chosen.size }))
    if (!began) return setState({ is: 'idle' })
    begun.current = began
    const percent = (done: number) => setState({ is: 'sending', name: chosen.name, percent: done })
    percent(0)
    task.current = uploadFile(began.path, chosen.path, percent)
    const done = await task.current.done
    task.current = null
    if (done === 'failed') return setState({ is: 'broken' })
    begun.current = null
    if (done === 'stopped') {
      // It would otherwise stand in the list as one that waits for its workbook.
      void call('import.cancel', { importId: began.importId }, { key: newKey() })
      return setState({ is: 'stopped' })
    }
    noteSent({ importId: began.importId, fileId: done.fileID, file: chosen })
    setState({ is: 'idle' })
    onSent(began.importId)
  }
  const take = (chosen: ChosenFile) => {
    clear()
    const why = problemOf(chosen)
    if (why !== null) return setState({ is: 'unfit', why })
    file.current = chosen
    begun.current = null
    void bring(chosen)
  }
  const ask = async () => {
    const chosen = await chooseFile()
    if (chosen === 'cancelled') return
    if (typeof chosen === 'object') return take(chosen)
    setState({ is: 'unfit', why: chosen === 'denied' ? words.denied : words.cannot })
  }
  const isUnderWay = () => state.is === 'starting' || state.is === 'sending'
  return {
    state,
    refused,
    choose: () => {
      if (isChoosing.current || isUnderWay()) return
      isChoosing.current = true
      void ask().finally(() => (isChoosing.current = false))
    },
    send: (chosen) => (isUnderWay() ? undefined : take(chosen)),
    stop: () => task.current?.stop(),
    again: () => (file.current && !isUnderWay() ? void bring(file.current) : undefined),
  }
}
