import { View } from '@tarojs/components'
import { Button, Notice } from '../../../components'
import { directoryAgency as words } from '../../../text/directory-agency'
import type { AgencyFields } from './agency-fields'
import { changesBetween } from './agency-merge'
import { roleWords } from './agency-roles'

interface AgencyMovedProps {
  /** What was there when this form was begun, and what others made of it. */
  readonly before: AgencyFields
  readonly after: AgencyFields
  readonly onMerge: () => void
  readonly onTheirs: () => void
}

/** Somebody else saved the agency meanwhile: what they changed, and what becomes of what one typed. */
export const AgencyMoved = ({ before, after, onMerge, onTheirs }: AgencyMovedProps) => (
  <View id="moved">
    <Notice tone="wait" icon="alarm" text={`${words.moved}。${words.movedHint}`} />
    {sentences(before, after).map((sentence) => (
      <View key={sentence}>{`· ${sentence}`}</View>
    ))}
    <View className="card-more stack">
      <Button id="moved-merge" text={words.movedMerge} onTap={onMerge} />
      <Button id="moved-theirs" kind="plain" text={words.movedTheirs} onTap={onTheirs} />
    </View>
  </View>
)

function sentences(before: AgencyFields, after: AgencyFields): readonly string[] {
  const { name, roles, area, added, removed, changed } = changesBetween(before, after)
  return [
    ...(name ? [words.movedName(after.name)] : []),
    ...(roles ? [words.movedRoles(roleWords(after.roles))] : []),
    ...(area ? [words.movedArea] : []),
    ...added.map(words.movedAdded),
    ...removed.map(words.movedRemoved),
    ...changed.map(({ from, to }) => words.movedChanged(from, to)),
  ]
}
