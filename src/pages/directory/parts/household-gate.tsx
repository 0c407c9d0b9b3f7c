import { View } from '@tarojs/components'
import { Button, Notice, Section } from '../../../components'
import { households as words } from '../../../text/directory-households'

/** What a look means, before it. */
export const HouseholdGate = ({ onOpen }: { readonly onOpen: () => void }) => (
  <Section id="gate" title={words.gate} hint={words.gateText}>
    <Notice tone="wait" icon="shield" text={words.gateLogged} />
    <View className="section stack">
      <Button id="households-open" text={words.open} onTap={onOpen} />
      <View className="second">{words.nothing}</View>
    </View>
  </Section>
)
