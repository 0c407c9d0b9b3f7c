import { View } from '@tarojs/components'
import { Button, Card, Facts, Section, Slot } from '../../../components'
import { canWishMove } from '../../../domain/wish/verbs'
import { serviceName } from '../../../knowledge/service-names'
import { timesText, wisherText, wishPlaceNames } from '../../../text/wish-names'
import { thankForm, wishVisit as words } from '../../../text/wish-visit'
import { Block, Contact } from './contact'
import { StandInShare } from './stand-in'
import { StepList } from './step-list'
import { useWishAct, type Acting } from './use-wish-act'
import { History } from './visit-history'
import { headOf, linesOf } from './visit-lines'
import type { Visiting } from './visit-side'

/** One wish, for those who are in it: what is asked of whom until when, what one can do, how to call, what has been. */
export function VisitView({ of, reload }: { readonly of: Visiting; readonly reload: () => Promise<void> }) {
  const acting = useWishAct(of.wish, reload)
  return (
    <View>
      <Card>
        <View className="fact" id="state">
          <View className="row-words">
            <View className="section-title">{headOf(of)}</View>
            {linesOf(of).map((line) => (
              <View key={line}>{line}</View>
            ))}
          </View>
        </View>
      </Card>
      <Slot>
        <Thanks of={of} acting={acting} />
      </Slot>
      <StepList of={of} acting={acting}>
        <StandInShare of={of} />
        <Contact of={of} />
      </StepList>
      <WishCardPart of={of} />
      <History of={of} />
      <Block of={of} />
    </View>
  )
}

/** The card itself, as it hangs. */
const WishCardPart = ({ of: { wish } }: { readonly of: Visiting }) => {
  const { card, filedFor } = wish
  const about = [wisherText(card.buildingName), wishPlaceNames[card.place], timesText(card.times)]
  return (
    <Section id="wish-card" title={words.card}>
      <Facts
        rows={[
          {
            id: 'wish-words',
            label: about.join(' · '),
            value: card.words,
            note: [
              card.kinds.map(serviceName).join('、'),
              card.wants.join('、'),
              filedFor === 'family' ? words.filedFor : '',
            ]
              .filter(Boolean)
              .join(' · '),
          },
        ]}
      />
    </Section>
  )
}

/** The thanks, and whether they may hang on the wall: each side for itself. */
function Thanks({ of: { wish, side }, acting: { act, busy } }: { readonly of: Visiting; readonly acting: Acting }) {
  const { thanks, shows, card } = wish
  if (!thanks || thanks.state === 'refused' || thanks.words === null) return <View />
  const isShown = shows.includes(side)
  const show = (yes: boolean) => void act({ verb: 'show', side: null, shows: yes })
  return (
    <Section id="thanks" title={thankForm.thanks}>
      <Card>
        <View className="fact">
          <View className="row-words">
            <View className="fact-value">{thanks.words}</View>
            <View className="second">{isShown ? thankForm.showYes : `${thankForm.show}${thankForm.showHint}`}</View>
          </View>
        </View>
      </Card>
      {canWishMove(card.state, 'show') ? (
        <View className="section">
          <Button
            id={isShown ? 'show-no' : 'show-yes'}
            kind="plain"
            text={isShown ? thankForm.showNo : thankForm.showYes}
            busy={busy}
            onTap={() => show(!isShown)}
          />
        </View>
      ) : null}
    </Section>
  )
}
