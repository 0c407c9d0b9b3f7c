import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Facts, Notice, Section, Slot } from '../../../components'
import { common } from '../../../text'
import { roleNames } from '../../../text/role-names'
import { members as words, placeWords } from '../../../text/roles'
import { dateText } from '../../../text/time'
import { CallMember } from './call-member'
import { CheckMember } from './check-member'
import { nameOf, type Member } from './member'
import { RenewMember } from './renew-member'
import { RevokeMember } from './revoke-member'

interface MemberPanelProps {
  readonly member: Member
  readonly now: number
  /** Whether this role is one that the person gives and takes. */
  readonly mayManage: boolean
  /** Something was changed; what to say of it. */
  readonly onDone: (word: string) => void
  readonly onBack: () => void
}

type Doing = 'call' | 'check' | 'renew' | 'revoke' | null

/** One member, and what can be done: one thing at a time. */
export function MemberPanel({ member, now, mayManage, onDone, onBack }: MemberPanelProps) {
  const [doing, setDoing] = useState<Doing>(null)
  const { role, gridName, agencyName, from, until, state, checked, mine, hasPhone } = member
  // Of keepers it is known anyway; those who deal with requests visit nobody.
  const mayVisit = role === 'volunteer' || role === 'duty'
  const close = () => setDoing(null)
  const done = (word: string) => {
    close()
    onDone(word)
  }
  const sheet = { member, onClose: close }
  return (
    <Section id="member" title={nameOf(member)}>
      <Facts
        rows={[
          { id: 'member-role', label: words.role, value: roleNames[role] },
          { id: 'member-place', label: words.place, value: placeWords(gridName, agencyName) || words.whole },
          { id: 'member-since', label: words.since, value: dateText(from, now) },
          { id: 'member-until', label: words.until, value: dateText(until, now) },
          { id: 'member-state', label: words.state, value: words.stateOf[state] },
          ...(mayVisit ? [{ id: 'member-identity', label: words.identity, value: words.identityOf(checked) }] : []),
        ]}
      />
      <View className="section stack">
        {mayManage && state === 'active' ? (
          <Button
            id="member-call"
            icon="phone"
            text={hasPhone ? words.call : words.noPhone}
            disabled={!hasPhone}
            onTap={() => setDoing('call')}
          />
        ) : null}
        {mayManage && mayVisit && state === 'active' && !mine ? (
          <Button
            id="member-check"
            kind="plain"
            icon="check"
            text={(checked ? words.uncheck : words.check).open}
            onTap={() => setDoing('check')}
          />
        ) : null}
        {mayManage && state !== 'revoked' ? (
          <Button id="member-renew" kind="plain" icon="clock" text={words.renew} onTap={() => setDoing('renew')} />
        ) : null}
        {mayManage && state !== 'revoked' ? (
          <Button id="member-revoke" kind="plain" icon="close" text={words.revoke} onTap={() => setDoing('revoke')} />
        ) : null}
        {mayManage ? null : <Notice tone="calm" icon="person" text={words.notYours} />}
        <Button id="member-back" kind="plain" text={common.back} onTap={onBack} />
      </View>
      <Slot>
        {doing === 'call' ? <CallMember {...sheet} /> : null}
        {doing === 'check' ? <CheckMember {...sheet} onDone={done} /> : null}
        {doing === 'renew' ? <RenewMember {...sheet} now={now} onDone={done} /> : null}
        {doing === 'revoke' ? <RevokeMember {...sheet} onDone={done} /> : null}
      </Slot>
    </Section>
  )
}
