import { View } from '@tarojs/components'
import { useRows, type Output } from '../../../client'
import { Button, Card, Row, Section, Slot } from '../../../components'
import { serviceName } from '../../../knowledge/service-names'
import { soonText } from '../../../text/request-plain'
import { wishStateNames } from '../../../text/wish-names'
import { wishMine as words } from '../../../text/wish-visit'
import { go, pathTo } from '../../go'
import { useNow, useReturn } from '../../shell'
import { ListWaiting, More } from '../../waiting'

type Own = Output<'wish.mine'>['wishes'][number]

/** One's own wishes and those that one helps with: whatever waits for a word says so. */
export function OwnWishes() {
  const rows = useRows(
    'mine',
    'wish.mine',
    (cursor) => ({ cursor }),
    ({ wishes }) => wishes,
  )
  useReturn(() => void rows.reload())
  return (
    <View id="own-wishes">
      {rows.rows.length === 0 ? (
        <ListWaiting {...rows} icon="welfare" empty={words.mineEmpty} emptyHint={words.mineHint} />
      ) : (
        <View>
          <Part id="helping" title={words.helping} wishes={rows.rows.filter(({ as }) => as === 'helper')} />
          <Part id="wishing" title={words.own} wishes={rows.rows.filter(({ as }) => as === 'wisher')} />
        </View>
      )}
      <Slot>
        <More {...rows} />
      </Slot>
      <View className="section">
        <Button id="write-wish" icon="edit" text={words.write} onTap={() => void go(pathTo('wish/form'))} />
      </View>
    </View>
  )
}

function Part({ id, title, wishes }: { readonly id: string; readonly title: string; readonly wishes: readonly Own[] }) {
  const now = useNow()
  if (wishes.length === 0) return <View />
  return (
    <Section id={id} title={title}>
      <Card>
        {wishes.map(({ wishId, words: said, kinds, state, visitAt, waits }) => (
          <Row
            key={wishId}
            id={`wish-${wishId}`}
            title={said === '' ? kinds.map(serviceName).join('、') : said}
            note={[wishStateNames[state], visitAt === null ? '' : words.visit(soonText(visitAt, now))]
              .filter(Boolean)
              .join(' · ')}
            {...(waits ? { unread: words.waits } : {})}
            onTap={() => void go(pathTo('wish/visit', `id=${wishId}`))}
          />
        ))}
      </Card>
    </Section>
  )
}
