import { View } from '@tarojs/components'
import { Button, Card, Section } from '../../../components'
import { directoryPreview as words } from '../../../text/directory-preview'
import { roleNames } from '../../../text/role-names'
import { spotQuery, type DeskSpot } from '../../desk-spot'
import { go, pathTo } from '../../go'
import { ImportLine } from './import-list'
import type { Import } from './use-import'

const atMost = 5

interface ImportMembersProps {
  readonly members: Import['members']
  /** How many there are in truth. */
  readonly count: number
  readonly spot: DeskSpot
  /** Whether they can be invited now: what they are for is there. */
  readonly isDone: boolean
}

/** Whom the sheet of members names. An import gives nobody a role: they are invited one by one. */
export const ImportMembers = ({ members, count, spot, isDone }: ImportMembersProps) =>
  members.length === 0 ? (
    <View />
  ) : (
    <Section id="members" title={words.members} hint={words.membersHint}>
      <Card>
        {members.slice(0, atMost).map(({ name, role }, at) => (
          <ImportLine key={at} head={name} text={[roleNames[role]]} />
        ))}
      </Card>
      {count > atMost ? <View className="second section-hint">{words.memberMore(count - atMost)}</View> : null}
      {isDone ? (
        <View className="section">
          <Button
            id="invite"
            kind="plain"
            icon="people"
            text={words.invite}
            onTap={() => void go(pathTo('work/invite', spotQuery(spot)))}
          />
        </View>
      ) : null}
    </Section>
  )
