import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { myDoor, targetOf, useDoor } from '../../../client'
import { Card, EmergencyRow, Loading, PhoneRow, Section, Slot, State } from '../../../components'
import { emergencyNumbers, phoneBook, type PhoneEntry, type PhoneSectionId } from '../../../domain/routing'
import { hotlines } from '../../../knowledge/book'
import { dial } from '../../../platform/phone'
import { common, door, phones as words, refusalText, whenText } from '../../../text'
import { momentAt, placeName, placeOf } from '../../place'
import { Shell, useNow } from '../../shell'

const emergency = emergencyNumbers.map((number) => ({ number, fits: false }))

/** Every number of this building, by group: open now or not, and when it was last verified. */
export default function PhonesPage() {
  const { params } = useRouter()
  const now = useNow()
  const { view, at, busy, refused, reload } = useDoor(targetOf(params) ?? myDoor()?.target ?? null, 'when-old')
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()))
  const sections = phoneBook(placeOf(view), hotlines, momentAt(now))
  // The hotlines are there before the place is: they stay as they are when its numbers come.
  const here = sections.filter(({ id }) => id !== 'hotline')
  const everywhere = sections.filter(({ id }) => id === 'hotline')
  return (
    <Shell title={words.title} {...(view ? { subtitle: placeName(view.place) } : {})}>
      <EmergencyRow numbers={emergency} onCall={(number) => void dial(number)} />
      <Slot>
        {busy && !view ? <Loading /> : null}
        {!view && !busy ? (
          <State icon="place" title={door.noPlaceTitle} hint={refused ? refusalText[refused] : words.emptyHint} />
        ) : null}
      </Slot>
      <Slot>
        {here.map((section) => (
          <Numbers key={section.id} {...section} now={now} />
        ))}
      </Slot>
      {everywhere.map((section) => (
        <Numbers key={section.id} {...section} now={now} />
      ))}
      <View className="foot">{at === null ? '' : common.updatedAt(whenText(at, now))}</View>
    </Shell>
  )
}

interface NumbersProps {
  readonly id: PhoneSectionId
  readonly entries: readonly PhoneEntry[]
  readonly now: number
}

const Numbers = ({ id, entries, now }: NumbersProps) => (
  <Section title={words.sections[id]} id={`phones-${id}`}>
    <Card>
      {entries.map(({ name, line }) => (
        <PhoneRow
          key={`${name}${line.id}`}
          name={name}
          line={line}
          now={now}
          onCall={({ number }) => void dial(number)}
        />
      ))}
    </Card>
  </Section>
)
