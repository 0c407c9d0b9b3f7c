import Taro from '@tarojs/taro'
import { useAccount } from '../../../client'
import { useUnread } from '../../../client/messages'
import { Card, Row, Section } from '../../../components'
import { me } from '../../../text'
import { go, pathTo } from '../../go'

/** What concerns the person: news, what is kept about them, what they complained of; and the work of whoever has a role. */
export function Mine() {
  const unread = useUnread()
  const { hasRole } = useAccount()
  return (
    <Section title={me.mine}>
      <Card>
        {hasRole ? <Row id="to-work" icon="list" title={me.work} onTap={() => void go(pathTo('work'))} /> : null}
        <Row
          id="to-messages"
          icon="bell"
          title={me.messages}
          {...(unread > 0 ? { unread: me.unread(unread) } : {})}
          onTap={() => void go(pathTo('mine/messages'))}
        />
        <Row
          id="to-requests"
          icon="list"
          title={me.requests}
          note={me.requestsHint}
          onTap={() => void Taro.switchTab({ url: pathTo('requests') })}
        />
        <Row
          id="to-cards"
          icon="welfare"
          title={me.cards}
          note={me.cardsHint}
          onTap={() => void go(pathTo('wish/mine'))}
        />
        <Row id="to-info" icon="person" title={me.info} note={me.infoHint} onTap={() => void go(pathTo('mine/info'))} />
        <Row
          id="to-complaints"
          icon="edit"
          title={me.complaints}
          note={me.complaintsHint}
          onTap={() => void go(pathTo('mine/complaints'))}
        />
      </Card>
    </Section>
  )
}

/** The quiet ways in for those who work in the community: with a role that this phone does not know, or with a code. */
export function WaysIn() {
  const { hasRole } = useAccount()
  return (
    <Section title={me.keepers}>
      <Card>
        {hasRole ? null : (
          <Row id="to-work" title={me.workEntry} note={me.workEntryHint} onTap={() => void go(pathTo('work'))} />
        )}
        <Row id="to-setup" title={me.setup} onTap={() => void go(pathTo('work/setup'))} />
      </Card>
    </Section>
  )
}
