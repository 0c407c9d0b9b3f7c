import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead, type Refusal } from '../../../client'
import { Button, Slot, State } from '../../../components'
import { refusalText } from '../../../text'
import { roleNames } from '../../../text/role-names'
import { join as words } from '../../../text/roles'
import { goToDoor, pathTo } from '../../go'
import { Shell, useNow } from '../../shell'
import { Waiting } from '../../waiting'
import { CodeForm } from '../parts/code-form'
import { codeOf } from '../parts/invitation-code'
import { Offer } from '../parts/offer'

const over = {
  'used-up': 'invitation.used-up',
  expired: 'invitation.expired',
  revoked: 'invitation.revoked',
} as const

/** 邀请: what is offered and where, and one's yes. QR codes on walls open it: the page never moves. */
export default function JoinPage() {
  const { params } = useRouter()
  const [code, setCode] = useState(() => codeOf(params))
  const now = useNow()
  const { data, busy, refused, reload } = useRead('invitation.open', code === null ? null : { code })
  const other = () => setCode(null)
  const toWork = () => void Taro.redirectTo({ url: pathTo('work') })
  const home = () => goToDoor(null)

  return (
    <Shell title={words.title} subtitle={data?.communityName ?? ''}>
      <Slot>
        {code === null ? (
          <CodeForm onCode={setCode} />
        ) : refused === 'invitation.unknown' ? (
          <Over refused={refused} onOther={other} />
        ) : data === null ? (
          <Waiting busy={busy} refused={refused} retry={() => void reload()} />
        ) : data.already ? (
          <State
            icon="check"
            title={words.already(roleNames[data.role])}
            hint={words.alreadyHint}
            action={{ text: words.toWork, onTap: toWork }}
          />
        ) : data.state !== 'open' ? (
          <Over refused={over[data.state]} onOther={other} />
        ) : (
          <Offer key={code} code={code} offer={data} now={now} onWork={toWork} onHome={home} />
        )}
      </Slot>
    </Shell>
  )
}

/** Nothing can be accepted with this code, and what helps. */
const Over = ({
  refused,
  onOther,
}: {
  readonly refused: Refusal<'invitation.accept'>
  readonly onOther: () => void
}) => (
  <>
    <State icon="alarm" title={refusalText[refused]} />
    <Button id="other-code" kind="plain" text={words.other} onTap={onOther} />
  </>
)
