import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { isSomebody, myDoor, targetOf, useDoor, useRead, type Target } from '../../../client'
import { useDraft } from '../../../client/use-draft'
import { keptNotice } from '../../../client/use-notice'
import { Button, Card, Row, Section } from '../../../components'
import { findMatterName } from '../../../knowledge/names'
import { common } from '../../../text'
import { noticeHelpWords } from '../../../text/notice-help'
import { requestForm as words } from '../../../text/request'
import { placeName } from '../../place'
import { PlaceChoice, useChoosing, type ChosenPlace } from '../../place-choice'
import { calledOf } from '../../request-path'
import { Shell } from '../../shell'
import { Waiting } from '../../waiting'
import { emptyFields, type Answers } from '../parts/fields'
import { RequestForm } from '../parts/request-form'

const answersIn = (query = ''): Answers =>
  Object.fromEntries(
    query
      .split(/,|%2C/i)
      .map((pair) => pair.split(/:|%3A/i))
      .flatMap(([question, option]) => (question && option ? [[question, option]] : [])),
  )

const noticeId = /^[A-Za-z0-9_.-]{1,64}$/

/** The notice that they came from, with a first sentence about it where this phone has seen it. */
function noticeIn(id = ''): { readonly id: string; readonly words: string } | null {
  if (!noticeId.test(id)) return null
  const about = keptNotice(id)?.value.facts?.about
  return { id, words: about ? noticeHelpWords(about) : '' }
}

/** 写诉求: with everything that the page before already knew. */
export default function RequestFormPage() {
  const { params } = useRouter()
  const matterId = params.id && findMatterName(params.id) ? params.id : undefined
  const [called] = useState(() => calledOf(params.called))
  const [answers] = useState(() => answersIn(params.a))
  const [notice] = useState(() => noticeIn(params.n))
  const name = notice ? `notice-${notice.id}` : (matterId ?? 'new')
  const empty = emptyFields(matterId)
  // Whoever needs help at home has nothing to fill in: no word has to be typed, and nothing chosen.
  const given = notice ? { ...empty, matterId: matterId ?? null, where: 'home' as const, words: notice.words } : empty
  const draft = useDraft(`request-${name}`, given)
  const [isChoosing, setChoosing] = useState(false)
  const { place } = draft.fields
  const asked = targetOf(params) ?? myDoor()?.target ?? null
  const target: Target | null = place ? { by: 'place', buildingId: place.buildingId, unitId: place.unitId } : asked
  const { view, busy, refused, reload } = useDoor(target, 'when-old')
  const choosing = useChoosing()

  const choose = (chosen: ChosenPlace) => {
    draft.change({ place: chosen, room: null })
    choosing.setBuilding(null)
    choosing.setEstate(null)
    setChoosing(false)
  }
  const subtitle = isChoosing || !target ? choosing.soFar : matterId ? (findMatterName(matterId)?.name ?? null) : null
  return (
    <Shell title={words.title} {...(subtitle === null ? {} : { subtitle })}>
      <View>
        {isChoosing || !target ? (
          <Elsewhere choosing={choosing} onChosen={choose} onBack={target ? () => setChoosing(false) : null} />
        ) : view ? (
          <RequestForm
            given={{ view, matterId, answers, called, noticeId: notice?.id ?? null }}
            draft={draft}
            onElsewhere={() => setChoosing(true)}
          />
        ) : (
          <Waiting busy={busy} refused={refused} retry={() => void reload()} />
        )}
      </View>
    </Shell>
  )
}

interface ElsewhereProps {
  readonly choosing: ReturnType<typeof useChoosing>
  readonly onChosen: (place: ChosenPlace) => void
  /** null: there is nothing to go back to. */
  readonly onBack: (() => void) | null
}

/** Which building: one's own home at one tap, or any other. */
function Elsewhere({ choosing, onChosen, onBack }: ElsewhereProps) {
  const { data: me } = useRead('me.show', isSomebody() ? {} : null)
  const home = me?.home ?? null
  return (
    <View id="elsewhere">
      {home && choosing.estate === null ? (
        <Section title={words.at}>
          <Card>
            <Row id="my-home" icon="home" title={words.myHome(placeName(home))} onTap={() => onChosen(home)} />
          </Card>
        </Section>
      ) : null}
      <PlaceChoice of={choosing} onChosen={onChosen} />
      {onBack && choosing.estate === null ? (
        <View className="section">
          <Button id="keep-place" kind="plain" text={common.back} onTap={onBack} />
        </View>
      ) : null}
    </View>
  )
}
