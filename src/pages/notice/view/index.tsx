import { View } from '@tarojs/components'
import Taro, { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { targetQuery, useOnline, type Input, type PageQuery } from '../../../client'
import { useNotice, type NoticeReading, type OpenedNotice } from '../../../client/use-notice'
import { Button, Card, Notice, Row, ShareButton, Slot, State } from '../../../components'
import { groupEntered } from '../../../platform/group-enter'
import { common, refusalText, whenText } from '../../../text'
import { noticeLeadText } from '../../../text/notice-for-me'
import { noticePage as words } from '../../../text/notice-page'
import { titles } from '../../../text/titles'
import { go, pathTo } from '../../go'
import { Shell, useNow, useReturn } from '../../shell'
import { Waiting } from '../../waiting'
import { Answers } from '../parts/answers'
import { Body } from '../parts/body'
import { Lead } from '../parts/lead'
import { noticeIdIn } from '../parts/query'
import { leadOf } from '../parts/reading'
import { Reply } from '../parts/reply'
import { SignUpPart } from '../parts/signup-part'
import { freshToken, tokenIn } from '../parts/tokens'
import { useSpot } from '../parts/use-spot'
import { VoicePart } from '../parts/voice-part'
import { Where } from '../parts/where'

/** 通知, as whoever opens a card, a poster's code or a line of the door reads it: first what it means for their building. */
export default function NoticeViewPage() {
  const { params } = useRouter()
  const noticeId = noticeIdIn(params)
  if (noticeId === null)
    return (
      <Shell title={titles.notice}>
        <State icon="bell" title={words.none} hint={words.noneHint} action={toDoor} />
      </Shell>
    )
  return <Opened noticeId={noticeId} query={params} />
}

const toDoor = { text: words.toDoor, onTap: () => void Taro.switchTab({ url: pathTo('door') }) }

function Opened({ noticeId, query }: { readonly noticeId: string; readonly query: PageQuery }) {
  const reading = useNotice(noticeId, useEntered(noticeId, query.t))
  const { notice, busy, refused, reload } = reading
  useReturn(() => void reload())
  return (
    <Shell title={titles.notice} {...(notice ? { subtitle: notice.communityName } : {})}>
      <View id="notice">
        {notice ? (
          <Read notice={notice} reading={reading} query={query} />
        ) : refused === 'notice.missing' ? (
          <State icon="bell" title={words.none} hint={words.noneHint} action={toDoor} />
        ) : (
          <Waiting busy={busy} refused={refused} retry={() => void reload()} />
        )}
      </View>
    </Shell>
  )
}

/** What is told with an opening: the card's token, and where WeChat says that it was opened; null: that is being asked. */
function useEntered(noticeId: string, t: string | undefined): Input<'notice.open'> | null {
  const [input, setInput] = useState<Input<'notice.open'> | null>(null)
  useEffect(() => {
    const token = tokenIn(t)
    void groupEntered(token).then(({ openedIn, group }) =>
      setInput({ noticeId, token, openedIn, ...(group === null ? {} : { group }) }),
    )
  }, [noticeId, t])
  return input
}

interface ReadProps {
  readonly notice: OpenedNotice
  readonly reading: NoticeReading
  readonly query: PageQuery
}

function Read({ notice, reading, query }: ReadProps) {
  const now = useNow()
  const spot = useSpot(query)
  const { target, view } = spot
  const lead = leadOf(notice, view && { ...view.place, needs: null }, now)
  const building = view?.place.buildingName ?? null
  const { facts, end, me } = notice
  const holds = lead.kind === 'out'
  const shown = holds && notice.words !== null
  // Whoever gets the card reads it tomorrow too: no 今天 in it.
  const title = (shown ? notice.words?.title : null) ?? words.cardOf(notice.communityName)
  const share = { title, path: () => pathTo('notice/view', `id=${notice.noticeId}`, `t=${freshToken()}`) }
  const [path] = useState(share.path)
  useShareAppMessage(() => ({ title, path: share.path() }))

  if (!holds && lead.kind !== 'restored')
    return <Over lead={lead} reading={reading} notice={notice} here={targetQuery(target)} now={now} />
  return (
    <View>
      <Slot>{reading.keptAt !== null ? <Kept reading={reading} at={reading.keptAt} now={now} /> : null}</Slot>
      <Lead
        {...{ lead, building, now }}
        isNew={holds && facts !== null && me.before !== null && me.before < facts.number}
        hasWords={shown}
      />
      <Slot>{end ? <End end={end} now={now} /> : null}</Slot>
      <Slot>{holds ? <Body notice={notice} now={now} /> : null}</Slot>
      <Reply notice={notice} here={target} now={now} onKnown={reading.noteKnown} />
      <Slot>
        {holds && notice.consultation ? (
          <VoicePart notice={notice} consultation={notice.consultation} now={now} reload={reading.reload} />
        ) : null}
        {holds && notice.signUp ? (
          <SignUpPart noticeId={notice.noticeId} signUp={notice.signUp} now={now} reload={reading.reload} />
        ) : null}
      </Slot>
      <Answers notice={notice} mayAsk={holds} />
      <Where spot={spot} />
      <View className="section stack">
        <ShareButton text={words.share} title={title} path={path} />
        <AllRow here={targetQuery(target)} />
        <View id="counted" className="second">
          {words.counted}
        </View>
      </View>
    </View>
  )
}

interface KeptProps {
  readonly reading: NoticeReading
  readonly at: number
  readonly now: number
}

/** That it is of another hour, and why: without a network it comes by itself, else it is asked for by hand. */
function Kept({ reading: { busy, refused, reload }, at, now }: KeptProps) {
  const isOnline = useOnline()
  const when = whenText(at, now)
  const isCut = !isOnline || refused?.startsWith('network.')
  if (isCut || refused === null)
    return <Notice tone="wait" icon="offline" text={isCut ? words.seenAt(when) : words.seenBefore(when)} />
  return (
    <View className="stack">
      <Notice tone="wait" icon="alarm" text={words.seenFailed(when, refusalText[refused])} />
      <Button id="again" kind="plain" text={common.retry} busy={busy} onTap={() => void reload()} />
    </View>
  )
}

const AllRow = ({ here }: { readonly here: string }) => (
  <Card>
    <Row id="all" icon="bell" title={words.all} onTap={() => void go(pathTo('notice/door', here))} />
  </Card>
)

/** How it came to its end, in the words of who said so. */
const End = ({ end, now }: { readonly end: NonNullable<OpenedNotice['end']>; readonly now: number }) => (
  <View id="notice-end" className="section">
    <View>{words.backAt(whenText(end.at, now))}</View>
    {end.words ? <View>{end.words}</View> : null}
  </View>
)

interface OverProps {
  readonly lead: ReturnType<typeof leadOf>
  readonly reading: NoticeReading
  readonly notice: OpenedNotice
  readonly here: string
  readonly now: number
}

/**
 * It does not hold any more, or not yet: none of its words, and where the present ones are. Of a question whose time is
 * over people want to know what has come out.
 */
function Over({ lead, reading, notice, here, now }: OverProps) {
  const { end, consultation } = notice
  const kind = lead.kind === 'withdrawn' || lead.kind === 'expired' ? lead.kind : 'unpublished'
  const asked = kind === 'expired' ? consultation : null
  return (
    <View id="notice-over">
      <State
        icon="bell"
        title={noticeLeadText(lead, { building: null }, now)}
        hint={end?.words ?? (asked ? words.over.asked : words.over[kind])}
        action={{ text: words.atDoor, onTap: () => void go(pathTo('notice/door', here)) }}
      />
      <Slot>
        {asked ? <VoicePart notice={notice} consultation={asked} now={now} isClosed reload={reading.reload} /> : null}
      </Slot>
    </View>
  )
}
