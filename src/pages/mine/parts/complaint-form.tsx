import { View } from '@tarojs/components'
import { useState } from 'react'
import { useDraft, type Draft } from '../../../client/use-draft'
import { useFiling } from '../../../client/use-filing'
import { usePictures, type SentPicture } from '../../../client/use-pictures'
import { Button, Card, Choices, Notice, Pictures, Row, Slot, TextArea } from '../../../components'
import { refusalText } from '../../../text'
import { complain as words, complaintKindOrder, complaintKindText, type ComplaintKind } from '../../../text/content'
import { ConsentSheet, useConsented } from '../../consent'
import { ComplaintSent } from './complaint-sent'

interface FormProps {
  readonly communityId: string
  /** The answer of a complaint that is reported; null: nothing. */
  readonly reported: { readonly id: string; readonly part: string } | null
  /** A card on the wish wall that is reported, and how that begins; null: none. */
  readonly hanging: { readonly id: string; readonly words: string } | null
}

interface Fields {
  readonly kind: ComplaintKind | null
  readonly words: string
  readonly pictures: readonly SentPicture[]
}

/** As the contract has them. */
const mostPictures = 3
const longest = 500
/** What was uploaded and belongs to nothing is gone from the server a day later (ms). */
const picturesKept = 20 * 60 * 60 * 1000

const isKind = (id: string): id is ComplaintKind => id in complaintKindText

/** First what it is about; then the words, the pictures and the button. */
export function ComplaintForm({ communityId, reported, hanging }: FormProps) {
  const draft = useDraft<Fields>(nameOf({ reported, hanging }), {
    kind: reported || hanging ? 'content' : null,
    words: hanging?.words ?? '',
    pictures: [],
  })
  const { kind } = draft.fields
  if (kind === null) {
    return (
      <View className="section">
        <Choices
          id="kind"
          label={words.about}
          options={complaintKindOrder.map((id) => ({ id, ...complaintKindText[id] }))}
          chosen={null}
          onChoose={(id) => (isKind(id) ? draft.change({ kind: id }) : undefined)}
        />
        <View className="section second">{words.another}</View>
      </View>
    )
  }
  return <Writing communityId={communityId} reported={reported} kind={kind} draft={draft} />
}

const nameOf = ({ reported, hanging }: Pick<FormProps, 'reported' | 'hanging'>): string =>
  reported ? `report-${reported.id}-${reported.part}` : hanging ? `report-${hanging.id}` : 'complaint'

interface WritingProps extends Omit<FormProps, 'hanging'> {
  readonly kind: ComplaintKind
  readonly draft: Draft<Fields>
}

function Writing({ communityId, reported, kind, draft }: WritingProps) {
  const { fields, keptAt, change, drop } = draft
  const beginning = useConsented('picture.begin')
  const pictures = usePictures({
    most: mostPictures,
    begin: () => beginning.run({}),
    kept: keptAt !== null && Date.now() - keptAt < picturesKept ? fields.pictures : [],
    onSent: (sent) => change({ pictures: sent }),
  })
  const agreeing = useConsented('complaint.file')
  const filing = useFiling('complaint.file', agreeing)
  const [missing, setMissing] = useState<string | null>(null)

  const send = async () => {
    const said = fields.words.trim()
    if (said === '') return setMissing(words.wordsMissing)
    if (pictures.isBusy) return setMissing(words.picturesBusy)
    if (pictures.hasFailed) return setMissing(words.pictureProblem)
    setMissing(null)
    const filed = await filing.send({
      communityId,
      kind,
      about: reported && { collection: 'complaints', ...reported },
      words: said,
      pictures: pictures.sent().map(({ pictureId }) => pictureId),
    })
    if (filed === null) return
    drop()
    pictures.done()
  }
  if (filing.filed !== null) return <ComplaintSent kind={kind} filed={filing.filed} />
  return (
    <View className="section" id="complaint-form">
      <Card>
        <Row
          id="kind-chosen"
          title={complaintKindText[kind].title}
          note={reported ? words.reported : words.change}
          end={reported ? 'none' : 'next'}
          onTap={() => (reported ? undefined : change({ kind: null }))}
        />
      </Card>
      <TextArea
        id="words"
        label={words.words}
        hint={words.wordsHint}
        value={fields.words}
        maxLength={longest}
        disabled={filing.busy}
        {...(missing === words.wordsMissing ? { error: missing } : {})}
        onChange={(typed) => {
          change({ words: typed })
          setMissing(null)
        }}
      />
      <Pictures
        id="pictures"
        label={words.pictures}
        pictures={pictures.pictures}
        most={mostPictures}
        disabled={filing.busy}
        onAdd={pictures.add}
        onRemove={pictures.remove}
        onRetry={pictures.retry}
        onEnlarge={pictures.enlarge}
      />
      <Slot>{pictures.problem ? <Notice tone="wait" icon="alarm" text={problemText[pictures.problem]} /> : null}</Slot>
      <Slot>
        {missing !== null && missing !== words.wordsMissing ? <Notice tone="wait" icon="clock" text={missing} /> : null}
        {beginning.refused ? <Notice tone="wait" icon="alarm" text={refusalText[beginning.refused]} /> : null}
        {filing.refused ? <Notice tone="wait" icon="alarm" text={refusalText[filing.refused]} /> : null}
      </Slot>
      <ConsentSheet of={beginning} />
      <ConsentSheet of={agreeing} />
      <View className="section stack">
        <Button id="send" text={words.send} busy={filing.busy ? words.sending : false} onTap={() => void send()} />
        <View className="second">{words.kept}</View>
        <View className="second">{words.urgent}</View>
      </View>
    </View>
  )
}

const problemText = {
  denied: words.picturesDenied,
  failed: words.picturesFailed,
  'not-a-picture': refusalText['picture.not-a-picture'],
} as const
