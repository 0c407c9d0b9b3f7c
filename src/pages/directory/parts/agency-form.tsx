import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Notice, Sheet, Slot } from '../../../components'
import { refusalText } from '../../../text'
import { directoryAgency as words } from '../../../text/directory-agency'
import { fieldsOf, isChanged, type Places, type ShownAgency } from './agency-fields'
import { useAgencyForm, type AgencyFormState } from './agency-form-state'
import { AgencyMoved } from './agency-moved'
import { AgencyOverview } from './agency-overview'
import { AgencyPart } from './agency-part'
import { AgencyRemove } from './agency-remove'

interface AgencyFormProps {
  readonly communityId: string
  /** As it is kept; null: it is new. */
  readonly agency: ShownAgency | null
  readonly places: Places
  readonly now: number
  readonly mayEdit: boolean
  /** Which part is open at once. */
  readonly first: string | null
  /** What a new one is entered for; null: nobody said. */
  readonly role: string | null
  readonly onSaved: (agencyId: string) => void
  readonly onRemoved: () => void
  readonly onReload: () => void
}

/** An agency: looked at, changed part by part, saved as a whole. */
export function AgencyForm(props: AgencyFormProps) {
  const { communityId, agency, places, now, mayEdit, onRemoved, onReload } = props
  const form = useAgencyForm(props)
  const { fields, part } = form
  if (form.isMoved && agency)
    return <AgencyMoved before={fields.base} after={fieldsOf(agency)} onMerge={form.merge} onTheirs={form.startOver} />
  if (mayEdit && part !== null)
    return (
      <AgencyPart
        key={part}
        {...{ communityId, part, places }}
        draft={fields}
        goesOn={form.isAsking && (part === 'name' || part === 'roles')}
        isChecked={form.wrong === part}
        onChange={form.edit}
        onDone={form.next}
        onTakeOut={form.takeOut}
      />
    )
  return (
    <View>
      <Slot>{form.isKept ? <Notice tone="calm" icon="edit" text={words.kept} /> : null}</Slot>
      <AgencyOverview
        {...{ communityId, agency, fields, places, now, onReload }}
        base={fields.base}
        onEdit={mayEdit ? form.open : null}
        onAddPhone={form.addPhone}
      />
      <Saving form={form} />
      <Slot>
        {agency && mayEdit && !isChanged(fields) ? (
          <View className="section">
            <AgencyRemove communityId={communityId} agency={agency} onRemoved={onRemoved} />
          </View>
        ) : null}
      </Slot>
    </View>
  )
}

/** What becomes of the changes: saved, given up, or why not. */
function Saving({ form }: { readonly form: AgencyFormState }) {
  const [discarding, setDiscarding] = useState(false)
  const { fields, busy, refused, out } = form
  const discard = () => {
    setDiscarding(false)
    form.startOver()
  }
  return (
    <Slot>
      {isChanged(fields) ? (
        <View className="section stack" id="unsaved">
          {out ? (
            <>
              <Notice tone="wait" icon="close" text={words.takenOut(out.number)} />
              <Button id="put-back" kind="plain" text={words.putBack} onTap={form.putBack} />
            </>
          ) : null}
          {refused === 'agency.missing' ? (
            <Notice tone="wait" icon="alarm" text={`${words.gone}。${words.goneHint}`} />
          ) : (
            <Notice tone="wait" icon="alarm" text={refused ? refusalText[refused] : words.unsaved} />
          )}
          {refused === 'agency.missing' ? (
            <Button id="agency-save-new" text={words.goneSave} busy={busy} onTap={form.saveAsNew} />
          ) : (
            <Button id="agency-save" text={words.save} busy={busy ? words.saving : false} onTap={form.save} />
          )}
          <Button id="agency-discard" kind="plain" text={words.discard} onTap={() => setDiscarding(true)} />
        </View>
      ) : null}
      {discarding ? (
        <Sheet
          id="discard"
          title={words.discardTitle}
          text={words.discardText}
          main={{ text: words.discardYes, kind: 'danger', onTap: discard }}
          other={{ text: words.goOn, onTap: () => setDiscarding(false) }}
        />
      ) : null}
    </Slot>
  )
}
