import { View } from '@tarojs/components'
import { useCallback, useRef, useState } from 'react'
import {
  knownAccount,
  needs,
  noteAccount,
  useSend,
  useWrite,
  type Input,
  type NeedyName,
  type Output,
  type Refusal,
  type Writing,
} from '../client'
import { Choices, Facts, Notice, Section, Sheet } from '../components'
import { noticeVersion, type Purpose } from '../domain/people/consent'
import { consent as words, notices, refusalText } from '../text'

/** What `ConsentSheet` has to ask. */
interface Asking {
  /** Null: nothing is asked. */
  readonly purposes: readonly Purpose[] | null
  readonly declined: boolean
  readonly busy: boolean
  readonly refused: Refusal<'consent.grant'> | null
  agree(): void
  decline(): void
}

/** As `Writing`; `run` waits while the person reads the notice, and gives null where they do not agree. */
export interface Consented<Name extends NeedyName> extends Writing<Name> {
  readonly asking: Asking
}

interface Waiting<Name extends NeedyName> {
  readonly input: Input<Name>
  done(data: Output<Name> | null): void
}

/**
 * A write that needs the person's agreement. Nobody is asked beforehand: only where the server says that it is missing,
 * the notice is shown, and after a yes the same call goes on with the same input. The page renders
 * `<ConsentSheet of={…} />` above the button that starts it.
 */
export function useConsented<Name extends NeedyName>(action: Name): Consented<Name> {
  const { busy, send } = useSend(action)
  const grant = useWrite('consent.grant')
  const [refused, setRefused] = useState<Refusal<Name> | null>(null)
  const [purposes, setPurposes] = useState<readonly Purpose[] | null>(null)
  const [declined, setDeclined] = useState(false)
  const waiting = useRef<Waiting<Name> | null>(null)

  /** `agreed`: what need not be asked once more. */
  const attempt = async (input: Input<Name>, agreed: readonly Purpose[]): Promise<Output<Name> | null> => {
    const answer = await send(input)
    if (answer === null) return null
    if (answer.ok) {
      // A new phone learns by it that they had agreed before: it then also asks for their news.
      noteAccount({ purposes: [...new Set([...knownAccount().purposes, ...needs[action]])] })
      return answer.data
    }
    if ((answer.refused as string) !== 'consent.needed') {
      setRefused(answer.refused)
      return null
    }
    const all: readonly Purpose[] = needs[action]
    const missing = all.filter((purpose) => !agreed.includes(purpose))
    setPurposes(missing.length > 0 ? missing : all)
    return new Promise((done) => (waiting.current = { input, done }))
  }
  const run = async (input: Input<Name>) => {
    if (waiting.current) return null
    setRefused(null)
    setDeclined(false)
    return attempt(input, knownAccount().purposes)
  }
  const close = () => {
    const open = waiting.current
    waiting.current = null
    setPurposes(null)
    grant.clear()
    return open
  }
  const agree = async () => {
    if (!purposes) return
    const granted = await grant.run({ version: noticeVersion, purposes: [...purposes], atLeast14: true })
    if (!granted) return
    noteAccount({ purposes: granted.purposes })
    const open = close()
    // Whatever this phone believed: if something is missing still, everything is asked.
    open?.done(await attempt(open.input, []))
  }
  const decline = () => {
    setDeclined(true)
    close()?.done(null)
  }
  const clear = useCallback(() => setRefused(null), [])
  return {
    busy: busy || purposes !== null,
    refused,
    run,
    clear,
    asking: { purposes, declined, busy: grant.busy, refused: grant.refused, agree: () => void agree(), decline },
  }
}

/** The privacy notice over the page while it is asked; after a no, a kind word where it stands. */
export function ConsentSheet({ of: { asking } }: { readonly of: { readonly asking: Asking } }) {
  if (asking.purposes) return <Asked {...asking} purposes={asking.purposes} />
  return <View>{asking.declined ? <Notice tone="calm" icon="check" text={words.declined} /> : null}</View>
}

type Age = 'old' | 'young'

function Asked({ purposes, busy, refused, agree, decline }: Asking & { readonly purposes: readonly Purpose[] }) {
  // Asked with the first agreement only.
  const asksAge = purposes.includes('account')
  const [age, setAge] = useState<Age | null>(null)
  const [isMissing, setMissing] = useState(false)
  const main = { text: words.agree, busy, onTap: () => (asksAge && age === null ? setMissing(true) : agree()) }
  return (
    <Sheet
      id="consent"
      title={isMissing ? words.sayAge : words.title}
      {...(age === 'young' ? {} : { main })}
      other={{ text: age === 'young' ? words.close : words.decline, onTap: decline }}
    >
      {/* Whoever left the question out gets nothing but the question: below a long text nobody would find it. */}
      {isMissing ? null : <Told purposes={purposes} />}
      {asksAge ? (
        <Choices
          id="consent-age"
          label={words.age}
          hideLabel={isMissing}
          options={[
            { id: 'old', title: words.old },
            { id: 'young', title: words.young },
          ]}
          chosen={age}
          onChoose={(chosen) => setAge(chosen === 'old' ? 'old' : 'young')}
        />
      ) : null}
      {age === 'young' ? <Notice tone="calm" icon="person" text={refusalText['consent.too-young']} /> : null}
      {refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}
    </Sheet>
  )
}

const Told = ({ purposes }: { readonly purposes: readonly Purpose[] }) => (
  <View className="stack">
    <View>{words.lead}</View>
    {purposes.map((purpose) => (
      <PurposeNotice key={purpose} purpose={purpose} />
    ))}
    <View className="second">{words.rights}</View>
    <View className="second">{words.operator}</View>
  </View>
)

/** What is kept for one purpose, why, how long, and who sees it. */
export function PurposeNotice({ purpose }: { readonly purpose: Purpose }) {
  const { title, ...parts } = notices[purpose]
  const rows = (['what', 'why', 'until', 'who'] as const).map((part) => ({
    id: `notice-${purpose}-${part}`,
    label: words[part],
    value: parts[part],
  }))
  return (
    <Section id={`notice-${purpose}`} title={title}>
      <Facts rows={rows} />
    </Section>
  )
}
