import { View } from '@tarojs/components'
import { useState } from 'react'
import { useDraft } from '../../../client/use-draft'
import { useFiling } from '../../../client/use-filing'
import { useSimilar } from '../../../client/use-request-similar'
import { Button, Card, EmergencyRow, Notice, Row, Slot, TextArea } from '../../../components'
import { longestRequest } from '../../../domain/request/limits'
import { emergencyNumbers } from '../../../domain/routing'
import type { Found } from '../../../domain/search'
import { findMatterName } from '../../../knowledge/names'
import { requestKind } from '../../../knowledge/request-kinds'
import { dial } from '../../../platform/phone'
import { unsentText } from '../../../text'
import { desk, deskWrite as words } from '../../../text/desk'
import { ConsentSheet, useConsented } from '../../consent'
import { MatterGuess } from '../../matter-guess'
import { useFound } from '../../use-found'
import { BuildingPick } from './building-pick'
import { emptyWrite, missingWrite, writeInput, type MissingWrite, type WriteFields } from './write-fields'
import { WritePerson } from './write-person'
import { WriteSent } from './write-sent'

/** All matters may be meant: whoever writes has not opened a door. */
const noSettings = {}
/** As the contract has it. */
const mostAnswers = 4

const errors: Readonly<Record<MissingWrite, string>> = {
  words: words.wordsMissing,
  place: words.placeMissing,
  where: words.whereMissing,
  name: words.nameMissing,
  phone: words.phoneMissing,
}

const dangerOf = (found: Found, { matterId }: WriteFields): string | null => {
  const chosen = typeof matterId === 'string' ? findMatterName(matterId) : undefined
  return chosen?.emergency ? chosen.id : (found.hits.find(({ danger }) => danger)?.id ?? null)
}

interface WriteFormProps {
  readonly communityId: string
  readonly onAgain: () => void
}

/** One request of somebody else: what, where, who, and how they are told; all on one page. */
export function WriteForm({ communityId, onAgain }: WriteFormProps) {
  const { fields, change: keep, drop } = useDraft<WriteFields>(`desk-write-${communityId}`, emptyWrite)
  const found = useFound(fields.words, noSettings)
  const matterId = fields.matterId ?? null
  const kind = requestKind(matterId)
  const agreeing = useConsented('request.submit')
  const filing = useFiling('request.submit', agreeing)
  const { buildingId } = fields.place ?? {}
  const similar = useSimilar(
    buildingId === undefined || matterId === null ? null : { buildingId, unitId: null, matterId },
  )
  const [missing, setMissing] = useState<MissingWrite | null>(null)
  const [isPicking, setPicking] = useState(false)
  const danger = dangerOf(found, fields)

  const change = (changed: Partial<WriteFields>) => {
    keep(changed)
    setMissing(null)
    agreeing.clear()
  }
  const send = async () => {
    const lacks = missingWrite(fields, kind)
    setMissing(lacks)
    if (lacks !== null) return
    const answers = found.hits.find(({ id }) => id === matterId)?.answers ?? {}
    const known = Object.fromEntries(Object.entries(answers).slice(0, mostAnswers))
    if ((await filing.send(writeInput(fields, kind, known))) !== null) drop()
  }
  if (filing.filed !== null) return <WriteSent filed={filing.filed} onAgain={onAgain} />
  if (isPicking) {
    return (
      <BuildingPick
        communityId={communityId}
        asksUnit
        onPick={(place) => {
          change({ place })
          setPicking(false)
        }}
        back={{ text: desk.back, onTap: () => setPicking(false) }}
      />
    )
  }
  if (danger !== null && danger !== fields.dangerDone) {
    return <DangerFirst matterId={danger} onDone={() => change({ dangerDone: danger })} />
  }
  const { place } = fields
  const shown = similar.requests[0]
  return (
    <View id="write-form">
      <TextArea
        id="words"
        label={words.words}
        hint={words.wordsHint}
        value={fields.words}
        maxLength={longestRequest}
        disabled={filing.busy}
        {...(missing === 'words' ? { error: errors.words } : {})}
        onChange={(typed) => change({ words: typed })}
      />
      <Slot>
        <MatterGuess found={found} said={fields.matterId} onSay={(said) => change({ matterId: said })} />
      </Slot>
      <View className="section">
        <Card>
          <Row
            id="write-place"
            icon="place"
            title={
              place ? [place.estateName, place.buildingName, place.unitName ?? ''].filter(Boolean).join(' ') : words.at
            }
            {...(place ? { note: words.change } : {})}
            onTap={() => setPicking(true)}
          />
        </Card>
      </View>
      <Slot>
        {shown ? (
          <Notice
            tone="calm"
            icon="person"
            text={
              similar.requests.length === 1 ? words.similar(shown.number) : words.similarMore(similar.requests.length)
            }
          />
        ) : null}
      </Slot>
      <WritePerson
        {...{ fields, kind, change }}
        error={missing === null ? null : { name: missing, text: errors[missing] }}
        disabled={filing.busy}
      />
      <Slot>
        {missing === null ? null : <Notice tone="wait" icon="alarm" text={errors[missing]} />}
        {filing.refused ? <Notice tone="wait" icon="alarm" text={unsentText(filing.refused)} /> : null}
      </Slot>
      <ConsentSheet of={agreeing} />
      <View className="section stack">
        <Button id="send" text={words.send} busy={filing.busy ? words.sending : false} onTap={() => void send()} />
        <View className="second">{words.kept}</View>
      </View>
    </View>
  )
}

interface DangerProps {
  readonly matterId: string
  readonly onDone: () => void
}

/** Before anything is written down: whom to call now. */
function DangerFirst({ matterId, onDone }: DangerProps) {
  const matter = findMatterName(matterId)
  return (
    <View id="danger-stop" className="section stack">
      <View className="safety">
        <View className="safety-title">{words.dangerTitle}</View>
        <View>{words.dangerText}</View>
      </View>
      <EmergencyRow
        numbers={emergencyNumbers.map((number) => ({ number, fits: number === matter?.emergency }))}
        onCall={(number) => void dial(number)}
      />
      <Button id="danger-done" kind="plain" text={words.dangerDone} onTap={onDone} />
    </View>
  )
}
