import { View } from '@tarojs/components'
import { Slot, Tap } from '../../../components'
import { kit } from '../../../text'
import { directoryAgency as words } from '../../../text/directory-agency'
import { phoneProof as proof } from '../../../text/directory-check'
import { dateText } from '../../../text/time'
import type { PhoneFields, ShownAgency } from './agency-fields'
import { PhoneProof } from './phone-proof'

interface PhoneCardProps {
  readonly communityId: string
  readonly agency: ShownAgency | null
  readonly phone: PhoneFields
  /** As it is kept; null while it is new or changed: then there is nothing to verify yet. */
  readonly kept: ShownAgency['phones'][number] | null
  readonly now: number
  /** null: who looks may change nothing. */
  readonly onEdit: (() => void) | null
  readonly onReload: () => void
}

/** One number: when it is answered and by whom, whether it is sure, and the ways to make it sure. */
export function PhoneCard({ communityId, agency, phone, kept, now, onEdit, onReload }: PhoneCardProps) {
  const { number, description, hours, owner } = phone
  return (
    <View className="contact" id={`phone-${phone.key}`}>
      <View className="contact-number">{number}</View>
      <View className="second">{[description, hours, owner && proof.owner(owner)].filter(Boolean).join(' · ')}</View>
      <View className="contact-line">
        {kept ? (
          <Sureness kept={kept} now={now} />
        ) : (
          <View className="tag tag-calm">
            {phone.rung ? `${words.changedRow}，${words.willBeVerified}` : words.changedRow}
          </View>
        )}
        {onEdit ? (
          <Tap id={`edit-${phone.key}`} className="link" label={kit.together(words.change, number)} onTap={onEdit}>
            {words.change}
          </Tap>
        ) : null}
      </View>
      <Slot>
        {kept && agency ? (
          <PhoneProof
            {...{ communityId, agencyId: agency.agencyId, agencyName: agency.name }}
            {...{ phoneId: kept.phoneId, number: kept.number }}
            isDoubtful={kept.doubts.length > 0}
            onRung={onReload}
            onMoved={onReload}
          />
        ) : null}
      </Slot>
    </View>
  )
}

const Sureness = ({ kept, now }: { readonly kept: ShownAgency['phones'][number]; readonly now: number }) =>
  kept.doubts.length > 0 ? (
    <View className="tag tag-wait">{`${proof.toVerify}：${proof.doubtWords(kept.doubts)}`}</View>
  ) : (
    <View className="tag tag-done">{words.verified(dateText(kept.verifiedAt ?? 0, now))}</View>
  )
