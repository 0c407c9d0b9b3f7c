import { Image, View } from '@tarojs/components'
import { spoken } from '../platform/spoken'
import { kit } from '../text'
import { Icon } from './icon'
import { Tap } from './tap'

export interface PictureItem {
  readonly key: string
  /** Where the phone or the cloud has it. */
  readonly path: string
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed'
  /** Percent of the sending. */
  readonly progress?: number
  /** Something to say of it, such as that it is being checked. */
  readonly note?: string
}

interface PicturesProps {
  readonly id: string
  readonly label: string
  readonly pictures: readonly PictureItem[]
  readonly most: number
  readonly disabled?: boolean
  /** Absent where they are only looked at: then nothing can be added or removed. */
  readonly onAdd?: () => void
  readonly onRemove?: (key: string) => void
  readonly onRetry?: (key: string) => void
  readonly onEnlarge: (key: string) => void
}

/** Up to `most` pictures, with what becomes of each. */
export function Pictures({ id, label, pictures, most, disabled = false, onAdd, onRemove, ...more }: PicturesProps) {
  const left = most - pictures.length
  return (
    <View id={id} className="field" {...spoken({ role: 'group', label })}>
      <View className="field-label">{label}</View>
      {onAdd ? <View className="second">{left > 0 ? kit.morePictures(left) : kit.fullPictures(most)}</View> : null}
      <View className="pictures">
        {pictures.map((picture, index) => (
          <Picture
            key={picture.key}
            id={id}
            rank={index + 1}
            picture={picture}
            disabled={disabled}
            {...(onRemove && onAdd ? { onRemove } : {})}
            {...more}
          />
        ))}
        {onAdd && left > 0 ? (
          <Tap id={`${id}-add`} className="picture-add" disabled={disabled} onTap={onAdd}>
            <Icon name="camera" />
            <View>{kit.addPicture}</View>
          </Tap>
        ) : null}
      </View>
    </View>
  )
}

type PictureProps = Pick<PicturesProps, 'id' | 'disabled' | 'onRemove' | 'onRetry' | 'onEnlarge'> & {
  readonly rank: number
  readonly picture: PictureItem
}

function Picture({ id, rank, picture, disabled = false, onRemove, onRetry, onEnlarge }: PictureProps) {
  const { key, path } = picture
  return (
    <View className="picture">
      <Tap id={`${id}-open-${key}`} label={kit.enlarge(rank)} onTap={() => onEnlarge(key)}>
        <Image className="picture-image" src={path} mode="aspectFill" />
      </Tap>
      <PictureState picture={picture} />
      {picture.state === 'failed' && onRetry ? (
        <Tap
          id={`${id}-retry-${key}`}
          className="link"
          label={kit.retryPictureOf(rank)}
          disabled={disabled}
          onTap={() => onRetry(key)}
        >
          {kit.retryPicture}
        </Tap>
      ) : null}
      {onRemove ? (
        <Tap
          id={`${id}-remove-${key}`}
          className="link"
          label={kit.removePictureOf(rank)}
          disabled={disabled}
          onTap={() => onRemove(key)}
        >
          {kit.removePicture}
        </Tap>
      ) : null}
    </View>
  )
}

function PictureState({ picture: { state, progress = 0, note } }: { readonly picture: PictureItem }) {
  if (state === 'sending') {
    return (
      <>
        <View className="picture-bar">
          <View className="picture-done" style={`width:${progress}%`} />
        </View>
        <View className="picture-state">{kit.sending(progress)}</View>
      </>
    )
  }
  const words = state === 'sent' ? note : kit.pictureState[state]
  if (!words) return null
  return (
    <View
      className={state === 'failed' ? 'picture-state picture-failed' : 'picture-state'}
      {...spoken({ role: 'status' })}
    >
      {words}
    </View>
  )
}
