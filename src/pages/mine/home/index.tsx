import { View } from '@tarojs/components'
import { useState } from 'react'
import { myDoor, useRead, type Output } from '../../../client'
import { Button, Card, Facts, Notice, Row, Section, Slot, TextField } from '../../../components'
import { dateText, home as words, refusalText } from '../../../text'
import { ConsentSheet, useConsented } from '../../consent'
import { placeName } from '../../place'
import { PlaceChoice, useChoosing, type ChosenPlace } from '../../place-choice'
import { Shell, useNow } from '../../shell'
import { Waiting } from '../../waiting'
import { homeName } from '../parts/home-name'
import { Withdraw } from '../parts/withdraw'

type Home = NonNullable<Output<'me.show'>['home']>

/** The place that this phone takes for one's own, as a first guess. */
function guess(): ChosenPlace | null {
  const door = myDoor()
  if (door?.target.by !== 'place') return null
  const { buildingId, unitId } = door.target
  return { ...door, buildingId, unitId }
}

/** 我住哪: what was said before, or one question after the other. */
export default function HomePage() {
  const { data: me, busy, refused, reload } = useRead('me.show', {})
  const [isChanging, setChanging] = useState(false)
  const [place, setPlace] = useState<ChosenPlace | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const choosing = useChoosing()
  const restart = () => {
    setPlace(null)
    choosing.setBuilding(null)
    choosing.setEstate(null)
  }
  const done = (words: string) => {
    restart()
    setChanging(false)
    setSaid(words)
    void reload()
  }
  const isChoosing = me !== null && place === null && (isChanging || me.home === null)
  const subtitle = isChoosing ? choosing.soFar : null
  return (
    <Shell title={words.title} {...(subtitle === null ? {} : { subtitle })}>
      <Slot>{said && place === null ? <Notice tone="done" icon="check" text={said} /> : null}</Slot>
      {/* What was changed a moment ago is not shown as it was before. */}
      {!me || (said && busy) ? (
        <Waiting busy={busy} refused={refused} retry={() => void reload()} />
      ) : place ? (
        <RoomForm place={place} onDone={() => done(words.saved)} onElsewhere={restart} />
      ) : me.home && !isChanging ? (
        <HomeShown
          home={me.home}
          onChange={() => {
            setSaid(null)
            setChanging(true)
          }}
          onRemoved={() => done(words.removed)}
        />
      ) : (
        <PlaceQuestion choosing={choosing} onChosen={setPlace} mayGuess={!isChanging} />
      )}
    </Shell>
  )
}

interface PlaceQuestionProps {
  readonly choosing: ReturnType<typeof useChoosing>
  readonly onChosen: (place: ChosenPlace) => void
  readonly mayGuess: boolean
}

/** First whether it is the door that was scanned; the whole choice only where it is not. */
function PlaceQuestion({ choosing, onChosen, mayGuess }: PlaceQuestionProps) {
  const [guessed, setGuessed] = useState(() => (mayGuess ? guess() : null))
  if (!guessed) return <PlaceChoice of={choosing} onChosen={onChosen} />
  return (
    <Section title={words.isThisIt} hint={placeName(guessed)}>
      <View className="stack">
        <Button id="home-yes" text={words.yes} onTap={() => onChosen(guessed)} />
        <Button id="home-other" kind="plain" text={words.other} onTap={() => setGuessed(null)} />
      </View>
    </Section>
  )
}

interface RoomFormProps {
  readonly place: ChosenPlace
  readonly onDone: () => void
  readonly onElsewhere: () => void
}

function RoomForm({ place, onDone, onElsewhere }: RoomFormProps) {
  const [room, setRoom] = useState('')
  const declaring = useConsented('home.declare')
  const save = async () => {
    const { buildingId, unitId } = place
    const saved = await declaring.run({ buildingId, unitId, room: room.trim() || null })
    if (saved) onDone()
  }
  return (
    <Section title={placeName(place)}>
      <View className="stack" id="room-form">
        <TextField
          id="room"
          label={words.roomLabel}
          hint={words.roomHint}
          value={room}
          maxLength={20}
          onChange={setRoom}
          onConfirm={() => void save()}
        />
        {declaring.refused ? <Notice tone="wait" icon="alarm" text={refusalText[declaring.refused]} /> : null}
        <ConsentSheet of={declaring} />
        <Button id="home-save" text={words.save} busy={declaring.busy} onTap={() => void save()} />
        <Button id="home-elsewhere" kind="plain" text={words.elsewhere} disabled={declaring.busy} onTap={onElsewhere} />
      </View>
    </Section>
  )
}

interface HomeShownProps {
  readonly home: Home
  readonly onChange: () => void
  readonly onRemoved: () => void
}

function HomeShown({ home, onChange, onRemoved }: HomeShownProps) {
  const now = useNow()
  const [isLeaving, setLeaving] = useState(false)
  const { state, declaredAt, room } = home
  return (
    <View className="stack" id="home-shown">
      <Facts
        rows={[
          { id: 'home-place', label: words.place, value: homeName({ ...home, room: null }) },
          { id: 'home-room', label: words.room, value: room ?? words.noRoom },
          {
            id: 'home-state',
            label: words.state,
            value: words.states[state],
            note: `${words.stateHints[state]}${words.declaredOn(dateText(declaredAt, now))}`,
          },
        ]}
      />
      <Card>
        <Row id="home-change" icon="home" title={words.change} onTap={onChange} />
        <Row id="home-remove" icon="close" title={words.remove} end="none" onTap={() => setLeaving(true)} />
      </Card>
      {isLeaving ? (
        <Withdraw
          purpose="home"
          onClose={() => setLeaving(false)}
          onDone={() => {
            setLeaving(false)
            onRemoved()
          }}
        />
      ) : null}
    </View>
  )
}
