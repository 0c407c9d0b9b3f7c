import { View } from '@tarojs/components'
import { useState } from 'react'
import { useWrite } from '../../../client'
import { Button, Choices, Notice, Sheet, TextField } from '../../../components'
import { refusalText } from '../../../text'
import { codes as words } from '../../../text/directory-codes'
import { goToDoor } from '../../go'
import { spelt } from './code-doors'

interface CodeSheetProps {
  readonly door: string
  readonly code: string
  /** Gets what is to be said of it. */
  readonly onDone: (said: string) => void
  /** Somebody else has changed it: what there is now is read anew. */
  readonly onReload: () => void
  readonly onClose: () => void
}

type Deed = 'replace' | 'revoke'
const reasons = ['torn', 'forged', 'other'] as const

/** One code in force: see it as a resident does, put another in its place, or take it out of force. */
export function CodeSheet(props: CodeSheetProps) {
  const { door, code, onClose } = props
  const [deed, setDeed] = useState<Deed | null>(null)
  if (deed) return <WhySheet {...props} deed={deed} onBack={() => setDeed(null)} />
  return (
    <Sheet id="code-sheet" title={door} text={words.codeIs(spelt(code))} other={{ text: words.back, onTap: onClose }}>
      <View className="section stack">
        <Button
          id="code-look"
          kind="plain"
          icon="person"
          text={words.look}
          onTap={() => goToDoor({ by: 'code', code })}
        />
        <View className="second">{words.lookHint}</View>
        <Button id="code-replace" kind="plain" icon="code" text={words.replace} onTap={() => setDeed('replace')} />
        <Button id="code-revoke" kind="plain" icon="close" text={words.revoke} onTap={() => setDeed('revoke')} />
      </View>
    </Sheet>
  )
}

interface WhyProps extends CodeSheetProps {
  readonly deed: Deed
  readonly onBack: () => void
}

const said = {
  replace: { title: words.replaceTitle, text: words.replaceText, yes: words.replaceYes, kind: 'main' },
  revoke: { title: words.revokeTitle, text: words.revokeText, yes: words.revokeYes, kind: 'danger' },
} as const

/** Why: the log keeps it. */
function WhySheet({ door, code, deed, onDone, onReload, onBack }: WhyProps) {
  const replace = useWrite('doorcode.replace')
  const revoke = useWrite('doorcode.revoke')
  const [chosen, setChosen] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [isMissing, setMissing] = useState(false)
  const why = chosen === 'other' ? typed.trim() : chosen === 'torn' || chosen === 'forged' ? words.reasons[chosen] : ''
  const refused = replace.refused ?? revoke.refused
  const act = async () => {
    setMissing(why === '')
    if (why === '') return
    if (deed === 'revoke') return (await revoke.run({ code, why })) && onDone(words.revoked(door))
    const next = await replace.run({ code, why })
    if (next) onDone(words.replaced(door, spelt(next.code)))
  }
  const { title, text, yes, kind } = said[deed]
  return (
    <Sheet
      id="code-why"
      title={title}
      text={text}
      main={{ text: yes, kind, busy: replace.busy || revoke.busy, onTap: () => void act() }}
      other={{
        text: words.back,
        onTap: () => {
          if (refused) onReload()
          onBack()
        },
      }}
    >
      <Choices
        id="why"
        label={words.why}
        options={reasons.map((id) => ({ id, title: words.reasons[id] }))}
        chosen={chosen}
        onChoose={(id) => {
          setChosen(id)
          setMissing(false)
        }}
      />
      {chosen === 'other' ? (
        <TextField
          id="why-other-words"
          label={words.otherLabel}
          value={typed}
          maxLength={100}
          onChange={(next) => {
            setTyped(next)
            setMissing(false)
          }}
        />
      ) : null}
      <View>
        {isMissing ? (
          <Notice tone="wait" icon="alarm" text={chosen === 'other' ? words.otherMissing : words.whyMissing} />
        ) : null}
        {refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}
      </View>
    </Sheet>
  )
}
