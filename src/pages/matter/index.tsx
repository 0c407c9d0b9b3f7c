import { View } from '@tarojs/components'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { answersOf, targetOf, useDoor } from '../../client'
import { Card, EmergencyRow, Loading, Notice, Row, ShareButton, State } from '../../components'
import { route } from '../../domain/routing'
import { hotlines, roles } from '../../knowledge/book'
import { findMatterName } from '../../knowledge/names'
import { findRule, laws } from '../../knowledge/rules'
import { settings } from '../../knowledge/settings'
import { dial } from '../../platform/phone'
import { common, matter as words, refusalText, whenText } from '../../text'
import { go, goToDoor, matterPath } from '../go'
import { momentAt, placeName, placeOf } from '../place'
import { formPath, type Called } from '../request-path'
import { Shell, useNow } from '../shell'
import { Answer } from './parts/answer'
import { Basis } from './parts/basis'

const book = { roles, hotlines, settings, laws }

/** One matter: what to do first, whom to call in order and why, and who comes next. */
export default function MatterPage() {
  const { params } = useRouter()
  const id = params.id ?? ''
  const now = useNow()
  const { here, view, at, busy, refused } = useDoor(targetOf(params), 'when-old')
  const name = findMatterName(id)
  const rule = findRule(id)
  // What the text of the search has said already; a card that is shared does not carry it to the neighbour.
  const [said] = useState(() => answersOf(params.a, rule?.questions ?? []))
  const [answered, setAnswered] = useState<Readonly<Record<string, string>>>(said)
  // Who was called from here and did not help: a request tells it, so that nobody has to write it again.
  const called = useRef<Called>([])
  const request = () => void go(formPath({ matterId: id, here, answers: answered, called: called.current }))
  const title = view
    ? words.shareTitle(name?.name ?? '', placeName(view.place))
    : words.shareTitleAnywhere(name?.name ?? '')
  const path = matterPath(id, here)
  useShareAppMessage(() => ({ title, path }))

  if (!name || !rule) {
    const home = { text: words.home, onTap: () => goToDoor(here) }
    return (
      <Shell title={words.unknown}>
        <State icon="search" title={words.unknown} hint={words.unknownHint} action={home} />
      </Shell>
    )
  }

  const found = route({ ...name, ...rule }, placeOf(view), answered, momentAt(now), book)
  return (
    <Shell title={name.name} {...(view ? { subtitle: placeName(view.place) } : {})}>
      {found.safetyFirst ? (
        <View className="safety" id="safety">
          <View className="safety-title">{words.safety}</View>
          <View>{found.safetyFirst}</View>
        </View>
      ) : null}
      {found.emergency ? <EmergencyRow numbers={found.emergency} onCall={(number) => void dial(number)} /> : null}
      {!view && busy ? (
        // What holds everywhere would only be replaced a moment later by who it is here.
        <Loading />
      ) : (
        <>
          {view ? null : <Notice tone="calm" icon="place" text={refused ? refusalText[refused] : words.noPlace} />}
          <Answer
            route={found}
            now={now}
            buildingId={view?.place.buildingId ?? null}
            said={said}
            onAnswer={(question, option) => setAnswered((before) => ({ ...before, [question]: option }))}
            onHelpless={(one) => {
              called.current = [...called.current.filter(({ name }) => name !== one.name), one]
            }}
            onRequest={request}
          />
          <View className="section">
            <Card>
              <Row id="matter-request" icon="edit" title={words.request} note={words.requestHint} onTap={request} />
            </Card>
          </View>
          {found.notes.map(({ label, text }) => (
            <Notice key={label} tone="calm" icon="book" text={`${label}：${text}`} />
          ))}
          <Basis route={found} />
          <View className="section">
            <ShareButton text={words.share} path={path} title={title} />
          </View>
          <View className="foot">{at === null ? '' : common.updatedAt(whenText(at, now))}</View>
        </>
      )}
    </Shell>
  )
}
