import { killWhileClaiming } from '../../src/tools/support/proof/wish-kills'
import { temporaryFolder } from '../local/support/cloud'

const folder = temporaryFolder()
afterAll(() => folder.remove())

describe('the cloud, killed while people claim wishes', () => {
  it('has each wish claimed as often as it has places or not at all, and tells everybody which', async () => {
    const run = { wishes: 24, kills: 2, rivals: 4 }
    const { claims: _, lostReplies, written: __, ...result } = await killWhileClaiming(run, folder.path)
    expect(result).toEqual({ kills: 2, tooMany: 0, none: 0, toldOtherwise: 0, lookedOtherwise: 0, refused: [] })
    expect(lostReplies).toBeGreaterThan(0)
  }, 300_000)
})
