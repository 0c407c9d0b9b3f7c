import { View } from '@tarojs/components'
import { Button, Card, Chips, Notice, Row, Slot, TextField } from '../../../components'
import { refusalText } from '../../../text'
import { directoryFirst as words } from '../../../text/directory-first'
import { spotQuery, type DeskSpot } from '../../desk-spot'
import { go, pathTo } from '../../go'
import { hoursChoices, isThere, type HoursChoice, type Important } from './first-roles'
import { useNumbers, type Numbers } from './first-saving'

interface FirstNumbersProps {
  readonly spot: DeskSpot
  readonly communityName: string
  readonly important: readonly Important[]
  /** Something was saved: the directory has it. */
  readonly onSaved: () => Promise<void>
}

/** The most important numbers on one screen; what the directory has already is not asked again. */
export function FirstNumbers({ spot, communityName, important, onSaved }: FirstNumbersProps) {
  const numbers = useNumbers(spot.communityId, communityName, important, onSaved)
  const openAgency = (agencyId: string) =>
    void go(pathTo('directory/agency', spotQuery(spot), agencyId ? `agency=${agencyId}` : ''))
  return (
    <View id="numbers">
      <View className="second section-hint">{words.numbersHint}</View>
      <Slot>
        {important.map((one) =>
          one.agency ? (
            <Card key={one.role}>
              <Row
                id={`number-${one.role}`}
                title={words.numberTitle[one.role]}
                note={isThere(one) ? words.there(one.agency.name, one.agency.phones) : words.noPhone(one.agency.name)}
                end={isThere(one) ? 'check' : 'next'}
                onTap={() => openAgency(one.agency?.agencyId ?? '')}
              />
            </Card>
          ) : (
            <NumberFields key={one.role} of={numbers} role={one.role} />
          ),
        )}
      </Slot>
      <Slot>
        {numbers.isTried && numbers.isEmpty ? <Notice tone="wait" icon="alarm" text={words.noNumbers} /> : null}
        {numbers.hindered ? <Notice tone="wait" icon="alarm" text={refusalText[numbers.hindered]} /> : null}
        {numbers.saved > 0 ? <Notice tone="done" icon="check" text={words.savedNumbers(numbers.saved)} /> : null}
      </Slot>
      <View className="section stack">
        {important.every(({ agency }) => agency !== null) ? null : (
          <Button
            id="numbers-save"
            text={words.saveNumbers}
            busy={numbers.isBusy && words.savingNumbers}
            onTap={() => void numbers.save()}
          />
        )}
      </View>
      <View className="section">
        <Card>
          <Row id="numbers-more" title={words.toAgencies} onTap={() => openAgency('')} />
        </Card>
      </View>
    </View>
  )
}

/** One of them: how it is called, its number, and when somebody answers. */
function NumberFields({ of, role }: { readonly of: Numbers; readonly role: Important['role'] }) {
  const { name, number, hours } = of.fieldsOf(role)
  const isAsked = of.isTried && number.trim() !== ''
  const refused = of.refusedOf(role)
  return (
    <View className="section" id={`number-${role}`}>
      <View className="section-title">{words.numberTitle[role]}</View>
      <TextField
        id={`number-${role}-name`}
        label={words.nameOf}
        value={name}
        maxLength={40}
        disabled={of.isBusy}
        {...(isAsked && name.trim() === '' ? { error: words.noName } : {})}
        onChange={(next) => of.change(role, { name: next })}
      />
      <TextField
        id={`number-${role}-number`}
        type="number"
        label={words.numberOf}
        placeholder={words.numberHint}
        value={number}
        disabled={of.isBusy}
        {...(refused === null ? {} : { error: refusalText[refused] })}
        onChange={(next) => of.change(role, { number: next })}
      />
      <Chips
        id={`number-${role}-hours`}
        question={words.hoursOf}
        options={hoursChoices.map((id) => ({ id, label: words.hours[id] }))}
        chosen={hours}
        onChoose={(id) =>
          of.change(role, { hours: hoursChoices.find((one): one is HoursChoice => one === id) ?? null })
        }
      />
      <Slot>{isAsked && hours === null ? <Notice tone="wait" icon="alarm" text={words.noHours} /> : null}</Slot>
    </View>
  )
}
