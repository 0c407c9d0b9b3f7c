import { View } from '@tarojs/components'
import type { Output } from '../../../client'
import { Card, Facts, Row, Section } from '../../../components'
import { findMatterName } from '../../../knowledge/names'
import { whenText } from '../../../text'
import { requestForm, requestView as words } from '../../../text/request'
import { go, pathTo } from '../../go'
import { placeName } from '../../place'
import { useNow } from '../../shell'
import { SeenPictures } from './seen-pictures'
import { StateCard } from './state-card'
import { headOf, linesOf } from './state-lines'
import { Steps } from './steps'
import { Timeline } from './timeline'
import { useAct } from './use-act'

interface OwnViewProps {
  readonly request: Output<'request.show'>
  readonly reload: () => Promise<void>
}

/** One's own request, or one that was joined: how far it is, what one can do, and everything that happened. */
export function OwnView({ request, reload }: OwnViewProps) {
  const now = useNow()
  const acting = useAct(request, reload)
  const { number, matterId, place, viewer, filedAt, joined, solved, unsolved, mergedInto, agencyName } = request
  const actor = viewer === 'owner' || viewer === 'neighbour' ? viewer : null
  const matter = findMatterName(matterId ?? '')?.name ?? words.unknownMatter
  return (
    <View id="request">
      <StateCard
        head={headOf(request)}
        lines={linesOf(request, now)}
        about={[
          `${matter} · ${words.number(number)}`,
          [placeName(place), place.spot ?? ''].filter(Boolean).join(' '),
          [words.filed(whenText(filedAt, now)), request.filedFor === 'family' ? words.filedFor : '']
            .filter(Boolean)
            .join(' · '),
          joined > 0 ? words.joined(joined) : '',
          joined > 0 && solved + unsolved > 0 ? words.voices(solved, unsolved) : '',
        ]}
      />
      {actor === null ? (
        <AtWork requestId={request.requestId} />
      ) : (
        <Steps request={request} actor={actor} acting={acting} now={now} />
      )}
      {mergedInto === null ? null : (
        <View className="section">
          <Card>
            <Row
              id="merged-into"
              title={words.merged}
              onTap={() => void go(pathTo('request/view', `id=${mergedInto}`))}
            />
          </Card>
        </View>
      )}
      <Tasks tasks={request.tasks} />
      <Timeline events={request.events} now={now} isOwner={viewer === 'owner'} agencyName={agencyName} />
      <What request={request} />
    </View>
  )
}

/** A role opened the page of residents: they do their part on the desk. */
const AtWork = ({ requestId }: { readonly requestId: string }) => (
  <View className="section">
    <Card>
      <Row
        id="to-desk"
        icon="list"
        title={words.toWork}
        note={words.atWork}
        onTap={() => void go(pathTo('desk/request', `id=${requestId}`))}
      />
    </Card>
  </View>
)

const Tasks = ({ tasks }: Pick<Output<'request.show'>, 'tasks'>) =>
  tasks.length === 0 ? (
    <View />
  ) : (
    <Section id="tasks" title={words.tasks}>
      <Facts
        rows={tasks.map(({ taskId, agencyName, what, state }) => ({
          id: `task-${taskId}`,
          label: agencyName,
          value: words.task[state],
          note: what,
        }))}
      />
    </Section>
  )

/** What was written, and what was done about it before. */
function What({ request }: Pick<OwnViewProps, 'request'>) {
  const { words: said, wordsState, pictures, called } = request
  const note = words.wordsState[wordsState]
  return (
    <Section id="said" title={words.said}>
      <Card>
        <View className="fact">
          <View className="row-words">
            <View className="fact-value">{said ?? words.waitingWords}</View>
            {said !== null && note ? <View className="second">{note}</View> : null}
            {called.map(({ name, outcome }, index) => (
              <View key={index} className="second">{`${name}：${requestForm.outcome[outcome]}`}</View>
            ))}
          </View>
        </View>
      </Card>
      {pictures.length > 0 ? <SeenPictures id="pictures" label={words.pictures} pictures={pictures} /> : null}
    </Section>
  )
}
