import { useState } from 'react'
import { useRead } from '../../../client'
import { Card, Row, Section } from '../../../components'
import { directorySettings as words } from '../../../text/directory-settings'
import { spotQuery, type DeskSpot } from '../../desk-spot'
import { go, pathTo } from '../../go'
import { Waiting } from '../../waiting'

/** The way to what is different in one estate. The estates are only asked for by whoever wants to know. */
export function QuestionEstates({ spot }: { readonly spot: DeskSpot }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Section title={words.estates} hint={words.estatesHint} id="estates">
      {isOpen ? (
        <Estates spot={spot} />
      ) : (
        <Card>
          <Row id="estates-open" icon="place" title={words.estatesOpen} onTap={() => setOpen(true)} />
        </Card>
      )}
    </Section>
  )
}

function Estates({ spot }: { readonly spot: DeskSpot }) {
  const { data, busy, refused, reload } = useRead('directory.show', { communityId: spot.communityId })
  if (!data) return <Waiting busy={busy} refused={refused} retry={() => void reload()} />
  return (
    <Card>
      {data.estates.map(({ estateId, name, address }) => (
        <Row
          key={estateId}
          id={`estate-${estateId}`}
          title={name}
          {...(address ? { note: address } : {})}
          onTap={() => void go(pathTo('directory/settings', spotQuery(spot), `estate=${estateId}`))}
        />
      ))}
    </Card>
  )
}
