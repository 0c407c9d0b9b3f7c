import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead } from '../../../client'
import { Button, Notice, Slot, State } from '../../../components'
import { groups as words } from '../../../text/notice-know'
import { spotOf } from '../../desk-spot'
import { Shell } from '../../shell'
import { Unrenewed, Waiting } from '../../waiting'
import { GroupForm } from '../parts/group-form'
import { GroupList, type MyGroup } from '../parts/group-list'
import { GroupUnnamed } from '../parts/group-unnamed'
import { Nowhere } from '../parts/share-nowhere'

/** 我的群: a leader's own notes of which group serves which buildings. With a notice, also which of WeChat's groups they are. */
export default function NoticesGroupsPage() {
  const { params } = useRouter()
  const spot = spotOf(params)
  const communityId = spot?.communityId ?? ''
  const list = useRead('group.list', spot && { communityId })
  const places = useRead('notice.places', spot && { communityId, gridId: spot.gridId })
  const [edited, setEdited] = useState<MyGroup | 'new' | null>(null)
  const [told, setTold] = useState<string | null>(null)
  if (!spot) return <Nowhere title={words.title} />
  const groups = list.data?.groups
  const done = (said: string) => {
    setEdited(null)
    setTold(said)
    void list.reload()
  }
  const edit = (group: MyGroup | 'new') => {
    setTold(null)
    setEdited(group)
  }
  return (
    <Shell title={words.title}>
      <Unrenewed
        data={groups && places.data}
        busy={list.busy || places.busy}
        refused={list.refused ?? places.refused}
      />
      <Slot>
        {!groups || !places.data ? (
          <Waiting
            busy={list.busy || places.busy}
            refused={list.refused ?? places.refused}
            retry={() => void Promise.all([list.reload(), places.reload()])}
          />
        ) : edited ? (
          <GroupForm
            key={edited === 'new' ? '' : edited.groupId}
            spot={spot}
            estates={places.data.estates}
            group={edited === 'new' ? null : edited}
            onDone={done}
            onBack={() => setEdited(null)}
          />
        ) : (
          <View id="my-groups">
            <Slot>{told === null ? null : <Notice tone="done" icon="check" text={told} />}</Slot>
            <Slot>
              {params.notice && groups.length > 0 ? (
                <GroupUnnamed noticeId={params.notice} groups={groups} onNamed={() => done(words.named)} />
              ) : null}
            </Slot>
            <Slot>
              {groups.length === 0 ? (
                <State icon="people" title={words.empty} hint={words.emptyHint} />
              ) : (
                <GroupList groups={groups} names={namesOf(places.data.estates)} onEdit={edit} />
              )}
            </Slot>
            <View className="section stack">
              <Button
                id="group-new"
                kind={groups.length === 0 ? 'main' : 'plain'}
                icon="edit"
                text={words.add}
                onTap={() => edit('new')}
              />
              <View className="second">{words.hint}</View>
            </View>
          </View>
        )}
      </Slot>
    </Shell>
  )
}

interface Estate {
  readonly buildings: readonly { readonly buildingId: string; readonly name: string }[]
}
const namesOf = (estates: readonly Estate[]): ReadonlyMap<string, string> =>
  new Map(estates.flatMap(({ buildings }) => buildings.map(({ buildingId, name }) => [buildingId, name])))
