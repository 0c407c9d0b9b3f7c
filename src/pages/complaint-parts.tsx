import { View } from '@tarojs/components'
import type { Output } from '../client'
import { Card, Pictures, Tap } from '../components'
import { enlarge } from '../platform/pictures'
import { whenText } from '../text'
import { complaint as words, shownNote } from '../text/content'

type Complaint = Output<'complaint.show'>

/** The pictures that this person may see; of the others only that they are there. */
export function ComplaintPictures({ pictures }: Pick<Complaint, 'pictures'>) {
  const seen = pictures.flatMap(({ pictureId, state, url }) => (url === null ? [] : [{ pictureId, state, url }]))
  const hidden = pictures.filter(({ url }) => url === null)
  const urls = seen.map(({ url }) => url)
  return (
    <View>
      {seen.length > 0 ? (
        <Pictures
          id="pictures"
          label={words.pictures}
          most={seen.length}
          pictures={seen.map(({ pictureId, state, url }) => ({
            ...{ key: pictureId, path: url, state: 'sent' as const },
            note: words.picture[state],
          }))}
          onEnlarge={(key) => enlarge(urls, seen.find(({ pictureId }) => pictureId === key)?.url ?? '')}
        />
      ) : null}
      {hidden.map(({ pictureId, state }) => (
        <View key={pictureId} className="second">
          {`${words.pictures}：${words.picture[state]}`}
        </View>
      ))}
    </View>
  )
}

interface AnswersProps extends Pick<Complaint, 'answers'> {
  readonly now: number
  /** Reports what somebody wrote; absent where that makes no sense. */
  readonly onReport?: (answerId: string) => void
}

/** What was answered, the first one first. */
export const Answers = ({ answers, now, onReport }: AnswersProps) =>
  answers.length === 0 ? (
    <View className="second section-hint">{words.noAnswers}</View>
  ) : (
    <Card>
      {answers.map(({ answerId, at, role, words: said, state }) => (
        <View key={answerId} className="fact" id={`answer-${answerId}`}>
          <View className="row-words">
            <View className="second">{words.from(role, whenText(at, now))}</View>
            <View className="fact-value">{said ?? words.hiddenAnswer}</View>
            {said !== null && shownNote(state) ? <View className="second">{shownNote(state)}</View> : null}
            {said !== null && onReport ? (
              <Tap id={`report-${answerId}`} className="link" onTap={() => onReport(answerId)}>
                {words.report}
              </Tap>
            ) : null}
          </View>
        </View>
      ))}
    </Card>
  )
