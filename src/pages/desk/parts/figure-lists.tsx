import { View } from '@tarojs/components'
import type { Output } from '../../../client'
import { Card, Facts, Row, Section, Slot } from '../../../components'
import { findMatterName } from '../../../knowledge/names'
import { deskFigures as words, spanText } from '../../../text/desk-figures'
import { go, pathTo } from '../../go'
import { spotQuery, type DeskSpot } from '../../desk-spot'
import { pickedQuery } from './picked'

type Figures = Output<'request.figures'>

const matterOf = (matterId: string | null): string =>
  (matterId === null ? undefined : findMatterName(matterId))?.name ?? words.otherMatter

/** What comes up most. */
export const Matters = ({ matters }: Pick<Figures, 'matters'>) => (
  <Section title={words.matters} id="matters">
    <Card>
      {matters.map(({ matterId, count }) => (
        <View key={matterId ?? ''} id={`matter-${matterId ?? 'other'}`} className="fact">
          <View className="row-words">{matterOf(matterId)}</View>
          <View>{words.pieces(count)}</View>
        </View>
      ))}
    </Card>
  </Section>
)

/** Where it comes up most; each leads to its list. */
export const Buildings = ({ buildings, spot }: Pick<Figures, 'buildings'> & { readonly spot: DeskSpot }) => (
  <Section title={words.buildings} hint={words.buildingsHint} id="buildings">
    <Card>
      {buildings.map(({ buildingId, name, count }) => (
        <Row
          key={buildingId}
          id={`building-${buildingId}`}
          title={name}
          note={words.pieces(count)}
          onTap={() => void go(pathTo('desk', spotQuery(spot), pickedQuery(buildingId, name)))}
        />
      ))}
    </Card>
  </Section>
)

type Desk = Figures['handOvers'][number]['from']
const deskName = ({ kind, name }: Desk): string => name ?? words.desks[kind]

/** Between which desks it lies longest. */
export const HandOvers = ({ handOvers }: Pick<Figures, 'handOvers'>) => (
  <Section title={words.handOvers} hint={words.handOversHint} id="hand-overs">
    <Slot>
      {handOvers.length === 0 ? (
        <View className="second">{words.noHandOvers}</View>
      ) : (
        <Facts
          rows={handOvers.map(({ from, to, count, ms }, at) => ({
            id: `hand-over-${at}`,
            label: words.way(deskName(from), deskName(to)),
            value: words.slow(spanText(ms), count),
          }))}
        />
      )}
    </Slot>
  </Section>
)
