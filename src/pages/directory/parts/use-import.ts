import { useCallback, useEffect, useRef, useState } from 'react'
import { useRead, useSend, type Input, type Output, type Refusal } from '../../../client'
import { useTimesBack } from '../../../client/online'
import { useReturn } from '../../shell'
import { fileIdOf } from './file-memory'

export type Import = Output<'import.show'>
type Progress = Output<'import.step'>
type Trouble = Refusal<'import.step'> | Refusal<'import.confirm'> | Refusal<'import.show'>

/** What was seen and is meant: that something breaks, that rooms are emptied. */
type Meant = Pick<Required<Input<'import.confirm'>>, 'breaks' | 'rooms'>

export interface ImportRun {
  readonly data: Import | null
  readonly busy: boolean
  /** Why nothing is shown. */
  readonly refused: Refusal<'import.show'> | null
  /** How far the server is; null while it waits for its keeper. */
  readonly working: Progress | null
  /** The workbook is not where the server could read it, and this phone does not know where it is. */
  readonly isUnsent: boolean
  /** The directory was changed since the import was read: it has to be read anew. */
  readonly isOutdated: boolean
  /** Why it does not go on. */
  readonly trouble: Trouble | null
  readonly isConfirming: boolean
  goOn(): void
  confirm(meant: Meant): void
  reload(): Promise<void>
}

const isWorking = ({ state }: Progress) => state === 'reading' || state === 'staging' || state === 'confirmed'
/** Answers in a row by which nothing came further: somebody has to look. */
const mostIdle = 10

/**
 * One import as its page sees it; null: the community's last one. As long as the server has something to do it is asked to
 * go on, from wherever it stands: after a lost reply, another visit, or beside somebody else who does the same.
 */
export function useImport(communityId: string, importId: string | null): ImportRun {
  const { data, busy, refused, reload } = useRead('import.show', { communityId, importId })
  const step = useSend('import.step')
  const confirming = useSend('import.confirm')
  const [progress, setProgress] = useState<(Progress & { readonly importId: string }) | null>(null)
  /** Of one import: another one has its own. */
  const [halt, setHalt] = useState<{ readonly importId: string; readonly why: Trouble } | null>(null)
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => void (isHere.current = false)
  }, [])

  const { send } = step
  const work = useCallback(
    async (id: string) => {
      setHalt(null)
      let last = ''
      for (let idle = 0; idle < mostIdle;) {
        const answer = await send({ importId: id, fileId: fileIdOf(id) })
        // Under way already, or nobody looks any more: the next visit goes on.
        if (!answer || !isHere.current) return
        if (!answer.ok) {
          setHalt({ importId: id, why: answer.refused })
          if (answer.refused === 'import.over' || answer.refused === 'revision.missing') await reload()
          return
        }
        setProgress({ importId: id, ...answer.data })
        if (!isWorking(answer.data)) {
          await reload()
          return setProgress(null)
        }
        const now = JSON.stringify(answer.data)
        idle = now === last ? idle + 1 : 0
        last = now
      }
      setHalt({ importId: id, why: 'conflict' })
    },
    [send, reload],
  )

  const trouble = halt && halt.importId === data?.importId ? halt.why : null
  const own = progress && progress.importId === data?.importId ? progress : null
  const working = own && isWorking(own) ? own : data && isWorking(data) ? (own ?? data) : null
  const isLost = data?.state === 'reading' && data.kind === 'workbook' && fileIdOf(data.importId) === null
  const isUnsent = working?.state === 'reading' && (isLost || trouble === 'import.no-file')

  useEffect(() => {
    if (data && isWorking(data) && !isLost) void work(data.importId)
  }, [data, isLost, work])

  const goOn = () => {
    if (data && working && !isUnsent) void work(data.importId)
    else void reload()
  }
  const back = useTimesBack()
  const again = useRef(goOn)
  again.current = goOn
  const isCutOff = trouble?.startsWith('network.') ?? false
  const seen = useRef(back)
  useEffect(() => {
    if (seen.current === back) return
    seen.current = back
    if (isCutOff) again.current()
  }, [back, isCutOff])
  useReturn(goOn)

  const confirm = async (meant: Meant) => {
    if (!data) return
    const { importId: id } = data
    setHalt(null)
    const answer = await confirming.send({ importId: id, ...meant })
    if (!answer || !isHere.current) return
    if (answer.ok) {
      const { state, done, total } = answer.data
      setProgress({ importId: id, state, done, total })
      return work(id)
    }
    // It may have come to pass all the same, or somebody was faster. What is outdated stays to be read.
    if (answer.refused !== 'import.outdated') await reload()
    setHalt({ importId: id, why: answer.refused })
  }
  return {
    ...{ data, busy, refused, reload, working, isUnsent, trouble, goOn },
    isOutdated: trouble === 'import.outdated',
    isConfirming: confirming.busy,
    confirm: (meant) => void confirm(meant),
  }
}
