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

export * from './action'
export * from './contact'
export * from './content'
export * from './door'
export * from './fields'
export * from './keeper'
export * from './message'
export * from './people'
export * from './request'
export * from './roles'
export * from './search'

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
] as const

export type AnyAction = (typeof actions)[number]
export type ActionName = AnyAction['name']
export type WriteName = Extract<AnyAction, { kind: 'write' }>['name']
/** Every code that a reply may carry. */
export type RefusalCode = AnyAction['refusals'][number] | import('./action').CommonRefusal
