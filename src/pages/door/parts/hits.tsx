import { View } from '@tarojs/components'
import type { Target } from '../../../client'
import { Button, Card, Row, Section } from '../../../components'
import type { Hit } from '../../../domain/search'
import { findMatterName, groups } from '../../../knowledge/names'
import { dial } from '../../../platform/phone'
import { door } from '../../../text'
import { go, matterPath } from '../../go'

/** What the text may mean, dangers first; where nothing comes near, that is said. */
export function Hits({ hits, here }: { readonly hits: readonly Hit[]; readonly here: Target | null }) {
  if (hits.length === 0) {
    return (
      <Section title={door.noHits} hint={door.noHitsHint} id="no-hits">
        <Button text={door.call12345} icon="phone" kind="plain" onTap={() => void dial('12345')} />
      </Section>
    )
  }
  return (
    <Section title={door.hitsTitle} id="hits">
      <Card>
        {hits.map(({ id, danger }) => {
          const matter = findMatterName(id)
          const group = groups.find((candidate) => candidate.id === matter?.group)
          return matter ? (
            <View key={id} className={danger ? 'hit-danger' : ''}>
              <Row
                id={`hit-${id}`}
                title={matter.name}
                note={danger ? door.dangerTitle : (group?.name ?? '')}
                icon={danger ? 'alarm' : matter.group}
                onTap={() => void go(matterPath(id, here))}
              />
            </View>
          ) : null
        })}
      </Card>
    </Section>
  )
}
