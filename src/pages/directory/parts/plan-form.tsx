import { View } from '@tarojs/components'
import { useState } from 'react'
import { useWrite, type Output } from '../../../client'
import { useDraft } from '../../../client/use-draft'
import { Button, Choices, ManyChoices, Notice, Slot, TextField } from '../../../components'
import { refusalText } from '../../../text'
import { plan as words } from '../../../text/directory-places'
import type { DeskSpot } from '../../desk-spot'
import { GridChoice } from './grid-choice'
import { boundsOf, homesOf, newEstate, numberIn, planOf, planParts, tooManyRooms, type PlanFields } from './plan-fields'

type Directory = Output<'directory.show'>

interface PlanFormProps {
  readonly spot: DeskSpot
  readonly estates: Directory['estates']
  readonly grids: Directory['grids']
  /** Where it was opened from; null: it is asked. */
  readonly estateId?: string | null
  /** An import is prepared: its page shows what would come, and asks for the word. */
  readonly onStarted: (importId: string) => void
}

const inNew = 'new'
/** An estate's own id could be the word above. */
const inEstate = 'in-'
/** As `domain/directory/limits` has it. */
const longest = { name: 40, address: 100 } as const

const empty = (estateId: string | null): PlanFields => ({
  ...{ estateId, estateName: '', address: '', gridId: null },
  ...{ first: '1', buildings: '5', units: '4', floors: '6', rooms: '2', withRooms: true },
})

/** Many buildings that are alike: a few numbers, and a sentence that says what will come of them. */
export function PlanForm({ spot, estates, grids, estateId = null, onStarted }: PlanFormProps) {
  const { communityId } = spot
  const only = estateId ?? (estates.length === 0 ? newEstate : null)
  const draft = useDraft(`plan-${communityId}-${estateId ?? ''}`, empty(only))
  const { busy, refused, run, clear } = useWrite('import.plan')
  const [isChecked, setChecked] = useState(false)
  const { fields } = draft
  const isNew = fields.estateId === newEstate
  const isKnown = isNew || estates.some((one) => one.estateId === fields.estateId)
  const plan = planOf(fields)
  const tooMany = plan && tooManyRooms(plan, fields.withRooms)

  const change = (changed: Partial<PlanFields>) => {
    draft.change(changed)
    clear()
  }
  const start = async () => {
    setChecked(true)
    if (!plan || tooMany || !isKnown || (isNew && fields.estateName.trim() === '')) return
    const { rooms: roomsPerFloor, ...numbers } = plan
    const estate = isNew ? { name: fields.estateName.trim(), address: fields.address.trim() } : null
    const gridId = grids.some((grid) => grid.gridId === fields.gridId) ? fields.gridId : null
    const started = await run({
      ...{ communityId, estateId: isNew ? null : fields.estateId, estate, gridId },
      ...{ ...numbers, roomsPerFloor, rooms: fields.withRooms },
    })
    if (!started) return
    draft.drop()
    onStarted(started.importId)
  }
  return (
    <View id="plan-form">
      <View className="second section-hint">{words.lead}</View>
      {estateId === null && estates.length > 0 ? (
        <Choices
          id="plan-estate"
          label={words.estate}
          options={[
            ...estates.map((estate) => ({ id: `${inEstate}${estate.estateId}`, title: estate.name })),
            { id: inNew, title: words.newEstate },
          ]}
          chosen={isNew ? inNew : fields.estateId && `${inEstate}${fields.estateId}`}
          onChoose={(id) => change({ estateId: id === inNew ? newEstate : id.slice(inEstate.length) })}
        />
      ) : null}
      <Slot>
        {isChecked && !isKnown ? <Notice tone="wait" icon="alarm" text={words.estateMissing} /> : null}
        {isNew ? (
          <>
            <TextField
              id="plan-estate-name"
              label={words.estateName}
              value={fields.estateName}
              maxLength={longest.name}
              disabled={busy}
              {...(isChecked && fields.estateName.trim() === '' ? { error: words.estateNameMissing } : {})}
              onChange={(estateName) => change({ estateName })}
            />
            <TextField
              id="plan-address"
              label={words.address}
              value={fields.address}
              maxLength={longest.address}
              disabled={busy}
              onChange={(address) => change({ address })}
            />
          </>
        ) : null}
      </Slot>
      {grids.length > 0 ? (
        <GridChoice
          id="plan-grid"
          label={words.grid}
          grids={grids}
          none={words.noGrid}
          chosen={fields.gridId}
          onChoose={(gridId) => change({ gridId })}
        />
      ) : null}
      {planParts.map((part) => (
        <TextField
          key={part}
          id={`plan-${part}`}
          type="number"
          label={part === 'rooms' && fields.units.trim() === '0' ? words.roomsWithout : words[part]}
          value={fields[part]}
          maxLength={4}
          disabled={busy}
          {...(numberIn(fields[part], boundsOf(part)) === null && (isChecked || fields[part] !== '')
            ? { error: words.outside(...boundsOf(part)) }
            : {})}
          onChange={(typed) => change({ [part]: typed })}
        />
      ))}
      <ManyChoices
        id="plan-with"
        label={words.withRooms}
        options={[{ id: 'rooms', title: words.withRoomsYes, note: words.withRoomsHint }]}
        chosen={fields.withRooms ? ['rooms'] : []}
        onChange={(ids) => change({ withRooms: ids.length > 0 })}
      />
      <View className="section stack" id="plan-end">
        <Slot>
          {plan ? (
            <Notice
              tone="calm"
              icon="building"
              text={`${words.sumTitle}：${words.sum(plan.first, plan.buildings, plan.units, homesOf(plan))}${words.kept}`}
            />
          ) : null}
        </Slot>
        <Slot>{tooMany ? <Notice tone="wait" icon="alarm" text={words.tooMany(...tooMany)} /> : null}</Slot>
        <Slot>{refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}</Slot>
        <Button id="plan-go" text={words.go} busy={busy && words.going} onTap={() => void start()} />
        <View className="second">{words.after}</View>
      </View>
    </View>
  )
}
