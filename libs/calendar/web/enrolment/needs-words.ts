import type { EnrolmentNeeds } from '@luotsi/calendar/model';

/** Nothing to tell the organiser. */
export const noNeeds: EnrolmentNeeds = { diet: '', accessNeeds: '' };

/** Whether there is anything in it. */
export function saysSomething({ diet, accessNeeds }: EnrolmentNeeds): boolean {
  return diet.trim() !== '' || accessNeeds.trim() !== '';
}
