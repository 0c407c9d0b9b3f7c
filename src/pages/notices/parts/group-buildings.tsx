import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../client'
import { Button, Chips, ManyChoices, Notice, Slot } from '../../../components'
import { common } from '../../../text'
import { groups as words } from '../../../text/notice-know'

interface GroupBuildingsProps {
  readonly estates: Output<'notice.places'>['estates']
  readonly chosen: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}

/** Buildings that are shown at once, and how many more at a tap. */
const page = 20

/** Which buildings: one estate at a time, since a group seldom serves two. */
export function GroupBuildings({ estates, chosen, onChange }: GroupBuildingsProps) {
  const has = (estate: (typeof estates)[number]) =>
    estate.buildings.some(({ buildingId }) => chosen.includes(buildingId))
  const [estateId, setEstateId] = useState((estates.find(has) ?? estates[0])?.estateId ?? null)
  const [most, setMost] = useState(page)
  const estate = estates.find((one) => one.estateId === estateId)
  const buildings = estate?.buildings ?? []
  const shown = buildings.slice(0, most)
  const ids = shown.map(({ buildingId }) => buildingId)
  const change = (here: readonly string[]) => onChange([...chosen.filter((id) => !ids.includes(id)), ...here])
  const listed = estates.flatMap((one) => one.buildings.map(({ buildingId }) => buildingId))
  // Of another grid by now, or removed: they stay chosen until somebody takes them out.
  const outside = chosen.filter((id) => !listed.includes(id))
  const every = buildings.map(({ buildingId }) => buildingId)
  const choose = (next: string) => {
    setEstateId(next)
    setMost(page)
  }
  return (
    <View>
      <Slot>
        {estates.length > 1 ? (
          <Chips
            id="estate"
            question={words.estate}
            options={estates.map((one) => ({ id: one.estateId, label: one.name }))}
            chosen={estateId}
            onChoose={choose}
          />
        ) : null}
      </Slot>
      <ManyChoices
        id="building"
        label={estates.length > 1 && estate ? words.which(estate.name) : words.buildings}
        options={shown.map(({ buildingId, name }) => ({ id: buildingId, title: name }))}
        chosen={chosen}
        onChange={change}
      />
      <View className="stack">
        <Slot>
          {outside.length > 0 ? (
            <View id="outside" className="stack">
              <Notice tone="wait" icon="building" text={words.outside(outside.length)} />
              <Button
                id="drop-outside"
                kind="plain"
                text={words.dropOutside}
                onTap={() => onChange(chosen.filter((id) => listed.includes(id)))}
              />
            </View>
          ) : null}
        </Slot>
        <Slot>
          {buildings.length > most ? (
            <Button id="more-buildings" kind="plain" text={common.showMore} onTap={() => setMost(most + page)} />
          ) : null}
        </Slot>
        <Slot>
          {buildings.length > 2 && every.some((id) => !chosen.includes(id)) ? (
            <Button
              id="all-buildings"
              kind="plain"
              text={words.all}
              onTap={() => onChange([...new Set([...chosen, ...every])])}
            />
          ) : null}
        </Slot>
      </View>
    </View>
  )
}
