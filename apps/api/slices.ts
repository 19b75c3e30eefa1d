import { assessmentSlice } from '@luotsi/assessment/api';
import { calendarSlice } from '@luotsi/calendar/api';
import { credentialSlice } from '@luotsi/credential/api';
import { frameworkSlice } from '@luotsi/framework/api';
import { identitySlice } from '@luotsi/identity/api';
import { networkSlice } from '@luotsi/network/api';
import { noticeSlice } from '@luotsi/notice/api';
import { planningSlice } from '@luotsi/planning/api';
import { platformSlice, type Slice } from '@luotsi/platform/api';
import { programmeSlice } from '@luotsi/programme/api';

/** The slices of the API, in the order of the house. */
export const slices: readonly Slice[] = [
  platformSlice,
  identitySlice,
  noticeSlice,
  networkSlice,
  frameworkSlice,
  credentialSlice,
  calendarSlice,
  programmeSlice,
  assessmentSlice,
  planningSlice,
];
