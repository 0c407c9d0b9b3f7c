import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { call, useRows, type Output } from '../../../client'
import { Button, Facts, Notice, Slot } from '../../../components'
import { dayOf } from '../../../domain/time/clock'
import { serviceName } from '../../../knowledge/service-names'
import { saveText, type Saved } from '../../../platform/save-file'
import { dateText, refusalText } from '../../../text'
import { lengthText, wishMine as words } from '../../../text/wish-visit'
import { useNow } from '../../shell'
import { ListWaiting, More } from '../../waiting'

type Hour = Output<'wish.hours'>['hours'][number]

const kindsText = (kinds: readonly string[]) => kinds.map(serviceName).join('、') || serviceName('')

/** For a spreadsheet: the mark at its head is what makes programs read the words right. */
const fileOf = (hours: readonly Hour[]): string =>
  `\uFEFF${[words.exportHead, ...hours.map(({ at, minutes, kinds }) => `${dayOf(at)},${kindsText(kinds)},${minutes}`)].join('\r\n')}\r\n`

/** A page has twenty rows: more than this is no record of one person. */
const mostPages = 100

/** All of it, page by page; null: something stood in between. */
async function allHours(): Promise<readonly Hour[] | null> {
  const hours: Hour[] = []
  let cursor: string | null = null
  for (let page = 0; page < mostPages; page += 1) {
    const answer: Awaited<ReturnType<typeof call<'wish.hours'>>> = await call('wish.hours', { cursor })
    if (!answer.ok) return null
    hours.push(...answer.data.hours)
    cursor = answer.data.cursor
    if (cursor === null) break
  }
  return hours
}

/** One's own record: what both sides have confirmed. Nobody else sees a sum of it. */
export function Hours() {
  const now = useNow()
  const rows = useRows(
    'hours',
    'wish.hours',
    (cursor) => ({ cursor }),
    ({ hours }) => hours,
  )
  // A page may hold nothing of theirs and still have another behind it.
  if (rows.rows.length === 0 && (rows.busy || rows.refused !== null || rows.more === null))
    return <ListWaiting {...rows} icon="clock" empty={words.hoursEmpty} emptyHint={words.hoursHint} />
  const minutes = rows.rows.reduce((sum, hour) => sum + hour.minutes, 0)
  return (
    <View id="hours" className="section">
      <Notice
        tone="calm"
        icon="clock"
        text={`${words.total(lengthText(minutes), rows.rows.length)}${rows.more ? words.totalSoFar : ''}`}
      />
      <Facts
        rows={rows.rows.map(({ wishId, at, minutes: took, kinds }) => ({
          id: `hour-${wishId}-${at}`,
          label: dateText(at, now),
          value: `${kindsText(kinds)} · ${lengthText(took)}`,
        }))}
      />
      <Slot>
        <More {...rows} />
      </Slot>
      <Export />
    </View>
  )
}

/** Fetches first, saves in a second tap: WeChat forwards a file only directly in a tap. */
function Export() {
  const file = useRef<string | null>(null)
  const [state, setState] = useState<'start' | 'busy' | 'ready' | 'failed' | Saved>('start')
  const prepare = async () => {
    setState('busy')
    const hours = await allHours()
    file.current = hours && fileOf(hours)
    setState(hours ? 'ready' : 'failed')
  }
  const save = () => {
    if (file.current !== null) void saveText(words.exportFile, file.current).then(setState)
  }
  return (
    <View className="section stack">
      <Slot>
        {state === 'saved' || state === 'copied' ? <Notice tone="done" icon="check" text={words[state]} /> : null}
        {state === 'failed' ? <Notice tone="wait" icon="alarm" text={refusalText['network.failed']} /> : null}
      </Slot>
      {state === 'start' || state === 'busy' || state === 'failed' ? (
        <Button
          id="export-start"
          kind="plain"
          icon="save"
          text={words.exportAll}
          busy={state === 'busy'}
          onTap={() => void prepare()}
        />
      ) : (
        <Button id="export-save" icon="save" text={words.export} onTap={save} />
      )}
    </View>
  )
}
