import Taro, { useRouter } from '@tarojs/taro'
import { State } from '../../../components'
import { codes as words } from '../../../text/directory-codes'
import { spotOf, spotQuery } from '../../desk-spot'
import { pathTo } from '../../go'
import { Shell } from '../../shell'
import { BuildingCodes } from '../parts/code-building'
import { EstateCodes } from '../parts/code-estate'
import { Nowhere } from '../parts/nowhere'

/** 门口的码: of one building (`building`), or of a whole estate (`estate`). */
export default function CodesPage() {
  const { params } = useRouter()
  const spot = spotOf(params)
  if (!spot) return <Nowhere title={words.title} />
  const estateId = params.estate || null
  if (params.building) return <BuildingCodes spot={spot} buildingId={params.building} estateId={estateId} />
  if (estateId) return <EstateCodes spot={spot} estateId={estateId} />
  return (
    <Shell title={words.title}>
      <State
        icon="code"
        title={words.nowhere}
        action={{
          text: words.toPlaces,
          onTap: () => void Taro.redirectTo({ url: pathTo('directory/places', spotQuery(spot)) }),
        }}
      />
    </Shell>
  )
}
