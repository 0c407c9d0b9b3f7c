import { View } from '@tarojs/components'
import { useState } from 'react'
import { useList } from '../../../client'
import type { WallAsked } from '../../../client/use-wall'
import { Choices, Icon, Sheet, Slot, Tap } from '../../../components'
import { dayParts, type DayPart } from '../../../domain/wish/card'
import { serviceGroupNames } from '../../../knowledge/service-names'
import { wallPage as words } from '../../../text/wish-card'
import { dayPartNames } from '../../../text/wish-names'
import { More } from '../../waiting'

/** What the wall is sifted by. */
export type Sieve = Pick<WallAsked, 'group' | 'buildingId' | 'part' | 'order'>

export const noSieve: Sieve = { group: null, buildingId: null, part: null, order: 'newest' }
export const isSifted = ({ group, buildingId, part }: Sieve): boolean =>
  group !== null || buildingId !== null || part !== null

/** Where whoever looks lives; null: not known, and then nobody asks for a building. */
export interface Home {
  readonly estateId: string
  readonly buildingId: string
  readonly buildingName: string
}

interface SievesProps {
  readonly sieve: Sieve
  readonly home: Home | null
  readonly onChange: (sieve: Sieve) => void
}

type Question = keyof Sieve

const isPart = (id: string): id is DayPart => (dayParts as readonly string[]).includes(id)
const groupName = (id: string | null): string =>
  serviceGroupNames.find((group) => group.id === id)?.name ?? words.allGroups

/** Buttons that say what the wall is sifted by; each asks its one question over the page. */
export function Sieves({ sieve, home, onChange }: SievesProps) {
  const [asked, setAsked] = useState<Question | null>(null)
  const [building, setBuilding] = useState<string>('')
  const choose = (news: Partial<Sieve>) => {
    setAsked(null)
    onChange({ ...sieve, ...news })
  }
  const { group, buildingId, part, order } = sieve
  const buttons: readonly { readonly id: Question; readonly text: string; readonly isOn: boolean }[] = [
    { id: 'group', text: groupName(group), isOn: group !== null },
    ...(home
      ? [
          {
            id: 'buildingId' as const,
            text: buildingId === null ? words.allBuildings : building,
            isOn: buildingId !== null,
          },
        ]
      : []),
    { id: 'part', text: part === null ? words.anyPart : dayPartNames[part], isOn: part !== null },
    { id: 'order', text: words.orders[order], isOn: false },
  ]
  const close = { text: words.done, onTap: () => setAsked(null) }
  return (
    <>
      <View className="sieves">
        {buttons.map(({ id, text, isOn }) => (
          <Tap key={id} id={`sieve-${id}`} className={isOn ? 'sieve sieve-on' : 'sieve'} onTap={() => setAsked(id)}>
            <View>{text}</View>
            <Icon name="next" />
          </Tap>
        ))}
      </View>
      <Slot>
        {asked === 'group' ? (
          <Sheet id="sift" title={words.group} other={close}>
            <One
              none={words.allGroups}
              options={serviceGroupNames.map(({ id, name }) => ({ id, title: name }))}
              chosen={group}
              onChoose={(id) => choose({ group: id })}
            />
          </Sheet>
        ) : asked === 'part' ? (
          <Sheet id="sift" title={words.part} other={close}>
            <One
              none={words.anyPart}
              options={dayParts.map((id) => ({ id, title: dayPartNames[id] }))}
              chosen={part}
              onChoose={(id) => choose({ part: id !== null && isPart(id) ? id : null })}
            />
          </Sheet>
        ) : asked === 'order' ? (
          <Sheet id="sift" title={words.order} other={close}>
            <Choices
              id="sift-to"
              label={words.order}
              hideLabel
              options={(['newest', 'longest'] as const).map((id) => ({ id, title: words.orders[id] }))}
              chosen={order}
              onChoose={(id) => choose({ order: id === 'longest' ? 'longest' : 'newest' })}
            />
          </Sheet>
        ) : asked === 'buildingId' && home ? (
          <Sheet id="sift" title={words.building} other={close}>
            <Buildings
              home={home}
              chosen={buildingId}
              onChoose={(id, name) => {
                setBuilding(name)
                choose({ buildingId: id })
              }}
            />
          </Sheet>
        ) : null}
      </Slot>
    </>
  )
}

interface OneProps {
  /** What "no matter which" is called. */
  readonly none: string
  readonly options: readonly { readonly id: string; readonly title: string; readonly note?: string }[]
  readonly chosen: string | null
  readonly onChoose: (id: string | null) => void
}

const any = 'any'
const One = ({ none, options, chosen, onChoose }: OneProps) => (
  <Choices
    id="sift-to"
    label={none}
    hideLabel
    options={[{ id: any, title: none }, ...options]}
    chosen={chosen ?? any}
    onChoose={(id) => onChoose(id === any ? null : id)}
  />
)

interface BuildingsProps {
  readonly home: Home
  readonly chosen: string | null
  readonly onChoose: (id: string | null, name: string) => void
}

/** One's own building first, then the others of the estate. */
function Buildings({ home, chosen, onChoose }: BuildingsProps) {
  const list = useList(
    `buildings:${home.estateId}`,
    'place.buildings',
    (cursor) => ({ estateId: home.estateId, cursor }),
    ({ buildings }) => buildings,
  )
  const others = list.rows.filter(({ id }) => id !== home.buildingId)
  const options = [
    { id: home.buildingId, title: home.buildingName, note: words.myBuilding },
    ...others.map(({ id, name }) => ({ id, title: name })),
  ]
  return (
    <>
      <One
        none={words.allBuildings}
        options={options}
        chosen={chosen}
        onChoose={(id) => onChoose(id, options.find((option) => option.id === id)?.title ?? '')}
      />
      <More {...list} />
    </>
  )
}
