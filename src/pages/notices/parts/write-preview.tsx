import { View } from '@tarojs/components'
import { Card, Notice, Section, Slot } from '../../../components'
import { myTimeOf, type Lead } from '../../../domain/notice/for-me'
import type { Edition } from '../../../domain/notice/notice'
import { noticeForMe, noticeLeadText } from '../../../text/notice-for-me'
import { noticeWrite as words } from '../../../text/notice-write'
import type { Content } from './write-fields'
import { namedIds, whereNames, type Places } from './write-where'

/** Words as they were typed: line by line. */
export const Lines = ({ text }: { readonly text: string }) => (
  <View>
    {text.split('\n').map((line, index) => (
      <View key={index}>{line}</View>
    ))}
  </View>
)

interface PreviewProps {
  readonly content: Content
  readonly places: Places
  readonly isChanged: boolean
  readonly now: number
}

/** How a group sees it, and what somebody who lives there sees first. */
export function Preview({ content, places, isChanged, now }: PreviewProps) {
  const { title, about, needs, isEmergency, where } = content
  const [first] = namedIds(where)
  const building = places.estates.flatMap(({ buildings }) => buildings).find(({ buildingId }) => buildingId === first)
  const [name = null] = building ? [building.name] : whereNames(places, where)
  const edition: Edition = {
    ...content,
    audience: { communityId: '', where, needs },
    ...{ number: 1, writer: null, role: 'duty', writtenAt: now, wordsState: 'shown' },
  }
  const lead: Lead = {
    ...{ kind: 'out', about, needs, isEmergency, isChanged },
    ...{ concern: needs.length > 0 ? 'perhaps' : 'yes', time: myTimeOf(edition, now) },
  }
  return (
    <View id="preview">
      <Section title={words.preview}>
        <Card>
          <View className="fact">
            <View className="row-words">
              <View id="preview-title" className="section-title">
                {title}
              </View>
              <View className="second">{words.noPicture}</View>
            </View>
          </View>
        </Card>
      </Section>
      <Section title={words.previewPage}>
        <Slot>{isEmergency ? <Notice tone="danger" icon="alarm" text={noticeForMe.emergency} /> : null}</Slot>
        <View id="preview-lead">
          <Notice tone="calm" icon="place" text={noticeLeadText(lead, { building: name }, now)} />
        </View>
        <Lines text={content.body} />
      </Section>
    </View>
  )
}
