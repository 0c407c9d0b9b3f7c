import { View } from '@tarojs/components'
import { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { flushOutbox, myDoor, seenDoors, setCare, useEdition, type SeenDoor } from '../../client'
import { useTabMark } from '../../client/messages'
import { Card, Row, Section } from '../../components'
import { dial } from '../../platform/phone'
import { me } from '../../text'
import { go, goToDoor, pathTo } from '../go'
import { placeName } from '../place'
import { Shell } from '../shell'
import { Clear } from './parts/clear'
import { Mine, WaysIn } from './parts/mine'

/** 我的: my door, what concerns me, the care edition, and what this phone keeps. */
export default function MePage() {
  const cleared = useRouter().params.cleared === '1'
  const { care } = useEdition()
  useTabMark({ first: false })
  useDidShow(() => void flushOutbox())
  return (
    <Shell title={me.title}>
      <Doors />
      <Mine />
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
      <Clear cleared={cleared} />
      <WaysIn />
      <View className="section">
        <Card>
          <Row icon="phone" title={me.complain} note={me.complainHint} onTap={() => void dial('12345')} />
        </Card>
      </View>
      <View className="foot">{me.privacy}</View>
    </Shell>
  )
}

/** The person's own door, and the other places that were looked at. */
function Doors() {
  const [mine, setMine] = useState(myDoor)
  const [doors, setDoors] = useState(seenDoors)
  useDidShow(() => {
    setMine(myDoor())
    setDoors(seenDoors())
  })
  const others = doors.filter(({ target }) => JSON.stringify(target) !== JSON.stringify(mine?.target))
  const enter = (door: SeenDoor) => goToDoor(door.target, { mine: door === mine })
  return (
    <>
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
    </>
  )
}
