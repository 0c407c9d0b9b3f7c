import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Draft } from '../../../client/use-draft'
import type { Filed } from '../../../client/use-filing'
import { Button, Chips, Notice, Slot, TextArea, TextField } from '../../../components'
import { longestCard, longestWant, mostWants } from '../../../domain/wish/limits'
import { unsentText } from '../../../text'
import { cardWhen, offerForm as words, usualLimits, wishForm, wishHeld } from '../../../text/wish'
import { ConsentSheet } from '../../consent'
import { pathTo } from '../../go'
import { NewsOffer } from '../../news'
import { Buildings } from './buildings'
import { DangerStop } from './danger-stop'
import { Fold } from './fold'
import { HeldHint } from './held-hint'
import { KindPick } from './kind-pick'
import type { OfferFields } from './offer-fields'
import { Ticks } from './ticks'
import { useOfferForm, type OfferFormState, type OfferGiven } from './use-offer-form'
import { When } from './when'

interface OfferFormProps {
  readonly given: OfferGiven
  readonly draft: Draft<OfferFields>
}

/** A red card: what somebody can do, when, for how many and where. */
export function OfferForm({ given, draft }: OfferFormProps) {
  const form = useOfferForm(given, draft)
  const { fields, filing, missing, danger, write } = form
  if (filing.filed !== null) return <OfferHung filed={filing.filed} />
  const isMore = missing === 'buildings' || fields.isSome || fields.limit !== '' || fields.limits.length > 0
  return (
    <View id="offer-form">
      <Said form={form} />
      {danger ? null : (
        <>
          <When
            fields={fields}
            title={words.when}
            asksRepeats={false}
            missing={missing === 'date' || missing === 'weekdays' ? missing : null}
            change={write}
          />
          <Slot>{given.isOffice ? <Whose form={form} /> : null}</Slot>
          <Fold id="more" icon="edit" title={words.more} note={words.moreHint} isOpen={isMore}>
            <More form={form} communityId={given.communityId} />
          </Fold>
          <Send form={form} />
        </>
      )}
    </View>
  )
}

interface PartProps {
  readonly form: OfferFormState
}

/** The words, and what they are taken for. */
function Said({ form }: PartProps) {
  const { fields, text, asked, held, danger, kinds, missing, filing, suggesting, write } = form
  const ask = () => write({ asksFor: text })
  return (
    <View>
      <TextArea
        id="words"
        label={words.what}
        hint={words.whatHint}
        value={fields.words}
        maxLength={longestCard}
        disabled={filing.busy}
        {...(missing === 'words' ? { error: words.whatMissing } : {})}
        onChange={(typed) => write({ words: typed })}
      />
      <Slot>{text === '' ? <View className="second">{wishForm.speak}</View> : null}</Slot>
      <Slot>
        {danger ? (
          <DangerStop
            {...{ danger, crying: form.crying, here: form.here }}
            words={fields.words}
            onAsk={ask}
            onNone={ask}
          />
        ) : held ? (
          <HeldHint held={held} onUse={(better) => write({ words: better })} onAsk={ask} />
        ) : asked ? (
          <Notice tone="calm" icon="check" text={wishHeld.asked} />
        ) : null}
      </Slot>
      <Slot>
        {text === '' || danger ? null : (
          <KindPick
            title={words.kinds}
            none={words.kindsNone}
            kinds={kinds}
            found={suggesting.kinds}
            onChange={(chosen) => write({ kinds: chosen })}
          />
        )}
      </Slot>
    </View>
  )
}

/** For whom the office writes. */
const Whose = ({ form: { fields, missing, filing, write } }: PartProps) => (
  <View>
    <TextField
      id="name"
      label={words.name}
      value={fields.name}
      maxLength={20}
      disabled={filing.busy}
      {...(missing === 'name' ? { error: words.nameMissing } : {})}
      onChange={(name) => write({ name })}
    />
    <TextField
      id="phone"
      type="phone"
      label={words.phone}
      hint={wishForm.phoneHint}
      value={fields.phone}
      disabled={filing.busy}
      onChange={(phone) => write({ phone })}
    />
  </View>
)

const capacities = [1, 2, 3, 5] as const

/** What has a good answer without asking. */
function More({ form: { fields, missing, filing, write }, communityId }: PartProps & { readonly communityId: string }) {
  return (
    <View>
      <Chips
        id="capacity"
        question={words.capacity}
        options={[
          ...capacities.map((count) => ({ id: String(count), label: words.capacityOf(count) })),
          { id: 'any', label: words.capacityAny },
        ]}
        chosen={fields.capacity === null ? 'any' : String(fields.capacity)}
        onChoose={(id) => write({ capacity: id === 'any' ? null : Number(id) })}
      />
      <Chips
        id="reach"
        question={words.reach}
        options={[
          { id: 'all', label: words.reachAll },
          { id: 'some', label: words.reachSome },
        ]}
        chosen={fields.isSome ? 'some' : 'all'}
        onChoose={(id) => write({ isSome: id === 'some' })}
      />
      <Slot>
        {fields.isSome ? (
          <Buildings
            communityId={communityId}
            chosen={fields.buildings}
            onChange={(buildings) => write({ buildings })}
          />
        ) : null}
      </Slot>
      <Slot>
        {missing === 'buildings' ? (
          <View id="reach-error" className="field-error">
            {words.reachMissing}
          </View>
        ) : null}
      </Slot>
      <Ticks
        id="limit"
        question={words.limits}
        options={usualLimits.map((label, index) => ({ id: label, label, name: String(index) }))}
        chosen={usualLimits.filter((label) => fields.limits.includes(label))}
        most={mostWants}
        onChange={(limits) => write({ limits })}
      />
      <TextField
        id="limit-own"
        label={words.limit}
        value={fields.limit}
        maxLength={longestWant}
        disabled={filing.busy}
        onChange={(limit) => write({ limit })}
      />
    </View>
  )
}

const missingText = {
  words: words.whatMissing,
  held: wishHeld.title,
  date: cardWhen.dateMissing,
  weekdays: cardWhen.daysMissing,
  buildings: words.reachMissing,
  name: words.nameMissing,
} as const

const Send = ({ form: { filing, agreeing, missing, isLooking, send } }: PartProps) => (
  <View className="section stack">
    <Slot>
      {missing ? <Notice tone="wait" icon="alarm" text={missingText[missing]} /> : null}
      {filing.refused ? <Notice tone="wait" icon="alarm" text={unsentText(filing.refused)} /> : null}
    </Slot>
    <ConsentSheet of={agreeing} />
    <Button
      id="send"
      text={words.send}
      busy={isLooking ? wishForm.looking : filing.busy ? wishForm.sending : false}
      onTap={() => void send()}
    />
    <View className="second">{wishForm.kept}</View>
  </View>
)

const toMine = () => void Taro.redirectTo({ url: pathTo('wish/mine', 'tab=fitting') })

/** It hangs, waits for a look, or waits on this phone. */
function OfferHung({ filed }: { readonly filed: Filed<'offer.hang'> }) {
  if (filed === 'later') return <Notice tone="wait" icon="clock" text={words.later} />
  const isWaiting = filed.words === 'waiting'
  return (
    <View id="hung" className="section">
      <Notice
        tone={isWaiting ? 'wait' : 'done'}
        icon={isWaiting ? 'clock' : 'check'}
        text={isWaiting ? words.waiting : words.hung}
      />
      <View className="section">{words.hungHint}</View>
      <NewsOffer moment="filed" />
      <View className="section">
        <Button id="to-mine" text={words.mine} onTap={toMine} />
      </View>
    </View>
  )
}
