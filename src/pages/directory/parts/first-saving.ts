import { useState } from 'react'
import { useSend, type Refusal } from '../../../client'
import { useDraft } from '../../../client/use-draft'
import { directoryFirst as words } from '../../../text/directory-first'
import { schedulesOf, type HoursChoice, type Important, type ImportantRole } from './first-roles'

/** What is typed for one of them. */
interface NumberFields {
  readonly name: string
  readonly number: string
  readonly hours: HoursChoice | null
}
type Drafts = Readonly<Partial<Record<ImportantRole, NumberFields>>>
type Why = Refusal<'agency.save'>

/** One office to enter: of those that are called the same it is one, with a number for each. */
interface Office {
  readonly name: string
  readonly of: readonly (readonly [ImportantRole, NumberFields])[]
}

function officesOf(filled: readonly (readonly [ImportantRole, NumberFields])[]): readonly Office[] {
  const byName = new Map<string, Office>()
  for (const one of filled) {
    const name = one[1].name.trim()
    byName.set(name, { name, of: [...(byName.get(name)?.of ?? []), one] })
  }
  return [...byName.values()]
}

/** The same number twice is one. */
const phonesOf = ({ of }: Office) =>
  of
    .filter(([, { number }], at) => of.findIndex(([, other]) => other.number.trim() === number.trim()) === at)
    .map(([role, { number, hours }]) => ({
      ...{ phoneId: null, number: number.trim(), description: null, owner: words.owner[role], rung: false },
      schedules: schedulesOf[hours ?? 'always'],
    }))

/** Enters the numbers one by one. What was entered is in the directory, so that it can be left and taken up again. */
export function useNumbers(
  communityId: string,
  communityName: string,
  important: readonly Important[],
  onSaved: () => Promise<void>,
) {
  const draft = useDraft<Drafts>(`first-numbers:${communityId}`, {})
  const { send } = useSend('agency.save')
  const [isBusy, setBusy] = useState(false)
  const [isTried, setTried] = useState(false)
  const [refused, setRefused] = useState<Readonly<Partial<Record<ImportantRole, Why>>>>({})
  const [hindered, setHindered] = useState<Why | null>(null)
  const [saved, setSaved] = useState(0)

  const fieldsOf = (role: ImportantRole): NumberFields =>
    draft.fields[role] ?? {
      name: role === 'community' && communityName ? words.committee(communityName) : words.firstName[role],
      ...{ number: '', hours: null },
    }
  const filled = important
    .filter(({ agency }) => agency === null)
    .map(({ role }) => [role, fieldsOf(role)] as const)
    .filter(([, { number }]) => number.trim() !== '')

  const saveOne = async (office: Office): Promise<'saved' | 'refused' | 'hindered'> => {
    const answer = await send({
      ...{ communityId, agencyId: null, seen: null, name: office.name, serviceArea: null },
      ...{ roles: office.of.map(([role]) => role), phones: phonesOf(office) },
    })
    if (answer?.ok) return 'saved'
    const why: Why = answer?.refused ?? 'network.failed'
    if (why.startsWith('network.')) {
      setHindered(why)
      return 'hindered'
    }
    setRefused((before) => ({ ...before, ...Object.fromEntries(office.of.map(([role]) => [role, why])) }))
    return 'refused'
  }

  const save = async () => {
    setTried(true)
    setRefused({})
    setHindered(null)
    setSaved(0)
    const isWhole = filled.every(([, { name, hours }]) => name.trim() !== '' && hours !== null)
    if (isBusy || filled.length === 0 || !isWhole) return
    setBusy(true)
    const done: Office[] = []
    for (const office of officesOf(filled)) {
      const outcome = await saveOne(office)
      if (outcome === 'saved') done.push(office)
      // Sent again first of all, under the same key: only its reply may have been lost.
      if (outcome === 'hindered') break
    }
    if (done.length > 0) await onSaved()
    const roles = done.flatMap(({ of }) => of.map(([role]) => role))
    // The directory has them: nothing of them stays on the phone.
    draft.change(Object.fromEntries(roles.map((role) => [role, undefined])))
    setSaved(roles.length)
    setBusy(false)
  }

  return {
    ...{ fieldsOf, save, isBusy, isTried, hindered, saved, isEmpty: filled.length === 0 },
    refusedOf: (role: ImportantRole): Why | null => refused[role] ?? null,
    change: (role: ImportantRole, changed: Partial<NumberFields>) => {
      draft.change({ [role]: { ...fieldsOf(role), ...changed } })
      setRefused((before) => ({ ...before, [role]: undefined }))
    },
  }
}

export type Numbers = ReturnType<typeof useNumbers>
