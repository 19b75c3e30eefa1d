import type { OwnEnrolment } from '@luotsi/calendar/model';
import type { TextKey } from '@luotsi/platform/web';
import type texts from './i18n/fi.json';

type Step = OwnEnrolment['history'][number];
type Key = TextKey<typeof texts>;

const seat = (step: Step) => (step.status === 'waitlisted' ? 'waitlisted' : 'confirmed');

const came = (step: Step) => (step.status === 'applied' ? 'applied' : seat(step));

/** What a step is called in its person's history: the key of its text. */
export function stepKey(step: Step): Key {
  if (step.occasion === 'another-session')
    return step.reason === 'removed' ? 'history.elsewhere.left' : `history.elsewhere.${came(step)}`;
  switch (step.reason) {
    case 'enrolled':
    case 'added':
    case 'approved':
      return `history.${step.reason}.${seat(step)}`;
    case 'moved':
      return step.status === 'applied' ? 'history.moved.applied' : `history.moved.${seat(step)}`;
    case 'interested':
      return step.status === 'offered' || step.status === 'applied'
        ? `history.interested.${step.status}`
        : 'history.interested.waitlisted';
    case 'promoted':
    case 'offered':
      return `history.${step.reason}.${step.occasion ?? 'seat-freed'}`;
    default:
      return `history.${step.reason}`;
  }
}
