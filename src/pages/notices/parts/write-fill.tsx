import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Chips, Choices, ManyChoices, Notice, Slot, TextField } from '../../../components'
import { needs as allNeeds } from '../../../domain/directory/types'
import { mayBeEmergency, comesBack, type NoticeKind } from '../../../domain/notice/kinds'
import { blanksOf, gapsOf, type Blank, type Filling } from '../../../domain/notice/template'
import { noticeNeedNames, noticeWhatNames } from '../../../text/notice-names'
import { noticeBlanks, noticeGaps, outageReasonNames } from '../../../text/notice-template-words'
import { noticeWrite as words } from '../../../text/notice-write'
import type { DeskSpot } from '../../desk-spot'
import type { NoticeWriting } from './use-notice-writing'
import type { WriteFields } from './write-fields'
import { PlacesField } from './write-places'
import { TimeField } from './write-time'
import { secondFor, type Places } from './write-where'

interface FillProps {
  readonly fields: WriteFields
  readonly kind: NoticeKind
  readonly filling: Filling
  readonly places: Places
  readonly spot: DeskSpot
  readonly now: number
  /** Somebody has tried to go on: what is missing is said. */
  readonly isTried: boolean
  readonly change: NoticeWriting['change']
}

/** The blanks of a template, on one screen: touched rather than typed. */
export function FillForm(props: FillProps) {
  const { kind, filling, fields, places, spot, isTried } = props
  const gaps = isTried ? gapsOf(kind, filling) : []
  // What lies on the server came from blanks that nobody knows any more: only what it concerns, and when, is asked.
  const blanks = blanksOf(kind, filling).filter(
    ({ fill }) => fields.noticeId === null || fill === 'places' || fill === 'time',
  )
  return (
    <View id="fill">
      {blanks.map((blank) => {
        const gap = gaps.find((one) => one.blank === blank.id)
        return (
          <View key={blank.id}>
            <BlankField {...props} blank={blank} {...(gap ? { error: noticeGaps[gap.why] } : {})} />
            {gap && blank.fill !== 'words' ? (
              <View id={`${blank.id}-error`} className="field-error">
                {noticeGaps[gap.why]}
              </View>
            ) : null}
            {blank.fill === 'places' ? (
              <Slot>
                <Asks places={places} spot={spot} filling={filling} isEmergency={fields.isEmergency} />
              </Slot>
            ) : null}
          </View>
        )
      })}
      <Needs {...props} />
      <Slot>{mayBeEmergency({ kind }) ? <Urgent {...props} /> : null}</Slot>
    </View>
  )
}

interface AsksProps extends Pick<FillProps, 'places' | 'spot' | 'filling'> {
  readonly isEmergency: boolean
}

/** That a second person reads it first. The server decides; this only says it in time. */
function Asks({ places, spot, filling: { where }, isEmergency }: AsksProps) {
  const second = secondFor(places, spot, where)
  if (second === null || isEmergency) return null
  const isOther = spot.gridId === null && places.roles.includes('secretary')
  return <Notice tone="calm" icon="people" text={isOther ? words.asksOther : words.asksSecretary[second]} />
}

type BlankProps = FillProps & { readonly blank: Blank; readonly error?: string }

const optionName = (kind: NoticeKind, blank: string, option: string): string =>
  blank === 'reason'
    ? ((outageReasonNames as Readonly<Record<string, string>>)[option] ?? option)
    : ((noticeWhatNames[kind] as Readonly<Record<string, string>>)[option] ?? option)

function BlankField({ blank, error, kind, filling, places, spot, now, change }: BlankProps) {
  const { label = '', example = '' } = noticeBlanks[kind][blank.id] ?? {}
  const fill = (changed: (before: Filling) => Partial<Filling>) =>
    change(({ filling: before }) => (before ? { filling: { ...before, ...changed(before) } } : {}))
  switch (blank.fill) {
    case 'places':
      return (
        <PlacesField
          {...{ label, places, gridId: spot.gridId }}
          where={filling.where}
          onChange={(where) => fill(() => ({ where }))}
        />
      )
    case 'time':
      return (
        <TimeField
          {...{ label, now, must: blank.must, mayBeNow: mayBeEmergency({ kind }), comesBack: comesBack({ kind }) }}
          span={filling.span}
          onChange={(span) => fill(() => ({ span }))}
        />
      )
    case 'choice':
      return (
        <Chips
          id={blank.id}
          question={label}
          options={blank.options.map((id) => ({ id, label: optionName(kind, blank.id, id) }))}
          chosen={filling.choices[blank.id] ?? null}
          onChoose={(id) => fill(({ choices }) => ({ choices: { ...choices, [blank.id]: id } }))}
        />
      )
    case 'words':
      return (
        <TextField
          id={blank.id}
          label={label}
          value={filling.words[blank.id] ?? ''}
          placeholder={example}
          maxLength={blank.most}
          {...(error === undefined ? {} : { error })}
          onChange={(typed) => fill(({ words: before }) => ({ words: { ...before, [blank.id]: typed } }))}
        />
      )
  }
}

/** Only some households: folded, since most notices are for all of them. */
function Needs({ fields: { needs }, change }: FillProps) {
  const [isOpen, setOpen] = useState(needs.length > 0)
  return (
    <View className="section">
      {isOpen ? (
        <ManyChoices
          id="needs"
          label={words.needs}
          options={allNeeds.map((id) => ({ id, title: noticeNeedNames[id] }))}
          chosen={needs}
          onChange={(ids) => change({ needs: allNeeds.filter((one) => ids.includes(one)) })}
        />
      ) : (
        <Button id="needs-open" kind="plain" text={words.needsRow} onTap={() => setOpen(true)} />
      )}
      <View className="second">{words.needsHint}</View>
    </View>
  )
}

const Urgent = ({ fields: { isEmergency }, change }: FillProps) => (
  <Choices
    id="urgent"
    label={words.urgent}
    options={[
      { id: 'no', title: words.calm, note: words.calmNote },
      { id: 'yes', title: words.pressing, note: words.pressingNote },
    ]}
    chosen={isEmergency ? 'yes' : 'no'}
    onChoose={(id) => change({ isEmergency: id === 'yes' })}
  />
)
