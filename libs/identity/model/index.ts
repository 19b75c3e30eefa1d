/** Who someone is and what they may do. */
export * from './permissions';
