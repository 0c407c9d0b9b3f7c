import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { myDoor, targetOf, useDoor } from '../../../client'
import { Button, Card, EmergencyRow, Loading, PhoneRow, Section, Slot, State } from '../../../components'
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

/** So many of each group are there at once: a whole directory would be too much for one look, and for one setData. */
const shownAtOnce = 4

function Numbers({ id, entries, now }: NumbersProps) {
  const [all, setAll] = useState(false)
  // One more is no reason to ask.
  const folded = !all && entries.length > shownAtOnce + 1
  const row = ({ name, line }: PhoneEntry) => (
    <PhoneRow key={`${name}${line.id}`} name={name} line={line} now={now} onCall={({ number }) => void dial(number)} />
  )
  return (
    <Section title={words.sections[id]} id={`phones-${id}`}>
      <Card>{entries.slice(0, folded ? shownAtOnce : entries.length).map(row)}</Card>
      <Slot>
        {folded ? (
          <View className="card-more">
            <Button
              id={`all-${id}`}
              kind="plain"
              text={words.showRest(entries.length - shownAtOnce)}
              onTap={() => setAll(true)}
            />
          </View>
        ) : null}
      </Slot>
    </Section>
  )
}
