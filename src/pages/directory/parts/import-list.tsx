import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { Button, Card, Slot } from '../../../components'
import { directoryPreview as words } from '../../../text/directory-preview'

const atOnce = 25

interface ImportListProps<Of> {
  readonly id: string
  readonly all: readonly Of[]
  /** How many are shown before any tap. */
  readonly first?: number
  readonly line: (one: Of, at: number) => ReactNode
}

/** A list that may be long: some at first, more by a tap. */
export function ImportList<Of>({ id, all, first = atOnce, line }: ImportListProps<Of>) {
  const [most, setMost] = useState(first)
  const left = all.length - most
  return (
    <View id={id}>
      <Card>{all.slice(0, most).map(line)}</Card>
      <Slot>
        {left > 0 ? (
          <View className="section">
            <Button
              id={`${id}-more`}
              kind="plain"
              text={words.showMore(Math.min(left, atOnce))}
              onTap={() => setMost(most + atOnce)}
            />
          </View>
        ) : null}
      </Slot>
    </View>
  )
}

/** One line of such a list: what it is about, and what there is to say. */
export const ImportLine = ({ head, text }: { readonly head: string; readonly text: readonly string[] }) => (
  <View className="fact">
    <View className="row-words">
      <View className="fact-value">{head}</View>
      {text.map((one) => (
        <View key={one} className="second">
          {one}
        </View>
      ))}
    </View>
  </View>
)
