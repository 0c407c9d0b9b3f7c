import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { noteAccount, useRead } from '../../../client'
import { Card, Facts, Notice, Row, Section, Slot } from '../../../components'
import { noticeVersion } from '../../../domain/people/consent'
import type { RetentionId } from '../../../domain/people/retention'
import { dateText, info as words, phoneForm, withdrawal } from '../../../text'
import { keptFor, retentionText } from '../../../text/retention'
import { roleNames } from '../../../text/role-names'
import { go, pathTo } from '../../go'
import { Shell, useNow, useReturn } from '../../shell'
import { Waiting } from '../../waiting'
import { AboutMe, type Me } from '../parts/about-me'
import { Agreements } from '../parts/agreements'
import { NameForm } from '../parts/name-form'
import { PhoneForm } from '../parts/phone-form'

/** 我的信息: everything that is kept about who opens it, with what can be done about each. */
export default function InfoPage() {
  const { data: me, busy, refused, reload } = useRead('me.show', {})
  const [form, setForm] = useState<'name' | 'phone' | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  useReturn(() => {
    setSaid(null)
    void reload()
  })
  useEffect(() => {
    if (!me) return
    const purposes = me.consents.filter(({ version }) => version === noticeVersion).map(({ purpose }) => purpose)
    noteAccount({ purposes, hasRole: me.roles.length > 0 })
  }, [me])
  const open = (which: typeof form) => {
    setSaid(null)
    setForm(which)
  }
  const done = (words: string) => {
    setForm(null)
    setSaid(words)
    void reload()
  }
  // What was changed a moment ago is not shown as it was before.
  if (!me || (said && busy)) {
    return (
      <Shell title={words.title}>
        <Slot>{said ? <Notice tone="done" icon="check" text={said} /> : null}</Slot>
        <Waiting busy={busy} refused={refused} retry={() => void reload()} />
      </Shell>
    )
  }
  if (form === 'name') {
    return (
      <Shell title={words.name}>
        <NameForm name={me.name} onDone={done} onCancel={() => setForm(null)} />
      </Shell>
    )
  }
  if (form === 'phone') {
    return (
      <Shell title={phoneForm.title}>
        <PhoneForm onDone={done} onSkip={() => setForm(null)} />
      </Shell>
    )
  }
  if (me.erasing) {
    return (
      <Shell title={words.title}>
        <Notice tone="wait" icon="clock" text={words.erasing} />
      </Shell>
    )
  }
  const isNobody = me.consents.length === 0 && me.roles.length === 0
  return (
    <Shell title={words.title}>
      <Slot>{said ? <Notice tone="done" icon="check" text={said} /> : null}</Slot>
      <View className="section" id="info-lead">
        <View>{isNobody ? words.nothing : words.lead}</View>
        {isNobody ? <View className="second">{words.nothingHint}</View> : null}
      </View>
      <AboutMe
        me={me}
        onName={() => open('name')}
        onPhone={() => open('phone')}
        onHome={() => void go(pathTo('mine/home'))}
      />
      {isNobody ? null : <More me={me} onWithdrawn={() => done(withdrawal.done)} />}
    </Shell>
  )
}

/** What is shown to whoever something is kept about. */
function More({ me, onWithdrawn }: { readonly me: Me; readonly onWithdrawn: () => void }) {
  const now = useNow()
  const [showsKept, setShowsKept] = useState(false)
  const { roles, counts, consents } = me
  return (
    <>
      {roles.length > 0 ? (
        <Section title={words.roles}>
          <Facts
            rows={roles.map(({ membershipId, role, communityName, gridName, agencyName, until }) => ({
              id: `role-${membershipId}`,
              label: [communityName, gridName ?? agencyName ?? ''].filter(Boolean).join(' '),
              value: roleNames[role],
              note: words.until(dateText(until, now)),
            }))}
          />
        </Section>
      ) : null}
      <Section title={words.records}>
        <Card>
          <Row
            id="info-complaints"
            title={words.complaints(counts.complaints)}
            note={words.pictures(counts.pictures)}
            onTap={() => void go(pathTo('mine/complaints'))}
          />
          <Row
            id="info-messages"
            title={words.messages(counts.messages)}
            onTap={() => void go(pathTo('mine/messages'))}
          />
        </Card>
      </Section>
      {consents.length > 0 ? <Agreements consents={consents} onWithdrawn={onWithdrawn} /> : null}
      <View className="section">
        <Card>
          <Row
            id="kept"
            title={words.kept}
            note={words.keptHint}
            end={showsKept ? 'none' : 'next'}
            onTap={() => setShowsKept(!showsKept)}
          />
        </Card>
        <View className={showsKept ? 'section' : ''}>{showsKept ? <Facts rows={keptRows} /> : null}</View>
      </View>
      <View className="section">
        <Card>
          <Row id="leave" title={words.leave} note={words.leaveHint} onTap={() => void go(pathTo('mine/leave'))} />
        </Card>
      </View>
    </>
  )
}

/** What a person leaves here, and how long it stays; the rest is told by the page of erasure. */
const shown: readonly RetentionId[] = [
  'account',
  'home',
  'household',
  'role',
  'complaint',
  'opening',
  'message',
  'reporter',
  'audit',
]
const keptRows = shown.map((id) => ({
  id: `kept-${id}`,
  label: retentionText[id].what,
  value: keptFor(id),
  note: retentionText[id].why,
}))
