import { Choices } from '../../../components'
import type { Grid } from './grid-sheet'

interface GridChoiceProps {
  readonly id: string
  readonly label: string
  readonly grids: readonly Grid[]
  /** What it says where the place lies in none. */
  readonly none: string
  readonly chosen: string | null
  readonly onChoose: (gridId: string | null) => void
}

const noGrid = 'none'
/** A grid's own id could be the word above. */
const inGrid = 'in-'

/** In which grid a building lies. */
export const GridChoice = ({ grids, none, chosen, onChoose, ...asked }: GridChoiceProps) => (
  <Choices
    {...asked}
    options={[
      ...grids.map(({ gridId, name }) => ({ id: `${inGrid}${gridId}`, title: name })),
      { id: noGrid, title: none },
    ]}
    chosen={chosen === null ? noGrid : `${inGrid}${chosen}`}
    onChoose={(id) => onChoose(id === noGrid ? null : id.slice(inGrid.length))}
  />
)
