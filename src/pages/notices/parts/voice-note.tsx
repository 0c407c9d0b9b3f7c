import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../client'
import { useDraft } from '../../../client/use-draft'
import { Button, Chips, Choices, ManyChoices, Notice, Section, Slot, TextArea, TextField } from '../../../components'
import { refusalText, unsentText } from '../../../text'
import { voicesPage as words } from '../../../text/notice-office'
import { ConsentSheet, useConsented } from '../../consent'
import type { DeskSpot } from '../../desk-spot'
import { VoiceRooms, type ChosenRoom } from './voice-rooms'
import type { Consultation } from './voice-total'

/** As the contract has it. */
const longestVoice = 200

interface VoiceNoteProps {
  readonly spot: DeskSpot
  readonly notice: Output<'notice.show'>
  readonly consultation: Consultation
  readonly onDone: (told: string) => void
  readonly onBack: () => void
}

interface Fields {
  readonly buildingId: string | null
  readonly room: ChosenRoom | null
  readonly choices: readonly string[]
  readonly words: string
  readonly name: string
}

type Missing = 'voice.no-choice' | 'voice.too-many' | 'voice.no-words' | 'voice.no-name'

function missingIn(fields: Fields, { options, most, isSigned }: Consultation): Missing | null {
  if (options.length > 0 && fields.choices.length === 0) return 'voice.no-choice'
  if (fields.choices.length > most) return 'voice.too-many'
  if (options.length === 0 && fields.words.trim() === '') return 'voice.no-words'
  return isSigned && fields.name.trim() === '' ? 'voice.no-name' : null
}

/** What a household without a phone has said, on paper or at the door: which one, then what. */
export function VoiceNote({ spot, notice, consultation, onDone, onBack }: VoiceNoteProps) {
  const { noticeId } = notice
  // A grid leader walks in the own grid only.
  const buildings = notice.buildings.filter(({ gridId }) => spot.gridId === null || gridId === spot.gridId)
  const only = buildings.length === 1 ? (buildings[0]?.buildingId ?? null) : null
  const empty: Fields = { buildingId: only, room: null, choices: [], words: '', name: '' }
  const { fields, change, drop } = useDraft<Fields>(`voice-note-${noticeId}`, empty)
  const noting = useConsented('voice.note')
  const [missing, setMissing] = useState<Missing | 'room' | null>(null)
  const { busy, refused } = noting
  const { buildingId, room } = fields
  const write = (changed: Partial<Fields>) => {
    change(changed)
    setMissing(null)
    noting.clear()
  }
  const save = async () => {
    const first = room === null ? 'room' : missingIn(fields, consultation)
    setMissing(first)
    if (busy || first !== null || room === null || buildingId === null) return
    const said = { choices: [...fields.choices], words: fields.words.trim() }
    const name = consultation.isSigned ? fields.name.trim() : null
    if (!(await noting.run({ noticeId, buildingId, roomId: room.roomId, ...said, name }))) return
    drop()
    onDone(words.done(room.name))
  }
  return (
    <Section id="note" title={words.note} hint={words.noteHint}>
      <Slot>
        {buildings.length > 1 ? (
          <Chips
            id="note-building"
            question={words.building}
            options={buildings.map(({ buildingId: id, name }) => ({ id, label: name }))}
            chosen={buildingId}
            onChoose={(id) => write({ buildingId: id, room: null })}
          />
        ) : null}
      </Slot>
      <Slot>
        {buildingId === null ? null : (
          <VoiceRooms
            key={buildingId}
            {...{ noticeId, buildingId }}
            chosen={room?.roomId ?? null}
            onChoose={(chosen) => write({ room: chosen })}
          />
        )}
      </Slot>
      <Slot>{room === null ? null : <Said {...{ fields, consultation, busy, write }} />}</Slot>
      <View className="stack card-more">
        <Slot>
          {missing ? (
            <Notice tone="wait" icon="alarm" text={missing === 'room' ? words.roomMissing : refusalText[missing]} />
          ) : null}
          {refused ? <Notice tone="wait" icon="alarm" text={unsentText(refused)} /> : null}
        </Slot>
        <ConsentSheet of={noting} />
        <Button id="note-save" text={words.save} busy={busy ? words.saving : false} onTap={() => void save()} />
        <Button id="note-back" kind="plain" text={words.back} disabled={busy} onTap={onBack} />
      </View>
    </Section>
  )
}

interface SaidProps {
  readonly fields: Fields
  readonly consultation: Consultation
  readonly busy: boolean
  readonly write: (changed: Partial<Fields>) => void
}

/** What they said: options or words, and a signature where the matter takes one. */
function Said({ fields, consultation: { options, most, isSigned }, busy, write }: SaidProps) {
  const rows = options.map(({ id, text }) => ({ id, title: text, disabled: busy }))
  return (
    <View id="note-said" className="stack">
      <Slot>
        {options.length === 0 ? null : most === 1 ? (
          <Choices
            id="note-choice"
            label={words.choose}
            options={rows}
            chosen={fields.choices[0] ?? null}
            onChoose={(id) => write({ choices: [id] })}
          />
        ) : (
          <ManyChoices
            id="note-choice"
            label={words.chooseMany(most)}
            options={rows}
            chosen={fields.choices}
            onChange={(ids) => write({ choices: ids })}
          />
        )}
      </Slot>
      <TextArea
        id="note-words"
        label={options.length === 0 ? words.wordsOnly : words.words}
        value={fields.words}
        maxLength={longestVoice}
        disabled={busy}
        onChange={(typed) => write({ words: typed })}
      />
      <Slot>
        {isSigned ? (
          <TextField
            id="note-name"
            label={words.name}
            hint={words.nameHint}
            value={fields.name}
            maxLength={20}
            disabled={busy}
            onChange={(typed) => write({ name: typed })}
          />
        ) : null}
      </Slot>
    </View>
  )
}
