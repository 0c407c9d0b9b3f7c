import * as v from 'valibot'
import { needs } from '../domain/directory/types'
import { noticeWhats } from '../domain/notice/kinds'
import { longestBody, longestTitle, mostNamedPlaces, mostNoticePictures } from '../domain/notice/limits'
import { id, time, words } from './fields'

/** What notices look like in calls and documents. Rules of what may go out: `domain/notice/problems`. */

export const shownState = v.picklist(['waiting', 'shown', 'refused'])

/** As the rules have it: nobody changes a list in place. */
const list = <const Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(v.array(item), v.maxLength(most), v.readonly())
/** What is still being written may be empty. */
const typed = (longest: number) => v.pipe(v.string(), v.trim(), v.maxLength(longest))

/** Kind and what, as they go together; see `domain/notice/kinds`. */
export const noticeAbout = v.variant('kind', [
  v.object({ kind: v.literal('outage'), what: v.picklist(noticeWhats.outage) }),
  v.object({ kind: v.literal('work'), what: v.picklist(noticeWhats.work) }),
  v.object({ kind: v.literal('service'), what: v.picklist(noticeWhats.service) }),
  v.object({ kind: v.literal('meeting'), what: v.picklist(noticeWhats.meeting) }),
  v.object({ kind: v.literal('safety'), what: v.picklist(noticeWhats.safety) }),
  v.object({ kind: v.literal('lost-found'), what: v.picklist(noticeWhats['lost-found']) }),
])

export const noticeSpan = v.object({ from: v.nullable(time), until: v.nullable(time), isNow: v.boolean() })

export const noticeWhere = v.variant('kind', [
  v.object({ kind: v.literal('community') }),
  v.object({ kind: v.literal('estates'), ids: list(id, mostNamedPlaces) }),
  v.object({ kind: v.literal('buildings'), ids: list(id, mostNamedPlaces) }),
  v.object({ kind: v.literal('units'), units: list(v.object({ buildingId: id, unitId: id }), mostNamedPlaces) }),
])

export const audienceNeeds = list(v.picklist(needs), needs.length)

/** Options of a question, and how many one voice may name. */
export const longestOption = 30
export const mostOptions = 8

/** A question to residents (商量、征求意见); see `domain/notice/voices`. Its deadline is also the notice's matter. */
export const consultationFields = v.object({
  /** Empty: words are asked for. */
  options: v.pipe(
    v.array(v.object({ id, text: words(longestOption) })),
    v.maxLength(mostOptions),
    v.check((options) => new Set(options.map((option) => option.id)).size === options.length),
    v.readonly(),
  ),
  most: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostOptions)),
  each: v.picklist(['household', 'person']),
  until: time,
  names: v.picklist(['nobody', 'office', 'signers']),
  isSigned: v.boolean(),
})

export const mostSignUpPlaces = 200
/** Places of a sign-up, until when one can, and when it begins. */
export const signUpFields = v.object({
  places: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostSignUpPlaces)),
  until: time,
  beginsAt: time,
})

/** What somebody writes; see `domain/notice/notice`. */
export const noticeContent = v.object({
  about: noticeAbout,
  /** Of a meeting's 商量 or 征求意见 the server takes the deadline. */
  span: v.nullable(noticeSpan),
  where: noticeWhere,
  needs: audienceNeeds,
  isEmergency: v.boolean(),
  title: typed(longestTitle * 2),
  body: typed(longestBody * 2),
  /** Ids that `picture.add` has taken in. */
  pictures: list(id, mostNoticePictures),
  /** The one file: its id as `noticefile.add` answered it; null: none. */
  fileId: v.nullable(id),
  validUntil: time,
  /** Only of a meeting's 商量 or 征求意见. Fixed once it is out, save for a later deadline. */
  consultation: v.nullable(consultationFields),
  /** Only of a meeting's 报名. Once it is out its places change by `signup.note`; its times follow the span. */
  signUp: v.nullable(signUpFields),
})
export type NoticeContentFields = v.InferOutput<typeof noticeContent>
