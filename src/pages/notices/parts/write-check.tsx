import { View } from '@tarojs/components'
import {
  Button,
  Chips,
  Facts,
  Notice,
  Pictures,
  Slot,
  TextArea,
  TextField,
  type PictureItem,
} from '../../../components'
import { longestBody, longestTitle, mostNoticePictures } from '../../../domain/notice/limits'
import { lengthOf, type NoticeProblem } from '../../../domain/notice/problems'
import { addDays, dayOf } from '../../../domain/time/clock'
import { noticeKindNames } from '../../../text/notice-names'
import { audienceText } from '../../../text/notice-places'
import { spanText, untilText, weekdaySaying } from '../../../text/notice-when'
import { noticeProblemTexts, noticeWrite as words } from '../../../text/notice-write'
import type { Content, WriteFields } from './write-fields'
import { NoticeFile } from './write-file'
import { Preview } from './write-preview'
import { endOfDay } from './write-spans'
import type { NoticeWriting } from './use-notice-writing'
import { whereNames, type Places } from './write-where'

interface CheckProps {
  readonly writing: NoticeWriting
  readonly content: Content
  readonly places: Places
  readonly isChange: boolean
  readonly now: number
}

/** How it reads: everything can be changed by hand, then it goes out. */
export function CheckForm(props: CheckProps) {
  const { writing, content, places, isChange, now } = props
  const { fields, change, problems, written } = writing
  const errorOf = (...of: readonly NoticeProblem[]) => {
    const found = problems.find((one) => of.includes(one))
    return found === undefined ? {} : { error: noticeProblemTexts[found] }
  }
  const inWords = ['title-empty', 'title-long', 'body-empty', 'body-long'] as const
  const others = problems.filter((one) => !(inWords as readonly NoticeProblem[]).includes(one))
  const isOwnWords = fields.title !== null || fields.body !== null
  return (
    <View id="check">
      <Preview content={content} places={places} isChanged={isChange} now={now} />
      <Slot>
        {isOwnWords && written !== null && (fields.title ?? written.title) !== written.title ? (
          <View className="section stack">
            <View className="second">{words.outdated}</View>
            <Button id="rewrite" kind="plain" text={words.rewrite} onTap={() => change({ title: null, body: null })} />
          </View>
        ) : null}
      </Slot>
      <TextField
        id="title"
        label={words.titleField}
        value={fields.title ?? written?.title ?? ''}
        maxLength={longestTitle * 2}
        hint={words.titleHint(lengthOf(content.title), longestTitle)}
        {...errorOf('title-empty', 'title-long')}
        onChange={(title) => change({ title })}
      />
      <TextArea
        id="body"
        label={words.bodyField}
        value={fields.body ?? written?.body ?? ''}
        maxLength={longestBody}
        {...errorOf('body-empty', 'body-long')}
        onChange={(body) => change({ body })}
      />
      <Summary {...props} />
      <Valid fields={fields} content={content} now={now} change={change} />
      <OwnPictures writing={writing} />
      <NoticeFile sending={writing.file} file={fields.file} onRemove={() => change({ file: null })} />
      <Slot>
        {others.map((problem) => (
          <Notice key={problem} tone="wait" icon="alarm" text={noticeProblemTexts[problem]} />
        ))}
      </Slot>
    </View>
  )
}

/** What the words do not hold, in one look, with the way back to it. */
function Summary({ writing: { change }, content, places, now }: CheckProps) {
  const { about, where, needs, span } = content
  const back = { text: words.change, onTap: () => change({ step: 'fill' }) }
  return (
    <View className="section">
      <Facts
        rows={[
          { id: 'sum-what', label: words.rows.what, value: noticeKindNames[about.kind] },
          {
            id: 'sum-where',
            label: words.rows.where,
            value: audienceText(whereNames(places, where), needs),
            action: back,
          },
          {
            id: 'sum-when',
            label: words.rows.when,
            value: span === null ? words.noTime : whenOf(span, now),
            action: back,
          },
        ]}
      />
    </View>
  )
}

const whenOf = ({ from, until, isNow }: NonNullable<Content['span']>, now: number): string =>
  isNow
    ? [words.now, until === null ? '' : untilText(until, weekdaySaying(now))].filter(Boolean).join('–')
    : spanText(from, until, weekdaySaying(now))

const validDays = [3, 7, 30, 90] as const

interface ValidProps {
  readonly fields: WriteFields
  readonly content: Content
  readonly now: number
  readonly change: NoticeWriting['change']
}

function Valid({ fields: { validUntil }, content, now, change }: ValidProps) {
  const afterDays = (days: number) => endOfDay(addDays(dayOf(now), days))
  const chosen = validUntil === null ? 'end' : validDays.find((days) => afterDays(days) === validUntil)
  return (
    <View>
      <Chips
        id="valid"
        question={words.valid}
        options={[
          { id: 'end', label: words.validUntil.end },
          ...validDays.map((days) => ({ id: String(days), label: words.validUntil[days] })),
        ]}
        chosen={chosen === undefined ? null : String(chosen)}
        onChoose={(id) => change({ validUntil: id === 'end' ? null : afterDays(Number(id)) })}
      />
      <View className="second">{words.validText(untilText(content.validUntil, weekdaySaying(now)))}</View>
    </View>
  )
}

/** Those that it has had, and those of this phone. */
function OwnPictures({ writing: { fields, change, pictures, earlier } }: { readonly writing: NoticeWriting }) {
  const held: readonly PictureItem[] = fields.held.map((key) => ({
    key,
    path: earlier.find(({ pictureId }) => pictureId === key)?.url ?? '',
    state: 'sent',
  }))
  const remove = (key: string) =>
    fields.held.includes(key) ? change({ held: fields.held.filter((one) => one !== key) }) : pictures.remove(key)
  return (
    <View className="section">
      <Pictures
        id="pictures"
        label={words.pictures}
        pictures={[...held, ...pictures.pictures]}
        most={mostNoticePictures}
        onAdd={pictures.add}
        onRemove={remove}
        onRetry={pictures.retry}
        onEnlarge={pictures.enlarge}
      />
      <Slot>
        {pictures.problem ? <Notice tone="wait" icon="alarm" text={words.pictureProblems[pictures.problem]} /> : null}
      </Slot>
    </View>
  )
}
