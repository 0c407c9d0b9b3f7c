import { View } from '@tarojs/components'
import { Button, Notice, Slot } from '../../../components'
import { refusalText } from '../../../text'
import { directoryPreview as words } from '../../../text/directory-preview'
import type { ImportRun } from './use-import'

type Working = NonNullable<ImportRun['working']>

function stepText({ state, done, total }: Working): string {
  if (state === 'confirmed') return words.working.confirmed(done, total)
  return state === 'staging' ? words.working.staging(done, total) : words.working.reading
}

/** How far it is while the server works; where it came to a halt, why, and the tap that goes on. */
export const ImportWorking = ({ run, working }: { readonly run: ImportRun; readonly working: Working }) => {
  const why = run.trouble ?? run.refused
  return (
    <View id="import-working" className="section">
      <Notice tone="calm" icon="clock" text={stepText(working)} />
      <Slot>
        {why ? (
          <View className="stack">
            <Notice tone="wait" icon="alarm" text={`${words.paused}${refusalText[why]}`} />
            <Button id="go-on" text={words.goOn} onTap={run.goOn} />
          </View>
        ) : (
          <View className="second section-hint">{words.workingHint}</View>
        )}
      </Slot>
    </View>
  )
}
