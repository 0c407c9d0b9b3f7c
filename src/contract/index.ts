import { reportContact } from './contact'
import {
  addPicture,
  answerComplaint,
  beginPicture,
  decideCheck,
  fileComplaint,
  listChecks,
  listComplaints,
  myComplaints,
  showComplaint,
  withdrawComplaint,
} from './content'
import { checkPhones, directoryBuildings, showDirectory } from './directory'
import { answerReport, removeAgency, saveAgency, showAgency, verifyPhone } from './directory-agencies'
import { listDoorCodes, makeDoorCodes, replaceDoorCode, revokeDoorCode } from './directory-doors'
import { removeBuilding, removeEstate, removeGrid, saveBuilding, saveEstate, saveGrid } from './directory-places'
import { listSettings, saveSetting } from './directory-settings'
import { listBuildings, listPlaces, openDoor } from './door'
import { listAudits, listMisses, listReports } from './keeper'
import { countMessages, listMessages, readAllMessages, readMessage, subscribeMessages } from './message'
import {
  confirmHome,
  declareHome,
  eraseMe,
  exportMe,
  givePhone,
  grantConsent,
  listHomes,
  lookPhone,
  nameMe,
  showMe,
  withdrawConsent,
} from './people'
import {
  acceptInvitation,
  createInvitation,
  drawInvitation,
  foundCommunity,
  invitationPlaces,
  listInvitations,
  listMembers,
  lookMember,
  openInvitation,
  renewMember,
  revokeInvitation,
  revokeMember,
  showWork,
} from './roles'
import {
  beginNoticeFile,
  addNoticeFile,
  makeNoticePoster,
  cancelImport,
  confirmImport,
  exportDirectory,
  fillDoorCodes,
  importTemplate,
  listHouseholds,
  listRevisions,
  makePosters,
  planImport,
  restoreRevision,
  showImport,
  startImport,
  stepImport,
} from './files'
import { saveNotice, actNotice, listNotices, showNotice, noticePlaces } from './notice'
import { doorNotices, openNotice, acknowledgeNotice, askNotice, noticeQuestions, answerNotice } from './notice-open'
import {
  listGroups,
  saveGroup,
  removeGroup,
  nameGroup,
  shareNotice,
  noticeGroups,
  noticeReach,
  noticeVisits,
  tickNotice,
  remindNotice,
} from './notice-know'
import { sayVoice, noteVoice, voiceResult, joinSignUp, leaveSignUp, showSignUp, noteSignUp } from './notice-voices'
import {
  actRequest,
  joinRequest,
  listRequests,
  lookRequest,
  myRequests,
  publicRequest,
  requestAgencies,
  requestClocks,
  requestDay,
  requestFigures,
  requestRegister,
  requestSheet,
  showRequest,
  similarRequests,
  submitRequest,
  tightenClocks,
} from './request'
import { missedSearch } from './search'
import {
  actOffer,
  actWish,
  blockWish,
  checkMember,
  claimWish,
  cryWish,
  fittingWishes,
  hangOffer,
  hangWish,
  listWishes,
  lookWish,
  myOffers,
  myWishes,
  offerCard,
  openWall,
  pageWall,
  planWishes,
  showWish,
  suggestWish,
  wishCard,
  wishFits,
  wishHours,
} from './wish'

export * from './action'
export * from './contact'
export * from './content'
export * from './directory'
export * from './directory-agencies'
export * from './directory-doors'
export * from './directory-places'
export * from './directory-settings'
export * from './door'
export * from './fields'
export * from './files'
export * from './keeper'
export * from './message'
export * from './notice'
export * from './notice-fields'
export * from './notice-know'
export * from './notice-open'
export * from './notice-voices'
export * from './people'
export * from './request'
export * from './roles'
export * from './search'
export * from './wish'

/** Every action there is. The server routes by it, tests walk it. */
export const actions = [
  openDoor,
  listPlaces,
  listBuildings,
  reportContact,
  missedSearch,
  grantConsent,
  withdrawConsent,
  showMe,
  nameMe,
  exportMe,
  eraseMe,
  givePhone,
  lookPhone,
  declareHome,
  listHomes,
  confirmHome,
  foundCommunity,
  createInvitation,
  invitationPlaces,
  openInvitation,
  acceptInvitation,
  listInvitations,
  revokeInvitation,
  drawInvitation,
  listMembers,
  revokeMember,
  renewMember,
  lookMember,
  showWork,
  beginPicture,
  addPicture,
  fileComplaint,
  myComplaints,
  listComplaints,
  showComplaint,
  answerComplaint,
  withdrawComplaint,
  listChecks,
  decideCheck,
  listMessages,
  countMessages,
  readMessage,
  readAllMessages,
  subscribeMessages,
  listAudits,
  listReports,
  listMisses,
  showDirectory,
  directoryBuildings,
  checkPhones,
  showAgency,
  saveAgency,
  removeAgency,
  verifyPhone,
  answerReport,
  saveBuilding,
  removeBuilding,
  saveGrid,
  removeGrid,
  saveEstate,
  removeEstate,
  listSettings,
  saveSetting,
  listDoorCodes,
  makeDoorCodes,
  revokeDoorCode,
  replaceDoorCode,
  submitRequest,
  similarRequests,
  joinRequest,
  requestRegister,
  publicRequest,
  myRequests,
  showRequest,
  listRequests,
  actRequest,
  lookRequest,
  requestAgencies,
  requestDay,
  requestSheet,
  requestFigures,
  tightenClocks,
  requestClocks,
  suggestWish,
  hangWish,
  cryWish,
  openWall,
  pageWall,
  wishCard,
  offerCard,
  claimWish,
  showWish,
  myWishes,
  fittingWishes,
  actWish,
  lookWish,
  blockWish,
  wishHours,
  listWishes,
  wishFits,
  planWishes,
  hangOffer,
  myOffers,
  actOffer,
  checkMember,
  importTemplate,
  startImport,
  planImport,
  stepImport,
  showImport,
  confirmImport,
  cancelImport,
  listRevisions,
  restoreRevision,
  exportDirectory,
  makePosters,
  fillDoorCodes,
  listHouseholds,
  saveNotice,
  actNotice,
  listNotices,
  showNotice,
  noticePlaces,
  doorNotices,
  openNotice,
  acknowledgeNotice,
  askNotice,
  noticeQuestions,
  answerNotice,
  listGroups,
  saveGroup,
  removeGroup,
  nameGroup,
  shareNotice,
  noticeGroups,
  noticeReach,
  noticeVisits,
  tickNotice,
  remindNotice,
  sayVoice,
  noteVoice,
  voiceResult,
  joinSignUp,
  leaveSignUp,
  showSignUp,
  noteSignUp,
  beginNoticeFile,
  addNoticeFile,
  makeNoticePoster,
] as const

export type AnyAction = (typeof actions)[number]
export type ActionName = AnyAction['name']
export type WriteName = Extract<AnyAction, { kind: 'write' }>['name']
/** Every code that a reply may carry. */
export type RefusalCode = AnyAction['refusals'][number] | import('./action').CommonRefusal
