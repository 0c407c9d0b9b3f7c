import { View } from '@tarojs/components'
import { Icon, Notice } from '../../../components'
import { isOpen } from '../../../domain/request/verbs'
import { deskMarks, deskRequest as words, nextForHandler, nextForKeeper } from '../../../text/desk'
import { requestStateNames, requestStatePlain, soonText } from '../../../text/request-names'
import { matterTitle, placeText } from './desk-row'
import type { Case } from './moves'

const nextOf = ({ viewer, state }: Case): string =>
  viewer === 'handler'
    ? nextForHandler[state]
    : viewer === 'grid-leader' || viewer === 'secretary'
      ? nextForKeeper[state]
      : requestStatePlain[state]

interface Line {
  readonly id: string
  readonly icon: string
  readonly tone: 'tag-late' | 'tag-wait' | 'tag-done' | 'tag-calm'
  readonly text: string
}

/** Until when what has to happen; late is said by word, shape and colour. */
function linesOf({ state, response, resolution, holdUntil, silenceAt }: Case, now: number): readonly Line[] {
  if (!isOpen(state)) return []
  const contact: Line =
    response.metAt !== null
      ? { id: 'contact', icon: 'check', tone: 'tag-done', text: words.responded(soonText(response.metAt, now)) }
      : now > response.dueAt
        ? { id: 'contact', icon: 'alarm', tone: 'tag-late', text: words.respondLate(soonText(response.dueAt, now)) }
        : { id: 'contact', icon: 'clock', tone: 'tag-wait', text: words.respond(soonText(response.dueAt, now)) }
  if (silenceAt !== null)
    return [{ id: 'silence', icon: 'clock', tone: 'tag-calm', text: words.silence(soonText(silenceAt, now)) }]
  if (resolution.paused) {
    const until = holdUntil === null ? '' : `，${words.holdUntil(soonText(holdUntil, now))}`
    return [contact, { id: 'paused', icon: 'clock', tone: 'tag-calm', text: `${deskMarks.paused}${until}` }]
  }
  const when = soonText(resolution.dueAt, now)
  return [
    contact,
    now > resolution.dueAt
      ? { id: 'finish', icon: 'alarm', tone: 'tag-late', text: words.finishLate(when) }
      : { id: 'finish', icon: 'clock', tone: 'tag-wait', text: words.finish(when) },
  ]
}

/** What stands first: what to do next, and until when. */
export function CaseHead({ request, now }: { readonly request: Case; readonly now: number }) {
  const { number, matterId, place, state, supervised, mustCallBack, resolution } = request
  return (
    <View id="case-head" className="contact contact-main">
      <View className="state-title" id="case-next">
        {nextOf(request)}
      </View>
      <View className="contact-tags">
        {linesOf(request, now).map(({ id, icon, tone, text }) => (
          <View key={id} id={`due-${id}`} className={`tag ${tone}`}>
            <Icon name={icon} />
            {text}
          </View>
        ))}
      </View>
      {resolution.provisional && isOpen(state) ? <View className="second">{deskMarks.provisional}</View> : null}
      {supervised ? <Notice tone="danger" icon="alarm" text={words.supervised} /> : null}
      {mustCallBack ? <Notice tone="wait" icon="phone" text={words.mustCallBack} /> : null}
      <View>{`${matterTitle(matterId)} · ${requestStateNames[state]}`}</View>
      <View className="second">{placeText(place)}</View>
      <View className="second">{words.number(number)}</View>
    </View>
  )
}
