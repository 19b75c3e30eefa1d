import { inject, Injectable } from '@angular/core';
import type {
  EnrolmentStatus,
  listParticipants,
  Participant,
  ParticipantInFull,
  ParticipantOutcome,
} from '@luotsi/calendar/model';
import type { Answer } from '@luotsi/platform/model';
import { Format, useTexts, type StatusKind } from '@luotsi/platform/web';
import { participantTexts } from './texts';

const DAY = 86_400_000;

const kinds: Readonly<Record<EnrolmentStatus, StatusKind>> = {
  applied: 'act',
  confirmed: 'good',
  waitlisted: 'waiting',
  offered: 'waiting',
  declined: 'bad',
  cancelled: 'quiet',
};

type Enrolled = Answer<typeof listParticipants>;

/** How the enrolled are put into words. */
@Injectable({ providedIn: 'root' })
export class ParticipantWords {
  private readonly t = useTexts(participantTexts);
  private readonly format = inject(Format);

  name({ person }: Pick<Participant, 'person'>): string {
    return person?.name ?? this.t('deleted');
  }

  kind(status: EnrolmentStatus): StatusKind {
    return kinds[status];
  }

  /**
   * What the page says first; nothing of a list without anyone.
   * @param isOver it has been held or cancelled: nobody waits for anything any more
   */
  answer({ items, counts }: Enrolled, free: number, isOver: boolean): string {
    const { applied, waitlisted, confirmed } = counts;
    if (items.length === 0) return '';
    if (isOver) return this.t('answer.over', { count: confirmed });
    const oldest = (status: EnrolmentStatus) =>
      this.lasting(
        items
          .filter((one) => one.status === status)
          .map(({ since }) => since)
          .sort()[0] ?? '',
      );
    if (applied > 0) return this.t('answer.applied', { count: applied, time: oldest('applied') });
    if (free > 0) return this.t('answer.free', { count: free });
    return waitlisted > 0
      ? this.t('answer.line', { count: waitlisted, time: oldest('waitlisted') })
      : this.t('answer.full');
  }

  /** "Jonossa, sija 3" */
  status({ status, position }: Participant): string {
    return this.t(`status.${status}`, { position: position ?? '' });
  }

  /** "odottanut 5 päivää", "vastattava viimeistään …"; nothing where nobody waits. */
  waiting({ status, since, offerExpires }: Participant): string {
    if (status === 'applied' || status === 'waitlisted')
      return this.t('waited', { time: this.lasting(since) });
    if (!offerExpires) return '';
    return this.t('until', { moment: this.format.moment(offerExpires) });
  }

  /** How long something has lasted: "5 päivää". */
  lasting(since: string): string {
    const days = Math.floor((Date.now() - Date.parse(since)) / DAY);
    return days < 1 ? this.t('time.today') : this.t('time.days', { count: days });
  }

  /** "Sai paikan jonosta, kun paikka vapautui" */
  step({ reason, occasion }: ParticipantInFull['history'][number]): string {
    if (occasion === 'another-session')
      return this.t(reason === 'removed' ? 'step.left' : 'step.came');
    const said = this.t(`step.${reason}`);
    return occasion ? `${said}, ${this.t(`occasion.${occasion}`)}` : said;
  }

  /**
   * What a deed has led to, in a sentence.
   * @param elsewhere it took the person to another session
   */
  outcome({ person, status, position, changed }: ParticipantOutcome, elsewhere = false): string {
    const name = person?.name ?? this.t('deleted');
    if (!changed || !status) return this.t('done.already', { name });
    if (elsewhere) return this.t('done.moved', { name });
    return status === 'waitlisted' && position
      ? this.t('done.waitlistedAt', { name, position })
      : this.t(`done.${status}`, { name });
  }

  /** What deeds to several have led to: "12 sai paikan, 3 meni jonoon." */
  outcomes(items: readonly ParticipantOutcome[]): string {
    const [only] = items;
    if (only && items.length === 1 && !only.refused) return this.outcome(only);
    const counts = new Map<string, number>();
    for (const { changed, refused, status } of items) {
      const what = refused ? 'refused' : changed ? (status ?? 'already') : 'already';
      counts.set(what, (counts.get(what) ?? 0) + 1);
    }
    const said = several.flatMap((what) => {
      const count = counts.get(what) ?? 0;
      return count > 0 ? [this.t(`several.${what}`, { count })] : [];
    });
    const list = this.format.list(said);
    return this.t('done.several', { list: list.charAt(0).toLocaleUpperCase() + list.slice(1) });
  }
}

const several = ['confirmed', 'offered', 'waitlisted', 'declined', 'already', 'refused'] as const;
