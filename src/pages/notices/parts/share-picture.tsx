import { Image, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Card } from '../../../components'
import { cardLayout, type CardWords } from '../../../domain/notice/card'
import { drawCard } from '../../../platform/card-picture'
import { spoken } from '../../../platform/spoken'
import { share as words } from '../../../text/notice-share'

/** The picture of a card, drawn as soon as its words are known: a share cannot wait for it. null: none, or not yet. */
export function useCardPicture(of: CardWords | null): string | null {
  const key = of && JSON.stringify(of)
  const [drawn, setDrawn] = useState<{ readonly key: string; readonly path: string | null } | null>(null)
  useEffect(() => {
    if (key === null) return
    let isMeant = true
    const layout = cardLayout(JSON.parse(key) as CardWords)
    void drawCard(layout).then((path) => isMeant && setDrawn({ key, path }))
    return () => {
      isMeant = false
    }
  }, [key])
  return drawn?.key === key ? (drawn?.path ?? null) : null
}

/** The card as the group will see it. */
export const CardPreview = ({ title, picture }: { readonly title: string; readonly picture: string | null }) => (
  <Card>
    <View className="fact">
      <View className="fact-value">{title}</View>
    </View>
    {picture === null ? null : (
      <View {...spoken({ role: 'img', label: words.previewLabel(title) })}>
        <Image id="card-picture" src={picture} mode="widthFix" style="display:block;width:100%" />
      </View>
    )}
  </Card>
)
