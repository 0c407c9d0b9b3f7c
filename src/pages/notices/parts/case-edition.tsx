import { View } from '@tarojs/components'
import { Facts, Notice, Pictures, Section, Slot } from '../../../components'
import { myTimeOf, type Lead } from '../../../domain/notice/for-me'
import type { Edition } from '../../../domain/notice/notice'
import { enlarge } from '../../../platform/pictures'
import { noticeCase as words } from '../../../text/notice-case'
import { needsText, noticeLeadText } from '../../../text/notice-for-me'
import { audienceText } from '../../../text/notice-places'
import { untilText, weekdaySaying } from '../../../text/notice-when'
import { askedRows } from './case-asked'
import type { Shown } from './use-notice-writing'
import { Lines } from './write-preview'

type EditionView = NonNullable<Shown['shown']>

interface EditionProps {
  readonly id: string
  readonly heading: string
  readonly edition: EditionView
  readonly notice: Shown
  readonly now: number
}

/** What stands first on the page of somebody who lives there. */
function leadOf(edition: EditionView, { communityId, end, state }: Shown, now: number): Lead {
  const { about, needs, where, isEmergency, number, file, pictures } = edition
  if (state === 'withdrawn' || state === 'expired') return { kind: state }
  const concern = needs.length > 0 ? 'perhaps' : 'yes'
  if (state === 'restored') return { kind: 'restored', about, concern, needs, at: end?.at ?? now }
  const rules: Edition = {
    ...edition,
    ...{ audience: { communityId, where, needs }, writer: null, fileId: file?.fileId ?? null },
    pictures: pictures.map(({ pictureId }) => pictureId),
  }
  return {
    ...{ kind: 'out', about, concern, needs, isEmergency, isChanged: number > 1 },
    time: myTimeOf(rules, now),
  }
}

/** One wording: as residents see it, or as it waits. */
export function EditionCard({ id, heading, edition, notice, now }: EditionProps) {
  const { title, body, needs, validUntil, pictures, file, isEmergency, wordsState } = edition
  const building = notice.buildings[0]?.name ?? null
  const shown = pictures.flatMap(({ pictureId, url }) =>
    url === null ? [] : [{ key: pictureId, path: url, state: 'sent' as const }],
  )
  const paths = shown.map(({ path }) => path)
  return (
    <Section id={id} title={heading}>
      <Slot>{isEmergency ? <Notice tone="danger" icon="alarm" text={words.emergency} /> : null}</Slot>
      <Notice tone="calm" icon="place" text={noticeLeadText(leadOf(edition, notice, now), { building }, now)} />
      <View className="state-title">{title}</View>
      <Lines text={body} />
      <Slot>
        {wordsState === 'shown' ? null : (
          <Notice tone="wait" icon="clock" text={wordsState === 'waiting' ? words.wordsWaiting : words.wordsRefused} />
        )}
      </Slot>
      <Slot>
        {shown.length === 0 ? null : (
          <Pictures
            id={`${id}-pictures`}
            label={words.pictures}
            pictures={shown}
            most={shown.length}
            onEnlarge={(key) => enlarge(paths, shown.find((one) => one.key === key)?.path ?? '')}
          />
        )}
      </Slot>
      <View className="section">
        <Facts
          rows={[
            { id: `${id}-for`, label: words.for, value: audienceText(notice.placeNames, needs) },
            ...(needs.length > 0
              ? [{ id: `${id}-needs`, label: words.only, value: words.needs(needsText(needs)) }]
              : []),
            ...askedRows(id, edition, notice, now),
            { id: `${id}-valid`, label: words.valid, value: untilText(validUntil, weekdaySaying(now)) },
            ...(file ? [{ id: `${id}-file`, label: words.file, value: file.name }] : []),
          ]}
        />
      </View>
    </Section>
  )
}
