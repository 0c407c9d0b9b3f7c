import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useRead, type Output } from '../../../client'
import { usePosts } from '../../../client/use-posts'
import { Card, Notice, Row, Section, Slot } from '../../../components'
import { whenText } from '../../../text'
import { directoryTable as words, directoryUpload } from '../../../text/directory-table'
import { spotOf, spotQuery, type DeskSpot } from '../../desk-spot'
import { go, pathTo } from '../../go'
import { Shell, useNow, useReturn } from '../../shell'
import { Waiting } from '../../waiting'
import { FileBlank } from '../parts/file-blank'
import { FileExport } from '../parts/file-export'
import { FileUpload } from '../parts/file-upload'
import { Nowhere } from '../parts/nowhere'
import { useUpload } from '../parts/use-upload'

/** 表格导入导出: three plain ways, each by itself. */
export default function TablePage() {
  const { params } = useRouter()
  const spot = spotOf(params)
  const { posts, busy, refused, reload, may } = usePosts()
  if (!spot) return <Nowhere title={words.title} />
  const post = posts?.find(({ communityId }) => communityId === spot.communityId)
  return (
    <Shell title={words.title} {...(post ? { subtitle: post.communityName } : {})}>
      {posts ? (
        <Ways spot={spot} then={params.then ?? ''} mayUpload={may('import.start', spot)} />
      ) : (
        <Waiting busy={busy} refused={refused} retry={() => void reload()} />
      )}
    </Shell>
  )
}

interface WaysProps {
  readonly spot: DeskSpot
  /** Whereto the page of the import leads in the end. */
  readonly then: string
  readonly mayUpload: boolean
}

function Ways({ spot, then, mayUpload }: WaysProps) {
  const { communityId } = spot
  const onward = (importId: string) =>
    void go(pathTo('directory/import', spotQuery(spot), `import=${importId}`, then ? `then=${then}` : ''))
  const upload = useUpload(communityId, onward)
  return (
    <View>
      <View className="second section-hint">{words.lead}</View>
      {mayUpload ? <Unfinished communityId={communityId} onward={onward} /> : null}
      <FileBlank communityId={communityId} />
      {mayUpload ? (
        <View>
          <Section title={words.upload} hint={words.uploadHint}>
            <View className="second section-hint">{words.uploadLimit}</View>
            <View className="second section-hint">{words.onComputer}</View>
            <FileUpload of={upload} text={directoryUpload.choose} />
          </Section>
          <FileExport communityId={communityId} />
        </View>
      ) : (
        <Notice tone="calm" icon="people" text={words.onlyBlank} />
      )}
    </View>
  )
}

type Import = Output<'import.show'>
const isUnfinished = ({ state }: Import) => state !== 'done' && state !== 'cancelled'

/** What was begun before, here or on another phone: its place is not lost by leaving. */
function Unfinished({
  communityId,
  onward,
}: {
  readonly communityId: string
  readonly onward: (importId: string) => void
}) {
  const now = useNow()
  const { data, reload } = useRead('import.show', { communityId, importId: null })
  useReturn(() => void reload())
  return (
    <Slot>
      {data && isUnfinished(data) ? (
        <Section title={words.unfinished} hint={words.unfinishedHint}>
          <Card>
            <Row
              id="unfinished"
              icon="clock"
              title={words.goOn}
              note={words.unfinishedBegan(whenText(data.startedAt, now))}
              onTap={() => onward(data.importId)}
            />
          </Card>
        </Section>
      ) : null}
    </Slot>
  )
}
