import { readFile } from '../../src/cloud/files/read-file'
import { emptyDirectory, type Directory } from '../../src/domain/directory'
import { demo } from '../../src/local/demo'
import { problemText } from '../../src/text/directory-problems'
import { wrongCells } from '../../src/tools/support/workbooks/wrong-cells'
import { noon } from './support/entry'

const communityId = 'west-street'
const community = demo.communities.find(({ _id }) => _id === communityId)
const before: Directory = {
  ...emptyDirectory,
  estates: (community?.estates ?? []).map(({ id, name, address }) => ({ id, name, address, settings: [] })),
  buildings: demo.buildings
    .filter((building) => building.communityId === communityId)
    .map(({ _id: id, estateId, gridId, name, order, units }) => ({
      ...{ id, estateId, gridId, name, order, units, floors: null, roomsPerFloor: null },
    })),
}

describe('a workbook that can be read and says something wrong', () => {
  it.each(wrongCells)('is told where and what: $name', ({ bytes, cell, says }) => {
    const read = readFile(bytes(), { communityId, now: noon, before })
    if ('fault' in read) throw new Error(read.fault)
    const told = read.problems.filter(({ stops }) => stops).map((problem) => [problem.cell, problemText(problem)])
    expect(told).toContainEqual([cell, expect.stringMatching(says)])
  })
})
