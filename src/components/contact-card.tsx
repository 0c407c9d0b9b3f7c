import { View } from '@tarojs/components'
import { personKind, type Contact, type Line } from '../domain/routing'
import { phoneParts } from '../platform/phone-parts'
import { clockText, dateText, matter, whenText } from '../text'
import { Button } from './button'
import { Icon } from './icon'
import { Tap } from './tap'

/** Whether somebody answers now, as a word with its sign. */
export function Hours({ line, now }: { readonly line: Line; readonly now: number }) {
  if (line.answersNow === null) return <View className="tag tag-wait">{matter.hoursUnknown}</View>
  if (line.answersNow) {
    const text =
      line.closesAt === null ? matter.openAlways : `${matter.open} · ${matter.openUntil(clockText(line.closesAt))}`
    return (
      <View className="tag tag-done">
        <Icon name="check" />
        {text}
      </View>
    )
  }
  const opens = line.opensAt === null ? '' : ` · ${matter.opensAt(whenText(line.opensAt, now))}`
  return (
    <View className="tag tag-wait">
      <Icon name="clock" />
      {`${matter.closed}${opens}`}
    </View>
  )
}

/** The number that will ring; below it what to dial once it is answered, where that is an exchange. */
function Digits({ className, number }: { readonly className: string; readonly number: string }) {
  const { main, extension } = phoneParts(number)
  return (
    <>
      <View className={className}>{main}</View>
      {extension === null ? null : <View>{matter.extension(extension)}</View>}
    </>
  )
}

/** When the number was last verified, or that it still has to be. */
export function Verified({ line, now }: { readonly line: Line; readonly now: number }) {
  if (line.owner === null) return null
  if (!line.confirmed) return <View className="tag tag-wait">{matter.unconfirmed}</View>
  return <View className="second">{matter.confirmed(dateText(line.verifiedAt ?? 0, now))}</View>
}

const nameOf = ({ agency, roleName }: Contact) => agency?.name ?? roleName

interface ContactCardProps {
  readonly contact: Contact
  /** 1, 2, 3 … in the order in which to call. */
  readonly rank: number
  readonly now: number
  /** The first one to call is shown large. */
  readonly main: boolean
  readonly onCall: (contact: Contact) => void
}

/** Whom to call, why, and the number to press. */
export function ContactCard({ contact, rank, now, main, onCall }: ContactCardProps) {
  const { line, standsInFor } = contact
  const name = nameOf(contact)
  return (
    <View className={main ? 'contact contact-main' : 'contact'}>
      <View className="contact-head">
        <View className="contact-rank">{rank}</View>
        <View className="contact-name">{name}</View>
        {line ? null : <View className="tag tag-calm">{matter.person[personKind(contact.role)]}</View>}
      </View>
      {standsInFor && standsInFor.role !== contact.role ? (
        <View className="second">{matter.standIn[standsInFor.why](standsInFor.name)}</View>
      ) : null}
      {contact.reasons.map((reason) => (
        <View key={reason} className="contact-reason">
          {reason}
        </View>
      ))}
      {line ? (
        <>
          <View className="contact-line">
            <Digits className="contact-number" number={line.number} />
            <View className="contact-tags">
              <Hours line={line} now={now} />
              <Verified line={line} now={now} />
            </View>
          </View>
          <Button
            id={main ? 'call-first' : `call-${contact.key}`}
            text={matter.call}
            icon="phone"
            kind={main ? 'main' : 'plain'}
            label={matter.callNow(name)}
            onTap={() => onCall(contact)}
          />
        </>
      ) : null}
    </View>
  )
}

interface PhoneRowProps {
  readonly name: string
  readonly line: Line
  readonly now: number
  readonly onCall: (line: Line) => void
}

/** One number of the building's list. */
export const PhoneRow = ({ name, line, now, onCall }: PhoneRowProps) => (
  <Tap className="phone-row" label={matter.callNow(name)} onTap={() => onCall(line)}>
    <View className="row-words">
      <View>{line.description ? `${name} · ${line.description}` : name}</View>
      <Digits className="phone-number" number={line.number} />
      <View className="contact-tags">
        <Hours line={line} now={now} />
        <Verified line={line} now={now} />
      </View>
    </View>
    <View className="phone-sign">
      <Icon name="phone" />
      <View>{matter.call}</View>
    </View>
  </Tap>
)
