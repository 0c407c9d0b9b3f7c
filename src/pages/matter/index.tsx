import { Button as ShareButton, View } from '@tarojs/components'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { targetOf, useDoor } from '../../client'
import {
  Chips,
  ContactCard,
  EmergencyRow,
  Icon,
  Loading,
  Notice,
  PhoneRow,
  Card,
  Section,
  State,
} from '../../components'
import { route, type Contact } from '../../domain/routing'
import { findMatterName } from '../../knowledge/names'
import { hotlines, roles } from '../../knowledge/book'
import { findRule, laws } from '../../knowledge/rules'
import { settings } from '../../knowledge/settings'
import { dial } from '../../platform/phone'
import { common, matter as words, whenText } from '../../text'
import { goToDoor, matterPath } from '../go'
import { momentAt, placeName, placeOf } from '../place'
import { Shell, useNow } from '../shell'
import { AfterCall } from './parts/after-call'
import { Basis } from './parts/basis'

const book = { roles, hotlines, settings, laws }

/** One matter: what to do first, whom to call in order and why, and who comes next. */
export default function MatterPage() {
  const { params } = useRouter()
  const now = useNow()
  const { view, at, busy } = useDoor(targetOf(params), 'if-needed')
  const [answered, setAnswered] = useState<Readonly<Record<string, string>>>({})
  const [called, setCalled] = useState<Contact | null>(null)
  const name = findMatterName(params.id ?? '')
  const rule = findRule(params.id ?? '')
  useShareAppMessage(() => ({
    title: view
      ? words.shareTitle(name?.name ?? '', placeName(view.place))
      : words.shareTitleAnywhere(name?.name ?? ''),
    path: matterPath(params.id ?? '', view?.place ?? null),
  }))

  if (!name || !rule) {
    return (
      <Shell title={words.unknown}>
        <State
          icon="search"
          title={words.unknown}
          hint={words.unknownHint}
          action={{ text: words.home, onTap: () => goToDoor(view?.place ?? null) }}
        />
      </Shell>
    )
  }

  const matter = { ...name, ...rule }
  const found = route(matter, placeOf(view), answered, momentAt(now), book)
  const callable = [...found.contacts, ...found.chain].filter(({ line }) => line !== null)
  const main = found.contacts.find(({ line }) => line !== null)
  const call = (contact: Contact) => {
    void dial(contact.line?.number ?? '')
    setCalled(contact)
  }
  const share = (
    <ShareButton className="switch share" openType="share" ariaLabel={words.share}>
      <Icon name="share" />
    </ShareButton>
  )

  return (
    <Shell title={matter.name} aside={share} {...(view ? { subtitle: placeName(view.place) } : {})}>
      {found.emergency ? <EmergencyRow numbers={found.emergency} onCall={(number) => void dial(number)} /> : null}
      {found.safetyFirst ? (
        <View className="safety" id="safety">
          <View className="safety-title">{words.safety}</View>
          <View>{found.safetyFirst}</View>
        </View>
      ) : null}
      {busy && !view ? <Loading /> : null}
      {!view && !busy ? <Notice tone="calm" icon="place" text={words.noPlace} /> : null}
      <Section title={words.contacts} id="contacts">
        {found.contacts.map((contact, index) => (
          <View key={contact.key}>
            <ContactCard contact={contact} rank={index + 1} now={now} main={contact === main} onCall={call} />
            {called?.key === contact.key ? (
              <AfterCall
                contact={contact}
                next={callable[callable.findIndex(({ key }) => key === contact.key) + 1] ?? null}
                buildingId={view?.place.buildingId ?? null}
                matterId={matter.id}
                onCall={call}
                onDone={() => setCalled(null)}
              />
            ) : null}
          </View>
        ))}
      </Section>
      {found.questions.length > 0 ? (
        <Section title={words.refine} id="questions">
          {found.questions.map(({ question, chosen }) => (
            <Chips
              key={question.id}
              question={question.text}
              options={question.options}
              chosen={chosen}
              onChoose={(option) => setAnswered((before) => ({ ...before, [question.id]: option }))}
            />
          ))}
        </Section>
      ) : null}
      {found.chain.length > 0 ? (
        <Section title={words.chain} hint={words.chainHint} id="chain">
          <Card>
            {found.chain.map((contact) =>
              contact.line ? (
                <View key={contact.key}>
                  <PhoneRow
                    name={contact.agency?.name ?? contact.roleName}
                    line={contact.line}
                    now={now}
                    onCall={() => call(contact)}
                  />
                  {called?.key === contact.key ? (
                    <AfterCall
                      contact={contact}
                      next={callable[callable.findIndex(({ key }) => key === contact.key) + 1] ?? null}
                      buildingId={view?.place.buildingId ?? null}
                      matterId={matter.id}
                      onCall={call}
                      onDone={() => setCalled(null)}
                    />
                  ) : null}
                </View>
              ) : null,
            )}
          </Card>
        </Section>
      ) : null}
      {found.notes.map(({ label, text }) => (
        <Notice key={label} tone="calm" icon="book" text={`${label}：${text}`} />
      ))}
      <Basis route={found} />
      <View className="foot">{at === null ? '' : common.updatedAt(whenText(at, now))}</View>
    </Shell>
  )
}
