import type { makePosters, OutputOf } from '../../contract'
import type { LocalCloud } from '../../local/start'
import { codesOn, renderPdf } from '../../../test/support/pdf'
import { startDemoCloud } from '../support/demo-cloud'
import { freshKey, idOf } from '../support/proof/documents'
import { here } from '../support/proof/situations'
import { withCloud } from './cloud'
import { newSecretary } from './directory-bad'
import { FunctionProcess } from './directory-function'
import { ask } from './ask'
import type { Bench, Figure } from './figure'

const bench = 'directory-poster'
const estateId = 'heyuan'
const dotsPerInch = 100

/** What a phone reads: an ordinary link, or a page of the mini program with its scene. */
const codeIn = (text: string | undefined) => /(?:\/d\/|scene=)([^&]+)/.exec(text ?? '')?.[1] ?? null

/** The place of a door, in the words that a poster has; null where the code opens none. */
async function placeOf(cloud: LocalCloud, code: string | null): Promise<readonly string[] | null> {
  if (code === null) return null
  const reply = await ask(cloud, 'door.open', { input: { by: 'code', code }, key: freshKey() }, null)
  if (!reply.ok) return null
  const { place } = reply.data as {
    readonly place: { readonly buildingName: string; readonly unitName?: string | null }
  }
  return [place.buildingName, place.unitName].filter((name) => typeof name === 'string')
}

const wanted = (form: 'link' | 'mini-program') => ({
  ...{ communityId: here, gridId: null, estateId, buildingIds: [], form },
})

async function printed(cloud: LocalCloud, form: 'link' | 'mini-program'): Promise<Figure[]> {
  const reply = await ask(cloud, 'poster.make', { input: wanted(form), key: freshKey() }, newSecretary(cloud))
  if (!reply.ok) throw new Error(`poster.make: ${reply.refused}`)
  const { url, pages } = reply.data as OutputOf<typeof makePosters>
  const pdf = new Uint8Array(await (await fetch(url)).arrayBuffer())
  const rendered = await renderPdf(pdf, dotsPerInch)
  const codes = (await codesOn(rendered, dotsPerInch)).map((found) => codeIn(found?.text))
  const places = await Promise.all(codes.map((code) => placeOf(cloud, code)))
  const right = places.filter((place, at) => place?.every((name) => rendered[at]?.lines.join(' ').includes(name)))
  const doors = cloud.database.find('doorCodes', { state: 'active' }).filter((door) => codes.includes(idOf(door)))
  const each: Figure = {
    ...{
      bench,
      what: `posters with codes of the form ${form}, printed at ${dotsPerInch} dpi: lead to the door they name`,
    },
    ...{ value: (right.length / pages) * 100, unit: '%', most: 100, least: 100, beside: `${right.length} of ${pages}` },
  }
  return [
    each,
    {
      ...each,
      what: `${form}: different doors`,
      value: (doors.length / pages) * 100,
      beside: `${doors.length} of ${pages}`,
    },
  ]
}

/** The posters of an estate of which every unit has a code. */
export const directoryPoster: Bench = {
  name: bench,
  needs: ['cloud'],
  run: () =>
    withCloud(
      () => startDemoCloud({ dataFile: ':memory:' }),
      async (cloud) => {
        const files = new FunctionProcess(cloud)
        try {
          const input = { communityId: here, gridId: null, estateId, per: 'unit' as const }
          await files.data('doorcode.fill', input, newSecretary(cloud))
          const link = await printed(cloud, 'link')
          const drawn = await printed(cloud, 'mini-program')
          await files.data('poster.make', wanted('link'), newSecretary(cloud))
          const memory: Figure = {
            ...{ bench, what: 'most memory of the function while it draws them', value: files.megabytes, unit: 'MB' },
            ...{ most: 512 },
          }
          return [...link, ...drawn, memory]
        } finally {
          await files.kill()
        }
      },
    ),
}
