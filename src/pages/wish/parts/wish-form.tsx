import { View } from '@tarojs/components'
import { targetOfPlace } from '../../../client'
import type { Draft } from '../../../client/use-draft'
import { Button, Facts, Notice, Slot } from '../../../components'
import { serviceName } from '../../../knowledge/service-names'
import { unsentText } from '../../../text'
import { cardWhen, wishForm as words, wishHeld } from '../../../text/wish'
import { timesText, wishPlaceNames } from '../../../text/wish-names'
import { ConsentSheet } from '../../consent'
import { placeName } from '../../place'
import { DangerBand } from './danger-stop'
import { timesOf, type WishFields } from './fields'
import { Fold } from './fold'
import { Hung } from './hung'
import { More } from './more'
import { useWishForm, wishSteps, type Given, type WishForm as Form, type WishStep } from './use-wish-form'
import { Starts, What } from './what'
import { When } from './when'
import { Where } from './where'

interface WishFormProps {
  readonly given: Given
  readonly draft: Draft<WishFields>
  readonly onElsewhere: () => void
  readonly onAgain: () => void
}

/** All on one page, what need not be asked folded; in the care edition one question at a time. */
export function WishForm({ given, draft, onElsewhere, onAgain }: WishFormProps) {
  const form = useWishForm(given, draft)
  const { fields, filing, care, step, isStopped, missing, write } = form
  if (filing.filed !== null) return <Hung filed={filing.filed} onAgain={onAgain} />
  const here = targetOfPlace(given.view.place)
  if (fields.start === null) {
    return (
      <View>
        <DangerBand here={here} />
        <Starts onStart={(start) => write({ start })} />
      </View>
    )
  }
  const shows = (part: WishStep) => (care ? part === step : part === 'what' || (!isStopped && fields.words !== ''))
  const { view } = given
  const needsWhere = form.place === 'home' || fields.place !== null
  const needsMore = missing?.step === 'more' || fields.behalf !== 'none' || fields.want !== ''
  return (
    <View>
      <Slot>
        {care ? <View className="second">{words.step(wishSteps.indexOf(step) + 1, wishSteps.length)}</View> : null}
      </Slot>
      <Slot>
        {given.forOfferId !== null && shows('what') ? <Notice tone="calm" icon="person" text={words.forOffer} /> : null}
      </Slot>
      <Slot>{shows('what') && !isStopped ? <DangerBand here={here} /> : null}</Slot>
      <Slot>{shows('what') ? <What form={form} here={here} /> : null}</Slot>
      <Slot>
        {shows('when') ? (
          <Fold
            id="when"
            icon="clock"
            title={cardWhen.title}
            note={timesText(timesOf(fields))}
            isOpen={care || fields.when !== 'any' || fields.parts.length > 0}
          >
            <When
              fields={fields}
              title={cardWhen.title}
              asksRepeats
              missing={missing?.step === 'when' ? missing.what : null}
              change={write}
            />
          </Fold>
        ) : null}
      </Slot>
      <Slot>
        {shows('where') ? (
          <Fold
            id="where"
            icon="place"
            title={words.where}
            note={`${wishPlaceNames[form.place]} · ${placeName(view.place)}`}
            isOpen={care || needsWhere}
          >
            <Where form={form} building={placeName({ ...view.place, unitName: null })} onElsewhere={onElsewhere} />
          </Fold>
        ) : null}
      </Slot>
      <Slot>{care && step === 'more' ? <Summary form={form} place={placeName(view.place)} /> : null}</Slot>
      <Slot>
        {shows('more') ? (
          <Fold id="more" icon="edit" title={words.more} note={words.moreHint} isOpen={needsMore}>
            <More form={form} />
          </Fold>
        ) : null}
      </Slot>
      <Slot>{isStopped && (!care || step === 'what') ? null : <Buttons form={form} />}</Slot>
    </View>
  )
}

/** What was said on the pages before, once more before it hangs. */
const Summary = ({ form: { fields, kinds, place }, place: at }: { readonly form: Form; readonly place: string }) => (
  <Facts
    rows={[
      { id: 'summary-words', label: words.summary, value: fields.words },
      ...(kinds.length > 0
        ? [{ id: 'summary-kinds', label: words.kinds, value: kinds.map(serviceName).join('、') }]
        : []),
      { id: 'summary-when', label: cardWhen.title, value: timesText(timesOf(fields)) },
      { id: 'summary-where', label: words.where, value: `${wishPlaceNames[place]} · ${at}` },
    ]}
  />
)

const missingText = {
  words: words.whatMissing,
  held: wishHeld.title,
  date: cardWhen.dateMissing,
  weekdays: cardWhen.daysMissing,
  emergency: words.emergencyMissing,
  name: words.nameMissing,
} as const

/** Why it does not hang yet, and what to press: the way on, or 挂上去 at the end. */
function Buttons({ form }: { readonly form: Form }) {
  const { filing, agreeing, missing, care, step, isLooking } = form
  const isLast = !care || step === 'more'
  return (
    <View className="section stack">
      <Slot>
        {missing ? <Notice tone="wait" icon="alarm" text={missingText[missing.what]} /> : null}
        {filing.refused ? <Notice tone="wait" icon="alarm" text={unsentText(filing.refused)} /> : null}
      </Slot>
      <ConsentSheet of={agreeing} />
      {isLast ? (
        <Button
          id="send"
          text={words.send}
          busy={isLooking ? words.looking : filing.busy ? words.sending : false}
          onTap={() => void form.send()}
        />
      ) : (
        <Button id="next" text={words.next} busy={isLooking ? words.looking : false} onTap={() => void form.next()} />
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
