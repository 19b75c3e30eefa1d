/** What identity offers: a file for each subject. */
export * from './contract/accessibility-feedback';
export * from './contract/audit';
export * from './contract/linked-sign-in';
export * from './contract/me';
export * from './contract/people';
export * from './contract/profile';
export * from './contract/passkeys';
export * from './contract/second-step';
export * from './contract/sign-in';
