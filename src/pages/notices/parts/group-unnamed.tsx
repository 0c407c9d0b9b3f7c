import { View } from '@tarojs/components'
import { useState } from 'react'
import { useRead, type Output } from '../../../client'
import { Button, Card, Choices, Notice, Section, Sheet, Slot } from '../../../components'
import { refusalText } from '../../../text'
import { groups as words } from '../../../text/notice-know'
import { ConsentSheet, useConsented } from '../../consent'
import type { MyGroup } from './group-list'

type Unnamed = Output<'notice.groups'>['unnamed'][number]

/** Beside the one that the card was meant for, so many are offered. */
const mostShown = 5

interface GroupUnnamedProps {
  readonly noticeId: string
  readonly groups: readonly MyGroup[]
  readonly onNamed: () => void
}

/** Groups of WeChat in which a notice was opened and of which nobody has said which they are: "那个群就是这一个". */
export function GroupUnnamed({ noticeId, groups, onNamed }: GroupUnnamedProps) {
  const { data, reload } = useRead('notice.groups', { noticeId })
  const [asked, setAsked] = useState<Unnamed | null>(null)
  const unnamed = (data?.unnamed ?? []).slice(0, mostShown)
  const nameOf = (groupId: string | null) => groups.find((group) => group.groupId === groupId)?.name ?? null
  const named = () => {
    setAsked(null)
    void reload()
    onNamed()
  }
  return (
    <Slot>
      {unnamed.length === 0 || groups.length === 0 ? null : (
        <Section id="unnamed" title={words.unnamed} hint={words.unnamedHint}>
          {unnamed.map((one, at) => (
            <View key={one.mark} className="section">
              <Card>
                <View className="fact">
                  <View className="fact-value">{words.unnamedPeople(one.people, nameOf(one.groupId))}</View>
                </View>
              </Card>
              <View className="card-more">
                <Button id={`name-${at}`} kind="plain" text={words.isThis} onTap={() => setAsked(one)} />
              </View>
            </View>
          ))}
        </Section>
      )}
      {asked ? (
        <NameSheet
          key={asked.mark}
          {...{ noticeId, groups }}
          unnamed={asked}
          onNamed={named}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </Slot>
  )
}

interface NameSheetProps extends GroupUnnamedProps {
  readonly unnamed: Unnamed
  readonly onClose: () => void
}

function NameSheet({ noticeId, groups, unnamed: { mark, groupId: meant, people }, onNamed, onClose }: NameSheetProps) {
  const [groupId, setGroupId] = useState(meant)
  const [isMissing, setMissing] = useState(false)
  const name = useConsented('group.name')
  const save = async () => {
    setMissing(groupId === null)
    if (groupId !== null && (await name.run({ noticeId, mark, groupId }))) onNamed()
  }
  // One sheet at a time: the agreement takes this one's place while it is asked.
  if (name.asking.purposes) return <ConsentSheet of={name} />
  return (
    <Sheet
      id="name"
      title={words.whichGroup}
      text={words.unnamedPeople(people, null)}
      main={{ text: words.isThis, busy: name.busy, onTap: () => void save() }}
      other={{ text: words.later, onTap: onClose }}
    >
      {isMissing && groupId === null ? <Notice tone="wait" icon="alarm" text={words.whichMissing} /> : null}
      {name.refused ? <Notice tone="wait" icon="alarm" text={refusalText[name.refused]} /> : null}
      <Choices
        id="which"
        label={words.whichGroup}
        hideLabel
        options={groups.map((group) => ({ id: group.groupId, title: group.name }))}
        chosen={groupId}
        onChoose={setGroupId}
      />
    </Sheet>
  )
}
