import { View } from '@tarojs/components'
import { Card, Section } from '../../../components'
import { directoryPreview as words } from '../../../text/directory-preview'
import { ImportLine } from './import-list'
import type { Import } from './use-import'

type Change = Import['changes'][number]['comes']

const lineOf = (say: (count: number) => string, { count, examples }: Change): readonly string[] =>
  count === 0 ? [] : [`${say(count)}${examples.length > 0 ? `：${words.such(examples, count)}` : ''}`]

interface ChangeListProps {
  readonly changes: Import['changes']
  readonly isDone?: boolean
}

/** What an import would do, or has done: kind by kind, with the first few by name. */
export const ChangeList = ({ changes, isDone = false }: ChangeListProps) =>
  changes.length === 0 ? (
    <View className="section">{isDone ? null : words.nothing}</View>
  ) : (
    <Section id="changes" title={isDone ? words.changed : words.changes}>
      <Card>
        {changes.map(({ kind, comes, changes: become, goes }) => (
          <ImportLine
            key={kind}
            head={words.kinds[kind]}
            text={[...lineOf(words.comes, comes), ...lineOf(words.becomes, become), ...lineOf(words.goes, goes)]}
          />
        ))}
      </Card>
    </Section>
  )

/** What goes, as a few words for each kind; empty where nothing goes. */
export const goesOf = (changes: Import['changes']): readonly string[] =>
  changes.flatMap(({ kind, goes }) => (goes.count === 0 ? [] : [`${words.kinds[kind]}${goes.count}`]))
