import { useCallback, useEffect, useRef, useState } from 'react'
import { strip } from '../domain/picture/strip'
import { choosePictures, enlarge, forgetPicture, readPicture, writePicture } from '../platform/pictures'
import { uploadFile, type Upload } from '../platform/upload'
import { call, newKey } from './call'
import type { Output } from './named'

/** A picture as the page shows it. */
export interface OwnPicture {
  readonly key: string
  readonly path: string
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed'
  /** Percent. */
  readonly progress?: number
}

/** What a draft keeps of a picture that the server has. */
export interface SentPicture {
  readonly path: string
  readonly pictureId: string
}

export interface OwnPictures {
  readonly pictures: readonly OwnPicture[]
  /** Why the last choice brought less than was chosen. */
  readonly problem: 'denied' | 'failed' | 'not-a-picture' | null
  readonly isBusy: boolean
  readonly hasFailed: boolean
  /** Those that the server has, in their order: as it is at this moment, also before the page has drawn it. */
  sent(): readonly SentPicture[]
  add(): void
  remove(key: string): void
  retry(key: string): void
  enlarge(key: string): void
  /** They belong to something that was sent: the phone no longer needs its copies. */
  done(): void
}

interface Held extends OwnPicture {
  /** Of each step that was done: a second try goes on where the first one broke off, and does nothing twice. */
  readonly begun: Output<'picture.begin'> | null
  readonly fileId: string | null
  /** The idempotency key of the handing in. */
  readonly addKey: string
  readonly isIn: boolean
}

interface Options {
  readonly most: number
  /** From the page, which shows the privacy notice where it is needed: nothing is uploaded before somebody agreed. */
  readonly begin: () => Promise<Output<'picture.begin'> | null>
  /** Of an earlier visit of the page. */
  readonly kept?: readonly SentPicture[]
  /** Gets those that the server has, each time they change. */
  readonly onSent?: (sent: readonly SentPicture[]) => void
}

const newPicture = (path: string): Held => {
  const key = newKey()
  return { key, path, state: 'waiting', begun: null, fileId: null, addKey: key, isIn: false }
}
const keptPicture = ({ path, pictureId }: SentPicture): Held => ({
  ...newPicture(path),
  state: 'sent',
  begun: { pictureId, path: '' },
  isIn: true,
})
const sentOf = (list: readonly Held[]): readonly SentPicture[] =>
  list.flatMap(({ isIn, begun, path }) => (isIn && begun ? [{ path, pictureId: begun.pictureId }] : []))

/** Chooses, strips, uploads and hands in pictures, one after the other. */
export function usePictures({ most, begin, kept = [], onSent }: Options): OwnPictures {
  const [list, setList] = useState<readonly Held[]>(() => kept.map(keptPicture))
  const [problem, setProblem] = useState<OwnPictures['problem']>(null)
  // The truth while several steps are under way; the state follows it.
  const truth = useRef(list)
  const hooks = useRef({ begin, onSent })
  hooks.current = { begin, onSent }
  const upload = useRef<{ readonly key: string; readonly task: Upload } | null>(null)
  const isWorking = useRef(false)
  const isChoosing = useRef(false)

  const become = useCallback((next: readonly Held[]) => {
    const before = JSON.stringify(sentOf(truth.current))
    truth.current = next
    setList(next)
    if (JSON.stringify(sentOf(next)) !== before) hooks.current.onSent?.(sentOf(next))
  }, [])
  const change = useCallback(
    (key: string, changed: Partial<Held>) =>
      become(truth.current.map((one) => (one.key === key ? { ...one, ...changed } : one))),
    [become],
  )

  const work = useCallback(async () => {
    if (isWorking.current) return
    isWorking.current = true
    try {
      for (;;) {
        const next = truth.current.find(({ state }) => state === 'waiting')
        if (!next) return
        change(next.key, { state: 'sending', progress: 0 })
        const isSent = await send(next, {
          begin: () => hooks.current.begin(),
          note: (changed) => change(next.key, changed),
          uploading: (task) => (upload.current = task && { key: next.key, task }),
        })
        change(next.key, isSent ? { state: 'sent', isIn: true } : { state: 'failed' })
      }
    } finally {
      isWorking.current = false
    }
  }, [change])

  // Pictures of an earlier visit whose file is gone cannot be shown, and so cannot be vouched for.
  useEffect(() => {
    for (const { key, path, isIn } of truth.current) {
      if (isIn) readPicture(path).catch(() => become(truth.current.filter((one) => one.key !== key)))
    }
  }, [become])

  const choose = async () => {
    const chosen = await choosePictures(most - truth.current.length)
    if (typeof chosen === 'string') return setProblem(chosen)
    const clean = await Promise.all(chosen.map(stripped))
    const taken = clean.filter((path) => path !== null)
    setProblem(taken.length < clean.length ? 'not-a-picture' : null)
    become([...truth.current, ...taken.map(newPicture)])
    void work()
  }
  const add = () => {
    if (isChoosing.current || truth.current.length >= most) return
    isChoosing.current = true
    void choose().finally(() => (isChoosing.current = false))
  }
  const remove = (key: string) => {
    if (upload.current?.key === key) upload.current.task.stop()
    const gone = truth.current.find((one) => one.key === key)
    become(truth.current.filter((one) => one.key !== key))
    if (gone) forgetPicture(gone.path)
  }
  const retry = (key: string) => {
    change(key, { state: 'waiting' })
    void work()
  }
  return {
    pictures: list,
    problem,
    isBusy: list.some(({ state }) => state === 'waiting' || state === 'sending'),
    hasFailed: list.some(({ state }) => state === 'failed'),
    sent: () => sentOf(truth.current),
    add,
    remove,
    retry,
    enlarge: (key) => {
      const paths = list.map(({ path }) => path)
      enlarge(paths, list.find((one) => one.key === key)?.path ?? paths[0] ?? '')
    },
    done: () => truth.current.forEach(({ path }) => forgetPicture(path)),
  }
}

/** A copy of the picture that tells nothing but what one sees; null where it is no picture that we take. */
async function stripped(path: string): Promise<string | null> {
  try {
    const clean = strip(await readPicture(path))
    return 'refused' in clean ? null : await writePicture(clean.bytes, clean.kind === 'png' ? 'png' : 'jpg')
  } catch {
    return null
  }
}

interface Steps {
  readonly begin: Options['begin']
  readonly note: (changed: Partial<Held>) => void
  readonly uploading: (task: Upload | null) => void
}

/** Goes through the steps that are still to be done; whether the server has the picture now. */
async function send(one: Held, { begin, note, uploading }: Steps): Promise<boolean> {
  const begun = one.begun ?? (await begin())
  if (!begun) return false
  note({ begun })
  const fileId = one.fileId ?? (await uploaded(one.path, begun.path, { note, uploading }))
  if (fileId === null) return false
  note({ fileId })
  const answer = await call('picture.add', { pictureId: begun.pictureId, fileId }, { key: one.addKey })
  // What was uploaded is of no use: the next try begins anew, under another key.
  if (!answer.ok && answer.refused.startsWith('picture.')) note({ begun: null, fileId: null, addKey: newKey() })
  return answer.ok
}

async function uploaded(
  path: string,
  cloudPath: string,
  { note, uploading }: Omit<Steps, 'begin'>,
): Promise<string | null> {
  const task = uploadFile(cloudPath, path, (progress) => note({ progress }))
  uploading(task)
  const done = await task.done
  uploading(null)
  return typeof done === 'string' ? null : done.fileID
}
