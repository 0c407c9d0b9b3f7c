import { View } from '@tarojs/components'
import { useState } from 'react'
import { targetOfPlace, useOnline } from '../../../client'
import type { Draft } from '../../../client/use-draft'
import { Button, Card, Facts, Notice, Row, Slot } from '../../../components'
import { findMatterName } from '../../../knowledge/names'
import { refusalText, unsentText } from '../../../text'
import { requestForm as words } from '../../../text/request'
import { ConsentSheet } from '../../consent'
import { placeName } from '../../place'
import { useNow } from '../../shell'
import { DangerStop } from './danger-stop'
import type { RequestFields } from './fields'
import { More } from './more'
import { Same } from './same'
import { Joined, Sent } from './sent'
import { useRequestForm, type FormState, type Given, type Step } from './use-request-form'
import { What } from './what'
import { Where } from './where'

interface RequestFormProps {
  readonly given: Given
  readonly draft: Draft<RequestFields>
  readonly onElsewhere: () => void
}

/** All on one page; in the care edition one question at a time. */
export function RequestForm({ given, draft, onElsewhere }: RequestFormProps) {
  const form = useRequestForm(given, draft)
  const [joined, setJoined] = useState<{ readonly requestId: string; readonly joined: number } | null>(null)
  const { filing, care, step, steps, isStopped } = form
  if (filing.filed !== null) return <Sent filed={filing.filed} />
  if (joined !== null) return <Joined {...joined} />

  const shows = (part: Step) => (care ? part === step : part === 'what' || !isStopped)
  const onJoined = (requestId: string, all: { readonly joined: number }) => {
    form.drop()
    setJoined({ requestId, joined: all.joined })
  }
  const same = shows('same') && form.similar.requests.length > 0 ? <SamePart form={form} onJoined={onJoined} /> : null
  return (
    <View id="request-form">
      <Slot>{care ? <View className="second">{words.step(steps.indexOf(step) + 1, steps.length)}</View> : null}</Slot>
      <Slot>{shows('what') ? <WhatPart form={form} given={given} /> : null}</Slot>
      <Slot>{care ? null : same}</Slot>
      <Slot>{shows('where') ? <WherePart form={form} given={given} onElsewhere={onElsewhere} /> : null}</Slot>
      <Slot>{care ? same : null}</Slot>
      <Slot>{care && shows('more') ? <Summary form={form} given={given} /> : null}</Slot>
      <Slot>{shows('more') ? <MorePart form={form} /> : null}</Slot>
      <Slot>{isStopped && (!care || step === 'what') ? null : <Buttons form={form} />}</Slot>
    </View>
  )
}

interface PartProps {
  readonly form: FormState
}

function WhatPart({ form, given }: PartProps & { readonly given: Given }) {
  const { fields, found, missing, danger, isStopped, write } = form
  return (
    <View>
      <What
        text={fields.words}
        found={found}
        matterId={fields.matterId}
        called={given.called}
        error={missing?.what === 'words' ? words.whatMissing : null}
        matterError={missing?.what === 'matter' ? words.matterMissing : null}
        stop={
          isStopped && danger !== null ? (
            <DangerStop
              matterId={danger}
              here={targetOfPlace(given.view.place)}
              onDone={() => write({ dangerDone: danger })}
            />
          ) : null
        }
        disabled={form.filing.busy}
        onWords={(typed) => write({ words: typed })}
        onMatter={(matterId) => write({ matterId })}
      />
    </View>
  )
}

const WherePart = ({
  form: { fields, missing, where, room, filing, write },
  given,
  onElsewhere,
}: PartProps & { readonly given: Given; readonly onElsewhere: () => void }) => (
  <Where
    place={placeName(given.view.place)}
    where={where}
    room={room}
    spot={fields.spot}
    error={missing?.what === 'place' ? words.placeMissing : null}
    disabled={filing.busy}
    onElsewhere={onElsewhere}
    onWhere={(chosen) => write({ where: chosen })}
    onRoom={(typed) => write({ room: typed })}
    onSpot={(typed) => write({ spot: typed })}
  />
)

function SamePart({
  form,
  onJoined,
}: PartProps & { readonly onJoined: (requestId: string, joined: { readonly joined: number }) => void }) {
  const now = useNow()
  return <Same requests={form.similar.requests} now={now} onJoined={onJoined} />
}

/** What was said on the pages before, once more before it is sent. */
function Summary({ form: { fields, where }, given }: PartProps & { readonly given: Given }) {
  const matter = typeof fields.matterId === 'string' ? findMatterName(fields.matterId)?.name : undefined
  const at = where === 'shared' ? fields.spot : words.home
  return (
    <Facts
      rows={[
        ...(matter === undefined ? [] : [{ id: 'summary-matter', label: words.matter, value: matter }]),
        { id: 'summary-words', label: words.what, value: fields.words },
        { id: 'summary-place', label: words.whereAt, value: `${placeName(given.view.place)} ${at}` },
      ]}
    />
  )
}

/** Folded, so that who has nothing to add has nothing to read. */
function MorePart({ form }: PartProps) {
  const { fields, kind, pictures, me, missing, filing, write } = form
  const online = useOnline()
  const [isOpen, setOpen] = useState(false)
  const isNeeded = missing?.step === 'more' || fields.pictures.length > 0 || fields.isForFamily
  if (!isOpen && !isNeeded) {
    return (
      <View className="section">
        <Card>
          <Row id="more-row" icon="edit" title={words.more} note={words.moreHint} onTap={() => setOpen(true)} />
        </Card>
      </View>
    )
  }
  return (
    <View className="section">
      <More
        fields={fields}
        kind={kind}
        pictures={pictures}
        online={online}
        phone={me?.phone?.masked ?? null}
        errors={{
          ...(missing?.what === 'familyName' ? { familyName: words.familyNameMissing } : {}),
          ...(missing?.what === 'phone' ? { phone: words.phoneMissing } : {}),
        }}
        disabled={filing.busy}
        change={write}
      />
    </View>
  )
}

const missingText = {
  words: words.whatMissing,
  matter: words.matterMissing,
  place: words.placeMissing,
  familyName: words.familyNameMissing,
  phone: words.phoneMissing,
  picturesBusy: words.picturesBusy,
  pictures: words.pictureProblem,
} as const

/** Why it was not sent, and what to press: the way on, or 送出 at the end. */
function Buttons({ form }: PartProps) {
  const { filing, beginning, agreeing, missing, care, step, similar, isLooking } = form
  const isLast = !care || step === 'more'
  const isSame = step === 'same' || (!care && similar.requests.length > 0)
  return (
    <View className="section stack">
      <Slot>
        {missing ? <Notice tone="wait" icon="alarm" text={missingText[missing.what]} /> : null}
        {beginning.refused ? <Notice tone="wait" icon="alarm" text={refusalText[beginning.refused]} /> : null}
        {filing.refused ? <Notice tone="wait" icon="alarm" text={unsentText(filing.refused)} /> : null}
        {isSame && !care && !filing.refused && missing === null ? (
          <Notice tone="calm" icon="person" text={words.sameAbove} />
        ) : null}
      </Slot>
      <ConsentSheet of={beginning} />
      <ConsentSheet of={agreeing} />
      <Slot>
        {missing?.what === 'pictures' && isLast ? (
          <Button
            id="send-without"
            kind="plain"
            text={words.withoutPictures}
            onTap={() => void form.send({ withoutPictures: true })}
          />
        ) : null}
      </Slot>
      {isLast ? (
        <Button
          id="send"
          text={isSame && !care ? words.sendAnyway : words.send}
          busy={filing.busy || isLooking ? words.sending : false}
          onTap={() => void form.send()}
        />
      ) : (
        <Button
          id="next"
          // Where neighbours have said it already, joining them is what is offered first.
          kind={isSame ? 'plain' : 'main'}
          text={isSame ? words.notSame : words.next}
          busy={isLooking}
          onTap={() => void form.next()}
        />
      )}
      <Slot>
        {care && step !== 'what' ? (
          <Button id="previous" kind="plain" text={words.previous} disabled={filing.busy} onTap={form.back} />
        ) : null}
      </Slot>
      <View className="second">{words.kept}</View>
    </View>
  )
}
