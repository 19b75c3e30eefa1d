/** What identity offers: a file for each subject. */
export * from './contract/accessibility-feedback';
export * from './contract/audit';
export * from './contract/address-change';
export * from './contract/linked-sign-in';
export * from './contract/invitations';
export * from './contract/me';
export * from './contract/own-sign-ins';
export * from './contract/password';
export * from './contract/people';
export * from './contract/privacy';
export * from './contract/profile';
export * from './contract/passkeys';
export * from './contract/second-step';
export * from './contract/registration';
export * from './contract/sign-in';
