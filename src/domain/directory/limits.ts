/** No building has more units; a larger number is a slip. */
export const mostUnits = 30
export const mostFloors = 120
/** On one floor of one unit. */
export const mostRoomsPerFloor = 60
/** So many buildings at once are made by a plan. */
export const mostPlannedBuildings = 100

/** How long words may be, in characters. */
export const longest = {
  ...{ name: 40, code: 64, address: 100, label: 20, person: 20, description: 40, answer: 200, list: 400 },
} as const
