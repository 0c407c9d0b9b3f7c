import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { common } from '../text'
import { Icon } from './icon'
import { Slot } from './slot'
import { Tap } from './tap'
import { spoken } from '../platform/spoken'

interface PageProps {
  readonly title: string
  readonly subtitle?: string
  readonly care: boolean
  /** 1 = as usual; how much larger the person has set type on the phone. */
  readonly scale: number
  readonly online: boolean
  readonly onCare: (care: boolean) => void
}

/** What every page has: its name, the switch between editions, and a word when there is no network. */
export function Page({ title, subtitle, care, scale, online, onCare, children }: PropsWithChildren<PageProps>) {
  return (
    <View className={care ? 'page care' : 'page'} style={`--scale:${scale}`}>
      <View className="head">
        <View className="head-words">
          <View className="head-title" {...spoken({ role: 'heading' })}>
            {title}
          </View>
          {subtitle ? <View className="second">{subtitle}</View> : null}
        </View>
        <Tap
          id="care"
          className="switch"
          label={care ? common.careOffHint : common.careOnHint}
          onTap={() => onCare(!care)}
        >
          <Icon name="letters" />
          <View>{care ? common.careOff : common.careOn}</View>
        </Tap>
      </View>
      <Slot>
        {online ? null : <Notice tone="wait" icon="offline" text={`${common.offline}。${common.offlineHint}`} />}
      </Slot>
      {children}
    </View>
  )
}

/** One calm sentence with a sign: never by colour alone. */
export const Notice = ({
  tone,
  icon,
  text,
}: {
  readonly tone: 'wait' | 'done' | 'calm' | 'danger'
  readonly icon: string
  readonly text: string
}) => (
  <View className={`notice notice-${tone}`} {...spoken({ role: 'status' })}>
    <Icon name={icon} />
    <View className="notice-text">{text}</View>
  </View>
)
