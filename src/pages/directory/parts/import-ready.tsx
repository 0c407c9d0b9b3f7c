import { View } from '@tarojs/components'
import { useState } from 'react'
import { useWrite } from '../../../client'
import { Button, Notice, Sheet, Slot } from '../../../components'
import { refusalText } from '../../../text'
import { directoryPreview as words } from '../../../text/directory-preview'
import type { DeskSpot } from '../../desk-spot'
import { ChangeBreaks } from './change-breaks'
import { ChangeList, goesOf } from './change-list'
import { ImportMembers } from './import-members'
import { ImportProblems } from './import-problems'
import type { Import, ImportRun } from './use-import'

interface ImportReadyProps {
  readonly run: ImportRun
  readonly data: Import
  readonly spot: DeskSpot
}

/** What an import would do, before anybody sees it; and the one tap that makes it so. */
export function ImportReady({ run, data, spot }: ImportReadyProps) {
  const { changes, breaks, emptied, members, memberCount } = data
  const goes = goesOf(changes)
  const losesPeople = emptied > 0 || changes.some(({ kind, goes: gone }) => kind === 'households' && gone.count > 0)
  const [isSeen, setSeen] = useState(false)
  const [isSure, setSure] = useState(false)
  const mustSee = breaks.length > 0 && !isSeen
  const confirm = () => {
    // The sheet that asks stands open wherever rooms are emptied.
    run.confirm({ breaks: isSeen, rooms: isSure })
    setSure(false)
  }
  return (
    <View id="import-ready">
      <Notice tone="done" icon="check" text={words.ready} />
      <View className="second section-hint">{words.readyHint}</View>
      <ChangeBreaks breaks={breaks} isSeen={isSeen} onSeen={setSeen} />
      <Slot>
        {emptied > 0 ? (
          <View id="emptied" className="section">
            <Notice
              tone="danger"
              icon="alarm"
              text={`${words.emptied(emptied)}。${data.kind === 'workbook' ? words.emptiedHint : ''}`}
            />
          </View>
        ) : null}
      </Slot>
      <ChangeList changes={changes} />
      <ImportProblems data={data} />
      <ImportMembers members={members} count={memberCount} spot={spot} isDone={false} />
      <View className="section stack">
        <Slot>{run.trouble ? <Notice tone="wait" icon="alarm" text={refusalText[run.trouble]} /> : null}</Slot>
        <Slot>{mustSee ? <Notice tone="danger" icon="alarm" text={words.seenFirst} /> : null}</Slot>
        <Button
          id="confirm"
          text={words.confirm}
          disabled={mustSee}
          busy={run.isConfirming ? words.confirming : false}
          onTap={() => (goes.length > 0 || emptied > 0 ? setSure(true) : confirm())}
        />
        <ImportCancel run={run} importId={data.importId} />
      </View>
      {isSure ? (
        <Sheet
          id="sure"
          title={words.sureTitle}
          text={sureText(goes, emptied, losesPeople)}
          main={{ text: words.confirm, kind: 'danger', onTap: confirm }}
          other={{ text: words.sureNo, onTap: () => setSure(false) }}
        />
      ) : null}
    </View>
  )
}

const sureText = (goes: readonly string[], emptied: number, losesPeople: boolean) =>
  [
    goes.length > 0 ? words.sureText(goes) : '',
    emptied > 0 ? words.sureEmptied(emptied) : '',
    losesPeople ? words.sureRooms : '',
  ].join('')

/** Gives an import up, after a question. */
export function ImportCancel({ run, importId }: { readonly run: ImportRun; readonly importId: string }) {
  const { busy, refused, run: cancel } = useWrite('import.cancel')
  const [isAsking, setAsking] = useState(false)
  const give = async () => {
    const done = await cancel({ importId })
    if (!done) return
    setAsking(false)
    await run.reload()
  }
  return (
    <View>
      <Button id="cancel" kind="plain" text={words.cancel} onTap={() => setAsking(true)} />
      {isAsking ? (
        <Sheet
          id="cancel-ask"
          title={words.cancelTitle}
          text={words.cancelText}
          main={{ text: words.cancel, kind: 'danger', busy, onTap: () => void give() }}
          other={{ text: words.cancelNo, onTap: () => setAsking(false) }}
        >
          <Slot>{refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}</Slot>
        </Sheet>
      ) : null}
    </View>
  )
}
