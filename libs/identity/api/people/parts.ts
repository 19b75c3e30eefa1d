import { AcceptInvitations } from '../invitations/accept-invitations';
import { ImportInvitations } from '../invitations/import-invitations';
import { InvitationsController } from '../invitations/invitations.controller';
import { ListInvitations } from '../invitations/list-invitations';
import { SendInvitations } from '../invitations/send-invitations';
import { ChangeProfile } from '../profile/change-profile';
import { PlaceOrganisation } from '../profile/place-organisation';
import { JudgeAffiliation } from '../profile/judge-affiliation';
import { ChangeRoles } from '../roles/change-roles';
import { ListRoles } from '../roles/list-roles';
import { PeopleController } from './people.controller';
import { ReadPeople } from './read-people';

/** What profiles, roles and invitations are made of. */
export const peopleControllers = [PeopleController, InvitationsController];
export const peopleProviders = [
  AcceptInvitations,
  ChangeProfile,
  ChangeRoles,
  ImportInvitations,
  JudgeAffiliation,
  PlaceOrganisation,
  ListInvitations,
  ListRoles,
  ReadPeople,
  SendInvitations,
];
