import { View } from '@tarojs/components'
import { Button, Facts, Section, Slot, State } from '../../../components'
import { mostPhones } from '../../../domain/directory/limits'
import { directoryAgency as words } from '../../../text/directory-agency'
import { areaWords } from './agency-area'
import { isSame, type AgencyFields, type PhoneFields, type Places, type ShownAgency } from './agency-fields'
import { rowIn } from './agency-problems'
import { roleWords } from './agency-roles'
import { PhoneCard } from './phone-card'

interface AgencyOverviewProps {
  readonly communityId: string
  /** As it is kept; null: it is new. */
  readonly agency: ShownAgency | null
  readonly fields: AgencyFields
  readonly base: AgencyFields
  readonly places: Places
  readonly now: number
  /** null: who looks may change nothing. */
  readonly onEdit: ((part: string) => void) | null
  readonly onAddPhone: () => void
  readonly onReload: () => void
}

/** All of an agency: what it is, and each of its numbers. */
export function AgencyOverview(props: AgencyOverviewProps) {
  const { communityId, agency, fields, base, places, now, onEdit, onAddPhone, onReload } = props
  const edit = (part: string, what: string) =>
    onEdit ? { action: { text: words.change, label: words.changeOf(what), onTap: () => onEdit(part) } } : {}
  /** Only what is there as it is kept can be verified. */
  const keptOf = (phone: PhoneFields) =>
    isSame(phone, rowIn(base, phone.key)) ? (agency?.phones.find(({ phoneId }) => phoneId === phone.key) ?? null) : null
  const or = (text: string) => text || words.notFilled
  return (
    <View id="agency">
      <Facts
        rows={[
          { id: 'agency-name', label: words.name, value: or(fields.name.trim()), ...edit('name', words.name) },
          { id: 'agency-roles', label: words.roles, value: or(roleWords(fields.roles)), ...edit('roles', words.roles) },
          { id: 'agency-area', label: words.area, value: areaWords(fields.area, places), ...edit('area', words.area) },
        ]}
      />
      <Section id="agency-phones" title={words.phones} hint={words.phonesHint}>
        <Slot>
          {fields.phones.length === 0 ? (
            <State icon="phone" title={words.noPhones} hint={words.noPhonesHint} />
          ) : (
            fields.phones.map((phone) => (
              <PhoneCard
                key={phone.key}
                {...{ communityId, agency, phone, now, onReload }}
                kept={keptOf(phone)}
                onEdit={onEdit && (() => onEdit(phone.key))}
              />
            ))
          )}
        </Slot>
        <Slot>
          {onEdit && fields.phones.length < mostPhones ? (
            <View className="card-more">
              <Button id="phone-add" kind="plain" icon="phone" text={words.addPhone} onTap={onAddPhone} />
            </View>
          ) : null}
        </Slot>
      </Section>
    </View>
  )
}
