import type { Localised } from '@luotsi/platform/model';
import type { Role } from './permissions';

/** What the roles are called (product.md, "Who uses it"; glossary). */
export const roleNames: Readonly<Record<Role, Localised>> = {
  counsellor: { fi: 'Ohjaaja', sv: 'Vägledare', en: 'Counsellor' },
  coach: { fi: 'Valmentaja', sv: 'Coach', en: 'Coach' },
  groupCoordinator: {
    fi: 'ELO-ryhmän koordinaattori',
    sv: 'ELO-gruppens koordinator',
    en: 'ELO group coordinator',
  },
  developmentGroupMember: {
    fi: 'Kehittämisryhmän jäsen',
    sv: 'Medlem i utvecklingsgrupp',
    en: 'Development group member',
  },
  nationalCoordinator: {
    fi: 'Valtakunnallinen koordinaattori',
    sv: 'Nationell koordinator',
    en: 'National coordinator',
  },
  administrator: { fi: 'Ylläpitäjä', sv: 'Administratör', en: 'Administrator' },
};
