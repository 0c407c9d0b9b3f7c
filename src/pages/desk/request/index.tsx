import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead, type Output } from '../../../client'
import { usePosts } from '../../../client/use-posts'
import { Loading, Notice, Slot, State } from '../../../components'
import { refusalText } from '../../../text'
import { deskRequest as words } from '../../../text/desk'
import type { DeskVerb } from '../../../text/desk-steps'
import { requestVerbNames } from '../../../text/request-names'
import { pathTo } from '../../go'
import { Shell, useNow, useReturn } from '../../shell'
import { Waiting } from '../../waiting'
import { CaseFacts } from '../parts/case-facts'
import { CaseHead } from '../parts/case-head'
import { LookCard } from '../parts/look-card'
import { leave } from '../parts/leave'
import { agenciesOf, mainMove, movesFor, openTasks, workerOf, type Case } from '../parts/moves'
import type { StepFields } from '../parts/step-fields'
import { StepForm } from '../parts/step-form'
import { StepList } from '../parts/step-list'
import { Timeline } from '../parts/timeline'

/** One request, for those who work on it: everything to act is on this page. */
export default function DeskRequestPage() {
  const { id = '' } = useRouter().params
  const { data, busy, refused, reload } = useRead('request.show', id === '' ? null : { requestId: id })
  const [said, setSaid] = useState<readonly string[]>([])
  useReturn(() => void reload())
  const done = (verb: DeskVerb, { words: state }: Output<'request.act'>) => {
    setSaid([words.done(requestVerbNames[verb]), ...(state === 'waiting' ? [words.held] : [])])
    void reload()
  }
  // What was given back is not theirs to read any more: that it arrived has to be said all the same.
  const isGone = said.length > 0 && refused === 'role.forbidden'
  return (
    <Shell title={words.title}>
      <Slot>
        {said.map((text) => (
          <Notice key={text} tone="done" icon="check" text={text} />
        ))}
      </Slot>
      <Slot>
        {data && refused && !isGone ? <Notice tone="wait" icon="offline" text={refusalText[refused]} /> : null}
      </Slot>
      {isGone ? (
        <State
          icon="check"
          title={words.gone}
          hint={said.includes(words.done(requestVerbNames['task-done'])) ? words.goneDone : words.goneHint}
          action={{ text: words.toList, onTap: leave }}
        />
      ) : data ? (
        <Shown
          request={data}
          isStale={busy && said.length > 0}
          onDone={done}
          onBegin={() => setSaid([])}
          reload={() => void reload()}
        />
      ) : (
        <Waiting busy={busy} refused={refused ?? (id === '' ? 'request.missing' : null)} retry={() => void reload()} />
      )}
    </Shell>
  )
}

interface ShownProps {
  readonly request: Case
  /** A step was done, and how it stands now is not known yet. */
  readonly isStale: boolean
  readonly onDone: (verb: DeskVerb, done: Output<'request.act'>) => void
  readonly onBegin: () => void
  readonly reload: () => void
}

function Shown({ request, isStale, onDone, onBegin, reload }: ShownProps) {
  const now = useNow()
  const roles = usePosts()
  const [step, setStep] = useState<{ readonly verb: DeskVerb; readonly preset: Partial<StepFields> } | null>(null)
  const ownAgencies = agenciesOf(roles.posts, request)
  const moves = movesFor(request, ownAgencies)
  const worker = workerOf(request)
  const begin = (verb: DeskVerb, preset: Partial<StepFields> = {}) => {
    onBegin()
    const [only, ...more] = openTasks(request, ownAgencies)
    setStep({ verb, preset: only && more.length === 0 ? { task: only.taskId, ...preset } : preset })
  }
  if (step && moves.includes(step.verb)) {
    return (
      <View key="form">
        <CaseHead request={request} now={now} />
        <StepForm
          {...{ request, now, ownAgencies, verb: step.verb, preset: step.preset }}
          onDone={(verb, done) => {
            setStep(null)
            onDone(verb, done)
          }}
          onMoved={reload}
          onBack={() => setStep(null)}
        />
      </View>
    )
  }
  return (
    <View key="case" id="case">
      {step ? <Notice tone="wait" icon="alarm" text={words.movedClosed} /> : null}
      <CaseHead request={request} now={now} />
      <Slot>
        {worker === null ? (
          <Reader request={request} />
        ) : isStale || (roles.posts === null && roles.busy) ? (
          <Loading />
        ) : (
          <StepList main={mainMove(request, moves)} moves={moves} onChoose={begin} />
        )}
      </Slot>
      <Slot>
        {worker === null ? null : (
          <LookCard
            request={request}
            {...(moves.includes('contact') ? { onCalled: (reached) => begin('contact', { reached }) } : {})}
          />
        )}
      </Slot>
      <CaseFacts request={request} now={now} />
      <Timeline request={request} now={now} />
    </View>
  )
}

/** Who reads it and does not work on it: the street, and whoever asked for it. */
const Reader = ({ request: { viewer, requestId } }: { readonly request: Case }) =>
  viewer === 'street' ? (
    <Notice tone="calm" icon="book" text={words.street} />
  ) : (
    <State
      icon="person"
      title={words.own}
      hint={words.ownHint}
      action={{
        text: words.toOwn,
        onTap: () => void Taro.redirectTo({ url: pathTo('request/view', `id=${requestId}`) }),
      }}
    />
  )
