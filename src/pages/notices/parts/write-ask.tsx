import { View } from '@tarojs/components'
import { Button, Chips, Section, Slot, TextField } from '../../../components'
import { asksVoices, type NoticeAbout } from '../../../domain/notice/kinds'
import type { NoticeSpan } from '../../../domain/notice/notice'
import { dayOf } from '../../../domain/time/clock'
import { untilText, weekdaySaying } from '../../../text/notice-when'
import { noticeAsk as words } from '../../../text/notice-write'
import { asksSignUp, isSignedIn, newOption, type AskFields, type AskGap } from './write-ask-fields'
import { dayName } from './write-own-time'
import { daysAhead, endOfDay } from './write-spans'

interface AskProps {
  readonly about: NoticeAbout
  readonly ask: AskFields
  readonly span: NoticeSpan | null
  readonly gap: AskGap | null
  readonly now: number
  readonly onChange: (changed: Partial<AskFields>) => void
}

/** What a meeting's notice asks of residents: a question, or whether they come. */
export function AskForm(props: AskProps) {
  const { about, gap } = props
  if (!asksVoices(about) && !asksSignUp(about)) return <View />
  return (
    <Section id="ask" title={asksVoices(about) ? words.title : words.signUp}>
      {props.ask.fixed ? <View className="second">{asksVoices(about) ? words.fixed : words.fixedSignUp}</View> : null}
      {asksVoices(about) ? <Voices {...props} /> : <SignUpFields {...props} />}
      <Slot>
        {gap === null ? null : (
          <View id="ask-error" className="field-error">
            {words.gaps[gap]}
          </View>
        )}
      </Slot>
    </Section>
  )
}

const mostOptions = 8
const longestOption = 30
const daysAsked = 30

const Voices = (props: AskProps) => (
  <View>
    {props.ask.fixed === null ? <Answers {...props} /> : null}
    <Until
      question={words.until}
      chosen={props.ask.until}
      now={props.now}
      onChoose={(until) => props.onChange({ until })}
    />
    {props.ask.fixed === null ? <Whose {...props} /> : null}
  </View>
)

/** What can be said: options, or words. */
function Answers({ ask: { mode, options, most }, onChange }: AskProps) {
  return (
    <View>
      <Chips
        id="ask-mode"
        question={words.mode}
        options={[
          { id: 'options', label: words.options },
          { id: 'words', label: words.words },
        ]}
        chosen={mode}
        onChoose={(id) => onChange({ mode: id === 'words' ? 'words' : 'options' })}
      />
      <Slot>
        {mode === 'words' ? null : (
          <View>
            {options.map(({ id, text }, index) => (
              <TextField
                key={id}
                id={`option-${index + 1}`}
                label={words.option(index + 1)}
                value={text}
                maxLength={longestOption}
                placeholder={index === 0 ? words.optionExample : ''}
                onChange={(typed) =>
                  onChange({ options: options.map((one) => (one.id === id ? { id, text: typed } : one)) })
                }
              />
            ))}
            <View className="pair">
              <Button
                id="option-add"
                kind="plain"
                text={words.addOption}
                disabled={options.length >= mostOptions}
                onTap={() => onChange({ options: [...options, newOption(options)] })}
              />
              <Button
                id="option-remove"
                kind="plain"
                text={words.removeOption}
                disabled={options.length <= 2}
                onTap={() => onChange({ options: options.slice(0, -1) })}
              />
            </View>
            <Chips
              id="ask-most"
              question={words.most}
              options={options.map((_, index) => ({
                id: String(index + 1),
                label: index === 0 ? words.one : words.many(index + 1),
              }))}
              chosen={String(Math.min(most, options.length))}
              onChoose={(id) => onChange({ most: Number(id) })}
            />
          </View>
        )}
      </Slot>
    </View>
  )
}

/** Whose voice counts, and who sees names. */
function Whose({ about, ask, onChange }: AskProps) {
  const isSigned = isSignedIn(about, ask)
  return (
    <View>
      <Chips
        id="ask-each"
        question={words.each}
        options={[
          { id: 'household', label: words.household },
          { id: 'person', label: words.person },
        ]}
        chosen={ask.each}
        onChoose={(id) => onChange({ each: id === 'person' ? 'person' : 'household' })}
      />
      <Chips
        id="ask-signed"
        question={words.signed}
        options={[
          { id: 'no', label: words.unsigned },
          { id: 'yes', label: words.sign },
        ]}
        chosen={isSigned ? 'yes' : 'no'}
        onChoose={(id) => onChange({ isSigned: id === 'yes' })}
      />
      <Slot>
        {isSigned ? (
          <Chips
            id="ask-names"
            question={words.names}
            options={(['office', 'signers', 'nobody'] as const).map((id) => ({ id, label: words.who[id] }))}
            chosen={ask.names}
            onChoose={(id) => onChange({ names: id === 'signers' || id === 'nobody' ? id : 'office' })}
          />
        ) : null}
      </Slot>
    </View>
  )
}

function SignUpFields({ ask: { places, joinUntil, fixed }, span, now, onChange }: AskProps) {
  const begins = span?.from ?? null
  if (fixed) return <View />
  return (
    <View>
      <TextField
        id="ask-places"
        label={words.places}
        type="number"
        maxLength={3}
        value={places}
        placeholder={words.placesExample}
        onChange={(typed) => onChange({ places: typed })}
      />
      {begins === null ? null : (
        <View>
          <View className="second">{words.joinBegins(untilText(begins, weekdaySaying(now)))}</View>
          <Until
            question={words.joinUntil}
            chosen={joinUntil ?? dayOf(begins)}
            now={now}
            last={begins}
            onChoose={(day) => onChange({ joinUntil: day === dayOf(begins) ? null : day })}
          />
        </View>
      )}
    </View>
  )
}

interface UntilProps {
  readonly question: string
  readonly chosen: string | null
  readonly now: number
  /** The last moment that makes sense (ms). */
  readonly last?: number
  readonly onChoose: (day: string) => void
}

/** A last day: each of the next two weeks, then further apart. */
function Until({ question, chosen, now, last, onChoose }: UntilProps) {
  const near = daysAhead(now, daysAsked).filter((_, index) => index < 14 || index % 7 === 0)
  const days = near.filter((day) => last === undefined || day <= dayOf(last))
  const shown = chosen === null || days.includes(chosen) ? days : [...days, chosen].sort()
  return (
    <View>
      <Chips
        id="ask-until"
        question={question}
        options={shown.map((day) => ({ id: day, label: dayName(day, now) }))}
        chosen={chosen}
        onChoose={onChoose}
      />
      {chosen === null ? null : (
        <View className="second">
          {words.untilText(untilText(Math.min(endOfDay(chosen), last ?? Infinity), weekdaySaying(now)))}
        </View>
      )}
    </View>
  )
}
