import { View } from '@tarojs/components'
import type { Target } from '../../../client'
import { Card, Row } from '../../../components'
import type { Hit } from '../../../domain/search'
import { findMatterName, groups } from '../../../knowledge/names'
import { door } from '../../../text'
import { go, matterPath } from '../../go'

/** Matters that a text may mean, dangers first; each opens with what the text has already answered. */
export const Hits = ({ hits, here }: { readonly hits: readonly Hit[]; readonly here: Target | null }) => (
  <Card>
    {hits.map(({ id, danger, answers }) => {
      const matter = findMatterName(id)
      const group = groups.find((candidate) => candidate.id === matter?.group)
      return matter ? (
        <View key={id} className={danger ? 'line hit-danger' : 'line'}>
          <Row
            id={`hit-${id}`}
            title={matter.name}
            note={danger ? door.dangerTitle : (group?.name ?? '')}
            icon={danger ? 'alarm' : matter.group}
            onTap={() => void go(matterPath(id, here, answers))}
          />
        </View>
      ) : null
    })}
  </Card>
)
