import { View } from '@tarojs/components'
import { useState } from 'react'
import { useWrite, type Output } from '../../../client'
import { Button, Facts, Notice, Section, type Fact } from '../../../components'
import { home as homeWords, info as words, refusalText } from '../../../text'
import { homeName } from './home-name'

export type Me = Output<'me.show'>

interface AboutMeProps {
  readonly me: Me
  readonly onName: () => void
  readonly onPhone: () => void
  readonly onHome: () => void
}

/** Name, number and home, each with what can be done about it. */
export function AboutMe({ me, onName, onPhone, onHome }: AboutMeProps) {
  const look = useWrite('phone.look')
  const [number, setNumber] = useState<string | null>(null)
  const { name, phone, home } = me
  const show = async () => {
    if (number !== null) return setNumber(null)
    const looked = await look.run({})
    if (looked) setNumber(looked.number)
  }
  const act = (has: boolean, onTap: () => void) => ({ text: has ? words.change : words.set, onTap })
  const rows: readonly Fact[] = [
    { id: 'fact-name', label: words.name, value: name, action: act(name !== null, onName) },
    {
      id: 'fact-phone',
      label: words.phone,
      value: phone && (number ?? phone.masked),
      ...(phone ? { note: phone.from === 'wechat' ? words.fromWechat : words.fromTyped } : {}),
      action: act(phone !== null, onPhone),
    },
    {
      id: 'fact-home',
      label: words.home,
      value: home && homeName(home),
      ...(home ? { note: homeWords.states[home.state] } : {}),
      action: act(home !== null, onHome),
    },
  ]
  return (
    <Section title={words.about}>
      <View className="stack">
        <Facts rows={rows} />
        {phone ? (
          <>
            {look.refused ? <Notice tone="wait" icon="alarm" text={refusalText[look.refused]} /> : null}
            <Button
              id="phone-look"
              kind="plain"
              text={number === null ? words.look : words.hide}
              busy={look.busy}
              onTap={() => void show()}
            />
            <View className="second">{words.looked}</View>
          </>
        ) : null}
      </View>
    </Section>
  )
}
