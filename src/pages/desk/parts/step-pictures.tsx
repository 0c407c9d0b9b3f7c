import { View } from '@tarojs/components'
import { Notice, Pictures, Slot } from '../../../components'
import { mostStepPictures } from '../../../domain/request/limits'
import { refusalText } from '../../../text'
import { stepForm as words } from '../../../text/desk-steps'
import type { Step } from './use-step'

const problemText = {
  denied: words.picturesDenied,
  failed: words.picturesFailed,
  'not-a-picture': refusalText['picture.not-a-picture'],
} as const

/** Pictures of a step, and what became of each. */
export function StepPictures({ label, step }: { readonly label: string; readonly step: Step }) {
  const { pictures, missing, act, beginning } = step
  return (
    <View>
      <Pictures
        id="step-pictures"
        label={label}
        pictures={pictures.pictures}
        most={mostStepPictures}
        disabled={act.busy}
        onAdd={pictures.add}
        onRemove={pictures.remove}
        onRetry={pictures.retry}
        onEnlarge={pictures.enlarge}
      />
      <Slot>
        {pictures.problem ? <Notice tone="wait" icon="alarm" text={problemText[pictures.problem]} /> : null}
        {pictures.isBusy ? <Notice tone="wait" icon="clock" text={words.picturesBusy} /> : null}
        {pictures.hasFailed ? <Notice tone="wait" icon="offline" text={words.pictureProblem} /> : null}
        {missing === 'proof' ? <Notice tone="wait" icon="camera" text={words.proofMissing} /> : null}
        {beginning.refused ? <Notice tone="wait" icon="alarm" text={refusalText[beginning.refused]} /> : null}
      </Slot>
    </View>
  )
}
