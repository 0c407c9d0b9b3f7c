import { View } from '@tarojs/components'
import { useState } from 'react'
import { useRead } from '../../../client'
import { Card, Facts, Notice, Row, Section, Slot } from '../../../components'
import { dateText } from '../../../text'
import { codes as words } from '../../../text/directory-codes'
import type { DeskSpot } from '../../desk-spot'
import { Shell, useNow } from '../../shell'
import { Waiting } from '../../waiting'
import { doorName, doorsOf, spelt, type CodeList } from './code-doors'
import { CodeMake } from './code-make'
import { CodeSheet } from './code-sheet'
import { PosterOfBuilding } from './poster-building'

interface BuildingCodesProps {
  readonly spot: DeskSpot
  readonly buildingId: string
  /** null: nobody said so. */
  readonly estateId: string | null
}

/** The codes of one building: those in force, those that are missing, its posters, and those of before. */
export function BuildingCodes({ spot, buildingId, estateId }: BuildingCodesProps) {
  const { data, busy, refused, reload } = useRead('doorcode.list', { buildingId })
  return (
    <Shell title={words.title} {...(data ? { subtitle: `${data.estateName} ${data.buildingName}` } : {})}>
      <Slot>
        {data ? (
          <Doors {...{ spot, buildingId, estateId }} list={data} onReload={() => void reload()} />
        ) : (
          <Waiting busy={busy} refused={refused} retry={() => void reload()} />
        )}
      </Slot>
    </Shell>
  )
}

interface DoorsProps extends BuildingCodesProps {
  readonly list: CodeList
  readonly onReload: () => void
}

function Doors({ spot, buildingId, estateId, list, onReload }: DoorsProps) {
  const now = useNow()
  const [open, setOpen] = useState<{ readonly door: string; readonly code: string } | null>(null)
  const [said, setSaid] = useState('')
  const doors = doorsOf(list)
  const old = list.codes.filter(({ state }) => state === 'revoked')
  const hasAny = doors.some(({ codes }) => codes.length > 0)
  const done = (word: string) => {
    setOpen(null)
    setSaid(word)
    onReload()
  }
  return (
    <>
      <View className="second section-hint">{words.lead}</View>
      <Slot>{said ? <Notice tone="done" icon="check" text={said} /> : null}</Slot>
      <Section id="codes" title={words.doors}>
        <Card>
          {doors.flatMap(({ unitId, name, codes }) =>
            codes.length === 0
              ? [
                  <View key={unitId ?? ''} id={`none-${unitId ?? 'whole'}`} className="fact">
                    <View className="row-words">
                      <View>{name}</View>
                      <View className="second">{words.none}</View>
                    </View>
                  </View>,
                ]
              : codes.map(({ code, madeAt }) => (
                  <Row
                    key={code}
                    id={`code-${code}`}
                    title={name}
                    note={words.madeOn(spelt(code), dateText(madeAt, now))}
                    onTap={() => setOpen({ door: name, code })}
                  />
                )),
          )}
        </Card>
        <CodeMake
          buildingId={buildingId}
          doors={doors}
          mayWhole={list.units.length > 0 && doors.every(({ unitId }) => unitId !== null)}
          onMade={onReload}
        />
      </Section>
      <Slot>
        {hasAny ? <PosterOfBuilding {...{ spot, buildingId, estateId }} estateName={list.estateName} /> : null}
      </Slot>
      <Slot>
        {old.length > 0 ? (
          <Section id="old-codes" title={words.old}>
            <Facts
              rows={old.map(({ code, unitId, revokedAt, madeAt }) => ({
                id: `old-${code}`,
                label: doorName(list, unitId),
                value: spelt(code),
                note: words.oldNote(dateText(revokedAt ?? madeAt, now)),
              }))}
            />
          </Section>
        ) : null}
      </Slot>
      <Slot>
        {open ? <CodeSheet {...open} onDone={done} onReload={onReload} onClose={() => setOpen(null)} /> : null}
      </Slot>
    </>
  )
}
