import { View } from '@tarojs/components'
import { useState } from 'react'
import { useRead } from '../../../client'
import { Button, Notice, Section, Slot } from '../../../components'
import { refusalText } from '../../../text'
import { directoryTable as words } from '../../../text/directory-table'
import { FileMade } from './file-made'

/** The workbook to fill in. It is made when somebody wants it, and not before. */
export function FileBlank({ communityId }: { readonly communityId: string }) {
  const [isWanted, setWanted] = useState(false)
  const { data, busy, refused, reload } = useRead('import.template', isWanted ? { communityId } : null)
  return (
    <Section title={words.blank} hint={words.blankHint}>
      {data ? (
        <FileMade id="blank" made={data} />
      ) : (
        <View className="stack">
          <Slot>{refused && !busy ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}</Slot>
          <Button
            id="blank-get"
            icon="save"
            text={words.blankGet}
            busy={isWanted && busy ? words.making : false}
            onTap={() => (isWanted ? void reload() : setWanted(true))}
          />
        </View>
      )}
    </Section>
  )
}
