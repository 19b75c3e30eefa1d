import { inject } from '@angular/core';
import type { EnrolmentStatus, Participant } from '@luotsi/calendar/model';
import { Format } from '@luotsi/platform/web';
import { ParticipantsStore } from './participants.store';

/**
 * Finds those of a state (undefined: of any) in whom every word of a text is found: by name; those
 * in line by their place, applications the oldest first. To be called where the page is made.
 */
export function participantFinder() {
  const format = inject(Format);
  const store = inject(ParticipantsStore);

  const textOf = ({ person, organisation, region }: Participant): string =>
    folded(
      [
        person?.name,
        person?.email,
        organisation && format.text(organisation),
        region && store.regionName(region),
      ].join(' '),
    );

  return (all: readonly Participant[], status: EnrolmentStatus | undefined, text: string) => {
    const words = folded(text).split(/\s+/);
    const items = all.filter((one) => {
      if (status && one.status !== status) return false;
      const said = textOf(one);
      return words.every((word) => said.includes(word));
    });
    if (status === 'waitlisted')
      return items.sort((one, other) => (one.position ?? 0) - (other.position ?? 0));
    if (status === 'applied')
      return items.sort((one, other) => one.since.localeCompare(other.since));
    // Deleted accounts have no name, and come last.
    const named = items.filter(({ person }) => person);
    const others = items.filter(({ person }) => !person);
    return [...format.sorted(named, ({ person }) => person?.name ?? ''), ...others];
  };
}

/** Letters without their marks, so that Öhman is found by "ohm" and by "öhm". */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .trim();
}
