import { inject, Injectable } from '@angular/core';
import { duration, type AttendanceFacts } from '@luotsi/credential/model';
import { Format, useTexts } from '@luotsi/platform/web';
import { credentialTexts } from './texts';

/** What a certificate says, in words. */
@Injectable({ providedIn: 'root' })
export class CredentialWords {
  private readonly t = useTexts(credentialTexts);
  private readonly format = inject(Format);

  /** `6 h 30 min` */
  took({ minutes }: AttendanceFacts): string {
    const took = duration(minutes);
    if (took.minutes === 0) return this.t('facts.hours', { hours: took.hours });
    return took.hours === 0
      ? this.t('facts.minutes', { minutes: took.minutes })
      : this.t('facts.both', took);
  }

  /** `ti 3.11.2026, ti 10.11.2026 · 6 h · Lapin ELO-ryhmä` */
  brief(facts: AttendanceFacts): string {
    const days = facts.meetings.map(({ start, timeZone }) => this.format.day(start, timeZone));
    return [
      [...new Set(days)].join(', '),
      this.took(facts),
      facts.organiser ? this.format.text(facts.organiser) : '',
    ]
      .filter((part) => part !== '')
      .join(' · ');
  }
}
