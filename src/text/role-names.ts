import type { HeldRole } from '../domain/people/roles'

/** What the roles are called, to those who hold them and to everybody else. */
export const roleNames: Readonly<Record<HeldRole, string>> = {
  volunteer: '志愿者',
  duty: '值班党员',
  handler: '承办人',
  'grid-leader': '网格长',
  secretary: '社区书记',
  street: '街道人员',
}
