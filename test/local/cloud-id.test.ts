import { openCloudIds } from '../../src/local/gateway/cloud-id'

const group = (name: string) => ({ $cloudID: `local-group-${name}` })
const opened = (name: string) => ({
  cloudID: `local-group-${name}`,
  data: { opengid: name, watermark: expect.any(Object) as object },
})

it('puts what a CloudID stands for in its place at the top of what a phone sends', () => {
  expect(openCloudIds({ action: 'a', group: group('one') })).toEqual({ action: 'a', group: opened('one') })
})

it('leaves one that stands deeper as the text that it is, as WeChat does', () => {
  expect(openCloudIds({ input: { group: group('one'), list: [group('two')] } })).toEqual({
    input: { group: 'local-group-one', list: ['local-group-two'] },
  })
})

it('answers one that it does not know as an expired one', () => {
  expect(openCloudIds({ group: { $cloudID: 'of another day' } })).toEqual({
    group: { cloudID: 'of another day', errCode: -601006, errMsg: 'cloudID expired' },
  })
})

it('opens five in one call', () => {
  const sent = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [name, group(name)]))
  expect(openCloudIds(sent)).toMatchObject({ e: opened('e'), f: 'local-group-f' })
})

it('leaves alone what is no set of fields', () => {
  expect([null, 'text', [group('one')]].map(openCloudIds)).toEqual([null, 'text', [group('one')]])
})
