import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { useRead } from '../../../client'
import { usePosts } from '../../../client/use-posts'
import { Button, Card, Notice, Row, Section, Slot } from '../../../components'
import { expiresAt } from '../../../domain/notice/spans'
import { isOut, type NoticeState } from '../../../domain/notice/verbs'
import { refusalText } from '../../../text'
import { doneText, noticeCase as words, noticeStepWords, type NoticeStep } from '../../../text/notice-case'
import { noticeKindNames } from '../../../text/notice-names'
import { ConsentSheet, useConsented } from '../../consent'
import { deskOfPost, spotOf, spotQuery, type DeskSpot } from '../../desk-spot'
import { go, pathTo } from '../../go'
import { Shell, useNow, useReturn } from '../../shell'
import { Waiting } from '../../waiting'
import { EditionCard } from '../parts/case-edition'
import { CaseHead } from '../parts/case-head'
import { History } from '../parts/case-history'
import { StepSheet } from '../parts/case-step'
import { deedOf, mainStep, stepsOf } from '../parts/case-steps'
import type { Shown } from '../parts/use-notice-writing'

/** 这条通知: how it stands, what residents see, every step, and what became of it. */
export default function NoticesCasePage() {
  const { params } = useRouter()
  const noticeId = params['notice'] ?? ''
  const { data, busy, refused, reload } = useRead('notice.show', noticeId === '' ? null : { noticeId })
  const { posts } = usePosts()
  useReturn(() => void reload())
  // A message names no desk: the own role in its community does.
  const own = posts?.find(({ role, communityId }) => communityId === data?.communityId && role !== 'volunteer')
  const spot = spotOf(params) ?? (own ? deskOfPost(own) : null)
  return (
    <Shell
      title={words.title}
      {...(data ? { subtitle: noticeKindNames[(data.shown ?? data.next)?.about.kind ?? 'safety'] } : {})}
    >
      <Slot>{data && refused ? <Notice tone="wait" icon="offline" text={refusalText[refused]} /> : null}</Slot>
      {data ? (
        <Case
          notice={data}
          spot={spot ?? { communityId: data.communityId, gridId: null, agencyId: null }}
          reload={reload}
        />
      ) : (
        <Waiting
          busy={busy}
          refused={refused ?? (noticeId === '' ? 'notice.missing' : null)}
          retry={() => void reload()}
        />
      )}
    </Shell>
  )
}

interface CaseProps {
  readonly notice: Shown
  readonly spot: DeskSpot
  readonly reload: () => Promise<void>
}

/** Somebody else was faster: what stands on the page is old. */
const old: readonly string[] = ['notice.moved', 'notice.not-now']

/** As residents have it, also where nobody has looked at it since its time was over. */
const readState = ({ state, shown }: Shown, now: number): NoticeState =>
  shown !== null && isOut(state) && expiresAt(shown) <= now ? 'expired' : state

function Case({ notice, spot, reload }: CaseProps) {
  const now = useNow()
  const { noticeId, seen, shown, next } = notice
  const state = readState(notice, now)
  const acting = useConsented('notice.act')
  const [open, setOpen] = useState<NoticeStep | null>(null)
  const [said, setSaid] = useState<readonly string[]>([])
  const [isMoved, setMoved] = useState(false)
  const { refused } = acting
  const again = useRef(reload)
  again.current = reload
  useEffect(() => {
    if (refused === null || !old.includes(refused)) return
    setMoved(true)
    setOpen(null)
    void again.current()
  }, [refused])
  const begin = (step: NoticeStep) => {
    acting.clear()
    setSaid([])
    setMoved(false)
    setOpen(step)
  }
  const act = async (step: NoticeStep, typed: string) => {
    const done = await acting.run({ noticeId, seen, deed: deedOf(step, typed) })
    if (!done) return
    setOpen(null)
    setSaid([doneText(step, done.state), ...(done.words === 'waiting' ? [words.held] : [])])
    await reload()
  }
  return (
    <View id="case">
      <Slot>
        {said.map((text) => (
          <Notice key={text} tone="done" icon="check" text={text} />
        ))}
        {isMoved ? <Notice tone="wait" icon="alarm" text={words.moved} /> : null}
      </Slot>
      <CaseHead notice={notice} now={now} />
      <Slot>
        {notice.isOthers && isShared(notice) ? <Notice tone="calm" icon="people" text={words.notYours} /> : null}
      </Slot>
      <ConsentSheet of={acting} />
      <Steps notice={notice} spot={spot} onChoose={begin} />
      <Slot>
        {next ? (
          <EditionCard
            id="next"
            heading={notice.state === 'waiting' || notice.state === 'changing' ? words.waits : words.writing}
            {...{ notice: { ...notice, state: 'out' }, now }}
            edition={next}
          />
        ) : null}
      </Slot>
      <Slot>
        {shown ? (
          <EditionCard
            id="shown"
            heading={isOut(state) ? words.sees : words.saw}
            {...{ notice: { ...notice, state }, now }}
            edition={shown}
          />
        ) : null}
      </Slot>
      <Slot>{shown ? <Ways notice={notice} spot={spot} /> : null}</Slot>
      <History events={notice.events} />
      {open && !acting.asking.purposes ? (
        <StepSheet
          key={open}
          step={open}
          busy={acting.busy}
          refused={refused}
          onDo={(typed) => void act(open, typed)}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </View>
  )
}

interface StepsProps {
  readonly notice: Shown
  readonly spot: DeskSpot
  readonly onChoose: (step: NoticeStep) => void
}

/** The one thing to do next, then the others. */
function Steps({ notice, spot, onChoose }: StepsProps) {
  const steps = stepsOf(notice)
  const main = mainStep(steps)
  const others = steps.filter((step) => step !== main)
  const isWriting = notice.may.includes('write')
  const mayWrite = isWriting || notice.may.includes('change')
  const write = () => void go(pathTo('notices/write', spotQuery(spot), `notice=${notice.noticeId}`))
  if (steps.length === 0 && !mayWrite) return <View />
  return (
    <View id="steps">
      <Slot>
        {main ? (
          <View className="section stack">
            <Button id={`step-${main}`} text={noticeStepWords[main].row} onTap={() => onChoose(main)} />
            <View className="second">{noticeStepWords[main].note}</View>
          </View>
        ) : null}
      </Slot>
      <Section title={words.steps}>
        <Card>
          {mayWrite ? (
            <Row
              id="write-on"
              icon="edit"
              title={isWriting ? words.write : words.change}
              note={isWriting ? words.writeNote : words.changeNote}
              onTap={write}
            />
          ) : null}
          {others.map((step) => (
            <Row
              key={step}
              id={`step-${step}`}
              title={noticeStepWords[step].row}
              note={noticeStepWords[step].note}
              onTap={() => onChoose(step)}
            />
          ))}
        </Card>
      </Section>
    </View>
  )
}

/** What can be handed on still. */
const isShared = ({ state }: Shown): boolean => state === 'out' || state === 'changing' || state === 'restored'

/** Residents can read an answer still. */
const isAnswered = ({ state }: Shown): boolean => state === 'out' || state === 'changing'

/** What became of it: other pages about the same notice. */
function Ways({ notice, spot }: Omit<StepsProps, 'onChoose'>) {
  const { noticeId, shown, questions, isOthers } = notice
  const open = (page: string) => void go(pathTo(`notices/${page}`, spotQuery(spot), `notice=${noticeId}`))
  return (
    <Section id="ways" title={words.more}>
      <Card>
        {isShared(notice) ? (
          <Row id="to-share" icon="share" title={words.share} note={words.shareNote} onTap={() => open('share')} />
        ) : null}
        <Row id="to-reach" icon="home" title={words.reach} note={words.reachNote} onTap={() => open('reach')} />
        {isOthers ? null : (
          <Row
            id="to-questions"
            icon="bell"
            title={words.questions}
            note={isAnswered(notice) ? words.questionsNote : words.questionsOver}
            {...(questions > 0 ? { unread: words.questionsWait(questions) } : {})}
            onTap={() => open('questions')}
          />
        )}
        {shown?.consultation ? (
          <Row id="to-voices" icon="list" title={words.voices} note={words.voicesNote} onTap={() => open('voices')} />
        ) : null}
        {shown?.signUp ? (
          <Row id="to-signup" icon="people" title={words.signUp} note={words.signUpNote} onTap={() => open('signup')} />
        ) : null}
      </Card>
    </Section>
  )
}
