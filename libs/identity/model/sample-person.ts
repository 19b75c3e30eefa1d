import type { Me } from './contract';

/** Someone who is signed in and holds no role, for tests of pages: `{ ...samplePerson, name: … }`. */
export const samplePerson = {
  id: '01a20194-43d2-762a-ad91-4c6b313b5cf5',
  name: 'Aino Korhonen',
  language: 'fi',
  roles: [],
  dormantRoles: [],
  secondStep: 'off',
  deletionDueAt: null,
  profile: {
    email: 'aino@example.org',
    languages: ['fi'],
    region: '19',
    organisation: null,
    organisationNamed: null,
    sector: null,
    practitionerType: null,
    confirmed: { region: true, organisation: false },
    version: '1',
  },
} satisfies Me as Me;
