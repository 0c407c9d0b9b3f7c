import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useRead, type ActionName, type Output } from '../../client'
import { usePosts } from '../../client/use-posts'
import { Card, Notice, Row, Section, Slot, State } from '../../components'
import { refusalText } from '../../text'
import { directoryHome as words } from '../../text/directory-home'
import { spotOf, spotQuery, type DeskSpot } from '../desk-spot'
import { go, pathTo } from '../go'
import { Shell, useReturn } from '../shell'
import { Waiting } from '../waiting'
import { AgencyList } from './parts/agency-list'
import { Nowhere } from './parts/nowhere'

type Directory = Output<'directory.show'>
type May = (action: ActionName) => boolean

/** 楼栋和电话: what waits in the directory, who is in it, and the ways to keep it true. */
export default function DirectoryPage() {
  const spot = spotOf(useRouter().params)
  const { may } = usePosts()
  const { data, busy, refused, reload } = useRead('directory.show', spot ? { communityId: spot.communityId } : null)
  useReturn(() => void reload())
  if (!spot) return <Nowhere />
  const subtitle = data ? { subtitle: `${data.name} · ${data.streetName}` } : {}
  return (
    <Shell title={words.title} {...subtitle}>
      <Slot>{data && refused ? <Notice tone="wait" icon="offline" text={refusalText[refused]} /> : null}</Slot>
      <Slot>
        {data ? (
          <Home directory={data} spot={spot} may={(action) => may(action, spot)} />
        ) : (
          <Waiting busy={busy} refused={refused} retry={() => void reload()} />
        )}
      </Slot>
    </Shell>
  )
}

interface HomeProps {
  readonly directory: Directory
  readonly spot: DeskSpot
  readonly may: May
}

function Home({ directory, spot, may }: HomeProps) {
  const open = (page: string, ...query: readonly string[]) =>
    void go(pathTo(`directory/${page}`, spotQuery(spot), ...query))
  const { agencies, buildings } = directory
  const maySave = may('agency.save')
  const isEmpty = agencies.length === 0 && buildings === 0
  return (
    <View id="directory">
      <Slot>
        {isEmpty && maySave ? (
          <State
            icon="home"
            title={words.empty}
            hint={words.emptyHint}
            action={{ text: words.begin, onTap: () => open('first') }}
          />
        ) : (
          <Waits directory={directory} open={open} may={may} />
        )}
      </Slot>
      <AgencyList
        agencies={agencies}
        onOpen={(agencyId) => open('agency', `agency=${agencyId}`)}
        onAdd={maySave ? () => open('agency') : null}
      />
      <Ways directory={directory} open={open} may={may} />
    </View>
  )
}

interface WaysProps {
  readonly directory: Directory
  readonly open: (page: string) => void
  readonly may: May
}

/** What should be done first: nobody looks for it further down. */
function Waits({ directory: { agencies, buildings, toCheck, openQuestions }, open, may }: WaysProps) {
  const isBegun = may('agency.save') && (agencies.length === 0 || buildings === 0)
  const asks = may('setting.save') && openQuestions > 0
  if (toCheck === 0 && !asks && !isBegun)
    return agencies.length === 0 ? null : <Notice tone="done" icon="check" text={words.nothingWaits} />
  return (
    <Section title={words.waits} id="waits">
      <Card>
        {isBegun ? (
          <Row id="go-on" icon="home" title={words.goOn} note={words.goOnHint} onTap={() => open('first')} />
        ) : null}
        {toCheck > 0 ? (
          <Row
            id="to-check"
            icon="phone"
            title={words.toCheck(toCheck)}
            note={words.toCheckHint}
            onTap={() => open('check')}
          />
        ) : null}
        {asks ? (
          <Row
            id="open-questions"
            icon="edit"
            title={words.openQuestions(openQuestions)}
            note={words.openQuestionsHint}
            onTap={() => open('settings')}
          />
        ) : null}
      </Card>
    </Section>
  )
}

interface Way {
  readonly page: 'places' | 'settings' | 'table' | 'revisions' | 'first'
  readonly action: ActionName
  readonly note: (directory: Directory, may: May) => string
}

const ways: readonly Way[] = [
  {
    page: 'places',
    action: 'directory.buildings',
    note: ({ estates, buildings }) => words.placesHint(estates.length, buildings),
  },
  { page: 'settings', action: 'setting.list', note: () => words.settingsHint },
  {
    page: 'table',
    action: 'import.template',
    note: (_, may) => (may('import.start') ? words.tableHint : words.tableReadHint),
  },
  { page: 'revisions', action: 'revision.list', note: () => words.revisionsHint },
  { page: 'first', action: 'agency.save', note: () => words.firstHint },
]

/** Everything else, as far as the role reaches. */
const Ways = ({ directory, open, may }: WaysProps) => (
  <Section title={words.more} id="ways">
    <Card>
      {ways
        .filter(({ action }) => may(action))
        .map(({ page, note }) => (
          <Row key={page} id={`way-${page}`} title={words[page]} note={note(directory, may)} onTap={() => open(page)} />
        ))}
    </Card>
  </Section>
)
