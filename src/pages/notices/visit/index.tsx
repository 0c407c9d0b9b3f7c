import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Notice, Slot, State } from '../../../components'
import { refusalText } from '../../../text'
import { visit as words } from '../../../text/notice-know'
import { whenText } from '../../../text/time'
import { ConsentSheet } from '../../consent'
import { spotOf } from '../../desk-spot'
import { Shell, useNow, useReturn } from '../../shell'
import { Waiting } from '../../waiting'
import { Nowhere } from '../parts/share-nowhere'
import { useVisits, type Visiting } from '../parts/use-visits'
import { VisitList } from '../parts/visit-list'
import type { Visits } from '../parts/visit-memory'
import { doorStateOf, isTold } from '../parts/visit-state'

/** 上门名单: the households of a building of which nobody knows anything; ticks work on the stairs, off line. */
export default function NoticesVisitPage() {
  const { params } = useRouter()
  const { notice, b } = params
  if (!spotOf(params) || !notice || !b) return <Nowhere title={words.title} />
  return <Visit key={`${notice}/${b}`} noticeId={notice} buildingId={b} />
}

function Visit({ noticeId, buildingId }: { readonly noticeId: string; readonly buildingId: string }) {
  const now = useNow()
  const visiting = useVisits(noticeId, buildingId)
  const { of, list, isOver } = visiting
  useReturn(() => void list.reload())
  return (
    <Shell title={words.title} {...(of ? { subtitle: `${of.buildingName} ${of.title}` } : {})}>
      <Slot>
        {isOver ? (
          <State icon="check" title={words.over} />
        ) : !of ? (
          <Waiting busy={list.busy} refused={list.refused} retry={() => void list.reload()} />
        ) : !of.isEntered ? (
          <State icon="people" title={words.notEntered} hint={words.notEnteredHint} />
        ) : of.visits.length === 0 ? (
          <State icon="check" title={words.all} hint={words.allHint(of.reached)} />
        ) : (
          <View id="visit">
            <Standing {...visiting} of={of} now={now} />
            <VisitList of={of} ticks={visiting.ticks} tick={visiting.tick} undo={visiting.undo} />
          </View>
        )}
      </Slot>
    </Shell>
  )
}

/** How far it has come, and what of it this phone has not sent yet. */
function Standing({
  of,
  ticks,
  isFromPhone,
  isUnkept,
  consented,
  now,
}: Visiting & { readonly of: Visits; readonly now: number }) {
  const all = of.visits.length
  const told = of.visits.filter((room) => isTold(doorStateOf(room, ticks))).length
  const unsent = new Set(ticks.flatMap(({ isSent, roomId }) => (isSent ? [] : [roomId]))).size
  return (
    <View className="stack">
      <Notice
        tone={told === all ? 'done' : 'calm'}
        icon={told === all ? 'check' : 'list'}
        text={words.count(told, all)}
      />
      <Slot>{unsent > 0 ? <Notice tone="wait" icon="clock" text={words.unsent(unsent)} /> : null}</Slot>
      <Slot>
        {isFromPhone ? (
          <Notice tone="wait" icon="offline" text={words.offline(whenText(of.at, now))} />
        ) : isUnkept ? (
          <Notice tone="wait" icon="alarm" text={words.notKept} />
        ) : (
          <View className="second">{words.kept}</View>
        )}
      </Slot>
      <ConsentSheet of={consented} />
      <Slot>
        {consented.refused ? <Notice tone="wait" icon="alarm" text={refusalText[consented.refused]} /> : null}
      </Slot>
    </View>
  )
}
