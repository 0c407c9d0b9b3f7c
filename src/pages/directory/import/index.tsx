import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button, Notice, State } from '../../../components'
import { directoryPreview as words } from '../../../text/directory-preview'
import { spotOf, spotQuery, type DeskSpot } from '../../desk-spot'
import { pathTo } from '../../go'
import { Shell } from '../../shell'
import { Waiting } from '../../waiting'
import { FileUpload } from '../parts/file-upload'
import { ImportDone } from '../parts/import-done'
import { ImportOutdated } from '../parts/import-outdated'
import { ImportProblems } from '../parts/import-problems'
import { ImportCancel, ImportReady } from '../parts/import-ready'
import { ImportWorking } from '../parts/import-working'
import { Nowhere } from '../parts/nowhere'
import { useImport, type Import, type ImportRun } from '../parts/use-import'
import { useUpload, type Uploading } from '../parts/use-upload'

/** 核对这次导入: of a workbook, of an earlier revision, or of many buildings at once. */
export default function ImportPage() {
  const { params } = useRouter()
  const spot = spotOf(params)
  if (!spot) return <Nowhere title={words.title} />
  const revision = Number(params.revision)
  return (
    <Shell title={words.title}>
      <OneImport
        spot={spot}
        first={params.import || null}
        restores={params.revision ? revision : null}
        then={params.then === 'first' ? 'first' : null}
      />
    </Shell>
  )
}

interface OneImportProps {
  readonly spot: DeskSpot
  /** The import that the page was opened for; null: the last one. */
  readonly first: string | null
  readonly restores: number | null
  readonly then: 'first' | null
}

/** Which import is looked at. One that is begun here takes the place of the one before. */
function OneImport({ spot, first, restores, then }: OneImportProps) {
  const [asked, setAsked] = useState({ importId: first, restores })
  const run = useImport(spot.communityId, asked.importId)
  const upload = useUpload(spot.communityId, (importId) => setAsked({ importId, restores: null }))
  const { data } = run
  if (!data) return <Nothing run={run} spot={spot} />
  const restore = (importId: string, revision: number) => setAsked({ importId, restores: revision })
  if (run.isOutdated) {
    return (
      <ImportOutdated
        {...{ data, spot, upload, restores: asked.restores }}
        onBegun={(importId) => setAsked({ importId, restores: asked.restores })}
      />
    )
  }
  if (run.isUnsent) return <Unsent run={run} data={data} upload={upload} />
  if (run.working) return <ImportWorking run={run} working={run.working} />
  if (data.state === 'faulty') return <Faulty run={run} data={data} upload={upload} />
  if (data.state === 'ready') return <ImportReady key={data.importId} run={run} data={data} spot={spot} />
  if (data.state === 'done') return <ImportDone {...{ data, spot, then }} onRestore={restore} />
  return <Cancelled spot={spot} onLatest={() => setAsked({ importId: null, restores: null })} />
}

const toTable = (spot: DeskSpot) => void Taro.redirectTo({ url: pathTo('directory/table', spotQuery(spot)) })

const Nothing = ({ run, spot }: { readonly run: ImportRun; readonly spot: DeskSpot }) =>
  run.refused === 'import.missing' && !run.busy ? (
    <State
      icon="list"
      title={words.none}
      hint={words.noneHint}
      action={{ text: words.toTable, onTap: () => toTable(spot) }}
    />
  ) : (
    <Waiting busy={run.busy} refused={run.refused} retry={() => void run.reload()} />
  )

interface OfWorkbook {
  readonly run: ImportRun
  readonly data: Import
  readonly upload: Uploading
}

/** The workbook did not arrive, or is just being brought up by somebody else. */
const Unsent = ({ run, data, upload }: OfWorkbook) => (
  <View id="import-unsent">
    <Notice tone="wait" icon="offline" text={`${words.unsent}。${words.unsentHint}`} />
    <View className="section stack">
      <FileUpload of={upload} text={words.chooseAnew} />
      <Button id="look-again" kind="plain" text={words.look} onTap={run.goOn} />
      <ImportCancel run={run} importId={data.importId} />
    </View>
  </View>
)

/** What is wrong in the workbook, and the way to bring up the mended one. */
const Faulty = ({ run, data, upload }: OfWorkbook) => (
  <View id="import-faulty">
    {data.fault === null ? (
      <Notice tone="wait" icon="alarm" text={`${words.faulty}。${words.faultyHint}`} />
    ) : (
      <Notice tone="wait" icon="alarm" text={`${words.fault}。${data.fault}`} />
    )}
    <ImportProblems data={data} />
    <View className="section stack">
      <FileUpload of={upload} text={words.resend} />
      <ImportCancel run={run} importId={data.importId} />
    </View>
  </View>
)

const Cancelled = ({ spot, onLatest }: { readonly spot: DeskSpot; readonly onLatest: () => void }) => (
  <View id="import-cancelled">
    <State
      icon="check"
      title={words.cancelled}
      hint={words.cancelledHint}
      action={{ text: words.toTable, onTap: () => toTable(spot) }}
    />
    <View className="section">
      <Button id="latest" kind="plain" text={words.latest} onTap={onLatest} />
    </View>
  </View>
)
