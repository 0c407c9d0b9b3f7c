import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useRead, useSend, type Refusal } from '../../../client'
import { useDraft } from '../../../client/use-draft'
import { directorySettings as words } from '../../../text/directory-settings'
import { useReturn } from '../../shell'
import { answerWords, questionsOf, sorted, type Question, type Saved } from './question-rows'

type Drafts = Readonly<Record<string, string | null>>

/** Why the last save brought nothing; `moved`: somebody else answered meanwhile. */
export type Hindered = 'moved' | Refusal<'setting.save'> | null

/** The questions of a community or an estate: which one is asked now, and what becomes of its answer. */
export function useQuestions(communityId: string, estateId: string | null) {
  const list = useRead('setting.list', { communityId, estateId })
  const { busy: isSaving, send } = useSend('setting.save')
  const drafts = useDraft<Drafts>(`settings:${communityId}/${estateId ?? ''}`, {})
  const [saved, setSaved] = useState<Saved>({})
  const [skipped, setSkipped] = useState<readonly string[]>([])
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [told, setTold] = useState('')
  const [hindered, setHindered] = useState<Hindered>(null)

  const fresh = async () => {
    await list.reload()
    setSaved({})
  }
  // Back from the form of an agency, or after a pause: others may have answered.
  useReturn(() => void fresh())

  const agencies = list.data?.agencies ?? []
  const questions = list.data ? questionsOf(list.data, saved) : []
  const drawers = sorted(questions)
  const isSkipped = ({ settingId }: Question) => skipped.includes(settingId)
  const now =
    questions.find(({ settingId }) => settingId === chosenId) ?? drawers.open.find((one) => !isSkipped(one)) ?? null
  /** What stands in the form: what was typed, else what is answered. */
  const typed = now ? (drafts.fields[now.settingId] ?? now.value ?? '') : ''

  const open = (settingId: string | null) => {
    setChosenId(settingId)
    setHindered(null)
    // Where the page was left meanwhile there is nothing to scroll.
    Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined)
  }
  const leave = ({ settingId }: Question, word: string) => {
    drafts.change({ [settingId]: null })
    setTold(word)
    open(null)
  }

  const save = async (question: Question, value: string | null) => {
    const { settingId, spec } = question
    setHindered(null)
    const answer = await send({ communityId, estateId, settingId, value, seen: question.value })
    if (answer === null) return
    if (answer.ok) {
      setSaved((before) => ({ ...before, [settingId]: value }))
      leave(question, value === null ? words.takenBack : words.saved(answerWords(spec, value, agencies)))
      // What is answered may make other questions needless: known as soon as the list is there.
      void list.reload()
      return
    }
    // It stays in sight, with what was typed: whoever answers it now decides.
    setChosenId(settingId)
    if (answer.refused === 'setting.moved' || answer.refused === 'setting.bad-value') await fresh()
    setHindered(answer.refused === 'setting.moved' ? 'moved' : answer.refused)
  }

  return {
    ...{ list, agencies, drawers, now, typed, told, hindered, isSaving, save, open },
    /** How many of the open ones wait for another time. */
    skipped: drawers.open.filter(isSkipped).length,
    type: (value: string) => {
      if (now) drafts.change({ [now.settingId]: value })
      setHindered(null)
    },
    skip: (question: Question) => {
      setSkipped((before) => [...before.filter((id) => id !== question.settingId), question.settingId])
      setTold('')
      open(null)
    },
    askSkipped: () => setSkipped([]),
    /** Somebody else answered the same. */
    agree: (question: Question) => leave(question, ''),
  }
}

export type Questions = ReturnType<typeof useQuestions>
