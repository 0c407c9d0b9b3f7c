import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { targetOf, useDoor } from '../../../client'
import { Card, Row, State } from '../../../components'
import { isShown } from '../../../domain/routing/decide'
import { groups, matterNames } from '../../../knowledge/names'
import { group as words, door } from '../../../text'
import { go, matterPath } from '../../go'
import { placeName } from '../../place'
import { Shell } from '../../shell'

/** The matters of one group, dangers first. */
export default function GroupPage() {
  const { params } = useRouter()
  const { here, view } = useDoor(targetOf(params), 'when-old')
  const group = groups.find(({ id }) => id === params.id)
  const matters = matterNames
    .filter((matter) => matter.group === params.id && isShown(matter, view?.settings ?? {}))
    .sort((a, b) => Number(b.emergency !== undefined) - Number(a.emergency !== undefined))
  return (
    <Shell title={group?.name ?? door.title} {...(view ? { subtitle: placeName(view.place) } : {})}>
      {matters.length === 0 ? <State icon="search" title={words.empty} /> : null}
      <Card>
        {matters.map(({ id, name, emergency }) => (
          <View key={id} className={emergency ? 'line hit-danger' : 'line'}>
            <Row
              id={`matter-${id}`}
              title={name}
              {...(emergency ? { icon: 'alarm', note: door.dangerTitle } : {})}
              onTap={() => void go(matterPath(id, here))}
            />
          </View>
        ))}
      </Card>
    </Shell>
  )
}
