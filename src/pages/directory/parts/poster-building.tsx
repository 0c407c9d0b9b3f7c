import { useRead } from '../../../client'
import { Section } from '../../../components'
import { poster as words } from '../../../text/directory-codes'
import type { DeskSpot } from '../../desk-spot'
import { Waiting } from '../../waiting'
import { PosterMake } from './poster-make'

interface PosterOfBuildingProps {
  readonly spot: DeskSpot
  readonly buildingId: string
  /** null: the page was opened without; the directory knows it by its name, of which there is one. */
  readonly estateId: string | null
  readonly estateName: string
}

/** The posters of one building. */
export function PosterOfBuilding({ spot, buildingId, estateId: given, estateName }: PosterOfBuildingProps) {
  const { communityId, gridId } = spot
  const { data, busy, refused, reload } = useRead('directory.show', given === null ? { communityId } : null)
  const estateId = given ?? data?.estates.find(({ name }) => name === estateName)?.estateId ?? null
  return (
    <Section title={words.title} hint={words.hint}>
      {estateId === null ? (
        <Waiting busy={busy} refused={refused} retry={() => void reload()} />
      ) : (
        <PosterMake wanted={{ communityId, gridId, estateId, buildingIds: [buildingId] }} />
      )}
    </Section>
  )
}
