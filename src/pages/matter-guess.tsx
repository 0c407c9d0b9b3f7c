import { View } from '@tarojs/components'
import { Card, Row, Section } from '../components'
import type { Found } from '../domain/search'
import { findMatterName, groups } from '../knowledge/names'
import { matterGuess as words } from '../text/matter-guess'

/** A matter's id; null: none of ours; undefined: nobody has said yet. */
export type SaidMatter = string | null | undefined

interface MatterGuessProps {
  readonly found: Found
  readonly said: SaidMatter
  readonly onSay: (matter: SaidMatter) => void
}

/** So many are offered: more is a list to read, and whoever writes has better things to do. */
const mostOffered = 3
export const offered = ({ hits }: Found) => hits.slice(0, mostOffered)

/** Asks what a text is about, where the search has an idea; what was said can be changed. */
export function MatterGuess({ found, said, onSay }: MatterGuessProps) {
  const matter = typeof said === 'string' ? findMatterName(said) : undefined
  if (matter || said === null) {
    return (
      <Card>
        <Row
          id="guess-change"
          icon="check"
          title={matter ? matter.name : words.noneChosen}
          note={words.change}
          onTap={() => onSay(undefined)}
        />
      </Card>
    )
  }
  const hits = offered(found)
  if (hits.length === 0) return <View />
  return (
    <Section id="guess" title={words.title}>
      <Card>
        {hits.map(({ id }) => {
          const hit = findMatterName(id)
          const group = groups.find((candidate) => candidate.id === hit?.group)
          return hit ? (
            <Row
              key={id}
              id={`guess-${id}`}
              icon={hit.group}
              title={hit.name}
              note={group?.name ?? ''}
              onTap={() => onSay(id)}
            />
          ) : null
        })}
        <Row id="guess-none" icon="close" title={words.none} end="none" onTap={() => onSay(null)} />
      </Card>
    </Section>
  )
}
