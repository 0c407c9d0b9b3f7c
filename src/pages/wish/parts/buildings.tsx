import { View } from '@tarojs/components'
import { useList } from '../../../client'
import { Slot } from '../../../components'
import { choose } from '../../../text'
import { ListWaiting, More } from '../../waiting'
import { Ticks } from './ticks'

interface BuildingsProps {
  readonly communityId: string
  readonly chosen: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}

/** The buildings of a community to tick, estate by estate. */
export function Buildings({ communityId, chosen, onChange }: BuildingsProps) {
  const list = useList(
    'estates',
    'place.list',
    (cursor) => ({ cursor }),
    ({ communities }) => communities,
  )
  const estates = list.rows.find(({ id }) => id === communityId)?.estates ?? []
  if (estates.length === 0 && list.more === null)
    return <ListWaiting {...list} icon="place" empty={choose.empty} emptyHint={choose.emptyHint} />
  return (
    <View id="buildings">
      {estates.map((estate) => (
        <Estate key={estate.id} id={estate.id} name={estate.name} chosen={chosen} onChange={onChange} />
      ))}
      <Slot>{estates.length === 0 ? <More {...list} /> : null}</Slot>
    </View>
  )
}

interface EstateProps extends Omit<BuildingsProps, 'communityId'> {
  readonly id: string
  readonly name: string
}

function Estate({ id, name, chosen, onChange }: EstateProps) {
  const list = useList(
    `buildings:${id}`,
    'place.buildings',
    (cursor) => ({ estateId: id, cursor }),
    ({ buildings }) => buildings,
  )
  if (list.rows.length === 0)
    return <ListWaiting {...list} icon="place" empty={choose.empty} emptyHint={choose.emptyHint} />
  const own = list.rows.map((building) => building.id)
  return (
    <View>
      <Ticks
        id={`in-${id}`}
        question={name}
        options={list.rows.map((building) => ({ id: building.id, label: building.name }))}
        chosen={chosen.filter((one) => own.includes(one))}
        onChange={(ids) => onChange([...chosen.filter((one) => !own.includes(one)), ...ids])}
      />
      <Slot>
        <More {...list} />
      </Slot>
    </View>
  )
}
