import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Notice } from '../../../components'
import type { Route } from '../../../domain/routing'
import { matter as words } from '../../../text'

/** Why it is theirs: laws by name and article, or openly that there is none. Nothing here leads outside. */
export function Basis({ route }: { readonly route: Route }) {
  const [open, setOpen] = useState(false)
  return (
    <View className="section" id="basis">
      {route.ground === 'local' ? <Notice tone="wait" icon="alarm" text={words.grounds.local} /> : null}
      {route.provisionalHours ? <Notice tone="wait" icon="clock" text={words.provisional} /> : null}
      <Button
        id="basis-show"
        kind="plain"
        icon="book"
        text={open ? words.basisHide : words.basisShow}
        onTap={() => setOpen(!open)}
      />
      {open ? (
        <View className="stack basis">
          {route.ground === 'local' ? null : <View>{words.grounds[route.ground]}</View>}
          {route.basis.map(({ id, title, article, gist, verified }) => (
            <View key={id}>
              <View>{`${words.lawName(title, article)}${verified ? '' : words.lawUnchecked}`}</View>
              <View className="second">{gist}</View>
            </View>
          ))}
          <View className="second">{words.notLegalAdvice}</View>
        </View>
      ) : null}
    </View>
  )
}
