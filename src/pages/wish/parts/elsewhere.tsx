import { View } from '@tarojs/components'
import { isSomebody, useRead } from '../../../client'
import { Button, Card, Row, Section } from '../../../components'
import { common } from '../../../text'
import { wishForm as words } from '../../../text/wish'
import { placeName } from '../../place'
import { PlaceChoice, type ChosenPlace, type Choosing } from '../../place-choice'

interface ElsewhereProps {
  readonly choosing: Choosing
  /** For somebody else: one's own home is not offered. */
  readonly isOthers: boolean
  readonly onChosen: (place: ChosenPlace) => void
  /** null: there is nothing to go back to. */
  readonly onBack: (() => void) | null
}

/** Which building: one's own home at one tap, or any other. */
export function Elsewhere({ choosing, isOthers, onChosen, onBack }: ElsewhereProps) {
  const { data: me } = useRead('me.show', isSomebody() && !isOthers ? {} : null)
  const home = me?.home ?? null
  return (
    <View id="elsewhere">
      {home && choosing.estate === null ? (
        <Section title={words.elsewhere}>
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
