import { View } from '@tarojs/components'
import { useState } from 'react'
import { useWrite } from '../../../client'
import { Button, Choices, Notice, Section, Sheet, Slot } from '../../../components'
import { refusalText } from '../../../text'
import { directoryTable as words } from '../../../text/directory-table'
import { FileMade, type MadeFile } from './file-made'

const options = [
  { id: 'without', title: words.without, note: words.withoutHint },
  { id: 'with', title: words.with, note: words.withHint },
]

/** The directory as the workbook that an import takes. With the rooms it tells of people: that is asked once more. */
export function FileExport({ communityId }: { readonly communityId: string }) {
  const { busy, refused, run, clear } = useWrite('export.directory')
  const [which, setWhich] = useState('without')
  const [isAsking, setAsking] = useState(false)
  const [made, setMade] = useState<MadeFile | null>(null)
  const get = async () => {
    setAsking(false)
    setMade(await run({ communityId, households: which === 'with' }))
  }
  const choose = (next: string) => {
    setWhich(next)
    // The file that is there is another one.
    setMade(null)
    clear()
  }
  return (
    <Section title={words.export} hint={words.exportHint} id="export">
      <Choices id="export-which" label={words.which} options={options} chosen={which} onChoose={choose} />
      <Slot>{refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}</Slot>
      <Slot>
        {made ? (
          <FileMade id="exported" made={made} />
        ) : (
          <View className="section">
            <Button
              id="export-get"
              icon="save"
              text={words.exportGet}
              busy={busy ? words.making : false}
              onTap={() => (which === 'with' ? setAsking(true) : void get())}
            />
          </View>
        )}
      </Slot>
      {isAsking ? (
        <Sheet
          id="export-ask"
          title={words.askTitle}
          text={words.askText}
          main={{ text: words.askYes, onTap: () => void get() }}
          other={{ text: words.askNo, onTap: () => setAsking(false) }}
        />
      ) : null}
    </Section>
  )
}
