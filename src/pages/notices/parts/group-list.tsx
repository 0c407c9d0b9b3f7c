import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../client'
import { Button, Card, Icon, Slot, Tap } from '../../../components'
import { common } from '../../../text'
import { groups as words } from '../../../text/notice-know'

export type MyGroup = Output<'group.list'>['groups'][number]

/** Names of a group that are said; of more it is said how many. */
const mostNamed = 6
/** Groups that are shown at once, and how many more at a tap. */
const page = 20

interface GroupListProps {
  readonly groups: readonly MyGroup[]
  /** Names of buildings by their id, as far as they are known. */
  readonly names: ReadonlyMap<string, string>
  readonly onEdit: (group: MyGroup) => void
}

/** The groups of a leader, each with the buildings that it serves. */
export function GroupList({ groups, names, onEdit }: GroupListProps) {
  const [most, setMost] = useState(page)
  return (
    <View className="section">
      <Card>
        {groups.slice(0, most).map((group) => (
          <View key={group.groupId} className="fact" id={`group-${group.groupId}`}>
            <View className="row-words">
              <View className="fact-value">{group.name}</View>
              <View className="second">{servesText(group, names)}</View>
              {group.isKnown ? (
                <View className="tag tag-done">
                  <Icon name="check" />
                  {words.known}
                </View>
              ) : null}
            </View>
            <Tap
              id={`edit-${group.groupId}`}
              className="link"
              label={words.editLabel(group.name)}
              onTap={() => onEdit(group)}
            >
              {words.edit}
            </Tap>
          </View>
        ))}
      </Card>
      <Slot>
        {groups.length > most ? (
          <View className="card-more">
            <Button id="more" kind="plain" text={common.showMore} onTap={() => setMost(most + page)} />
          </View>
        ) : null}
      </Slot>
    </View>
  )
}

function servesText({ buildingIds }: MyGroup, names: ReadonlyMap<string, string>): string {
  const known = buildingIds.flatMap((id) => names.get(id) ?? [])
  return known.length > mostNamed ? words.servesMore(known.slice(0, mostNamed), known.length) : words.serves(known)
}
