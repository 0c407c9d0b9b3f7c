import { useState } from 'react'
import { useSend, type Refusal } from '../../../client'
import { useDraft } from '../../../client/use-draft'
import { directoryAgency as words } from '../../../text/directory-agency'
import {
  asNew,
  begun,
  emptyPhone,
  fieldsIn,
  fieldsOf,
  inputOf,
  isChanged,
  type AgencyDraft,
  type PhoneFields,
  type ShownAgency,
} from './agency-fields'
import { merged } from './agency-merge'
import { firstProblem, rowIn } from './agency-problems'

interface Given {
  readonly communityId: string
  /** As it is kept; null: it is new. */
  readonly agency: ShownAgency | null
  /** Which part is open at once: `name`, `roles`, `area`, or the key of a number. */
  readonly first: string | null
  /** What a new one is entered for; null: nobody said. */
  readonly role: string | null
  readonly onSaved: (agencyId: string) => void
  readonly onReload: () => void
}

/** An agency that is being changed: what is changed lies on the phone until it is saved as a whole. */
export function useAgencyForm({ communityId, agency, first, role, onSaved, onReload }: Given) {
  const agencyId = agency?.agencyId ?? null
  const draft = useDraft<AgencyDraft>(`agency-${communityId}-${agencyId ?? 'new'}`, begun(agency, role))
  const { change, drop } = draft
  const [part, setPart] = useState(first)
  const [isAsking, setAsking] = useState(agency === null)
  const [out, setOut] = useState<PhoneFields | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [refused, setRefused] = useState<Refusal<'agency.save'> | null>(null)
  const { busy, send } = useSend('agency.save')
  // Where nothing was changed here, what others change is simply shown.
  const fields = agency && !isChanged(draft.fields) ? begun(agency) : draft.fields
  const isMoved = agency !== null && fields.seen !== agency.mark
  const isThere = part === 'name' || part === 'roles' || part === 'area' || rowIn(fields, part ?? '') !== undefined

  const edit = (changed: Partial<AgencyDraft>) => {
    setRefused(null)
    // From one beginning on, whatever stood in the draft before.
    change({ ...fields, ...changed })
  }
  const addPhone = () => {
    const row = emptyPhone(fields.phones)
    edit({ phones: [...fields.phones, row] })
    setPart(row.key)
  }
  const close = () => {
    setAsking(false)
    setPart(null)
  }
  const startOver = () => {
    edit(begun(agency, role))
    drop()
    setOut(null)
    close()
  }
  /** A new one is asked its name, what it answers for and one number, before all of it is shown. */
  const next = () => {
    if (isAsking && part === 'name') setPart('roles')
    else if (isAsking && part === 'roles' && fields.phones.length === 0) addPhone()
    else close()
  }
  const takeOut = (phone: PhoneFields) => {
    edit({ phones: fields.phones.filter(({ key }) => key !== phone.key) })
    setOut(phone.number.trim() === '' ? null : phone)
    close()
  }
  const putBack = () => {
    if (out) edit({ phones: [...fields.phones, out] })
    setOut(null)
  }
  const submit = async (meant: AgencyDraft, as: string | null) => {
    const toMend = firstProblem(meant, meant.base)
    setWrong(toMend)
    if (toMend !== null) return setPart(toMend)
    setRefused(null)
    const answer = await send(inputOf(meant, { communityId, agencyId: as, usualOwner: words.usualOwner }))
    if (answer === null) return
    if (answer.ok) {
      drop()
      onSaved(answer.data.agencyId)
      return
    }
    setRefused(answer.refused)
    // The newest comes, and what was typed stays beside it.
    if (answer.refused === 'agency.moved') onReload()
  }
  const merge = () => {
    if (!agency) return
    const theirs = fieldsOf(agency)
    edit({ ...merged(fieldsIn(fields.base), fieldsIn(fields), theirs), base: theirs, seen: agency.mark })
  }
  return {
    ...{ fields, busy, refused, isMoved, isAsking, out, edit, addPhone, startOver, next, takeOut, putBack, merge },
    /** The part that has to be mended before it can be saved. */
    wrong,
    ...{ part: isThere ? part : null, open: setPart },
    /** What was changed at another time, and is still there. */
    isKept: draft.keptAt !== null && isChanged(fields),
    save: () => void submit(fields, agencyId),
    /** Somebody took it out meanwhile: what was typed becomes a new one. */
    saveAsNew: () => void submit(asNew(fields), null),
  }
}

export type AgencyFormState = ReturnType<typeof useAgencyForm>
