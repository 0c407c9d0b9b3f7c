import type { Handler } from '../handle'
import { removeAgency } from './agency-remove'
import { saveAgency } from './agency-save'
import { showAgency } from './agency-show'
import { removeBuilding } from './building-remove'
import { saveBuilding } from './building-save'
import { check } from './check'
import { listDoorCodes, makeDoorCodes, replaceDoorCode, revokeDoorCode } from './door-codes'
import { removeEstate, saveEstate } from './estate'
import { removeGrid, saveGrid } from './grid'
import { verifyPhone } from './phone-verify'
import { answerReport } from './report-answer'
import { listSettings, saveSetting } from './settings'
import { buildings, show } from './show'

export const directoryHandlers: readonly Handler[] = [
  ...[show, buildings, check, showAgency, saveAgency, removeAgency, verifyPhone, answerReport],
  ...[saveBuilding, removeBuilding, saveGrid, removeGrid, saveEstate, removeEstate],
  ...[listSettings, saveSetting, listDoorCodes, makeDoorCodes, revokeDoorCode, replaceDoorCode],
]
