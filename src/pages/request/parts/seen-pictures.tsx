import { View } from '@tarojs/components'
import type { Output } from '../../../client'
import { Notice, Pictures } from '../../../components'
import { enlarge } from '../../../platform/pictures'
import { requestView as words } from '../../../text/request'

interface SeenPicturesProps {
  readonly id: string
  readonly label: string
  readonly pictures: Output<'request.show'>['pictures']
}

/** The pictures that this person may see; of the others only that they are there. */
export function SeenPictures({ id, label, pictures }: SeenPicturesProps) {
  const seen = pictures.flatMap(({ pictureId, state, url }) => (url === null ? [] : [{ pictureId, state, url }]))
  const hidden = [...new Set(pictures.filter(({ url }) => url === null).map(({ state }) => words.hiddenPicture[state]))]
  return (
    <View>
      {seen.length > 0 ? (
        <Pictures
          id={id}
          label={label}
          most={seen.length}
          pictures={seen.map(({ pictureId, state, url }) => ({
            ...{ key: pictureId, path: url, state: 'sent' as const },
            note: words.pictureState[state],
          }))}
          onEnlarge={(key) =>
            enlarge(
              seen.map(({ url }) => url),
              seen.find(({ pictureId }) => pictureId === key)?.url ?? '',
            )
          }
        />
      ) : null}
      {hidden.filter(Boolean).map((text) => (
        <Notice key={text} tone="calm" icon="clock" text={text} />
      ))}
    </View>
  )
}

/** Pictures that passed, of which nothing but their address is known. */
export const PublicPictures = ({ id, label, urls }: { id: string; label: string; urls: readonly string[] }) =>
  urls.length === 0 ? (
    <View />
  ) : (
    <Pictures
      id={id}
      label={label}
      most={urls.length}
      pictures={urls.map((url, index) => ({ key: String(index), path: url, state: 'sent' as const }))}
      onEnlarge={(key) => enlarge(urls, urls[Number(key)] ?? '')}
    />
  )
