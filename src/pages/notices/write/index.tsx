import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead, type Input } from '../../../client'
import { Button, Notice, Sheet, Slot, State } from '../../../components'
import { noticeDeskOf } from '../../../domain/notice/verbs'
import { unsentText } from '../../../text'
import { noticeWrite as words } from '../../../text/notice-write'
import { ConsentSheet } from '../../consent'
import { spotOf, spotQuery, type DeskSpot } from '../../desk-spot'
import { go, pathTo } from '../../go'
import { Shell, useNow } from '../../shell'
import { Waiting } from '../../waiting'
import { EventLines } from '../parts/case-history'
import { useNoticeWriting, type NoticeWriting, type Shown } from '../parts/use-notice-writing'
import { AskForm } from '../parts/write-ask'
import { CheckForm } from '../parts/write-check'
import { WriteDone } from '../parts/write-done'
import { isFilled, withKind } from '../parts/write-fields'
import { FillForm } from '../parts/write-fill'
import { KindList } from '../parts/write-kinds'
import { NoticesNowhere } from '../parts/write-shell'
import { secondFor, usualWhere, type Places } from '../parts/write-where'

/** 写通知: a kind, its blanks, how it reads, out. With `notice`: what is written on, or changed. */
export default function NoticesWritePage() {
  const { params } = useRouter()
  const spot = spotOf(params)
  return spot ? <Asked spot={spot} noticeId={params['notice'] ?? null} /> : <NoticesNowhere title={words.title} />
}

interface AskedProps {
  readonly spot: DeskSpot
  readonly noticeId: string | null
}

function Asked({ spot, noticeId }: AskedProps) {
  const { communityId, gridId } = spot
  const [turn, setTurn] = useState(0)
  const places = useRead('notice.places', { communityId, gridId })
  const base = useRead('notice.show', noticeId === null ? null : { noticeId })
  const waits = places.data === null ? places : noticeId !== null && base.data === null ? base : null
  const isChange = base.data?.shown != null
  return (
    <Shell title={isChange ? words.changeTitle : words.title}>
      {waits || !places.data ? (
        <Waiting busy={waits?.busy ?? true} refused={waits?.refused ?? null} retry={() => void waits?.reload()} />
      ) : base.data && !canWrite(base.data) ? (
        <State
          icon="clock"
          title={words.cannotTitle}
          hint={words.cannotHint}
          action={{
            text: words.toCase,
            onTap: () => void go(pathTo('notices/case', spotQuery(spot), `notice=${noticeId ?? ''}`)),
          }}
        />
      ) : (
        <Writing key={turn} spot={spot} places={places.data} base={base.data} onAnew={() => setTurn(turn + 1)} />
      )}
    </Shell>
  )
}

const canWrite = ({ may }: Shown): boolean => may.includes('write') || may.includes('change')

interface WritingProps {
  readonly spot: DeskSpot
  readonly places: Places
  readonly base: Shown | null
  readonly onAnew: () => void
}

function Writing({ spot, places, base: found, onAnew }: WritingProps) {
  const now = useNow()
  // As it was when the page opened: what others do meanwhile is said, and takes nothing away.
  const [base] = useState(found)
  const writing = useNoticeWriting({ spot, places, base, now })
  const { fields, change, outcome } = writing
  const { kind, filling } = fields
  const content = writing.content()
  const isSecretarys = spot.gridId === null && places.roles.includes('secretary')
  if (outcome) return <WriteDone outcome={outcome} spot={spot} isSecretarys={isSecretarys} />
  if (kind === null || filling === null || content === null)
    return <KindList onChoose={(chosen) => change(withKind(chosen, usualWhere(places, spot.gridId)))} />
  const isChange = writing.isOut
  return (
    <View>
      <Kept {...{ writing, base, onAnew }} />
      <Between writing={writing} />
      {fields.step === 'fill' ? (
        <View>
          <FillForm {...{ fields, kind, filling, places, spot, now, change, isTried: writing.isTried }} />
          <AskForm
            {...{ about: content.about, ask: fields.ask, span: filling.span, gap: writing.asking, now }}
            onChange={(changed) => change(({ ask }) => ({ ask: { ...ask, ...changed } }))}
          />
          <View className="section stack">
            <Slot>{writing.isTried ? <Notice tone="wait" icon="alarm" text={words.gaps} /> : null}</Slot>
            <Button id="next" text={words.next} onTap={writing.goOn} />
            {base === null ? (
              <OtherKind
                isAsked={isFilled(fields, usualWhere(places, spot.gridId))}
                onOther={() => change({ kind: null, filling: null })}
              />
            ) : null}
          </View>
        </View>
      ) : (
        <View>
          <CheckForm {...{ writing, content, places, isChange, now }} />
          <Foot {...{ writing, content, places, spot, isSecretarys }} />
        </View>
      )}
    </View>
  )
}

/** That something lay on this phone, and the way to be rid of it. */
function Kept({ writing, base, onAnew }: Pick<WritingProps, 'base' | 'onAnew'> & { readonly writing: NoticeWriting }) {
  const [isAsking, setAsking] = useState(false)
  const [isOver, setOver] = useState(false)
  if (!writing.wasKept || isOver) return <View />
  const anew = () => {
    writing.drop()
    setOver(true)
    onAnew()
  }
  return (
    <View id="kept" className="stack">
      <Notice tone="calm" icon="save" text={base ? words.keptHere : words.kept} />
      <Button id="anew" kind="plain" text={words.anew} onTap={() => setAsking(true)} />
      {isAsking ? (
        <Sheet
          id="anew-ask"
          title={words.anewTitle}
          text={words.anewText}
          main={{ text: words.anewYes, kind: 'danger', onTap: anew }}
          other={{ text: words.keep, onTap: () => setAsking(false) }}
        />
      ) : null}
    </View>
  )
}

interface OtherKindProps {
  /** There is something to lose. */
  readonly isAsked: boolean
  readonly onOther: () => void
}

/** Another kind has other blanks: what was filled into these goes, and nobody loses it by one tap. */
function OtherKind({ isAsked, onOther }: OtherKindProps) {
  const [isAsking, setAsking] = useState(false)
  return (
    <View>
      <Button
        id="other-kind"
        kind="plain"
        text={words.otherKind}
        onTap={() => (isAsked ? setAsking(true) : onOther())}
      />
      {isAsking ? (
        <Sheet
          id="other-kind-ask"
          title={words.otherKindTitle}
          text={words.otherKindText}
          main={{ text: words.otherKindYes, kind: 'danger', onTap: onOther }}
          other={{ text: words.keep, onTap: () => setAsking(false) }}
        />
      ) : null}
    </View>
  )
}

/** What others did while this was being written. */
const Between = ({ writing: { between } }: { readonly writing: NoticeWriting }) => (
  <Slot>
    {between.length === 0 ? null : (
      <View id="between" className="section">
        <Notice tone="wait" icon="alarm" text={words.moved} />
        <EventLines events={between} />
      </View>
    )}
  </Slot>
)

interface FootProps {
  readonly writing: NoticeWriting
  readonly content: Input<'notice.save'>['content']
  readonly places: Places
  readonly spot: DeskSpot
  readonly isSecretarys: boolean
}

function Foot({ writing, content, places, spot, isSecretarys }: FootProps) {
  const { saving, beginning, pictures, file, save, change, isOut } = writing
  const { refused, busy } = saving
  const waits = secondFor(places, spot, content.where) !== null && !content.isEmergency
  const isComing = pictures.isBusy || file.isBusy
  const text = content.isEmergency
    ? words.sendNow
    : waits
      ? isSecretarys
        ? words.sendAskOther
        : words.sendAsk
      : words.send
  return (
    <View>
      <Slot>
        {refused && refused !== 'notice.moved' ? (
          <Notice tone="wait" icon="alarm" text={refused === 'notice.over' ? words.movedOver : unsentText(refused)} />
        ) : null}
        {writing.isUnknown ? <Notice tone="wait" icon="alarm" text={words.movedUnknown} /> : null}
        {pictures.isBusy ? <Notice tone="calm" icon="clock" text={words.picturesBusy} /> : null}
        {file.isBusy ? <Notice tone="calm" icon="clock" text={words.fileBusy} /> : null}
        {pictures.hasFailed ? <Notice tone="wait" icon="alarm" text={words.picturesFailed} /> : null}
        {content.isEmergency ? <Notice tone="danger" icon="alarm" text={words.pressingNote} /> : null}
      </Slot>
      <There writing={writing} spot={spot} />
      <ConsentSheet of={beginning} />
      <ConsentSheet of={saving} />
      <View className="section stack">
        <Button
          id="send"
          text={text}
          busy={busy ? words.sending : false}
          disabled={isComing}
          onTap={() => void save(true)}
        />
        {isOut ? null : (
          <Button
            id="save-draft"
            kind="plain"
            text={words.saveDraft}
            disabled={busy || isComing}
            onTap={() => void save(false)}
          />
        )}
        <Button
          id="back-fill"
          kind="plain"
          text={words.backFill}
          disabled={busy}
          onTap={() => change({ step: 'fill' })}
        />
        <View className="second">{words.kept2}</View>
      </View>
    </View>
  )
}

/** That it had gone before, unheard: what the next tap does then. */
function There({ writing: { there, fields }, spot }: Pick<FootProps, 'writing' | 'spot'>) {
  if (there === null) return <View />
  const { noticeId } = fields
  return (
    <View id="there" className="stack">
      <Notice tone="wait" icon="alarm" text={words.there[noticeDeskOf({ state: there, unread: null })]} />
      {noticeId === null ? null : (
        <Button
          id="there-case"
          kind="plain"
          text={words.toCase}
          onTap={() => void go(pathTo('notices/case', spotQuery(spot), `notice=${noticeId}`))}
        />
      )}
    </View>
  )
}
