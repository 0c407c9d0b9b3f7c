import { useState } from 'react'
import { useWrite } from '../../../client'
import { Button, Notice, Sheet, Slot } from '../../../components'
import { common, refusalText } from '../../../text'
import { directoryAgency as words } from '../../../text/directory-agency'
import type { ShownAgency } from './agency-fields'

interface AgencyRemoveProps {
  readonly communityId: string
  readonly agency: ShownAgency
  readonly onRemoved: () => void
}

/** Takes the agency out, once that is confirmed; or says what still rests on it. */
export function AgencyRemove({ communityId, agency, onRemoved }: AgencyRemoveProps) {
  const { busy, refused, run, clear } = useWrite('agency.remove')
  const [asks, setAsks] = useState(false)
  const remove = async () => {
    const removed = await run({ communityId, agencyId: agency.agencyId, seen: agency.mark })
    setAsks(false)
    if (removed) onRemoved()
  }
  const ask = () => {
    clear()
    setAsks(true)
  }
  return (
    <>
      <Slot>{refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}</Slot>
      <Button id="agency-remove" kind="plain" icon="close" text={words.removeAgency} onTap={ask} />
      <Slot>
        {asks ? (
          <Sheet
            id="remove"
            title={words.removeTitle(agency.name)}
            text={words.removeText}
            main={{ text: words.removeYes, kind: 'danger', busy, onTap: () => void remove() }}
            other={{ text: common.back, onTap: () => setAsks(false) }}
          />
        ) : null}
      </Slot>
    </>
  )
}
