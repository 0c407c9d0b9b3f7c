import { View } from '@tarojs/components'
import type { Target } from '../../../client'
import { Button, Card, Notice, Row, Section, Slot, TextArea, Tile } from '../../../components'
import { longestCard } from '../../../domain/wish/limits'
import { wishForm as words, wishHeld, wishStarts } from '../../../text/wish'
import { DangerStop } from './danger-stop'
import { HeldHint } from './held-hint'
import { KindPick } from './kind-pick'
import type { WishForm } from './use-wish-form'

/** Eight large buttons, for whoever does not like an empty box; and one's own words. */
export const Starts = ({ onStart }: { readonly onStart: (start: string) => void }) => (
  <Section id="starts" title={words.start}>
    <View className="tiles">
      {wishStarts.map(({ id, title, icon }) => (
        <Tile key={id} id={`start-${id}`} name={title} icon={icon} onTap={() => onStart(id)} />
      ))}
    </View>
    <View className="section">
      <Card>
        <Row id="start-own" icon="edit" title={words.own} note={words.ownHint} onTap={() => onStart('own')} />
      </Card>
    </View>
  </Section>
)

/** The words of the card: taken from an example or typed; what they are taken for, and what stands in their way. */
export function What({ form, here }: { readonly form: WishForm; readonly here: Target }) {
  const { fields, missing, danger, isStopped, held, asked, filing, kinds, suggesting, write } = form
  const started = wishStarts.find(({ id }) => id === fields.start)
  const text = fields.words.trim()
  return (
    <View id="what">
      <Slot>
        {started && text === '' ? (
          <Section id="examples" title={started.title} hint={words.examples}>
            <Card>
              {started.examples.map((example, index) => (
                <Row
                  key={example.words}
                  id={`example-${index}`}
                  title={example.words}
                  end="none"
                  onTap={() => write({ words: example.words, kinds: null, who: example.who ?? null })}
                />
              ))}
            </Card>
          </Section>
        ) : null}
      </Slot>
      <TextArea
        id="words"
        label={words.what}
        hint={words.whatHint}
        value={fields.words}
        maxLength={longestCard}
        disabled={filing.busy}
        {...(missing?.what === 'words' ? { error: words.whatMissing } : {})}
        onChange={(typed) => write({ words: typed })}
      />
      <Slot>{text === '' ? <View className="second">{words.speak}</View> : null}</Slot>
      <Slot>
        {isStopped && danger ? (
          <DangerStop
            danger={danger}
            crying={form.crying}
            here={here}
            words={fields.words}
            onAsk={() => write({ asksFor: text })}
            onNone={() => write({ dangerDone: danger.matterId })}
          />
        ) : held ? (
          <HeldHint held={held} onUse={(better) => write({ words: better })} onAsk={() => write({ asksFor: text })} />
        ) : asked ? (
          <View className="section stack">
            <Notice tone="calm" icon="check" text={wishHeld.asked} />
            <Button id="ask-off" kind="plain" text={wishHeld.askOff} onTap={() => write({ asksFor: '' })} />
          </View>
        ) : null}
      </Slot>
      <Slot>
        {text === '' || isStopped ? null : (
          <KindPick
            title={words.kinds}
            none={words.kindsNone}
            kinds={kinds}
            found={suggesting.kinds}
            onChange={(chosen) => write({ kinds: chosen })}
          />
        )}
      </Slot>
      <Slot>
        {text === '' ? (
          <View className="section">
            <Button id="other-start" kind="plain" text={words.otherStart} onTap={() => write({ start: null })} />
          </View>
        ) : started?.examples.some((example) => example.words === text) ? (
          <View className="section">
            <Button id="other-words" kind="plain" text={words.otherWords} onTap={() => write({ words: '' })} />
          </View>
        ) : null}
      </Slot>
    </View>
  )
}
