import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRows, useWrite, type Output } from '../../../client'
import { Card, Notice, Row, Sheet, Slot } from '../../../components'
import { refusalText, whenText } from '../../../text'
import { directoryRevisions as words } from '../../../text/directory-table'
import { spotOf, spotQuery, type DeskSpot } from '../../desk-spot'
import { go, pathTo } from '../../go'
import { Shell, useNow, useReturn } from '../../shell'
import { ListWaiting, More } from '../../waiting'
import { Nowhere } from '../parts/nowhere'

type Revision = Output<'revision.list'>['revisions'][number]

/** 以前的版本: what the directory was before each change, to be brought back. */
export default function RevisionsPage() {
  const spot = spotOf(useRouter().params)
  if (!spot) return <Nowhere title={words.title} />
  return (
    <Shell title={words.title}>
      <View className="second section-hint">{words.lead}</View>
      <Revisions spot={spot} />
    </Shell>
  )
}

function Revisions({ spot }: { readonly spot: DeskSpot }) {
  const { communityId } = spot
  const now = useNow()
  const list = useRows(
    communityId,
    'revision.list',
    (cursor) => ({ communityId, cursor }),
    ({ revisions }) => revisions,
  )
  useReturn(() => void list.reload())
  const [asked, setAsked] = useState<Revision | null>(null)
  const { busy, refused, run, clear } = useWrite('revision.restore')
  /** It changes nothing yet: what it would do is shown by the page of an import. */
  const restore = async ({ revision }: Revision) => {
    const begun = await run({ communityId, revision })
    if (!begun) return
    setAsked(null)
    void go(pathTo('directory/import', spotQuery(spot), `import=${begun.importId}`, `revision=${revision}`))
  }
  return (
    <View id="revisions">
      {list.rows.length === 0 ? (
        <ListWaiting {...list} icon="clock" empty={words.empty} emptyHint={words.emptyHint} />
      ) : (
        <Card>
          {list.rows.map((one) => (
            <Row
              key={one.revision}
              id={`revision-${one.revision}`}
              title={words.until(whenText(one.until, now))}
              note={words.endedBy[one.endedBy]}
              onTap={() => {
                clear()
                setAsked(one)
              }}
            />
          ))}
        </Card>
      )}
      <Slot>{list.rows.length > 0 ? <More {...list} /> : null}</Slot>
      {asked ? (
        <Sheet
          id="restore-ask"
          title={words.askTitle}
          text={words.askText(whenText(asked.until, now))}
          main={{ text: words.yes, busy, onTap: () => void restore(asked) }}
          other={{ text: words.no, onTap: () => setAsked(null) }}
        >
          <Slot>{refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}</Slot>
        </Sheet>
      ) : null}
    </View>
  )
}
