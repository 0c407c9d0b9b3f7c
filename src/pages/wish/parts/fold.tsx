import { View } from '@tarojs/components'
import { useState, type PropsWithChildren } from 'react'
import { Card, Row } from '../../../components'

interface FoldProps {
  readonly id: string
  readonly icon: string
  readonly title: string
  /** What holds now, without opening it. */
  readonly note: string
  /** Something in it is asked for, or it has a page of its own. */
  readonly isOpen: boolean
}

/** What has a good answer without asking: one line that says so, and opens at a tap. */
export function Fold({ id, icon, title, note, isOpen, children }: PropsWithChildren<FoldProps>) {
  const [wasTapped, setTapped] = useState(false)
  return (
    <View className="section" id={`${id}-part`}>
      {isOpen || wasTapped ? (
        children
      ) : (
        <Card>
          <Row id={`${id}-open`} icon={icon} title={title} note={note} onTap={() => setTapped(true)} />
        </Card>
      )}
    </View>
  )
}
