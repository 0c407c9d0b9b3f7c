import { startProduct } from './support/cloud'
import { consent, dataAs } from './support/people'
import { alterRequest, filed, filer } from './support/requests'

let cloud: Awaited<ReturnType<typeof startProduct>>
beforeAll(async () => {
  cloud = await startProduct()
  await consent(cloud, filer)
})
afterAll(() => cloud.close())

const answersOf = async (requestId: string) => {
  const { answers } = await dataAs<{ answers: readonly object[] }>(cloud, filer, 'request.show', { requestId })
  return answers
}

describe('what was answered to the matter’s questions', () => {
  it('is shown as it was asked', async () => {
    const { requestId } = await filed(cloud, {
      matterId: 'drain-blocked',
      answers: [{ questionId: 'scope', optionId: 'many' }],
    })
    expect(await answersOf(requestId)).toEqual([
      { questionId: 'scope', question: '只有您家堵，还是楼上楼下也堵？', answer: '好几户或整栋楼' },
    ])
  })

  it('is left out where the pack has moved on', async () => {
    const { requestId } = await filed(cloud, { matterId: 'drain-blocked' })
    alterRequest(cloud, requestId, { answers: [{ questionId: 'gone', optionId: 'many' }] })
    expect(await answersOf(requestId)).toEqual([])
  })
})
