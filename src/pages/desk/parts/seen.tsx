import { View } from '@tarojs/components'
import { Pictures } from '../../../components'
import { enlarge } from '../../../platform/pictures'
import { deskRequest as words } from '../../../text/desk'
import type { Case } from './moves'

interface SeenProps {
  readonly id: string
  readonly pictures: Case['pictures']
}

/** The pictures that one may see; of the others only that they are there. */
export function Seen({ id, pictures }: SeenProps) {
  const seen = pictures.flatMap(({ pictureId, state, url }) => (url === null ? [] : [{ pictureId, state, url }]))
  const hidden = pictures.filter(({ url }) => url === null)
  const urls = seen.map(({ url }) => url)
  return (
    <>
      {seen.length === 0 ? null : (
        <Pictures
          id={id}
          label={words.pictures}
          most={seen.length}
          pictures={seen.map(({ pictureId, state, url }) => ({
            ...{ key: pictureId, path: url, state: 'sent' as const },
            note: words.pictureState[state],
          }))}
          onEnlarge={(key) => enlarge(urls, seen.find(({ pictureId }) => pictureId === key)?.url ?? '')}
        />
      )}
      {hidden.map(({ pictureId, state }) => (
        <View key={pictureId} className="second">{`${words.pictures}：${words.pictureState[state]}`}</View>
      ))}
    </>
  )
}
