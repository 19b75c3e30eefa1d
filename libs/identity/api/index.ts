/** Who someone is: sign-in, roles, the permission that every operation needs. */
export { Authentication } from './authentication';
export { PermissionGuard } from './permission.guard';
export { CurrentPerson, Visitor, type Principal } from './principal';
