import { create } from 'qrcode/lib/core/qrcode'
import { isRefused, makeNoticePoster, refuse, type Refused } from '../../contract'
import { noticeStateAt } from '../../domain/notice/for-me'
import { sceneOfNotice } from '../../domain/notice/scene'
import { isOut } from '../../domain/notice/verbs'
import { noticePosterWords as words } from '../../text/notice-poster'
import { audienceText } from '../../text/notice-places'
import { cardWords } from '../../text/notice-share'
import { dateText } from '../../text/time'
import { handle, written, type Surroundings } from '../handle'
import { loadNotice, type NoticeRow } from '../notice/load'
import { worldOf, type NoticeWorld } from '../notice/world'
import { noticePdf, unprintableOn, type CodeImage, type NoticeSheet } from '../poster'
import type { CommunityRow } from './load'
import type { PosterMeans } from './poster'
import { fileName } from './show'

/** Where a notice's code leads; it is printed on paper and never moves. */
const noticePage = 'pages/notice/view/index'
/** Pixels. */
const codeWidth = 430

type Shown = NonNullable<NoticeRow['shown']>

/**
 * A notice for the doors: a sheet for each estate that it names, and one for a whole community. Not one for each building:
 * who hangs it copies a sheet as often as there are doors. Not one for all estates: each has a 5号楼 of its own. Reads the
 * notice, the community and its buildings; writes a file.
 */
export const noticePosterHandler = (means: PosterMeans) =>
  handle(makeNoticePoster, {
    load: loadNotice,
    async work({ form }, context) {
      const { loaded: notice, store, platform, keys, now } = context
      const { shown } = notice
      if (!shown || shown.wordsState !== 'shown' || !isOut(noticeStateAt(notice, now))) return refuse('notice.not-now')
      const world = await worldOf(store, notice.communityId)
      if (!world) return refuse('notice.missing')
      const code = form === 'link' ? linkCode(notice, means.noticeLink) : await drawnCode(notice, context)
      if (isRefused(code)) return code
      const sheets = sheetsOf(notice, shown, { world, code: code.image, now })
      const font = means.font()
      // Nobody guesses the name, and the next file of the same notice takes its place.
      const name = keys.lookup('notice-poster', JSON.stringify([notice._id, form]))
      const fileId = await platform.upload(`posters/${name}.pdf`, Buffer.from(noticePdf(sheets, font)))
      const url = (await platform.links([fileId])).get(fileId)
      if (url === undefined) throw new Error('the poster has no link')
      const data = { url, name: fileName(words.file(shown.title)), pages: sheets.length }
      return written({ ...data, unprintable: unprintableOn(sheets, font) }, [])
    },
  })

interface Sheets {
  readonly world: NoticeWorld
  readonly code: CodeImage
  readonly now: number
}

function sheetsOf(notice: NoticeRow, shown: Shown, { world, code, now }: Sheets): NoticeSheet[] {
  const { communityName, placeNames } = notice
  const edition = { ...shown, needs: [...shown.audience.needs] }
  const { head, what, when } = cardWords(edition, { communityName, placeNames }, null, now)
  const common = { head, what, when, isDanger: shown.isEmergency, body: shown.body, code }
  const foot = { call: callLine(world.community), from: words.from(communityName, dateText(shown.writtenAt, now)) }
  return placesOf(shown, world).map(({ place, names }) => ({
    ...{ ...common, ...foot, place, where: audienceText(names, shown.audience.needs) },
  }))
}

interface SheetPlace {
  readonly place: string
  readonly names: readonly string[]
}

/** For each estate what is named of it, without the estate's own name. */
function placesOf({ audience: { where } }: Shown, { community, buildings }: NoticeWorld): SheetPlace[] {
  if (where.kind === 'community') return [{ place: community.name, names: [] }]
  const all = community.estates.flatMap(({ id, name: place }): SheetPlace[] => {
    if (where.kind === 'estates') return where.ids.includes(id) ? [{ place, names: [words.all] }] : []
    const names = buildings
      .filter(({ estateId }) => estateId === id)
      .flatMap(({ _id, name, units }) => {
        if (where.kind === 'buildings') return where.ids.includes(_id) ? [name] : []
        return units.filter((unit) => where.units.some((one) => one.unitId === unit.id)).map((unit) => name + unit.name)
      })
    return names.length > 0 ? [{ place, names }] : []
  })
  // Nothing of what it names is there any more: the sheet still says the rest.
  return all.length > 0 ? all : [{ place: community.name, names: [] }]
}

/** The community's own office: whoever reads a sheet without a phone has one number to ask. */
function callLine({ agencies }: CommunityRow): string {
  const office = agencies.find(({ roles, phones }) => roles.includes('community') && phones.length > 0)
  const number = office?.phones.find(({ doubtedAt }) => doubtedAt === undefined)?.number
  return office && number ? words.call(office.name, number) : words.station
}

function linkCode({ _id }: NoticeRow, link: string | null): { readonly image: CodeImage } | Refused<'poster.no-link'> {
  if (link === null) return refuse('poster.no-link')
  const { modules } = create(`${link}${encodeURIComponent(_id)}`, { errorCorrectionLevel: 'M' })
  return { image: { side: modules.size, isDark: (row, column) => modules.get(row, column) === 1 } }
}

async function drawnCode(
  { _id }: NoticeRow,
  { platform, note }: Surroundings,
): Promise<{ readonly image: CodeImage } | Refused<'poster.no-picture'>> {
  try {
    return { image: (await platform.drawCode(noticePage, sceneOfNotice(_id), codeWidth)).bytes }
  } catch (fault) {
    note('poster.no-picture', fault)
    return refuse('poster.no-picture')
  }
}
