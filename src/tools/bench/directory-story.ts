import { openApp } from '../../../test/support/app'
import { firstDay } from '../../../test/support/directory-story'
import type { Bench, Figure } from './figure'

/** The aim: more, and people give up on the way. */
const most = 15

/** From an environment with nothing in it to a resident who reaches somebody, in a browser, with the Excel file given. */
export const directoryStory: Bench = {
  name: 'directory-story',
  needs: ['h5', 'cloud'],
  run: async ({ log }) => {
    const app = await openApp({ empty: true })
    try {
      const { confirmed, dialled } = await firstDay(app)
      log(confirmed.map((what, at) => `${at + 1} ${what}`).join(', '))
      return [figure(dialled.length === 1 ? confirmed.length : Number.NaN)]
    } catch (fault) {
      log(String(fault))
      return [figure(Number.NaN)]
    } finally {
      await app.close()
    }
  },
}

const figure = (value: number): Figure => ({
  ...{ bench: 'directory-story', value, unit: 'screens', most },
  what: 'confirmed screens from an empty environment to a resident’s first answered 找谁, the Excel file given',
})
