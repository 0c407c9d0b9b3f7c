import { Card, Row, Section } from '../../../components'
import { noticeKinds, type NoticeKind } from '../../../domain/notice/kinds'
import { noticeKindNames } from '../../../text/notice-names'
import { noticeWrite as words } from '../../../text/notice-write'

/** Which template. */
export const KindList = ({ onChoose }: { readonly onChoose: (kind: NoticeKind) => void }) => (
  <Section id="kinds" title={words.kind}>
    <Card>
      {noticeKinds.map((kind) => (
        <Row
          key={kind}
          id={`kind-${kind}`}
          title={noticeKindNames[kind]}
          note={words.kindNotes[kind]}
          onTap={() => onChoose(kind)}
        />
      ))}
    </Card>
  </Section>
)
