import { View } from '@tarojs/components'
import { Button, Notice, Section } from '../../../components'
import { households as words } from '../../../text/directory-households'

/** A duty member's word that they are on duty, before the look. */
export const DutyGate = ({ onSay }: { readonly onSay: () => void }) => (
  <Section id="duty-gate" title={words.duty} hint={words.dutyText}>
    <Notice tone="wait" icon="shield" text={words.dutyLogged} />
    <View className="section stack">
      <Button id="on-duty" text={words.onDuty} onTap={onSay} />
      <View className="second">{words.nothing}</View>
    </View>
  </Section>
)

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
