import { useRead } from '../../../client'
import { Choices, Notice } from '../../../components'
import { requestKind } from '../../../knowledge/request-kinds'
import { stepForm as words } from '../../../text/desk-steps'
import { requestStateNames } from '../../../text/request-names'
import { Waiting } from '../../waiting'
import { matterTitle } from './desk-row'
import type { Case } from './moves'

interface MergeInputProps {
  readonly request: Case
  readonly chosen: string | null
  readonly onChoose: (requestId: string) => void
}

/** Another open request of the same building; those about the same matter first. */
export function MergeInput({ request, chosen, onChoose }: MergeInputProps) {
  const { requestId, communityId, gridId, buildingId, matterId, viewer, isPrivate } = request
  const list = useRead('request.list', {
    communityId,
    gridId: viewer === 'grid-leader' ? gridId : null,
    agencyId: null,
    show: 'open',
    buildingId,
    cursor: null,
  })
  if (!list.data) return <Waiting busy={list.busy} refused={list.refused} retry={() => void list.reload()} />
  const others = list.data.requests.filter(
    (other) =>
      other.requestId !== requestId &&
      // Neighbours of an open matter must not come to read a private one: the server refuses it.
      (isPrivate || !requestKind(other.matterId).isPrivate),
  )
  if (others.length === 0) return <Notice tone="calm" icon="check" text={words.intoNone} />
  const same = others.filter((other) => other.matterId === matterId)
  const rest = others.filter((other) => other.matterId !== matterId)
  return (
    <Choices
      id="into"
      label={words.into}
      options={[...same, ...rest].map((other) => ({
        id: other.requestId,
        title: matterTitle(other.matterId),
        note: [other.number, requestStateNames[other.state], other.words ?? ''].filter(Boolean).join(' · '),
      }))}
      chosen={chosen}
      onChoose={onChoose}
    />
  )
}
