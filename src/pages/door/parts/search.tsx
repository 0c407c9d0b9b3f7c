import { View } from '@tarojs/components'
import { targetQuery, type Miss, type Target, type Told } from '../../../client'
import { Button, Card, Row, Section, Slot, Tap } from '../../../components'
import type { Found, Hit } from '../../../domain/search'
import { groups } from '../../../knowledge/names'
import { dial } from '../../../platform/phone'
import { door } from '../../../text'
import { go, pathTo } from '../../go'
import { Hits } from './hits'
import { Missed } from './missed'

interface SearchProps {
  readonly found: Found
  readonly here: Target | null
  readonly told: Told | null
  readonly onTell: () => void
  readonly onExample: (text: string) => void
}

/** Why a text was of no help, if it was: what is shown may still be wrong, which only the person can say. */
export const missOf = ({ outcome, hits }: Found, text: string): Miss => ({
  outcome: outcome === 'unsure' || outcome === 'outside' ? outcome : 'wrong',
  text,
  shown: hits.map(({ id }) => id),
})

/** Shares of one meaning add up to one at most: where two together are more, and both count, there are two matters. */
const leastOfTwo = 0.3
const moreThanOne = 1.15
function isSeveral(hits: readonly Hit[]): boolean {
  const [first = 0, second = 0] = hits.map(({ confidence }) => confidence).sort((a, b) => b - a)
  return second >= leastOfTwo && first + second > moreThanOne
}

/** What the landing makes of a text: matters, a question back, or a kind word that it is none of ours. */
export function Search(props: SearchProps) {
  if (props.found.outcome === 'found') return <FoundMatters {...props} />
  return props.found.outcome === 'outside' ? <Outside {...props} /> : <Unsure {...props} />
}

const Call12345 = () => (
  <Button id="call-12345" text={door.call12345} icon="phone" kind="plain" onTap={() => void dial('12345')} />
)

function FoundMatters({ found: { hits }, here, told, onTell }: SearchProps) {
  return (
    <Section title={isSeveral(hits) ? door.severalTitle : door.hitsTitle} id="hits">
      <Hits hits={hits} here={here} />
      <View className="stack section">
        <Slot>
          <Missed text={door.wrong} told={told} onTell={onTell} />
        </Slot>
        <Slot>
          {told === null ? null : (
            <View className="stack">
              <View>{door.otherWays}</View>
              <Call12345 />
            </View>
          )}
        </Slot>
      </View>
    </Section>
  )
}

function Unsure({ found: { hits, groups: near }, here, told, onTell }: SearchProps) {
  const nearest = near.flatMap((id) => groups.find((group) => group.id === id) ?? [])
  return (
    <Section title={door.unsure} hint={door.unsureHint} id="no-hits">
      {nearest.length > 0 ? (
        <Section title={door.nearGroups}>
          <Card>
            {nearest.map(({ id, name }) => (
              <Row
                key={id}
                id={`near-${id}`}
                icon={id}
                title={name}
                onTap={() => void go(pathTo('matter/group', `id=${id}`, targetQuery(here)))}
              />
            ))}
          </Card>
        </Section>
      ) : null}
      {hits.length > 0 ? (
        <Section title={door.nearHits}>
          <Hits hits={hits} here={here} />
        </Section>
      ) : null}
      <Ways told={told} onTell={onTell} />
    </Section>
  )
}

function Outside({ told, onTell, onExample }: SearchProps) {
  return (
    <Section title={door.outside} hint={door.outsideHint} id="no-hits">
      <View className="second section-hint">{door.examplesTitle}</View>
      <View className="common">
        {door.examples.map((example, index) => (
          <Tap key={example} id={`example-${index}`} className="chip" onTap={() => onExample(example)}>
            {example}
          </Tap>
        ))}
      </View>
      <Ways told={told} onTell={onTell} />
    </Section>
  )
}

/** Somebody who always answers, and the word that it was not found. */
const Ways = ({ told, onTell }: Pick<SearchProps, 'told' | 'onTell'>) => (
  <View className="stack section">
    <Call12345 />
    <Slot>
      <Missed text={door.missed} told={told} onTell={onTell} />
    </Slot>
    <Slot>{told === null ? <View className="second">{door.missedHint}</View> : null}</Slot>
  </View>
)
