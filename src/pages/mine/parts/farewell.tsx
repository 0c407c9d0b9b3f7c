import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { forgetEdition } from '../../../client'
import { Button, Notice, Section } from '../../../components'
import { leave as words } from '../../../text/leave'
import { pathTo } from '../../go'
import { Stays } from './erase-part'

/** The last word: what has happened, what stays and why, and that the door is open. */
export const Farewell = ({ stays }: { readonly stays: readonly string[] }) => (
  <View id="farewell">
    <Notice tone="done" icon="check" text={words.doneHint} />
    <View className="section">{words.doneThanks}</View>
    <Section title={words.doneStays}>
      <Stays of={stays} />
    </Section>
    <View className="section">
      <Button id="farewell-home" text={words.home} onTap={home} />
    </View>
  </View>
)

function home(): void {
  forgetEdition()
  // Every page that is still open shows what is no longer kept.
  void Taro.reLaunch({ url: pathTo('door') })
}
