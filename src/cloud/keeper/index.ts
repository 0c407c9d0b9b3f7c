import type { Handler } from '../handle'
import { listAudits } from './audits'
import { listMisses } from './misses'
import { listReports } from './reports'

export const keeperHandlers: readonly Handler[] = [listAudits, listReports, listMisses]
