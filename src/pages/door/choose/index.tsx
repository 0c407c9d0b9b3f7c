import { choose as words } from '../../../text'
import { goToDoor } from '../../go'
import { PlaceChoice, useChoosing } from '../../place-choice'
import { Shell } from '../../shell'

/** Where one lives, by hand; the landing then starts anew there. */
export default function ChoosePage() {
  const choosing = useChoosing()
  return (
    <Shell title={words.title} {...(choosing.soFar === null ? {} : { subtitle: choosing.soFar })}>
      <PlaceChoice
        of={choosing}
        onChosen={({ buildingId, unitId }) => goToDoor({ by: 'place', buildingId, unitId }, { mine: true })}
      />
    </Shell>
  )
}
