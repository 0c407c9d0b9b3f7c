import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Card, Row, Slot, State } from '../../../components'
import { directoryFirst as words } from '../../../text/directory-first'
import { spotQuery, type DeskSpot } from '../../desk-spot'
import { go, pathTo } from '../../go'
import { useReturn } from '../../shell'
import { FirstPanel } from './first-panel'
import { isThere } from './first-roles'
import { firstSteps, type First, type FirstStep } from './use-first'

interface FirstStepsProps {
  readonly spot: DeskSpot
  readonly of: First
  /** The step that the page was opened for; null: the first that is not done. */
  readonly asked: FirstStep | null
}

/** The steps in their order: what is done is ticked, the first that is not is open, any can be opened or put off. */
export function FirstSteps({ spot, of, asked }: FirstStepsProps) {
  const [skipped, setSkipped] = useState<readonly FirstStep[]>([])
  const [chosen, setChosen] = useState(asked)
  // Back from a page where a step was done: the next one is open.
  useReturn(() => setChosen(null))
  const next = firstSteps.find((step) => !of.isDone[step] && !skipped.includes(step)) ?? null
  const open = chosen ?? next
  const isWhole = firstSteps.every((step) => of.isDone[step])
  const skip = (step: FirstStep) => {
    setSkipped((before) => [...before.filter((one) => one !== step), step])
    setChosen(null)
  }
  return (
    <View id="steps">
      <Slot>{isWhole && chosen === null ? <Whole spot={spot} /> : null}</Slot>
      {firstSteps.map((step, at) => (
        <View key={step} className="section">
          <Card>
            <Row
              id={`step-${step}`}
              title={words.step(at + 1, words.steps[step])}
              note={!of.isDone[step] && skipped.includes(step) ? words.skipped : noteOf(step, of)}
              end={of.isDone[step] ? 'check' : 'next'}
              chosen={open === step}
              onTap={() => setChosen(chosen === step ? null : step)}
            />
          </Card>
          <Slot>
            {open === step ? (
              <View className="section" id="panel">
                <FirstPanel spot={spot} of={of} step={step} />
                {of.isDone[step] ? null : (
                  <View className="section">
                    <Button id="step-skip" kind="plain" text={words.skip} onTap={() => skip(step)} />
                  </View>
                )}
              </View>
            ) : null}
          </Slot>
        </View>
      ))}
    </View>
  )
}

const Whole = ({ spot }: { readonly spot: DeskSpot }) => (
  <State
    icon="check"
    title={words.allDone}
    hint={words.allDoneHint}
    action={{ text: words.toDirectory, onTap: () => void go(pathTo('directory', spotQuery(spot))) }}
  />
)

/** How far a step is, in a few words. */
function noteOf(step: FirstStep, of: First): string {
  const { directory, important, building, isDone, active, invitations } = of
  const { data } = directory
  if (!data) return words.todo
  switch (step) {
    case 'place':
      return words.placeNote(data.region.join(' '), data.streetName)
    case 'buildings':
      return isDone.buildings ? words.buildingsNote(data.estates.length, data.buildings) : words.todo
    case 'numbers':
      return words.numbersNote(important.filter(isThere).length, important.length)
    case 'settings':
      return words.settingsNote(data.openQuestions)
    case 'codes':
      return isDone.codes && building ? words.codesNote(building.name) : words.todo
    case 'people':
      return words.peopleNote(active, invitations)
  }
}
