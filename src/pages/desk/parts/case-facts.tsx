import { View } from '@tarojs/components'
import { Card, Facts, Notice, Row, Section, type Fact } from '../../../components'
import { whenText } from '../../../text'
import { desk, deskRequest as words, requestClassNames } from '../../../text/desk'
import { go, pathTo } from '../../go'
import type { Case } from './moves'
import { Seen } from './seen'

const visitors = { family: words.filedFor.family, office: words.filedFor.office } as const

function factsOf(request: Case, now: number): readonly Fact[] {
  const { filedAt, filedFor, reach, where, agencyName, joined, solved, unsolved, answers, called } = request
  return [
    { id: 'agency', label: words.agency, value: agencyName ?? desk.gridLeader },
    { id: 'filed', label: words.filed, value: whenText(filedAt, now) },
    { id: 'by', label: words.by, value: filedFor === null ? words.filedFor.self : visitors[filedFor] },
    { id: 'where', label: words.where, value: words[where] },
    { id: 'reach', label: words.reach, value: words.reachWays[reach] },
    { id: 'class', label: words.class, value: requestClassNames[request.class] },
    ...answers.map(({ questionId, question, answer }) => ({
      id: `answer-${questionId}`,
      label: question,
      value: answer,
    })),
    ...called.map(({ name, outcome }, index) => ({
      id: `called-${index}`,
      label: words.called,
      value: `${name}：${words.calledOf[outcome]}`,
    })),
    ...(joined > 0 ? [{ id: 'joined', label: words.joined, value: words.joinedOf(joined) }] : []),
    ...(solved + unsolved > 0
      ? [{ id: 'voices', label: desk.drawers.confirming, value: words.voices(solved, unsolved) }]
      : []),
  ]
}

/** What was asked, with everything that helps to do it; never whose it is. */
export function CaseFacts({ request, now }: { readonly request: Case; readonly now: number }) {
  const { words: said, wordsState, pictures, isPrivate, isDispute, mergedInto, noticeId, tasks } = request
  return (
    <>
      <Section id="said" title={words.said}>
        <Card>
          <View className="fact">
            <View className="row-words">
              <View className="fact-value" id="case-words">
                {said ?? words.hiddenWords}
              </View>
              {said !== null && wordsState === 'waiting' ? <View className="second">{words.waitingWords}</View> : null}
            </View>
          </View>
        </Card>
        {isPrivate ? <Notice tone="wait" icon="alarm" text={words.private} /> : null}
        {isDispute && !isPrivate ? <Notice tone="wait" icon="alarm" text={words.dispute} /> : null}
        <Seen id="pictures" pictures={pictures} />
      </Section>
      {tasks.length === 0 ? null : (
        <Section id="tasks" title={words.tasks}>
          <Facts
            rows={tasks.map(({ taskId, agencyName, what, state }) => ({
              id: `tasks-${taskId}`,
              label: words.taskOf(agencyName, what),
              value: words.taskState[state],
            }))}
          />
        </Section>
      )}
      <View className="section">
        <Facts rows={factsOf(request, now)} />
      </View>
      {noticeId === null ? null : (
        <Card>
          <Row id="notice" title={words.fromNotice} onTap={() => void go(pathTo('notice/view', `id=${noticeId}`))} />
        </Card>
      )}
      {mergedInto === null ? null : (
        <Card>
          <Row id="merged" title={words.merged} onTap={() => void go(pathTo('desk/request', `id=${mergedInto}`))} />
        </Card>
      )}
    </>
  )
}
