import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { submit, useRows, useWrite, type Output } from '../../../client'
import { refreshUnread, seenAll, seenOne } from '../../../client/messages'
import { Button, Card, Notice, Row, Section, Slot } from '../../../components'
import { refusalText, whenText } from '../../../text'
import { messages as words, messageText } from '../../../text/messages'
import { go } from '../../go'
import { NewsOffer } from '../../news'
import { Shell, useNow } from '../../shell'
import { ListWaiting, More } from '../../waiting'

type Message = Output<'message.list'>['messages'][number]

const rowsOf = ({ messages }: Output<'message.list'>) => messages

/** 消息: what concerns me, the unread first; each leads to its page, and is read by that. */
export default function MessagesPage() {
  const now = useNow()
  const fresh = useRows('unread', 'message.list', (cursor) => ({ unread: true, cursor }), rowsOf)
  // What was read comes after the last of what was not.
  const hasAllFresh = !fresh.busy && fresh.more === null
  const hadAllFresh = useRef(false)
  hadAllFresh.current ||= hasAllFresh
  const read = useRows(
    hadAllFresh.current ? 'read' : null,
    'message.list',
    (cursor) => ({ unread: false, cursor }),
    rowsOf,
  )
  const [opened, setOpened] = useState<readonly string[]>([])
  const reload = async () => {
    // One after the other: what moves from the one list to the other never stands in both.
    await fresh.reload()
    await read.reload()
    setOpened([])
  }
  const marking = useMarking(fresh.rows, reload)

  const isFirst = useRef(true)
  useDidShow(() => {
    // The list reads itself when the page opens; this is for whoever comes back to it.
    if (!isFirst.current) void reload()
    isFirst.current = false
  })

  const open = ({ messageId, path, unread }: Message) => {
    if (unread && !opened.includes(messageId)) {
      setOpened([...opened, messageId])
      seenOne()
      // Goes by the outbox: where there is no network it is marked later.
      void submit('message.read', { messageId })
    }
    if (path !== null) void go(path)
  }
  const rows = (list: readonly Message[]) => (
    <Card>
      {list.map((message) => (
        <MessageRow
          key={message.messageId}
          message={message}
          isNew={message.unread && !opened.includes(message.messageId)}
          now={now}
          onOpen={() => open(message)}
        />
      ))}
    </Card>
  )
  const isEmpty = fresh.rows.length === 0 && read.rows.length === 0
  const waiting = hasAllFresh ? read : fresh

  return (
    <Shell title={words.title}>
      <Slot>{marking.said === null ? null : <Notice tone="done" icon="check" text={marking.said} />}</Slot>
      <Slot>{marking.refused ? <Notice tone="wait" icon="alarm" text={refusalText[marking.refused]} /> : null}</Slot>
      <Slot>
        {fresh.rows.length > 0 ? (
          <Section id="fresh" title={words.fresh}>
            {rows(fresh.rows)}
            <View className="section">
              <Button id="read-all" text={words.readAll} kind="plain" busy={marking.busy} onTap={marking.mark} />
            </View>
          </Section>
        ) : null}
      </Slot>
      <Slot>
        {read.rows.length > 0 ? (
          <Section id="earlier" title={words.earlier}>
            {rows(read.rows)}
          </Section>
        ) : null}
      </Slot>
      {isEmpty ? <ListWaiting {...waiting} icon="check" empty={words.none} emptyHint={words.noneHint} /> : null}
      {isEmpty ? null : <More {...waiting} />}
      <Slot>{isEmpty && waiting.busy ? null : <NewsOffer moment="wished" />}</Slot>
    </Shell>
  )
}

interface MessageRowProps {
  readonly message: Message
  readonly isNew: boolean
  readonly now: number
  readonly onOpen: () => void
}

function MessageRow({ message, isNew, now, onOpen }: MessageRowProps) {
  const { title, body } = messageText(message)
  return (
    <Row
      id={`message-${message.messageId}`}
      title={title}
      note={`${whenText(message.at, now)} · ${body}`}
      end={message.path === null ? 'none' : 'next'}
      {...(isNew ? { unread: words.newMark } : {})}
      onTap={onOpen}
    />
  )
}

/** Marks as read what is there now; what comes meanwhile stays unread. */
function useMarking(shown: readonly Message[], done: () => Promise<void>) {
  const { busy, refused, run } = useWrite('message.read-all')
  const [said, setSaid] = useState<string | null>(null)
  const mark = async () => {
    const newest = shown[0]
    const marked = newest ? await run({ until: newest.at }) : null
    if (!marked) return
    setSaid(marked.read > 0 ? words.readAllDone(marked.read) : words.readAllNone)
    seenAll()
    await done()
    void refreshUnread()
  }
  return { busy, said, refused, mark: () => void mark() }
}
