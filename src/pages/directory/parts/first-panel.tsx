import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Card, Row, Slot } from '../../../components'
import { directoryFirst as words } from '../../../text/directory-first'
import { spotQuery, type DeskSpot } from '../../desk-spot'
import { go, pathTo } from '../../go'
import { FirstNumbers } from './first-numbers'
import { PlanForm } from './plan-form'
import type { First, FirstStep } from './use-first'

interface FirstPanelProps {
  readonly spot: DeskSpot
  readonly of: First
  readonly step: FirstStep
}

/** What one step asks for. */
export function FirstPanel({ spot, of, step }: FirstPanelProps) {
  const open = (page: string, ...query: readonly string[]) => void go(pathTo(page, spotQuery(spot), ...query))
  const { data } = of.directory
  if (!data) return null
  switch (step) {
    case 'place':
      return <View className="second section-hint">{words.placeHint}</View>
    case 'buildings':
      return <Buildings spot={spot} of={of} />
    case 'numbers':
      return <FirstNumbers spot={spot} communityName={data.name} important={of.important} onSaved={of.reload} />
    case 'settings':
      return (
        <One
          id="to-settings"
          hint={words.settingsHint}
          text={words.toSettings}
          onTap={() => open('directory/settings')}
        />
      )
    case 'codes':
      return <Codes of={of} onOpen={(estateId) => open('directory/codes', `estate=${estateId}`)} />
    case 'people':
      return <One id="to-invite" hint={words.peopleHint} text={words.toInvite} onTap={() => open('work/invite')} />
  }
}

interface OneProps {
  readonly id: string
  readonly hint: string
  readonly text: string
  readonly onTap: () => void
}

/** A sentence, and one large button. */
const One = ({ id, hint, text, onTap }: OneProps) => (
  <>
    <View className="second section-hint">{hint}</View>
    <View className="stack">
      <Button id={id} text={text} onTap={onTap} />
    </View>
  </>
)

/** By a workbook, or all alike by a few numbers. */
function Buildings({ spot, of }: Pick<FirstPanelProps, 'spot' | 'of'>) {
  const [isPlan, setPlan] = useState(false)
  const { data } = of.directory
  const open = (page: string, ...query: readonly string[]) => void go(pathTo(page, spotQuery(spot), ...query))
  if (isPlan && data)
    return (
      <>
        <PlanForm
          spot={spot}
          estates={data.estates}
          grids={data.grids}
          onStarted={(importId) => open('directory/import', `import=${importId}`, 'then=first')}
        />
        <Button id="plan-back" kind="plain" text={words.byPlanBack} onTap={() => setPlan(false)} />
      </>
    )
  return (
    <>
      <View className="second section-hint">{words.buildingsHint}</View>
      <View className="stack">
        <Button id="by-table" text={words.byTable} onTap={() => open('directory/table', 'then=first')} />
        <Button id="by-plan" kind="plain" text={words.byPlan} onTap={() => setPlan(true)} />
        {of.isDone.buildings ? (
          <Button id="to-places" kind="plain" text={words.toPlaces} onTap={() => open('directory/places')} />
        ) : null}
      </View>
    </>
  )
}

/** One estate is opened at once; of several it is asked which. */
function Codes({ of, onOpen }: { readonly of: First; readonly onOpen: (estateId: string) => void }) {
  const estates = of.directory.data?.estates ?? []
  if (!of.isDone.buildings) return <View className="second section-hint">{words.codesFirst}</View>
  const [only] = estates
  if (estates.length === 1 && only)
    return <One id="to-codes" hint={words.codesHint} text={words.toCodes} onTap={() => onOpen(only.estateId)} />
  return (
    <>
      <View className="second section-hint">{words.codesHint}</View>
      <Slot>
        <Card>
          {estates.map(({ estateId, name }) => (
            <Row key={estateId} id={`to-codes-${estateId}`} icon="code" title={name} onTap={() => onOpen(estateId)} />
          ))}
        </Card>
      </Slot>
    </>
  )
}
