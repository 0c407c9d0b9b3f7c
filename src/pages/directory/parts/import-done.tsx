import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button, Notice, Section } from '../../../components'
import { directoryPreview as words } from '../../../text/directory-preview'
import { spotQuery, type DeskSpot } from '../../desk-spot'
import { pathTo } from '../../go'
import { ChangeList } from './change-list'
import { ImportMembers } from './import-members'
import { ImportResident } from './import-resident'
import { ImportRestore } from './import-restore'
import type { Import } from './use-import'

interface ImportDoneProps {
  readonly data: Import
  readonly spot: DeskSpot
  /** Which page goes on from here; null: the directory's own. */
  readonly then: 'first' | null
  readonly onRestore: (importId: string, revision: number) => void
}

/** Everybody sees it: what became of it, what it looks like, and the way back. */
export function ImportDone({ data, spot, then, onRestore }: ImportDoneProps) {
  const { changes, members, memberCount, revision } = data
  const onward = pathTo(then === null ? 'directory' : 'directory/first', spotQuery(spot))
  return (
    <View id="import-done">
      <Notice tone="done" icon="check" text={words.done} />
      <View className="section stack">
        <Button
          id="onward"
          text={then === null ? words.home : words.next}
          onTap={() => void Taro.redirectTo({ url: onward })}
        />
      </View>
      <Section title={words.asResident} hint={words.asResidentHint}>
        <ImportResident communityId={spot.communityId} />
      </Section>
      <ChangeList changes={changes} isDone />
      <ImportMembers members={members} count={memberCount} spot={spot} isDone />
      {revision === null ? null : (
        <View className="section">
          <ImportRestore
            communityId={spot.communityId}
            revision={revision}
            text={words.back}
            onBegun={(importId) => onRestore(importId, revision)}
          />
        </View>
      )}
    </View>
  )
}
