import { View } from '@tarojs/components'
import { useState } from 'react'
import { targetOfPlace, type Target } from '../../../client'
import {
  Button,
  Card,
  Choices,
  Chips,
  Hours,
  Icon,
  Row,
  Section,
  Slot,
  State,
  Tap,
  Verified,
} from '../../../components'
import type { Contact } from '../../../domain/routing'
import { directoryFirst as words } from '../../../text/directory-first'
import { go, goToDoor, matterPath } from '../../go'
import { momentAt, placeName, placeOf } from '../../place'
import { Waiting } from '../../waiting'
import { sampleCalls } from './first-samples'
import type { First } from './use-first'

interface FirstPreviewProps {
  readonly of: First
  readonly now: number
}

/** What works already, as a resident at one of the doors would see it now. */
export function FirstPreview({ of, now }: FirstPreviewProps) {
  const { isDone, door, buildings, building } = of
  if (!isDone.buildings)
    return (
      <Section title={words.preview} id="preview">
        <View className="second">{words.previewNone}</View>
      </Section>
    )
  const reading = buildings.data ? door : buildings
  return (
    <Section
      title={words.preview}
      id="preview"
      {...(door.data ? { hint: words.previewHint(placeName(door.data.place)) } : {})}
    >
      <Slot>
        {door.data ? (
          <Calls view={door.data} now={now} />
        ) : building === null && buildings.data ? (
          <State icon="place" title={words.notShown} />
        ) : (
          <Waiting busy={reading.busy} refused={reading.refused} retry={() => void reading.reload()} />
        )}
      </Slot>
      <Other of={of} />
    </Section>
  )
}

type Door = NonNullable<First['door']['data']>

interface SampleProps {
  readonly id: string
  readonly name: string
  readonly contact: Contact
  readonly here: Target
  readonly now: number
}

/** A matter with the first one to call, as on its own page; that page is a tap away. */
const Sample = ({ id, name, contact: { agency, roleName, line }, here, now }: SampleProps) => (
  <Tap id={`sample-${id}`} className="row" onTap={() => void go(matterPath(id, here))}>
    <View className="row-words">
      <View>{name}</View>
      <View className="second">{agency?.name ?? roleName}</View>
      {line ? (
        <>
          <View className="phone-number">{line.number}</View>
          <View className="contact-tags">
            <Hours line={line} now={now} />
            <Verified line={line} now={now} />
          </View>
        </>
      ) : null}
    </View>
    <Icon name="next" />
  </Tap>
)

function Calls({ view, now }: { readonly view: Door; readonly now: number }) {
  const here = targetOfPlace(view.place)
  return (
    <>
      <Card>
        {sampleCalls(placeOf(view), momentAt(now)).map((sample) => (
          <Sample key={sample.id} {...sample} here={here} now={now} />
        ))}
      </Card>
      <View className="section stack">
        <Button id="as-resident" kind="plain" text={words.openAsResident} onTap={() => goToDoor(here)} />
        <View className="second">{words.openAsResidentHint}</View>
      </View>
    </>
  )
}

/** Another door, such as one that another property company serves. */
function Other({ of }: { readonly of: First }) {
  const [isOpen, setOpen] = useState(false)
  const { directory, estate, buildings, building } = of
  const estates = directory.data?.estates ?? []
  return (
    <View className="section">
      <Card>
        <Row id="other-building" icon="place" title={words.otherBuilding} onTap={() => setOpen(!isOpen)} />
      </Card>
      <Slot>
        {isOpen ? (
          <>
            {estates.length > 1 ? (
              <Chips
                id="preview-estate"
                question={words.whichEstate}
                options={estates.map(({ estateId, name }) => ({ id: estateId, label: name }))}
                chosen={estate?.estateId ?? null}
                onChoose={of.showEstate}
              />
            ) : null}
            <Choices
              id="preview-building"
              label={words.whichBuilding}
              options={(buildings.data?.buildings ?? []).map(({ buildingId, name }) => ({
                id: buildingId,
                title: name,
              }))}
              chosen={building?.buildingId ?? null}
              onChoose={of.showBuilding}
            />
          </>
        ) : null}
      </Slot>
    </View>
  )
}
