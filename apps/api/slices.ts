import { frameworkSlice } from '@luotsi/framework/api';
import { platformSlice, type Slice } from '@luotsi/platform/api';

/** The slices of the API, in the order of the house. */
export const slices: readonly Slice[] = [platformSlice, frameworkSlice];
