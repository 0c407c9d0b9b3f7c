import { View } from '@tarojs/components'
import { useRead } from '../../../client'
import { Card, Row, Slot, State } from '../../../components'
import { codes, fill as words } from '../../../text/directory-codes'
import { places } from '../../../text/directory-places'
import { spotQuery, type DeskSpot } from '../../desk-spot'
import { go, pathTo } from '../../go'
import { Shell } from '../../shell'
import { Waiting } from '../../waiting'
import { CodeFill } from './code-fill'
import { PosterOfEstate } from './poster-estate'

/** The codes of a whole estate: those that are missing, then the posters. */
export function EstateCodes({ spot, estateId }: { readonly spot: DeskSpot; readonly estateId: string }) {
  const { data, busy, refused, reload } = useRead('directory.show', { communityId: spot.communityId })
  const estate = data?.estates.find((one) => one.estateId === estateId)
  return (
    <Shell title={codes.title} {...(estate ? { subtitle: estate.name } : {})}>
      <Slot>
        {data === null ? (
          <Waiting busy={busy} refused={refused} retry={() => void reload()} />
        ) : estate ? (
          <>
            <View className="second section-hint">{codes.lead}</View>
            <CodeFill spot={spot} estateId={estateId} />
            <PosterOfEstate spot={spot} estateId={estateId} grids={data.grids} />
            <View className="section">
              <Card>
                <Row
                  id="by-building"
                  icon="building"
                  title={words.byBuilding}
                  note={words.byBuildingHint}
                  onTap={() => void go(pathTo('directory/places', spotQuery(spot), `estate=${estateId}`))}
                />
              </Card>
            </View>
          </>
        ) : (
          <State icon="building" title={places.estateGone} hint={places.estateGoneHint} />
        )}
      </Slot>
    </Shell>
  )
}
