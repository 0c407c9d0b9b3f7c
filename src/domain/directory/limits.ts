/** No building has more units; a larger number is a slip. */
export const mostUnits = 30
export const mostFloors = 120
/** On one floor of one unit. */
export const mostRoomsPerFloor = 60
/** So many buildings at once are made by a plan. */
export const mostPlannedBuildings = 100
/** So many rooms of nobody are listed by a plan: as many as a workbook has rows. */
export const mostPlannedRooms = 20_000

/** What one directory holds, by hand and by workbook: a community reads its document whole at every visit. */
export const mostOf = { estates: 60, grids: 60, agencies: 150 } as const
/** Of one estate. */
export const mostBuildings = 500
/** No agency has more numbers: a longer list is two agencies. */
export const mostPhones = 12
/** Of one agency. */
export const mostRoles = 12
/** That an agency serves one by one: whoever serves more, serves estates or grids. */
export const mostServed = 200
/** Of one number. */
export const mostSchedules = 14

/** How long words may be, in characters. */
export const longest = {
  ...{ name: 40, code: 64, address: 100, label: 20, person: 20, owner: 40, description: 40, answer: 200, list: 4000 },
} as const
