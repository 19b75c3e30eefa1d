/**
 * What Node is started with for the API. Semi-spaces of 16 MB, as they were before Node 24, whose
 * young generation of 100 MB is more than all that the API keeps alive; it can't be told later.
 */
export const apiFlags = ['--max-semi-space-size=16'];
