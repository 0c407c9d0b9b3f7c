import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useRead } from '../../../client'
import { usePosts } from '../../../client/use-posts'
import { Button, Notice, Section, Slot, State } from '../../../components'
import { refusalText } from '../../../text'
import { directorySettings as words } from '../../../text/directory-settings'
import { spotOf, type DeskSpot } from '../../desk-spot'
import { Shell } from '../../shell'
import { Waiting } from '../../waiting'
import { Nowhere } from '../parts/nowhere'
import { QuestionCard } from '../parts/question-card'
import { QuestionEstates } from '../parts/question-estates'
import { QuestionList } from '../parts/question-list'
import { useQuestions, type Questions } from '../parts/use-questions'

/** 这些事归谁: what routing needs to know of a community, asked one by one; or what is different in one estate. */
export default function SettingsPage() {
  const { params } = useRouter()
  const spot = spotOf(params)
  if (!spot) return <Nowhere title={words.title} />
  return params.estate ? (
    <OfEstate spot={spot} estateId={params.estate} />
  ) : (
    <Shell title={words.title}>
      <Asking spot={spot} estateId={null} />
    </Shell>
  )
}

/** The answers do not say how the estate is called. */
function OfEstate({ spot, estateId }: { readonly spot: DeskSpot; readonly estateId: string }) {
  const { data } = useRead('directory.show', { communityId: spot.communityId })
  const name = data?.estates.find((estate) => estate.estateId === estateId)?.name
  return (
    <Shell title={words.title} {...(name === undefined ? {} : { subtitle: name })}>
      <Asking spot={spot} estateId={estateId} />
    </Shell>
  )
}

interface AskingProps {
  readonly spot: DeskSpot
  readonly estateId: string | null
}

function Asking({ spot, estateId }: AskingProps) {
  const questions = useQuestions(spot.communityId, estateId)
  const { posts, may } = usePosts()
  const mayAnswer = posts === null || may('setting.save', spot)
  const { list, told, drawers, now } = questions
  if (!list.data) return <Waiting busy={list.busy} refused={list.refused} retry={() => void list.reload()} />
  return (
    <>
      <View className="second">{mayAnswer ? (estateId === null ? words.lead : words.inEstate) : words.readOnly}</View>
      <Slot>{list.refused ? <Notice tone="wait" icon="offline" text={refusalText[list.refused]} /> : null}</Slot>
      <Slot>{told ? <Notice tone="done" icon="check" text={told} /> : null}</Slot>
      <Slot>
        {drawers.open.length > 0 ? <Notice tone="calm" icon="list" text={words.left(drawers.open.length)} /> : null}
      </Slot>
      <Slot>
        {!mayAnswer ? null : now ? (
          <QuestionCard key={now.settingId} spot={spot} estateId={estateId} of={questions} question={now} />
        ) : (
          <Rest of={questions} />
        )}
      </Slot>
      <QuestionList of={questions} isEstate={estateId !== null} asked={mayAnswer ? now : null} />
      <Slot>{estateId === null && mayAnswer ? <QuestionEstates spot={spot} /> : null}</Slot>
    </>
  )
}

/** Nothing is asked now: all is answered, or what is left was put off. */
const Rest = ({ of: { skipped, askSkipped } }: { readonly of: Questions }) =>
  skipped === 0 ? (
    <State icon="check" title={words.none} hint={words.noneHint} />
  ) : (
    <Section title={words.onlySkipped(skipped)} hint={words.onlySkippedHint}>
      <Button id="ask-skipped" kind="plain" text={words.askSkipped} onTap={askSkipped} />
    </Section>
  )
