/** Codes and places of the demo that tests name. */
export const demoDoor = { code: '7K2MXQ9RTD', buildingId: 'heyuan-1', place: '和苑小区 1号楼' } as const
