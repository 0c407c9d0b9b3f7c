import { View } from '@tarojs/components'
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import {
  flushOutbox,
  forgetAll,
  forgetEdition,
  forgetOutbox,
  myDoor,
  seenDoors,
  setCare,
  useEdition,
  useGivenUp,
  useWaiting,
  type SeenDoor,
} from '../../client'
import { Button, Card, Notice, Row, Section } from '../../components'
import { dial } from '../../platform/phone'
import { me } from '../../text'
import { go, goToDoor, pathTo } from '../go'
import { placeName } from '../place'
import { Shell } from '../shell'

/** 我的: my door, the care edition, and what this phone keeps. */
export default function MePage() {
  const [mine, setMine] = useState(myDoor)
  const [doors, setDoors] = useState(seenDoors)
  const [asking, setAsking] = useState(false)
  const cleared = useRouter().params.cleared === '1'
  const { care } = useEdition()
  const waiting = useWaiting()
  const givenUp = useGivenUp()
  useDidShow(() => {
    setMine(myDoor())
    setDoors(seenDoors())
    void flushOutbox()
  })
  const clear = () => {
    forgetAll()
    forgetOutbox()
    forgetEdition()
    // The other tab still holds what it has shown: everything starts anew.
    void Taro.reLaunch({ url: pathTo('me', 'cleared=1') })
  }
  const others = doors.filter(({ target }) => JSON.stringify(target) !== JSON.stringify(mine?.target))
  const enter = (door: SeenDoor) => goToDoor(door.target, { mine: door === mine })

  return (
    <Shell title={me.title}>
      <Section title={me.myDoor}>
        <Card>
          {mine ? <Row id="my-door" icon="place" title={placeName(mine)} onTap={() => enter(mine)} /> : null}
          <Row
            id="choose"
            icon="search"
            title={mine ? me.change : me.choose}
            {...(mine ? {} : { note: me.noDoor })}
            onTap={() => void go(pathTo('door/choose'))}
          />
        </Card>
      </Section>
      {others.length > 0 ? (
        <Section title={me.recent}>
          <Card>
            {others.map((door) => (
              <Row key={placeName(door)} title={placeName(door)} onTap={() => enter(door)} />
            ))}
          </Card>
        </Section>
      ) : null}
      <Section title={me.care}>
        <Card>
          <Row
            id="care-row"
            icon="letters"
            title={care ? me.careIsOn : me.careIsOff}
            note={me.careHint}
            end={care ? 'check' : 'none'}
            chosen={care}
            onTap={() => setCare(!care)}
          />
        </Card>
      </Section>
      <Section title={me.clear} hint={me.clearHint}>
        {waiting > 0 ? <Notice tone="wait" icon="clock" text={me.waiting(waiting)} /> : null}
        {givenUp > 0 ? <Notice tone="wait" icon="alarm" text={me.givenUp(givenUp)} /> : null}
        {cleared ? <Notice tone="done" icon="check" text={me.cleared} /> : null}
        {asking ? (
          <View className="stack" id="clear-ask">
            <View>{waiting > 0 ? me.clearWaiting(waiting) : me.clearAsk}</View>
            <View className="pair">
              <Button id="clear-no" text={me.clearNo} kind="plain" onTap={() => setAsking(false)} />
              <Button id="clear-yes" text={me.clearYes} kind="danger" onTap={clear} />
            </View>
          </View>
        ) : (
          <Button id="clear" text={me.clear} kind="plain" onTap={() => setAsking(true)} />
        )}
      </Section>
      <View className="section">
        <Card>
          <Row icon="phone" title={me.complain} note={me.complainHint} onTap={() => void dial('12345')} />
        </Card>
      </View>
      <View className="foot">{me.privacy}</View>
    </Shell>
  )
}
