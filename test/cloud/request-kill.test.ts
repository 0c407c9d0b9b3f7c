import { killWhileFiling } from '../../src/tools/support/proof/request-kills'
import { temporaryFolder } from '../local/support/cloud'

const folder = temporaryFolder()
afterAll(() => folder.remove())

describe('the cloud, killed while people file', () => {
  it('has every acknowledged request once, each with a number of its own', async () => {
    const run = { submissions: 80, kills: 1, clients: 10 }
    const { kills, lost, twice, unasked, sameNumber, refused } = await killWhileFiling(run, folder.path)
    expect({ kills, lost, twice, unasked, sameNumber, refused }).toEqual({
      ...{ kills: 1, lost: 0, twice: 0, unasked: 0, sameNumber: 0, refused: [] },
    })
  }, 180_000)
})
